import { describe, expect, test } from 'vitest';
import { activityMeasures } from '../../src/measures/activity.ts';
import { NONE, type Row, status } from '../../src/people/person.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import { tally } from '../../src/people/tallies.ts';
import type { World } from '../../src/people/world.ts';
import { forgetWork, isOnDayRelease, step, type WorkParameters, works, workshopNames } from '../../src/prison/work.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { emptyPrison, facility, inmate, given as programmes } from './pupils.ts';

/** One place in a carpentry and two in a kitchen in every unit, taken by all the sentenced and nobody in remand. */
const given: WorkParameters = {
  places: workshopNames.map((_, at) =>
    Float64Array.of(...[2, 2].map((places) => (at === 0 ? places : at === 2 ? 2 * places : 0))),
  ),
  hours: Float64Array.of(30, 0, 20, 0, 0, 0),
  attendance: Float64Array.of(0.5, 1),
  takenShare: 1,
  takenInRemand: 0,
  fullClass: 15,
};

describe('a place at work', () => {
  test('goes to those who came to the level first, then by key, where most others are free', () => {
    const world = emptyPrison();
    const rows = [4, 2, 3, 1].map((index) => inmate(world, index));
    world.people.levelDay[rows[0]] = world.today - 60;
    week(world);
    expect(rows.map((row) => world.people.workshop[row])).toEqual([2, 2, NONE, 0]);
  });

  test('is kept from week to week, and every week is five days of work', () => {
    const world = emptyPrison();
    const rows = [1, 2, 3].map((index) => inmate(world, index));
    for (let at = 0; at < 3; at++) week(world);
    expect(rows.map((row) => world.people.workshop[row])).toEqual([2, 0, 2]);
    expect(rows.map((row) => world.people.workDays[row])).toEqual([15, 15, 15]);
    expect(counted(world, 'work-weeks')).toBe(9);
    expect(counted(world, 'work-minutes')).toBe(3 * (2 * 20 + 30) * 30);
    expect(counted(world, 'work-places')).toBe(3 * 12);
    forgetWork(world, rows[0]);
    expect([works(world.people, rows[0]), world.people.workDays[rows[0]]]).toEqual([false, 0]);
  });

  test.each<[string, (world: World, row: Row) => unknown]>([
    ['moves to another unit', (world, row) => world.moveTo(row, status.serving, 0, 1)],
    ['has come back to the level', (world, row) => world.people.levelDay.fill(world.today - 1, row, row + 1)],
    ['is in no unit', (world, row) => world.moveTo(row, status.serving, 1)],
    ['goes to school', (world, row) => attend(world, row, 1)],
    ['works outside', (world, row) => world.people.dayReleaseDay.fill(world.today, row, row + 1)],
  ])('is free for somebody else once its holder %s', (_, change) => {
    const world = emptyPrison();
    const rows = [1, 2, 3, 4].map((index) => inmate(world, index));
    week(world);
    change(world, rows[0]);
    week(world);
    expect(world.people.workshop[rows[3]]).toBe(2);
  });

  test('is kept, without work, during an exclusion, and beside a short programme', () => {
    const world = emptyPrison();
    const [excluded, treated] = [1, 2].map((index) => inmate(world, index)) as [Row, Row];
    week(world);
    world.people.excludedUntil[excluded] = world.today + 8;
    attend(world, treated, 3);
    week(world);
    expect([excluded, treated].map((row) => works(world.people, row))).toEqual([true, true]);
    expect([excluded, treated].map((row) => world.people.workDays[row])).toEqual([5, 10]);
  });

  test('is free to refuse in remand', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    world.moveTo(row, status.remand, 0, 0);
    week(world);
    expect(works(world.people, row)).toBe(false);
    week(world, { ...given, takenInRemand: 1 });
    expect(works(world.people, row)).toBe(true);
  });
});

test('day release counts as work, in the stay in which it was granted and no other', () => {
  const world = emptyPrison();
  const row = inmate(world, 1);
  world.people.dayReleaseDay[row] = world.today;
  week(world);
  expect([isOnDayRelease(world.people, row), works(world.people, row), world.people.workDays[row]]).toEqual([
    true,
    false,
    5,
  ]);
  expect(counted(world, 'day-release-weeks')).toBe(1);
  world.people.gateDay[row] = world.today + 1;
  expect(isOnDayRelease(world.people, row)).toBe(false);
});

describe('in the tiny world', () => {
  const cell = tinyCell();
  const { work } = cell.parameters[0].values;
  const before = measured({});
  test.each<[string, Levers, 1 | -1]>([
    ['no places', { work: { places: work.places.map((row) => row.map(() => 0)) } }, -1],
    ['everybody in remand takes work', { work: { takenInRemand: 1 } }, 1],
    ['half of the sentenced refuse', { work: { takenShare: 0.5 } }, -1],
    ['school leaves time for work', { work: { fullClass: 60 } }, 1],
  ])('%s', (_, levers, direction) => {
    expect(Math.sign(measured(levers) - before)).toBe(direction);
  });

  function measured(levers: Levers): number {
    const { summary } = simulate(withLevers(cell, levers));
    const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters.at(-1)!.values };
    return activityMeasures(['high', 'low', 'transitional'])
      .find(({ id }) => id === 'in-work')!
      .value(reading);
  }
});

function week(world: World, work: WorkParameters = given): void {
  callRoll(world);
  step(world, work, { ...programmes, hours: Float64Array.of(20, 20, 20, 3, 3, 3) }, facility);
  world.today += 7;
}

function attend({ people, today }: World, row: Row, programme: number): void {
  people.programme[row] = programme;
  people.programmeSince[row] = today;
  people.isEnrolled[row] = 1;
}

function counted(world: World, name: keyof typeof tally): number {
  const columns = world.levels + 1;
  return world.tallies.slice(tally[name] * columns, (tally[name] + 1) * columns).reduce((sum, count) => sum + count);
}
