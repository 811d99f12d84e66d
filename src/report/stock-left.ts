/**
 * Stock left: says why the people inside on the day that a scenario names (`stock_cohort`) are not the headline, and what to do.
 */
import { formatDay } from '../engine/calendar.ts';
import { populationOf, stockWindow } from '../measures/cohort-counts.ts';
import { firstDifference } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';

/** The sentence, empty if neither scenario names a day or if its people are followed; `population` is that of the people followed. */
export function stockLeft(baseline: Scenario, scenario: Scenario, population: string | undefined): readonly string[] {
  const day = scenario.stockDay ?? baseline.stockDay;
  if (day === undefined || population === populationOf.stock) return [];
  const who = `The people inside on ${formatDay(day)} (stock_cohort) are not the people followed`;
  if (baseline.stockDay !== scenario.stockDay)
    return [`${who}, because the two scenarios do not name the same day: write the same stock_cohort in both.`];
  const { start, end } = scenario;
  if (stockWindow(end - start, day - start, 1) === undefined)
    return [
      `${who}, because the years simulated end on ${formatDay(end - 1)}, less than a year later: simulate more years, or name an earlier day.`,
    ];
  const parted = firstDifference(baseline, scenario, catalogue);
  const earlier = parted > start && Number.isFinite(parted) ? `, or name ${formatDay(parted)} or an earlier day` : '';
  const when = Number.isFinite(parted) ? `, on ${formatDay(parted)},` : '';
  return [
    `${who}, because the arms part before that day${when} and so do not have the same people inside on it: begin the policies on ${formatDay(day)} or later${earlier}.`,
  ];
}
