/** Regime: weeks add up, money adds up, and the normality index says how near a week comes to one outside. */
import { describe, expect, test } from 'vitest';
import { dailyLifeMeasures, weekLived } from '../../src/measures/daily-life.ts';
import { tallied } from '../../src/measures/measure.ts';
import type { Row } from '../../src/people/person.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import { tally } from '../../src/people/tallies.ts';
import type { World } from '../../src/people/world.ts';
import {
  activityNames,
  HOURS_PER_WEEK,
  kindsOfLived,
  kindsOfTimetable,
  minutesOf,
  overlapOf,
  step,
} from '../../src/prison/regime.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { emptyPrison, inmate, given as programmes } from './pupils.ts';

const cell = tinyCell();
const { regime, work: tinyWork } = cell.parameters[0].values;
const levels = ['high', 'low', 'transitional'];

test.each([
  [[1, 1], [1, 1], 1],
  [[2, 2], [1, 1], 1],
  [[1, 0], [0, 1], 0],
  [[3, 1], [1, 3], 0.5],
  [[1, 1, 0], [1, 1, 2], 0.5],
])('weeks %j and %j overlap by %d', (inside, outside, overlap) => {
  expect(overlapOf(inside, outside)).toBeCloseTo(overlap, 12);
});

test('sleep alone overlaps by about a third', () => {
  const asleep = Float64Array.from(regime.outsideHours, (_, index) => (index === 0 ? HOURS_PER_WEEK : 0));
  expect(overlapOf(kindsOfTimetable(asleep), kindsOfTimetable(regime.outsideHours))).toBeCloseTo(54.95 / 168, 9);
});

test.each([
  [
    [56, 112],
    [3360, 6720],
  ],
  [
    [55.99, 112.01],
    [3359, 6721],
  ],
  [
    [167.999, 0.001],
    [10080, 0],
  ],
])('a timetable of %j hours is %j minutes, a week together', (hours, minutes) => {
  expect([...minutesOf(hours)]).toEqual(minutes);
});

test.each<[string, (world: World, row: Row) => void, number, number]>([
  ['nothing to do', () => {}, 0, 0],
  ['a kitchen, 30 hours at an attendance of 0.5', (world, row) => atWork(world, row), 1, 15 * 60],
  ['a kitchen, excluded from company', (world, row) => exclude(world, atWork(world, row)), 0, 0],
  ['work or school outside by day', (world, row) => goOutside(world, row), 1, 30 * 60],
  ['that, and a class of 10 hours', (world, row) => attendClass(world, goOutside(world, row)), 1, 20 * 60],
])('a week with %s: %#', (_, change, active, worked) => {
  const world = emptyPrison();
  const row = inmate(world, 1);
  change(world, row);
  callRoll(world);
  const hours = [1, 2].map(() =>
    Float64Array.from(activityNames, (name) => ({ sleep: 138, activity: 30 })[name as string] ?? 0),
  );
  const workplaces = { ...tinyWork, hours: new Float64Array(6).fill(30), attendance: Float64Array.of(0.5, 0.5) };
  step(world, { ...regime, hours }, { ...programmes, hours: new Float64Array(6).fill(10) }, workplaces);
  const counted = (name: keyof typeof tally) => world.tallies[tally[name] * (world.levels + 1)];
  expect([counted('active-weeks'), counted('minutes-work')]).toEqual([active, worked]);
});

function atWork(world: World, row: Row): Row {
  world.people.workshop[row] = 2;
  return row;
}

function exclude(world: World, row: Row): void {
  world.people.excludedUntil[row] = world.today + 3;
}

function goOutside(world: World, row: Row): Row {
  world.people.dayReleaseDay[row] = world.today;
  return row;
}

function attendClass(world: World, row: Row): void {
  world.people.programme[row] = 0;
  world.people.isEnrolled[row] = 1;
}

function measured(levers: Levers = {}): (id: string, level?: string) => number {
  const moved = withLevers(cell, levers);
  const { summary } = simulate(moved);
  const reading = { summary, days: cell.end - cell.start, parameters: moved.parameters.at(-1)!.values };
  const all = dailyLifeMeasures(levels);
  return (id, level) => all.find((one) => one.id === id && one.level === level && !one.status)!.value(reading);
}

describe('in the tiny world', () => {
  const { summary } = simulate(cell);
  const usual = measured();

  test.each([0, 1, 3])('every week that is lived adds up: place %i', (place) => {
    const hours = weekLived(summary, place);
    expect(hours.reduce((sum, each) => sum + each, 0)).toBeCloseTo(HOURS_PER_WEEK, 9);
    expect(kindsOfLived(hours).reduce((sum, each) => sum + each, 0)).toBeCloseTo(HOURS_PER_WEEK, 9);
  });

  test('money that is paid is spent or saved', () => {
    const [paid, spent, saved] = (['money-paid', 'money-spent', 'money-saved'] as const).map((name) =>
      tallied(summary, name),
    );
    expect(paid).toBeGreaterThan(0);
    expect(spent! + saved!).toBe(paid);
  });

  test.each<[string, Levers, string, 'more' | 'less']>([
    ['allowance', { regime: { allowance: 100 } }, 'money', 'more'],
    ['support', { regime: { support: 0 } }, 'money', 'less'],
    ['canteen_share', { regime: { canteenShare: 0.2 } }, 'savings', 'more'],
    ['counts', { regime: { counts: Float64Array.of(9, 9, 9) } }, 'counts', 'more'],
    ['inspections', { regime: { inspections: Float64Array.of(2, 2, 2) } }, 'inspections', 'more'],
    ['find_share', { regime: { findShare: 0.1 } }, 'finds', 'more'],
    ['mail', { regime: { mail: Float64Array.of(0, 0, 0) } }, 'mail', 'less'],
    ['single_cells', { regime: { singleCells: Float64Array.of(0, 0, 0) } }, 'single-cells', 'less'],
    ['idle_locked', { regime: { idleLocked: Float64Array.of(1, 1, 1) } }, 'locked', 'more'],
    ['idle_locked_remand', { regime: { idleLockedRemand: 0 } }, 'locked', 'less'],
    [
      'work.places',
      { work: { places: Array.from({ length: 6 }, () => new Float64Array(3)) } },
      'meaningful-activity',
      'less',
    ],
    [
      'work.places',
      { work: { places: Array.from({ length: 6 }, () => new Float64Array(3)) } },
      'normality-index',
      'less',
    ],
  ])('%s moves its measure: %j, %s is %s', (_, levers, id, direction) => {
    const after = measured(levers)(id);
    if (direction === 'more') expect(after).toBeGreaterThan(usual(id));
    else expect(after).toBeLessThan(usual(id));
  });

  test('none of its levers moves a life', () => {
    const other = simulate(withLevers(cell, { regime: { hours: regime.hours.toReversed(), allowance: 0 } })).summary;
    expect([...other.events]).toEqual([...summary.events]);
    expect([...other.flow]).toEqual([...summary.flow]);
  });
});
