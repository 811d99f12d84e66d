/** Victimisation: offences and victims behind all charges, offences averted by custody, and the cost of crime. */
import { costOfOffences, offencesBehind, type VictimsParameters, victimsOf } from '../community/victims.ts';
import { PARTS } from '../simulation/incapacitation.ts';
import type { Summary } from '../simulation/summary.ts';
import type { Amount } from './amount.ts';
import type { Measure } from './measure.ts';
import { yearly } from './ratio.ts';

/** Every measure of harm to others. */
export function victimisationMeasures(): readonly Measure[] {
  return [
    yearly({
      id: 'offences',
      label: 'offences committed, estimated',
      definition: 'offences behind all charges, reported or not, cleared up or not; charges of first arrivals included',
      better: 'lower',
      of: weighed(committed, total),
    }),
    yearly({
      id: 'offences-averted',
      label: 'offences averted by custody, estimated',
      definition:
        'offences behind the charges expected of everybody in custody, day by day, had they been at liberty: person-days on remand, serving, in detention, for a fine or in treatment times the risk per day; electronic monitoring not counted',
      of: weighed(averted, total),
    }),
    yearly({
      id: 'victims',
      label: 'victims, estimated',
      definition: 'offences behind all charges that have a person as victim',
      better: 'lower',
      of: weighed(committed, victimsOf),
    }),
    yearly({
      id: 'victims-averted',
      label: 'victims averted by custody, estimated',
      definition: 'offences averted by custody that would have had a person as victim',
      of: weighed(averted, victimsOf),
    }),
    yearly({
      id: 'crime-cost',
      label: 'cost of crime to victims and society',
      unit: 'million kroner per year',
      definition: 'offences behind all charges at their median cost to victims and society',
      better: 'lower',
      of: weighed(committed, (offences, given) => costOfOffences(offences, given) / 1e6),
    }),
  ].flat();
}

/** The offences behind charges by offence group, weighed. */
function weighed(
  charges: (summary: Summary) => Float64Array,
  weigh: (offences: Float64Array, given: VictimsParameters) => number,
): Amount {
  return ({ summary, parameters: { victims } }) => weigh(offencesBehind(charges(summary), victims), victims);
}

/** Charges by offence group over all years. */
function committed({ charges, shape }: Summary): Float64Array {
  return overYears(charges, shape.offences);
}

function averted(summary: Summary): Float64Array {
  return overYears(summary.averted, summary.shape.offences).map((parts) => parts / PARTS);
}

function overYears(byYear: ArrayLike<number>, offences: number): Float64Array {
  const totals = new Float64Array(offences);
  for (let at = 0; at < byYear.length; at++) totals[at % offences] += byYear[at];
  return totals;
}

function total(offences: Float64Array): number {
  return offences.reduce((sum, count) => sum + count, 0);
}
