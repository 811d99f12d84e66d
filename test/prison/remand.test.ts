import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { event } from '../../src/people/life-events.ts';
import { causes } from '../../src/people/mortality.ts';
import { NONE, status } from '../../src/people/person.ts';
import { creditFor, isolationDays, remandClass } from '../../src/prison/remand.ts';
import { handlers } from '../../src/simulation/day.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';
import { countOf, lawWith, onePerson, recordOf } from './one-person.ts';

test.each([
  [1, 0, 'the shortest'],
  [30, 0, 'a bound belongs to the class it ends'],
  [31, 1, 'a day longer begins the next'],
  [90, 1, 'the end of the second'],
  [91, 2, 'the beginning of the last'],
  [7670, 2, 'the end of the last'],
  [9999, 2, 'beyond the last bound is the last class'],
])('a prospective sentence of %i days is in class %i: %s', (days, expected) => {
  expect(remandClass(days, Float64Array.of(30, 90, 7670))).toBe(expected);
});

test.each([
  [0.0001, 14, 84, 60, 1, 'the shortest is a day'],
  [0.5, 14, 84, 60, 10, 'half are isolated for less than ten days'],
  [0.5, 28, 84, 60, 20, 'twice the mean'],
  [0.5, 14, 84, 7, 7, 'remand ends, and isolation with it'],
  [0.5, 14, 84, 1, 1, 'a remand of a day'],
  [0.5, 14, 6, 60, 6, 'the law allows no more'],
  [0.5, 14, 6.9, 60, 6, 'and allows whole days'],
  [0.95, 14, 84, 365, 42, 'one in twenty for more than 41 days'],
  [0.9999, 14, 84, 365, 84, 'at most twelve weeks'],
  [0.9999, 14, 1000, 365, 129, 'unless the law allows more'],
  [0.9999, 14, 84, 30, 30, 'the end of remand comes first'],
])('isolation at draw %f, mean %f, at most %f, in a remand of %i days: %i, %s', (u, mean, most, stay, isolated) => {
  expect(isolationDays(u, mean, most, stay)).toBe(isolated);
});

test.each([
  [1, 0, 2, 1, 'every day counts'],
  [30, 0, 2, 30, 'a month'],
  [60, 0, 2, 60, 'two'],
  [366, 0, 2, 366, 'a leap year'],
  [30, 1, 2, 31, '24 hours of isolation have begun 48'],
  [30, 2, 2, 31, '48 hours'],
  [30, 3, 2, 32, '72 hours have begun a second time'],
  [30, 4, 2, 32, 'four days'],
  [30, 5, 2, 33, 'five days'],
  [30, 13, 2, 37, 'thirteen days'],
  [30, 14, 2, 37, 'the usual two weeks'],
  [30, 15, 2, 38, 'a day more'],
  [30, 30, 2, 45, 'isolated to the end: half as much again'],
  [84, 84, 2, 126, 'twelve weeks count as eighteen'],
  [1, 1, 2, 2, 'one day counts as two'],
  [2, 1, 2, 3, 'two days, the first in isolation'],
  [48, 2, 2, 49, 'isolation is credited once, however long remand is'],
  [30, 14, 1, 44, 'a law that credits every day of it'],
  [30, 14, 4, 34, 'every four days: 4, 8, 12 and the two begun'],
  [30, 14, 7, 32, 'every week'],
  [30, 15, 7, 33, 'a third week has begun'],
  [30, 14, 10_000, 31, 'hardly ever'],
  [30, 0, 10_000, 30, 'nothing has begun'],
  [30, 14, 0.5, 58, 'every twelve hours'],
])(
  'a remand of %i days, %i of them in isolation, a day more for every %f: %i days, %s',
  (stay, isolated, every, credit) => {
    expect(creditFor(stay, isolated, every)).toBe(credit);
  },
);

describe('a stay', () => {
  const all = (value: number) => new Float64Array(6).fill(value);
  const always: Levers = {
    remand: { share: all(1), shareWithoutPrison: 1, restrictedShare: 1, isolatedShare: 1, straightShare: all(0) },
  };
  const remanded = (levers: Levers = always) => {
    const one = onePerson();
    const law = lawWith(levers);
    handlers.charged(one.world, one.row, law);
    handlers.remanded(one.world, one.row, law);
    return { ...one, law };
  };

  test('begins at the most closed level, restricted and isolated, and ends with the credit for both', () => {
    const { world, row, law } = remanded();
    const { people, diary } = world;
    expect([people.status[row], people.level[row]]).toEqual([status.remand, 0]);
    const isolated = people.isolatedDays[row];
    expect(countOf(world, 'restricted')).toBe(1);
    expect(recordOf(world).at(-1)).toBe(`0 isolated ${isolated}`);
    const stay = diary.due(row, event.remandEnded) - world.today;
    expect(isolated).toBeGreaterThan(0);
    expect(isolated).toBeLessThanOrEqual(stay);
    world.today += stay;
    handlers.remandEnded(world, row, law);
    expect(people.creditDays[row]).toBe(stay + Math.ceil(isolated / 2));
    expect(recordOf(world).find((line) => line.includes('remandEnded'))).toBe(`${stay} remandEnded ${stay}`);
  });

  test('isolation in an earlier case is none in this one', () => {
    const { world, row } = remanded();
    expect(world.people.isolatedDays[row]).toBeGreaterThan(0);
    world.moveTo(row, status.liberty, NONE);
    const law = lawWith({ remand: { ...always.remand, restrictedShare: 0 } });
    handlers.charged(world, row, law);
    handlers.remanded(world, row, law);
    expect(world.people.isolatedDays[row]).toBe(0);
  });

  test('foreign nationals are remanded more often, by the odds; at 1 as others are', () => {
    const remands = (foreign: number, foreignOdds: number) =>
      Array.from({ length: 100 }, (_, nth) => {
        const { world, row } = onePerson(nth + 1);
        world.people.foreign[row] = foreign;
        const law = lawWith({ remand: { share: all(0.2), shareWithoutPrison: 0.2, foreignOdds } });
        handlers.charged(world, row, law);
        handlers.remanded(world, row, law);
        return world.people.status[row] === status.remand;
      });
    const [alike, others, foreign] = [remands(1, 1), remands(0, 9), remands(1, 9)];
    const count = (seen: readonly boolean[]) => seen.filter((one) => one).length;
    expect(alike).toEqual(others);
    expect(others.filter((one, at) => one && !foreign[at])).toEqual([]);
    // odds of 1 to 4, times 9: 9 of 13, of 100, within three standard deviations
    expect(Math.abs(count(foreign) - 900 / 13)).toBeLessThan(14);
    expect(count(others)).toBeLessThan(34);
  });

  test('foreign nationals stay longer by the factor', () => {
    const stays = [0, 1].map((foreign) => {
      const { world, row } = onePerson();
      world.people.foreign[row] = foreign;
      const law = lawWith({
        remand: { ...always.remand, meanDays: all(100), daysWithoutPrison: 100, foreignFactor: 1.3 },
      });
      handlers.charged(world, row, law);
      handlers.remanded(world, row, law);
      return world.diary.due(row, event.remandEnded) - world.today - 1;
    });
    expect(Math.abs(stays[1] - 1.3 * stays[0])).toBeLessThan(2);
    expect(stays[1]).toBeGreaterThan(stays[0]);
  });

  test('death in custody ends it, and all that was to come', () => {
    const { world, row, law } = remanded();
    world.people.deathCause[row] = causes.suicide;
    world.people.gateDay[row] = world.today;
    handlers.died(world, row, law);
    expect(world.isPresent(row)).toBe(false);
    expect(world.diary.due(row, event.remandEnded)).toBe(NEVER);
    expect(world.stock.reduce((sum, people) => sum + people, 0)).toBe(0);
  });
});

describe('in the tiny world each lever moves what its page says', () => {
  const count = (levers: Levers, name: string, detail = false) => {
    const { remand } = tinyCell().parameters[0].values;
    const { world } = simulate(withLevers(tinyCell(), { remand: { ...remand, ...levers.remand } }), true);
    const found = [...livesIn(world).values()].flat().filter((happening) => happening.event === name);
    return detail ? found.reduce((sum, happening) => sum + happening.detail, 0) : found.length;
  };

  test('restrictions', () => {
    expect(count({ remand: { restrictedShare: 0 } }, 'restricted')).toBe(0);
    const [few, many] = [0.2, 0.8].map((restrictedShare) => count({ remand: { restrictedShare } }, 'restricted'));
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(2 * few!);
    expect(count({ remand: { restrictedShare: 0 } }, 'isolated')).toBe(0);
  });

  test('isolation', () => {
    expect(count({ remand: { isolatedShare: 0 } }, 'isolated')).toBe(0);
    expect(count({ remand: { isolatedShare: 0 } }, 'restricted')).toBe(count({}, 'restricted'));
    expect(count({ remand: { isolatedShare: 1 } }, 'isolated')).toBeGreaterThan(count({}, 'isolated'));
    expect(count({ remand: { isolatedDays: 40 } }, 'isolated', true)).toBeGreaterThan(count({}, 'isolated', true));
    expect(count({ remand: { isolatedMost: 5 } }, 'isolated', true)).toBeLessThan(count({}, 'isolated', true));
  });

  test('less credit, longer stays inside', () => {
    const generous = count({ remand: { isolatedShare: 1, restrictedShare: 1, creditEvery: 0.5 } }, 'servedInRemand');
    const mean = count({ remand: { isolatedShare: 1, restrictedShare: 1, creditEvery: 10_000 } }, 'servedInRemand');
    expect(generous).toBeGreaterThan(mean);
  });
});
