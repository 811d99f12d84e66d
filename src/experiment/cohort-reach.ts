/**
 * Cohort reach: who can be followed how long after two arms part, and what it takes if nobody can be followed for a year.
 */
import { addYears, type Day, formatDay } from '../engine/calendar.ts';
import { cohortHorizons, longestHorizon, stockWindow, windowOf } from '../measures/cohort-counts.ts';
import { quarterBegins } from '../simulation/cohorts.ts';
import type { Cohort } from '../simulation/summary.ts';
import { partingOf } from './reading.ts';
import type { Study } from './study.ts';

/** The days that decide who can be followed how long. */
export interface CohortSetting {
  readonly days: number;
  readonly parting: number;
  readonly stockDay: number | undefined;
}

/** The longest horizon of a cohort, and who can be followed to it; undefined if nobody can be followed for a year. */
export function reachOf(cohort: Cohort, { days, parting, stockDay }: CohortSetting) {
  if (cohort !== 'stock') {
    const years = longestHorizon(days, parting);
    return years === undefined ? undefined : { years, window: windowOf(days, parting, years)! };
  }
  const years = cohortHorizons.find((one) => stockWindow(days, stockDay, one) !== undefined);
  return years === undefined ? undefined : { years, window: stockWindow(days, stockDay, years)! };
}

/** What it takes to follow a whole year of entry for a year. */
export interface Needed {
  /** The day on which the arms part, or on which observation begins if that is later; ISO 8601. */
  readonly parted: string;
  /** Years observed, and the fewest whole years that would do. */
  readonly observed: number;
  readonly years: number;
  /** The last day of parting that would do with the years observed, ISO 8601; undefined if none would. */
  readonly latest?: string;
}

/** What it takes to follow people after an arm parts from the baseline; `arm` is its index. */
export function neededFor(study: Study, arm: number): Needed {
  const { start, end, years } = study.arms[0].scenario;
  return yearsToFollow(start, end, years, partingOf(study, { draw: study.draws === 0 ? 0 : 1 }, [0, arm]));
}

/** What it takes where arms part so many days after the start. */
export function yearsToFollow(start: Day, end: Day, observed: number, parting: number): Needed {
  const canFollow = (days: number, from: number) => longestHorizon(days, from) !== undefined;
  let years = observed;
  while (!canFollow(addYears(start, years) - start, parting)) years++;
  const quarters = Array.from({ length: 4 * observed }, (_, quarter) => quarterBegins(quarter, 0));
  const latest = quarters.findLast((from) => canFollow(end - start, from));
  return {
    parted: formatDay(start + parting),
    observed,
    years,
    ...(latest === undefined ? {} : { latest: formatDay(start + latest) }),
  };
}
