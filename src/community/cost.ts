/**
 * Cost: the cost to the state of custody, of the work done in it, and of what follows it, item by item.
 *
 * A person-year inside has a cost by level, apart from items of their own: officers, who go with places; seats in programmes
 * and classes and places at work, taken or not; health care. Treatment institutions, monitoring, supervision and
 * arrangements before release are added. Costs are averages, not marginal costs, at the prices of the passports: a single
 * place fewer saves less, a whole prison fewer saves more.
 *
 * Pure rules only. Sources: figures of the directorate and the state budget, in the passports; the division of the running
 * cost of a place is *assumption*.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { krone, parametersOf, type ValuesOf, years } from '../evidence/parameter.ts';

/** The items of cost, in the order of tables. */
export const costItems = [
  'places',
  'building',
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
  placeYear: krone('a person-year in an institution, apart from the other items', { by: 'level' }),
  building: krone('a place built beyond those planned', { by: 'level' }),
  buildingYears: years('time over which the cost of building is spread', { bounds: [1, 200] }),
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

/** Average amounts per year: person-years, officers, seats, and arrangements. */
export interface Amounts {
  /** Person-years inside by level. */
  readonly inside: ArrayLike<number>;
  /** Place-years beyond those planned, by level. */
  readonly added: ArrayLike<number>;
  readonly officers: number;
  /** Seats by programme, taken or not. */
  readonly seats: ArrayLike<number>;
  /** Places at work by workshop, taken or not. */
  readonly workplaces: ArrayLike<number>;
  readonly treated: number;
  readonly monitored: number;
  readonly supervised: number;
  /** Arrangements made, by kind. */
  readonly arrangements: ArrayLike<number>;
}

/** Kroner per year, item by item. */
export function costsOf(amounts: Amounts, given: CostParameters): Readonly<Record<CostItem, number>> {
  return {
    places: product(amounts.inside, given.placeYear),
    building: product(amounts.added, given.building) / given.buildingYears,
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

/** Kroner per year, all items added up in their order. */
export function totalCost(costs: Readonly<Record<CostItem, number>>): number {
  return costItems.reduce((total, item) => total + costs[item], 0);
}

/** Person-years per year, from person-days within a number of days. */
export function personYears(personDays: number, days: number): number {
  return days === 0 ? 0 : personDays / days;
}

/** Amounts per year, from amounts within a number of days. */
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
