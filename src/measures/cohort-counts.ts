/**
 * Cohort counts: chooses the quarters of entry of a comparison, and adds up what a summary holds of them.
 *
 * The window begins on the day on which arms part: three years of entry at most, and only people who can be followed to the
 * horizon, so that nobody is censored and a share is a plain proportion.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { quarterBegins } from '../simulation/cohorts.ts';
import {
  COHORT_MONTHS,
  type Cohort,
  type CohortCount,
  cohortCounts,
  cohortEntries,
  cohortGroups,
  entryOf,
  type Summary,
} from '../simulation/summary.ts';

/** Years of entry at most, and at least. */
const MOST_QUARTERS = 12;
const FEWEST_QUARTERS = 4;

/** Horizons in years, the longest first: the first that can be reached is the one to quote. */
export const cohortHorizons = [5, 3, 2, 1] as const;

/** The population of each cohort in words. */
export const populationOf: Readonly<Record<Cohort, string>> = {
  sentenced: 'newly sentenced to prison',
  charged: 'newly charged',
  stock: 'inside on one day',
};

/** Quarters of entry, from the first to the one before `end`. */
export interface CohortWindow {
  readonly first: number;
  readonly end: number;
}

/**
 * The quarters whose members enter on or after the day on which arms part and can be followed for some years; undefined if they
 * are less than a year. Days count from the start of observation.
 */
export function windowOf(days: number, parting: number, years: number): CohortWindow | undefined {
  let first = 0;
  while (quarterBegins(first, 0) < parting) first++;
  let end = first;
  const follow = Math.ceil(years * DAYS_PER_YEAR);
  while (end - first < MOST_QUARTERS && quarterBegins(end + 1, 0) - 1 + follow <= days) end++;
  return end - first < FEWEST_QUARTERS ? undefined : { first, end };
}

/** The one entry of the stock, if everybody in it can be followed for some years from its day; undefined if they cannot. */
export function stockWindow(days: number, stockDay: number | undefined, years: number): CohortWindow | undefined {
  const isReached = stockDay !== undefined && stockDay + Math.ceil(years * DAYS_PER_YEAR) <= days;
  return isReached ? { first: 0, end: 1 } : undefined;
}

/** The longest horizon in years that a window reaches; undefined if none does. */
export function longestHorizon(days: number, parting: number): number | undefined {
  return cohortHorizons.find((years) => windowOf(days, parting, years) !== undefined);
}

/** Members who enter in a window: people, those with an earlier sanction, the sum of their ages. */
export function membersIn(
  { cohortMembers, shape }: Summary,
  cohort: Cohort,
  { first, end }: CohortWindow,
  groups: readonly number[] = ALL,
): Float64Array {
  const totals = new Float64Array(cohortEntries.length);
  for (let quarter = first; quarter < end; quarter++) {
    for (const group of groups) {
      const at = rowOf(shape, cohort, quarter, group) * cohortEntries.length;
      for (let entry = 0; entry < totals.length; entry++) totals[entry] += cohortMembers[at + entry];
    }
  }
  return totals;
}

/** The hash of the members who enter in a window, as text: equal in two arms if they are the same people on the same days. */
export function membershipOf({ cohortHash, shape }: Summary, cohort: Cohort, { first, end }: CohortWindow): string {
  const from = 2 * entryOf(shape, cohort, first);
  return cohortHash.subarray(from, from + 2 * (end - first)).join(' ');
}

/** Counts within some years of entry, over the members of a window; days inside follow by level. */
export function countsWithin(
  { cohortMonths, shape }: Summary,
  cohort: Cohort,
  { first, end }: CohortWindow,
  years: number,
  groups: readonly number[] = ALL,
): Float64Array {
  const counts = cohortCounts.length + shape.levels;
  const totals = new Float64Array(counts);
  for (let quarter = first; quarter < end; quarter++) {
    for (const group of groups) {
      const from = rowOf(shape, cohort, quarter, group) * COHORT_MONTHS * counts;
      for (let at = 0; at < 12 * years * counts; at++) totals[at % counts] += cohortMonths[from + at];
    }
  }
  return totals;
}

/**
 * Events of one kind by the end of each month since entry, `events[stratum][month]`. A stratum holds the members of a window who
 * enter in one quarter and are citizens, or are not: so few that what differs between two arms is hardly ever netted out.
 */
export function eventsByStratum(
  { cohortMonths, shape }: Summary,
  cohort: Cohort,
  { first, end }: CohortWindow,
  name: CohortCount,
  months: number,
  groups: readonly number[] = ALL,
): readonly Float64Array[] {
  const counts = cohortCounts.length + shape.levels;
  return Array.from({ length: end - first }, (_, at) => first + at).flatMap((quarter) =>
    groups.map((group) => {
      const from = rowOf(shape, cohort, quarter, group) * COHORT_MONTHS * counts + cohortCounts.indexOf(name);
      const events = new Float64Array(months);
      let sum = 0;
      for (let month = 0; month < months; month++) events[month] = sum += cohortMonths[from + month * counts];
      return events;
    }),
  );
}

function rowOf(shape: Summary['shape'], cohort: Cohort, quarter: number, group: number): number {
  return entryOf(shape, cohort, quarter) * cohortGroups.length + group;
}

const ALL = cohortGroups.map((_, group) => group);
