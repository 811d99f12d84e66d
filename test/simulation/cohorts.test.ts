/** Cohorts: every count is that of the recorded lives, person by person, and no policy moves who is a member. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import { outside, stateTrajectory } from '../../src/lives/trajectory.ts';
import { event } from '../../src/people/life-events.ts';
import { verdicts } from '../../src/prison/court.ts';
import { quarterBegins, quarterOf } from '../../src/simulation/cohorts.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import {
  allCohorts,
  COHORT_MONTHS,
  type Cohort,
  cohortCounts,
  cohortEntries,
  cohortGroups,
  cohorts,
  entryOf,
  quartersOf,
  type Summary,
} from '../../src/simulation/summary.ts';
import { livedWorlds } from '../laws/lived-worlds.ts';
import { randomWorld, worlds } from '../laws/random-world.ts';
import { type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

const STEP = DAYS_PER_YEAR / 12;

test('members and all that happens to them are those of the lives, by quarter and month', () => {
  let charges = 0;
  for (const { cell, summary, lives } of livedWorlds()) {
    for (const cohort of cohorts) {
      const counted = recount(cell, summary, cohort, [...lives]);
      expect(bothGroups(summary, cohort)).toEqual(counted.months);
      expect(membersOf(summary, cohort)).toEqual(counted.members);
      charges += counted.charges;
    }
  }
  expect(charges).toBeGreaterThan(100);
});

test('of people inside on a named day everything is counted too, and nobody leaves unseen however short the window', () => {
  let [members, charges, again, gone] = [0, 0, 0, 0];
  fc.sample(randomWorld, worlds).forEach((plain, at) => {
    const cell = { ...plain, stockDay: plain.start + 50 * (at % 8) };
    const { summary, world } = simulate(cell, true);
    for (const cohort of allCohorts) {
      const counted = recount(cell, summary, cohort, [...livesIn(world)]);
      expect(bothGroups(summary, cohort)).toEqual(counted.months);
      expect(membersOf(summary, cohort)).toEqual(counted.members);
      if (cohort !== 'stock') continue;
      members += counted.members;
      charges += counted.charges;
    }
    expect(total(summary, 'stock', 'left')).toBe(0);
    again += total(summary, 'stock', 'imprisoned');
    gone += total(summary, 'stock', 'died') + total(summary, 'stock', 'expelled');
  });
  expect(members).toBeGreaterThan(100);
  expect([charges > 10, again > 2, gone > 0]).toEqual([true, true, true]);
});

test('the stock is the same people under every policy that begins on its day or later', () => {
  const cell = withLevers(tinyCell(), { arrivals: { perYear: 300 } });
  const stockDay = cell.start + 200;
  const [, from] = cell.parameters;
  const later = { from: stockDay, values: { ...(from ?? cell.parameters[0]).values } };
  const harsh = { ...later.values, reoffending: { ...later.values.reoffending, shift: 1 } };
  const under = (values: typeof harsh) =>
    simulate({ ...cell, stockDay, parameters: [...cell.parameters, { from: stockDay, values }] }).summary;
  const [one, other] = [under(later.values), under(harsh)];
  const hash = ({ cohortHash }: Summary) => cohortHash.subarray(cohortHash.length - 2);
  expect(hash(one)).toEqual(hash(other));
  expect(membersOf(one, 'stock')).toBeGreaterThan(20);
  expect(total(other, 'stock', 'charges')).toBeGreaterThan(total(one, 'stock', 'charges'));
});

test('without a stock cohort the window closes as ever, and nothing is counted for one', () => {
  const { summary } = simulate(tinyCell());
  expect(summary.shape.stock).toBe(0);
  expect(membersOf(summary, 'stock')).toBe(0);
});

test('only foreign nationals are expelled', () => {
  let expelled = 0;
  for (const { summary } of livedWorlds()) {
    const perGroup = summary.cohortMonths.length / (cohorts.length * quartersOf(summary.shape) * cohortGroups.length);
    const counts = cohortCounts.length + summary.shape.levels;
    summary.cohortMonths.forEach((count, at) => {
      if (at % counts !== cohortCounts.indexOf('expelled')) return;
      expelled += count;
      if (Math.floor(at / perGroup) % cohortGroups.length === cohortGroups.indexOf('citizens')) expect(count).toBe(0);
    });
  }
  expect(expelled).toBeGreaterThan(0);
});

test('nobody leaves unseen within five years, in the window of the Norwegian baseline', () => {
  const cell = withLevers(tinyCell(), { arrivals: { perYear: 300 } });
  const { summary } = simulate({ ...cell, end: cell.start + 7 * 366 });
  for (const cohort of cohorts) {
    expect(total(summary, cohort, 'left')).toBe(0);
    expect(total(summary, cohort, 'charges')).toBeGreaterThan(20);
  }
});

test('a harsher regime changes what happens and not who is a member; other courts change who is sentenced', () => {
  const cell = withLevers(tinyCell(), { arrivals: { perYear: 300 } });
  const plain = simulate(cell).summary;
  const harsh = simulate(withLevers(cell, { reoffending: { shift: 1 }, sentence: { lengthFactor: 2 } })).summary;
  expect(harsh.cohortHash).toEqual(plain.cohortHash);
  expect(harsh.cohortMembers).toEqual(plain.cohortMembers);
  expect(total(harsh, 'charged', 'charges')).toBeGreaterThan(total(plain, 'charged', 'charges'));
  const courts = simulate(withLevers(cell, { court: { custodyOdds: 3 } })).summary;
  const words = (cohort: (typeof cohorts)[number]) => (summary: Summary) => {
    const half = summary.cohortHash.length / 2;
    return summary.cohortHash.subarray(cohorts.indexOf(cohort) * half, (cohorts.indexOf(cohort) + 1) * half);
  };
  expect(words('charged')(courts)).toEqual(words('charged')(plain));
  expect(words('sentenced')(courts)).not.toEqual(words('sentenced')(plain));
});

test('quarters cover every day once', () => {
  for (let day = 0; day < 2000; day++) {
    const quarter = quarterOf(day, 0);
    expect(quarterBegins(quarter, 0)).toBeLessThanOrEqual(day);
    expect(quarterBegins(quarter + 1, 0)).toBeGreaterThan(day);
  }
});

/** The rows of a cohort, all groups together: quarter, month, count. */
function bothGroups({ cohortMonths, shape }: Summary, cohort: Cohort): Int32Array {
  const quarters = entriesIn(shape, cohort);
  const size = COHORT_MONTHS * (cohortCounts.length + shape.levels);
  const rows = new Int32Array(quarters * size);
  for (let quarter = 0; quarter < quarters; quarter++) {
    for (let group = 0; group < cohortGroups.length; group++) {
      const first = (entryOf(shape, cohort, quarter) * cohortGroups.length + group) * size;
      for (let at = 0; at < size; at++) rows[quarter * size + at] += cohortMonths[first + at];
    }
  }
  // the cost of crime is in kroner and is no count of events
  return rows.map((count, at) => (at % (cohortCounts.length + shape.levels) === CRIME ? 0 : count));
}

const CRIME = cohortCounts.indexOf('crime');

function entriesIn(shape: Summary['shape'], cohort: Cohort): number {
  return cohort === 'stock' ? shape.stock! : quartersOf(shape);
}

function total(summary: Summary, cohort: Cohort, name: (typeof cohortCounts)[number]): number {
  const counts = cohortCounts.length + summary.shape.levels;
  return bothGroups(summary, cohort).reduce(
    (sum, count, at) => sum + (at % counts === cohortCounts.indexOf(name) ? count : 0),
    0,
  );
}

function membersOf({ cohortMembers, shape }: Summary, cohort: Cohort): number {
  const perEntry = cohortGroups.length * cohortEntries.length;
  const first = entryOf(shape, cohort, 0);
  const own = cohortMembers.subarray(first * perEntry, (first + entriesIn(shape, cohort)) * perEntry);
  return own.reduce((sum, count, at) => sum + (at % cohortEntries.length === 0 ? count : 0), 0);
}

/** The same table from the events of every life. */
function recount(
  cell: Cell,
  { shape }: Summary,
  cohort: Cohort,
  lives: readonly (readonly [string, readonly LifeEventRecord[]])[],
) {
  const { start, end, levels, stockDay } = cell;
  const counts = cohortCounts.length + levels;
  const months = new Int32Array(entriesIn(shape, cohort) * COHORT_MONTHS * counts);
  let members = 0;
  let charges = 0;
  for (const [key, life] of lives) {
    const first = life.find(({ event: name }) => name === 'charged');
    if (!key.startsWith('1:') || first === undefined) continue;
    const spans = stateTrajectory(
      life.map(({ event: name, day, detail }) => ({ kind: event[name], day, detail })),
      levels,
    );
    const second = life.findIndex((one) => one.event === 'charged' && one !== first);
    const firstCase = life.slice(0, second < 0 ? life.length : second);
    const prison = firstCase.find(({ event: name, detail }) => name === 'verdict' && detail === verdicts.prison);
    const inStock = stockDay !== undefined && isInside(spans.findLast(({ from }) => from < stockDay)?.state, levels);
    const clock =
      cohort === 'stock' ? (inStock ? stockDay : undefined) : cohort === 'charged' ? first.day : prison?.day;
    if (clock === undefined || clock < start) continue;
    members++;
    const month = (day: number) => Math.floor((day - clock) / STEP);
    const add = (count: number, day: number) => {
      if (month(day) >= COHORT_MONTHS) return;
      const entry = cohort === 'stock' ? 0 : quarterOf(clock, start);
      months[(entry * COHORT_MONTHS + month(day)) * counts + count]++;
    };
    const note = (name: (typeof cohortCounts)[number], day: number) => add(cohortCounts.indexOf(name), day);
    const next =
      cohort === 'stock' ? life.findIndex(({ event: name, day }) => name === 'charged' && day >= clock) : second;
    const later = next < 0 ? [] : life.slice(next);
    const again = later.filter(({ event: name }) => name === 'charged');
    charges += again.length;
    for (const { day } of again) note('charges', day);
    if (again[0] !== undefined) note('charged', again[0].day);
    const imprisoned = later.find(({ event: name, detail }) => name === 'verdict' && detail === verdicts.prison);
    if (imprisoned !== undefined) note('imprisoned', imprisoned.day);
    const exit = life.find(({ event: name }) => name === 'died' || name === 'expelled' || name === 'departed');
    if (exit !== undefined) note(exit.event === 'departed' ? 'left' : (exit.event as 'died' | 'expelled'), exit.day);
    spans.forEach(({ from, state }, at) => {
      const until = spans[at + 1]?.from ?? end;
      const count = countOf(state, levels, exit?.event);
      for (let day = Math.max(from, clock); count >= 0 && day < until; day++) add(count, day);
    });
  }
  return { months, members, charges };
}

/** Whether a state is custody: at a level, on remand or in treatment. */
function isInside(state: number | undefined, levels: number): boolean {
  if (state === undefined) return false;
  return state < levels || state === outside('remand', levels) || state === outside('treatment', levels);
}

/** The count of a day in a state; -1 for liberty. */
function countOf(state: number, levels: number, exit: string | undefined): number {
  const gone = { died: 'dead', expelled: 'abroad', departed: 'elsewhere' } as const;
  if (state < levels) return cohortCounts.length + state;
  if (state === outside('remand', levels)) return cohortCounts.length;
  if (state === outside('gone', levels)) return cohortCounts.indexOf(gone[exit as keyof typeof gone]);
  const names = {
    'electronic monitoring': 'monitored',
    treatment: 'treated',
    'waiting for a place': 'waiting',
    'conditional release': 'supervised',
  } as const;
  for (const [words, name] of Object.entries(names)) {
    if (state === outside(words as keyof typeof names, levels)) return cohortCounts.indexOf(name);
  }
  return -1;
}
