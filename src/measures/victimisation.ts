/** Harm: offences and victims behind the charges of everybody, what custody averts, and what crime costs. */
import { costOfOffences, offencesBehind, type VictimsParameters, victimsOf } from '../community/victims.ts';
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import type { Summary } from '../simulation/summary.ts';
import type { Measure, Reading } from './measure.ts';

/** Every measure of harm to others. */
export function victimisationMeasures(): readonly Measure[] {
  return [
    measure('offences', 'offences committed, estimated', 'a year', 'lower', committed, total),
    measure('offences-averted', 'offences averted by custody, estimated', 'a year', 'neither', averted, total),
    measure('victims', 'victims, estimated', 'a year', 'lower', committed, victimsOf),
    measure('victims-averted', 'victims averted by custody, estimated', 'a year', 'neither', averted, victimsOf),
    measure(
      'crime-cost',
      'cost of crime to victims and society',
      'million kroner a year',
      'lower',
      committed,
      millions,
    ),
  ];
}

const definitions: Readonly<Record<string, string>> = {
  offences: 'offences behind all charges, reported or not, cleared up or not; charges of first arrivals included',
  'offences-averted': 'offences behind the charges that people released would have met in the time they were inside',
  victims: 'offences behind all charges that have a person as victim',
  'victims-averted': 'offences averted by custody that would have had a person as victim',
  'crime-cost': 'offences behind all charges at their median cost to victims and society',
};

function measure(
  id: string,
  label: string,
  unit: string,
  better: Measure['better'],
  charges: (summary: Summary) => Float64Array,
  weigh: (offences: Float64Array, given: VictimsParameters) => number,
): Measure {
  const value = ({ summary, days, parameters: { victims } }: Reading) =>
    (weigh(offencesBehind(charges(summary), victims), victims) * DAYS_PER_YEAR) / days;
  return { id, label, unit, definition: definitions[id], better, value };
}

/** Charges by offence group over all years. */
function committed({ charges, shape }: Summary): Float64Array {
  return overYears(charges, shape.offences);
}

function averted(summary: Summary): Float64Array {
  return overYears(summary.averted, summary.shape.offences).map((thousandths) => thousandths / 1000);
}

function overYears(byYear: ArrayLike<number>, offences: number): Float64Array {
  const totals = new Float64Array(offences);
  for (let at = 0; at < byYear.length; at++) totals[at % offences] += byYear[at];
  return totals;
}

function total(offences: Float64Array): number {
  return offences.reduce((sum, count) => sum + count, 0);
}

function millions(offences: Float64Array, given: VictimsParameters): number {
  return costOfOffences(offences, given) / 1e6;
}
