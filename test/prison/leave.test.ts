import { describe, expect, test } from 'vitest';
import { NONE } from '../../src/people/person.ts';
import { leaveAfter, leaveAfterInDetention, mayWorkOutside } from '../../src/prison/leave.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';

/** The law as it stands: a third, at least four months; of more than twelve years, four years. */
const lawful = { part: 0.3333333333, leastDays: 122, longSentence: 12, longLeast: 4 };

test.each([
  [1, 122, 'the shortest sentence is over before four months'],
  [30, 122, 'a month'],
  [74, 122, 'the shortest sentence with conditional release'],
  [90, 122, 'three months'],
  [122, 122, 'four months: served whole before leave is possible'],
  [123, 122, 'a day longer: one day of leave time if served whole'],
  [182, 122, 'two thirds are 122: released conditionally on the day of eligibility'],
  [183, 122, 'half a year'],
  [184, 122, 'two thirds are 123: a day of leave time'],
  [270, 122, 'nine months: a third is 90'],
  [364, 122, 'a third is 121.3: four months bind'],
  [365, 122, 'a year: a third is 121.67, rounded up 122'],
  [366, 122, 'a third is 122 exactly, and 122 days are served'],
  [367, 123, 'a third is 122.33, rounded up'],
  [368, 123, 'a third is 122.67'],
  [369, 123, 'a third is 123 exactly, not 124'],
  [400, 134, 'a third is 133.33'],
  [540, 180, 'eighteen months'],
  [730, 244, 'two years: 243.33'],
  [731, 244, '243.67'],
  [732, 244, '244 exactly'],
  [1095, 365, 'three years: one'],
  [1096, 366, '365.33'],
  [1461, 487, 'four years exactly'],
  [1826, 609, 'five years: 608.67'],
  [2922, 974, 'eight years exactly'],
  [3652, 1218, 'ten years: 1217.33'],
  [4382, 1461, 'a day under twelve years: 1460.67'],
  [4383, 1461, 'twelve years exactly: four years as a third'],
  [4384, 1461, 'a day over twelve: four years, and no more'],
  [5478, 1461, 'fifteen years'],
  [7670, 1461, '21 years, the longest that the law allows'],
])('of %i days, leave is possible after %i: %s', (sentenceDays, after) => {
  expect(leaveAfter(sentenceDays, lawful)).toBe(after);
});

test.each<[number, Partial<typeof lawful>, number, string]>([
  [900, { leastDays: 0 }, 300, 'without a least'],
  [900, { part: 0 }, 122, 'without a part'],
  [900, { part: 0.5 }, 450, 'half'],
  [900, { part: 1 }, 900, 'none before the end'],
  [900, { leastDays: 365 }, 365, 'a year at least'],
  [900, { longSentence: 2 }, 1461, 'two years are long already'],
  [5000, { longLeast: 0 }, 0, 'long sentences at once'],
  [5000, { longSentence: 21 }, 1667, 'no sentence is long'],
])('of %i days, with %o: after %i: %s', (sentenceDays, change, after) => {
  expect(leaveAfter(sentenceDays, { ...lawful, ...change })).toBe(after);
});

test.each([
  [3653, 2 / 3, 2436, 'ten years, the longest minimum term: 2435.33'],
  [3, 2 / 3, 2, 'two thirds exactly, not three'],
  [1826, 0.6666666667, 1218, 'five years: 1217.33'],
  [1461, 0.6666666667, 974, 'four years: 974 exactly, and decimals are forgiven'],
  [1000, 1, 1000, 'not before the minimum term is over'],
  [1000, 0, 0, 'at once'],
])('of a minimum term of %i days, part %f: leave after %i: %s', (minimum, part, after) => {
  expect(leaveAfterInDetention(minimum, part)).toBe(after);
});

test.each([
  [1, 200, 122, 300, true, 'at a more open level, after a third, within a year of release'],
  [2, 200, 122, 300, true, 'in transitional housing as well'],
  [0, 200, 122, 300, false, 'never from the most closed level'],
  [NONE, 200, 122, 300, false, 'nor outside institutions'],
  [1, 121, 122, 300, false, 'a day too early'],
  [1, 122, 122, 300, true, 'on the day'],
  [1, 200, 122, 365, true, 'a year before release'],
  [1, 200, 122, 366, false, 'a day more than a year'],
  [1, 200, 122, 0, false, 'on the day of release'],
  [1, 200, 122, -1, false, 'after it'],
])('at level %i with %i days served of %i and %i left: %s, %s', (level, served, after, left, may) => {
  expect(mayWorkOutside(level, served, after, left, 365)).toBe(may);
});

describe('each lever moves its measure', () => {
  const base = tinyCell();
  const { leave } = base.parameters[0].values;
  const all = leave.grantedShare.map(() => 1);
  const count = (levers: Levers, name: string) =>
    [...livesIn(simulate(withLevers(base, levers), true).world).values()].flat().filter(({ event }) => event === name);
  const some = { leave: { ...leave, grantedShare: all, dayReleaseShare: 1 } };

  test('more are granted leave and day release where the shares are higher, and nobody where they are nothing', () => {
    const none = { leave: { grantedShare: leave.grantedShare.map(() => 0), dayReleaseShare: 0 } };
    expect(count(none, 'leaveGranted')).toHaveLength(0);
    expect(count(none, 'dayReleased')).toHaveLength(0);
    const granted = count({}, 'leaveGranted').length;
    expect(granted).toBeGreaterThan(0);
    expect(count(some, 'leaveGranted').length).toBeGreaterThan(granted);
    expect(count(some, 'dayReleased').length).toBeGreaterThan(count({}, 'dayReleased').length);
  });

  test('a later date means fewer leaves, and a shorter last time fewer day releases', () => {
    const later = { leave: { ...some.leave, part: 0.6, leastDays: 300 } };
    expect(count(later, 'leaveGranted').length).toBeLessThan(count(some, 'leaveGranted').length);
    const shorter = { leave: { ...some.leave, dayReleaseLast: 30 } };
    expect(count(shorter, 'dayReleased').length).toBeLessThan(count(some, 'dayReleased').length);
    for (const { detail } of count(some, 'dayReleased')) expect(detail).toBeLessThanOrEqual(365);
  });

  test('who has children has more days of leave', () => {
    const days = (childrenShare: number) =>
      new Set(count({ leave: { ...some.leave, childrenShare } }, 'leaveGranted').map(({ detail }) => detail));
    expect(days(0)).toEqual(new Set([18]));
    expect(days(1)).toEqual(new Set([30]));
    expect(days(0.5)).toEqual(new Set([18, 30]));
  });
});
