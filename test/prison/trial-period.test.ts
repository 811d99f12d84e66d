/** How long a trial period lasts, by the law in force. */
import { expect, test } from 'vitest';
import { trialLength } from '../../src/prison/trial-period.ts';

test.each([
  [100, 1, 0, 100, 'the rest of the sentence'],
  [100, 2, 0, 200, 'twice as long'],
  [100, 0.5, 0, 50, 'half'],
  [33, 0.5, 0, 17, 'half, rounded to whole days'],
  [100, 0, 0, 1, 'nobody is on trial for nothing'],
  [14, 1, 180, 180, 'half a year at least'],
  [300, 1, 180, 300, 'the rest is longer than the least'],
  [100, 1.5, 120, 150, 'both'],
  [100, 1, 99.5, 100, 'half a day is a day'],
])('with %i days left, factor %f and least %i: %i days, because %s', (rest, factor, least, days) => {
  expect(trialLength(rest, factor, least)).toBe(days);
});
