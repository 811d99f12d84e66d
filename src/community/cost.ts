/**
 * Cost: what custody, what is done in it, and what follows it cost the state, item by item.
 *
 * A person-year inside costs so much at each level apart from what has an item of its own: officers, who go with places;
 * seats in programmes and classes and places at work, taken or not; health care. To these come treatment institutions,
 * monitoring, supervision, and what is arranged before release. Costs are averages at the prices of the passports: a single
 * place fewer saves less, a whole prison fewer saves more.
 *
 * Pure rules only. Sources: figures of the directorate and the state budget, in the passports; how the running cost of a
 * place divides is *assumption*.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { krone, parametersOf, type ValuesOf } from '../evidence/parameter.ts';

/** What costs, in the order of tables. */
export const costItems = [
  'places',
  'officers',
  'programmes',
  'work',
  'health',
  'treatment',
  'monitoring',
  'supervision',
  'reentry',
] as const;
export type CostItem = (typeof costItems)[number];

export const parameters = parametersOf('cost', {
  placeYear: krone('a person-year in an institution, without what has an item of its own', { by: 'level' }),
  officerYear: krone('a year of an officer'),
  seatYear: krone('a seat-year in a programme or class', { by: 'programme' }),
  workYear: krone('a place-year at work, less what it earns', { by: 'workshop' }),
  healthYear: krone('health care for a person-year in an institution'),
  treatmentYear: krone('a person-year in a treatment institution'),
  monitoringYear: krone('a person-year on electronic monitoring'),
  supervisionYear: krone('a person-year on conditional release under supervision'),
  arrangement: krone('a home, a job or care arranged before release', { by: 'arrangement' }),
});
export type CostParameters = ValuesOf<typeof parameters>;

/** What there was in a year, on average: person-years, officers, seats, and arrangements. */
export interface Amounts {
  /** Person-years inside by level. */
  readonly inside: ArrayLike<number>;
  readonly officers: number;
  /** Seats by programme, taken or not. */
  readonly seats: ArrayLike<number>;
  /** Places at work by workshop, taken or not. */
  readonly workplaces: ArrayLike<number>;
  readonly treated: number;
  readonly monitored: number;
  readonly supervised: number;
  /** Arrangements made by kind. */
  readonly arrangements: ArrayLike<number>;
}

/** Kroner a year, item by item. */
export function costsOf(amounts: Amounts, given: CostParameters): Readonly<Record<CostItem, number>> {
  return {
    places: product(amounts.inside, given.placeYear),
    officers: amounts.officers * given.officerYear,
    programmes: product(amounts.seats, given.seatYear),
    work: product(amounts.workplaces, given.workYear),
    health: sum(amounts.inside) * given.healthYear,
    treatment: amounts.treated * given.treatmentYear,
    monitoring: amounts.monitored * given.monitoringYear,
    supervision: amounts.supervised * given.supervisionYear,
    reentry: product(amounts.arrangements, given.arrangement),
  };
}

/** Kroner a year, all items together, in their order. */
export function totalCost(costs: Readonly<Record<CostItem, number>>): number {
  return costItems.reduce((total, item) => total + costs[item], 0);
}

/** Person-years a year, from person-days in so many days. */
export function personYears(personDays: number, days: number): number {
  return days === 0 ? 0 : personDays / days;
}

/** Amounts a year, from amounts in so many days. */
export function aYear(amount: number, days: number): number {
  return days === 0 ? 0 : (amount * DAYS_PER_YEAR) / days;
}

function product(amounts: ArrayLike<number>, prices: Float64Array): number {
  let krone = 0;
  for (let index = 0; index < prices.length; index++) krone += (amounts[index] ?? 0) * prices[index];
  return krone;
}

function sum(amounts: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < amounts.length; index++) total += amounts[index];
  return total;
}
