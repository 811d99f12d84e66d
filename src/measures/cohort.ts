/**
 * Cohort: what happened to the same people, from a day that no policy moves (intention to treat).
 *
 * A window of quarters is chosen from the day on which the arms part: three years of entry at most, and only people who can be
 * followed to the horizon, so that nobody is censored and a share is a plain proportion. If less than one year of entry can be
 * followed so far, the measure has no value at that horizon.
 */
import { totalCost } from '../community/cost.ts';
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { quarterBegins } from '../simulation/cohorts.ts';
import {
  COHORT_MONTHS,
  type Cohort,
  type CohortCount,
  cohortCounts,
  cohortEntries,
  cohortGroups,
  cohorts,
  quartersOf,
  type Summary,
} from '../simulation/summary.ts';
import { costsIn } from './costs.ts';
import { insideDays, type Measure, type Reading } from './measure.ts';
import { figure } from './ratio.ts';

/** Years of entry at most, and at least. */
const MOST_QUARTERS = 12;
const FEWEST_QUARTERS = 4;

/** Horizons in years, the longest first: the first that can be reached is the one to quote. */
export const cohortHorizons = [5, 3, 2, 1] as const;

/** The population of each cohort in words. */
export const populationOf: Readonly<Record<Cohort, string>> = {
  sentenced: 'first sentenced to prison',
  charged: 'first charged',
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
  const from = 2 * (cohorts.indexOf(cohort) * quartersOf(shape) + first);
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

/** Members charged again by the end of each month since entry, over the members of a window. */
export function chargedByMonth(
  { cohortMonths, shape }: Summary,
  cohort: Cohort,
  { first, end }: CohortWindow,
  months: number,
): Float64Array {
  const counts = cohortCounts.length + shape.levels;
  const charged = new Float64Array(months);
  for (let quarter = first; quarter < end; quarter++) {
    for (const group of ALL) {
      const from = rowOf(shape, cohort, quarter, group) * COHORT_MONTHS * counts + cohortCounts.indexOf('charged');
      for (let month = 0; month < months; month++) charged[month] += cohortMonths[from + month * counts];
    }
  }
  for (let month = 1; month < months; month++) charged[month] += charged[month - 1];
  return charged;
}

/** Every measure of the cohorts. */
export function cohortMeasures(): readonly Measure[] {
  return cohorts.flatMap((cohort) =>
    cohortHorizons.flatMap((horizon) => [
      ...outcomes.flatMap((outcome) => measure(outcome, cohort, horizon)),
      ...outcomes.slice(0, 2).flatMap((outcome) => measure(outcome, cohort, horizon, CITIZENS)),
    ]),
  );
}

interface Outcome {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly what: string;
  readonly better: Measure['better'];
  /** Per member. */
  readonly of: (counts: (name: CohortCount) => number, inside: Float64Array, reading: Reading, years: number) => number;
}

const outcomes: readonly Outcome[] = [
  {
    id: 'cohort-charged',
    label: 'charged again',
    unit: 'percent',
    what: 'members with a later charge',
    better: 'lower',
    of: (counts) => 100 * counts('charged'),
  },
  {
    id: 'cohort-charges',
    label: 'charges per 100 people',
    unit: 'charges',
    what: 'later charges per 100 members',
    better: 'lower',
    of: (counts) => 100 * counts('charges'),
  },
  {
    id: 'cohort-prison',
    label: 'sentenced to prison again',
    unit: 'percent',
    what: 'members with a prison sentence in a later case',
    better: 'lower',
    of: (counts) => 100 * counts('imprisoned'),
  },
  {
    id: 'cohort-days-inside',
    label: 'days inside per person',
    unit: 'days',
    what: 'days in an institution, remand and later cases included, or in a treatment institution, per member',
    better: 'neither',
    of: (counts, inside) => sum(inside) + counts('treated'),
  },
  {
    id: 'cohort-days-home',
    label: 'days on monitoring per person',
    unit: 'days',
    what: 'days on electronic monitoring per member',
    better: 'neither',
    of: (counts) => counts('monitored'),
  },
  {
    id: 'cohort-days-waiting',
    label: 'days waiting to serve per person',
    unit: 'days',
    what: 'days at liberty with a sentence still to begin, per member',
    better: 'lower',
    of: (counts) => counts('waiting'),
  },
  {
    id: 'cohort-days-liberty',
    label: 'days at liberty per person',
    unit: 'days',
    what: 'all other days but those abroad or dead, waiting and conditional release included, per member',
    better: 'neither',
    of: (counts, inside, _, years) =>
      years * DAYS_PER_YEAR - sum(inside) - AWAY.reduce((days, name) => days + counts(name), 0),
  },
  {
    id: 'cohort-days-abroad',
    label: 'days abroad per person',
    unit: 'days',
    what: 'days after expulsion, per member',
    better: 'neither',
    of: (counts) => counts('abroad'),
  },
  {
    id: 'cohort-days-dead',
    label: 'days after death per person',
    unit: 'days',
    what: 'days after death, per member',
    better: 'lower',
    of: (counts) => counts('dead'),
  },
  {
    id: 'cohort-expelled',
    label: 'expelled',
    unit: 'percent',
    what: 'members who leave the country for good',
    better: 'neither',
    of: (counts) => 100 * counts('expelled'),
  },
  {
    id: 'cohort-died',
    label: 'died',
    unit: 'percent',
    what: 'members who die, of any cause',
    better: 'lower',
    of: (counts) => 100 * counts('died'),
  },
  {
    id: 'cohort-cost',
    label: 'cost of custody and supervision per person',
    unit: 'thousand kroner',
    what: 'days in custody, on monitoring and under supervision at the average cost of such a day in this arm, per member',
    better: 'lower',
    of: custodyCost,
  },
  {
    id: 'cohort-crime-cost',
    label: 'cost of crime per person',
    unit: 'thousand kroner',
    what: 'offences behind later charges at their median cost to victims and society, per member',
    better: 'lower',
    of: (counts) => counts('crime'),
  },
];

/** States other than custody and liberty. */
const AWAY: readonly CohortCount[] = ['treated', 'monitored', 'abroad', 'dead', 'elsewhere'];

function measure(outcome: Outcome, cohort: Cohort, horizon: number, group?: number): readonly Measure[] {
  const { id, label, unit, what, better, of } = outcome;
  const groups = group === undefined ? ALL : [group];
  const population = `${populationOf[cohort]}${group === undefined ? '' : `, ${cohortGroups[group]}`}`;
  const years = `${horizon} ${horizon === 1 ? 'year' : 'years'}`;
  return figure({
    id,
    label: `${label} within ${years}, ${population}`,
    unit,
    better,
    population,
    horizon,
    isOfPair: true,
    definition:
      `${what}, within ${years} of ${clockOf[cohort]}; the same people in every arm, everything counted ` +
      '(custody, monitoring, waiting, expulsion, death), nobody censored; members enter in at most three years from the day ' +
      'on which arms part',
    value: (reading) => {
      const window = windowOf(reading.days, reading.parting ?? 0, horizon);
      if (window === undefined) return Number.NaN;
      const [members] = membersIn(reading.summary, cohort, window, groups);
      const totals = countsWithin(reading.summary, cohort, window, horizon, groups).map((total) => total / members!);
      return of((name) => totals[cohortCounts.indexOf(name)], totals.subarray(cohortCounts.length), reading, horizon);
    },
  });
}

const clockOf: Readonly<Record<Cohort, string>> = {
  sentenced: 'the verdict of a first case that ends in prison',
  charged: 'the first charge',
};

/** Thousands of kroner per member: places by level, and what else goes with custody in proportion to days inside. */
function custodyCost(counts: (name: CohortCount) => number, inside: Float64Array, reading: Reading): number {
  const { parameters, summary, days } = reading;
  const { placeYear, treatmentYear, monitoringYear, supervisionYear } = parameters.cost;
  const costs = costsIn(reading);
  const personDays = insideDays(summary) / days;
  const beside = personDays === 0 ? 0 : (totalOf(costs) - costs.places) / personDays;
  const places = inside.reduce((krone, levelDays, level) => krone + levelDays * placeYear[level], 0);
  const others =
    counts('treated') * treatmentYear + counts('monitored') * monitoringYear + counts('supervised') * supervisionYear;
  return (places + sum(inside) * beside + others) / DAYS_PER_YEAR / 1000;

  function totalOf(items: ReturnType<typeof costsIn>): number {
    return totalCost(items) - items.treatment - items.monitoring - items.supervision;
  }
}

function rowOf(shape: Summary['shape'], cohort: Cohort, quarter: number, group: number): number {
  return (cohorts.indexOf(cohort) * quartersOf(shape) + quarter) * cohortGroups.length + group;
}

function sum(days: Float64Array): number {
  return days.reduce((total, one) => total + one, 0);
}

const ALL = cohortGroups.map((_, group) => group);
const CITIZENS = cohortGroups.indexOf('citizens');
