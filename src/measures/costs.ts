/** Costs: yearly cost of custody and supervision, by item, per person-year inside and per release. */
import { type Amounts, aYear, type CostItem, costItems, costsOf, personYears, totalCost } from '../community/cost.ts';
import { status } from '../people/person.ts';
import type { Summary } from '../simulation/summary.ts';
import { events } from './amount.ts';
import { insideDays, type Measure, personDays, type Reading, tallied } from './measure.ts';
import { figure, ratio } from './ratio.ts';

/** Every measure of cost. */
export function costMeasures(): readonly Measure[] {
  return [
    figure({
      id: 'cost',
      label: 'cost of custody and supervision',
      unit: 'million kroner per year',
      definition: 'all items together',
      better: 'lower',
      value: (reading) => totalCost(costsIn(reading)) / 1e6,
    }),
    ...costItems.map((item) =>
      figure({
        id: `cost-${item}`,
        label: `cost: ${wording[item].label}`,
        unit: 'million kroner per year',
        definition: wording[item].definition,
        value: (reading) => costsIn(reading)[item] / 1e6,
      }),
    ),
    ratio({
      id: 'cost-per-release',
      label: 'cost per release',
      unit: 'thousand kroner',
      definition: 'cost of all items per release from a prison sentence, in an institution or on electronic monitoring',
      better: 'lower',
      of: (reading) => totalCost(costsIn(reading)) / 1e3,
      by: (reading) => aYear(released(reading), reading.days),
    }),
    ratio({
      id: 'cost-per-place',
      label: 'cost of a year inside',
      unit: 'thousand kroner',
      definition:
        'cost of places, their building, officers, programmes, work and health care per person-year in an institution',
      of: (reading) => {
        const { places, building, officers, programmes, work, health } = costsIn(reading);
        return (places + building + officers + programmes + work + health) / 1e3;
      },
      by: ({ summary, days }) => personYears(insideDays(summary), days),
    }),
  ].flat();
}

const released = events('fullTime', 'conditional', 'monitoringCompleted');

const wording: Readonly<Record<CostItem, { label: string; definition: string }>> = {
  places: { label: 'places', definition: 'person-years inside by level, without the costs listed as separate items' },
  building: { label: 'building', definition: 'places beyond those planned, at the cost of building spread over years' },
  officers: { label: 'officers', definition: 'officers in post, whose number follows the places' },
  programmes: { label: 'programmes', definition: 'seats in programmes and classes, taken or not' },
  work: { label: 'work', definition: 'places at work, taken or not, less their income' },
  health: { label: 'health care', definition: 'health care in institutions' },
  treatment: { label: 'treatment', definition: 'person-years in treatment institutions' },
  monitoring: { label: 'monitoring', definition: 'person-years on electronic monitoring' },
  supervision: { label: 'supervision', definition: 'person-years on conditional release' },
  reentry: { label: 'reentry', definition: 'homes, jobs and care arranged before release' },
};

/** Kroner per year by item. */
export function costsIn(reading: Reading): Readonly<Record<CostItem, number>> {
  return costsOf(amountsOf(reading), reading.parameters.cost);
}

function amountsOf({ summary, days, parameters: { programme, work } }: Reading): Amounts {
  const years = (at: number) => personYears(personDays(summary, at), days);
  const perYear = (name: 'home-arranged' | 'job-arranged' | 'care-arranged') => aYear(tallied(summary, name), days);
  return {
    inside: Array.from({ length: summary.shape.levels }, (_, level) => personYears(insideDays(summary, level), days)),
    added: Array.from({ length: summary.shape.levels }, (_, level) => personYears(addedDays(summary, level), days)),
    officers: (7 * tallied(summary, 'officer-weeks')) / 1000 / days,
    seats: programme.places.map(total),
    workplaces: work.places.map(total),
    treated: years(status.treatment),
    monitored: years(status.monitored),
    supervised: years(status.conditional),
    arrangements: [perYear('home-arranged'), perYear('job-arranged'), perYear('care-arranged')],
  };
}

/** Place-days beyond the plan of a level. */
function addedDays({ added, shape }: Summary, level: number): number {
  return added.reduce((sum, count, at) => (at % shape.levels === level ? sum + count : sum), 0);
}

function total(places: Float64Array): number {
  return places.reduce((sum, count) => sum + count, 0);
}
