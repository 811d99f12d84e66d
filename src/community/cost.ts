/**
 * Cost: what a year of each place, and of supervision, costs the state.
 *
 * Costs are for a person-year at a level, on electronic monitoring or on supervision, at the prices of the year in the
 * passport. They are averages: a single place fewer saves less, a whole prison fewer saves more.
 *
 * Pure rules only. Sources: figures of the directorate and the state budget, in the passports.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { krone, parametersOf, type ValuesOf } from '../evidence/parameter.ts';

export const parameters = parametersOf('cost', {
  placeYear: krone('a person-year in an institution', { by: 'level' }),
  monitoringYear: krone('a person-year on electronic monitoring'),
  supervisionYear: krone('a person-year on conditional release under supervision'),
});
export type CostParameters = ValuesOf<typeof parameters>;

/** Kroner for person-days inside by level, on monitoring and under supervision. */
export function costOf(
  insideDays: ArrayLike<number>,
  monitoredDays: number,
  supervisedDays: number,
  { placeYear, monitoringYear, supervisionYear }: CostParameters,
): number {
  let krone = (monitoredDays * monitoringYear + supervisedDays * supervisionYear) / DAYS_PER_YEAR;
  for (let level = 0; level < insideDays.length; level++) {
    krone += (insideDays[level]! * placeYear[level]!) / DAYS_PER_YEAR;
  }
  return krone;
}
