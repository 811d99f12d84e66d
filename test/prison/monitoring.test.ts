import { expect, test } from 'vitest';
import { NONE } from '../../src/people/person.ts';
import { breachAfter, isEligible, mayEndAtHome } from '../../src/prison/monitoring.ts';

test.each([
  [120, 120, 0.1, 0.5, true, 'as long as the limit'],
  [121, 120, 0.1, 0.5, false, 'a day too long'],
  [30, 120, 0.5, 0.5, false, 'a draw equal to the share is not below it'],
  [30, 120, 0.49, 0.5, true, 'below the share'],
  [30, 0, 0.1, 1, false, 'a limit of nothing: before monitoring was introduced'],
  [30, 120, 0.0001, 0, false, 'nobody is eligible'],
])('%i days, limit %i, draw %f of %f: %s, because %s', (days, limit, draw, share, eligible) => {
  expect(isEligible(days, limit, draw, share)).toBe(eligible);
});

test.each([
  [0, 30, 60, false, 'not from the most closed level'],
  [1, 30, 60, true, 'from a more open one, near release'],
  [2, 60, 60, true, 'on the last day that counts as near'],
  [2, 61, 60, false, 'a day too early'],
  [1, 0, 60, false, 'nothing remains'],
  [1, -3, 60, false, 'less than nothing remains'],
  [NONE, 30, 60, false, 'not somebody who is in no institution'],
])('from level %i with %i days left of at most %i: %s, because %s', (level, remaining, lastDays, may) => {
  expect(mayEndAtHome(level, remaining, lastDays)).toBe(may);
});

test.each([
  [0.5, 0.045, 0.5, 30, 0, 'a draw above the share keeps the rules'],
  [0.045, 0.045, 0.5, 30, 0, 'a draw equal to the share keeps the rules'],
  [0.01, 0.045, 0.0001, 30, 1, 'at the earliest after a day'],
  [0.01, 0.045, 0.9999, 30, 29, 'at the latest on the day before the end'],
  [0.01, 0.045, 0.5, 30, 15, 'in the middle: 1 + half of 29'],
  [0.01, 0.045, 0.5, 2, 1, 'the only day there is'],
  [0.01, 0.045, 0.5, 1, 0, 'a single day leaves none between'],
  [0.01, 0.045, 0.5, 0, 0, 'no days at all'],
])('draw %f of %f, at %f of %i days: breach after %i, because %s', (draw, share, when, days, after) => {
  expect(breachAfter(draw, share, when, days)).toBe(after);
});
