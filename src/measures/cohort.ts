/**
 * Cohort: what happened to the same people, from a day that no policy moves (intention to treat).
 *
 * Members enter from the day on which the arms part (see `cohort-counts`). If less than one year of entry can be followed as far as
 * a horizon, a measure has no value there.
 */
import { totalCost } from '../community/cost.ts';
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { allCohorts, type Cohort, type CohortCount, cohortCounts, cohortGroups } from '../simulation/summary.ts';
import {
  type CohortWindow,
  cohortHorizons,
  countsWithin,
  eventsByStratum,
  membersIn,
  populationOf,
  stockWindow,
  windowOf,
} from './cohort-counts.ts';
import { costsIn } from './costs.ts';
import { insideDays, type Measure, type Reading } from './measure.ts';
import { figure } from './ratio.ts';

/** Every measure of the cohorts. */
export function cohortMeasures(): readonly Measure[] {
  return allCohorts.flatMap((cohort) =>
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
  /** What it counts, if it is events per 100 members. */
  readonly event?: CohortCount;
  /** Per member. */
  readonly of: (counts: (name: CohortCount) => number, inside: Float64Array, reading: Reading, years: number) => number;
}

/** Events per 100 members. */
function per100(event: CohortCount): Pick<Outcome, 'event' | 'of'> {
  return { event, of: (counts) => 100 * counts(event) };
}

const outcomes: readonly Outcome[] = [
  {
    id: 'cohort-charged',
    label: 'charged again',
    unit: 'percent',
    what: 'members with a later charge',
    better: 'lower',
    ...per100('charged'),
  },
  {
    id: 'cohort-charges',
    label: 'charges per 100 people',
    unit: 'charges',
    what: 'later charges per 100 members',
    better: 'lower',
    ...per100('charges'),
  },
  {
    id: 'cohort-prison',
    label: 'sentenced to prison again',
    unit: 'percent',
    what: 'members with a prison sentence in a later case',
    better: 'lower',
    ...per100('imprisoned'),
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
    ...per100('expelled'),
  },
  {
    id: 'cohort-died',
    label: 'died',
    unit: 'percent',
    what: 'members who die, of any cause',
    better: 'lower',
    ...per100('died'),
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
  const { id, label, unit, what, better, event, of } = outcome;
  const groups = group === undefined ? undefined : [group];
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
      `(custody, monitoring, waiting, expulsion, death), nobody censored; ${entryWords[cohort]}`,
    value: (reading) => {
      const window = windowIn(reading, cohort, horizon);
      if (window === undefined) return Number.NaN;
      const [members] = membersIn(reading.summary, cohort, window, groups);
      const totals = countsWithin(reading.summary, cohort, window, horizon, groups).map((total) => total / members!);
      return of((name) => totals[cohortCounts.indexOf(name)], totals.subarray(cohortCounts.length), reading, horizon);
    },
    ...(event === undefined
      ? {}
      : {
          events: (reading) => {
            const { summary } = reading;
            const window = windowIn(reading, cohort, horizon) ?? NOBODY;
            const strata = eventsByStratum(summary, cohort, window, event, 12 * horizon, groups);
            const [members] = membersIn(summary, cohort, window, groups);
            return { byStratum: strata.map((months) => months.at(-1)!), members: members! };
          },
        }),
  });
}

/** Whose members are counted; undefined if they cannot be followed as far as the horizon. */
function windowIn({ days, parting = 0, stockDay }: Reading, cohort: Cohort, horizon: number): CohortWindow | undefined {
  return cohort === 'stock' ? stockWindow(days, stockDay, horizon) : windowOf(days, parting, horizon);
}

const clockOf: Readonly<Record<Cohort, string>> = {
  sentenced: 'the verdict of a first case that ends in prison',
  charged: 'the first charge',
  stock: 'the day that the scenario names (stock_cohort)',
};

const QUARTERS = 'members enter in at most three years from the day on which arms part';
const entryWords: Readonly<Record<Cohort, string>> = {
  sentenced: QUARTERS,
  charged: QUARTERS,
  stock: 'members are all people inside on that day, remand included, and none departs from the window of observation',
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

function sum(days: Float64Array): number {
  return days.reduce((total, one) => total + one, 0);
}

/** A window that nobody enters. */
const NOBODY = { first: 0, end: 0 };
const CITIZENS = cohortGroups.indexOf('citizens');
