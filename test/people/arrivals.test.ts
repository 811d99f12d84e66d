import { expect, test } from 'vitest';
import { arrivalIndex, isFollowed, isWindowOver, MOST_A_DAY } from '../../src/people/arrivals.ts';
import { NOT_YET } from '../../src/people/person.ts';

const given = { perYear: 100, windowYears: 8, followedYears: 5, renewedShare: 0.5 };

test.each([
  [0, 2922, false, 'eight years of 365.25 days are not more than eight years'],
  [0, 2923, true, 'a day later'],
  [5000, 5000 + 2922, false, 'counted from the arrival'],
  [5000, 5000 + 2923, true, 'counted from the arrival'],
  [5000, 5000, false, 'the day of arrival'],
])('arrived on day %i, the window is over on day %i: %s, %s', (arrived, today, over) => {
  expect(isWindowOver(arrived, today, given)).toBe(over);
});

test.each([
  [1000, 1000, true, 'the day of release'],
  [1000, 1000 + 1826, true, 'five years of 365.25 days are 1826.25'],
  [1000, 1000 + 1827, false, 'a day later'],
  [NOT_YET, 20_000, false, 'never in prison'],
])('released on day %i, followed on day %i: %s, %s', (released, today, followed) => {
  expect(isFollowed(released, today, given)).toBe(followed);
});

test('no two arrivals have one key, and every key is an unsigned 32-bit number', () => {
  const days = [0, 1, 9131, 20_000];
  const keys = days.flatMap((day) => [0, 1, MOST_A_DAY - 1].map((nth) => arrivalIndex(day, nth)));
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key >>> 0).toBe(key);
});

test('more arrivals on one day than fit into its keys are refused', () => {
  expect(() => arrivalIndex(7, MOST_A_DAY)).toThrow(RangeError);
});
