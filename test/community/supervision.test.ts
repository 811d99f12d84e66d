import { expect, test } from 'vitest';
import { recallAfter } from '../../src/community/supervision.ts';

test.each([
  [0.5, 0.1, 0.5, 100, 0, 'a draw above the share is never recalled'],
  [0.1, 0.1, 0.5, 100, 0, 'a draw equal to the share is never recalled'],
  [0.05, 0.1, 0.0001, 100, 1, 'at the earliest after a day'],
  [0.05, 0.1, 0.9999, 100, 99, 'at the latest on the day before the last'],
  [0.05, 0.1, 0.5, 101, 51, 'in the middle: 1 + half of 100'],
  [0.05, 0.1, 0.5, 14, 7, 'the shortest trial period of the law: 1 + floor(6.5)'],
  [0.05, 0.1, 0.5, 1, 0, 'a single day is the last day'],
  [0.05, 0.1, 0.5, 0, 0, 'no trial period, no recall'],
  [0.05, 0.1, 0.5, -20, 0, 'a sentence served beyond its end'],
])('draw %f of %f, at %f of %i days: recalled after %i, because %s', (draw, share, when, days, after) => {
  expect(recallAfter(draw, share, when, days)).toBe(after);
});
