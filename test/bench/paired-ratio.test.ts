/** Paired ratios: what disturbs both falls out, and a verdict needs more than noise. */
import { expect, test } from 'vitest';
import { isNarrow, pairedRatio, verdictOf } from '../../bench/paired-ratio.ts';

test('rounds that are slow for both do not widen the interval', () => {
  const { ratio, low, high } = pairedRatio([11, 22, 44], [10, 20, 40]);
  for (const value of [ratio, low, high]) expect(value).toBeCloseTo(1.1, 12);
});

test('a known answer: ratios of 1, 1.1 and 1.21', () => {
  // logarithms of mean l = log 1.1 and standard error l / sqrt 3; the t quantile with 2 degrees of freedom is 4.30265
  const { ratio, low, high } = pairedRatio([1, 1.1, 1.21], [1, 1, 1]);
  const margin = (4.302653 * Math.log(1.1)) / Math.sqrt(3);
  expect(ratio).toBeCloseTo(1.1, 12);
  expect(Math.log(high)).toBeCloseTo(Math.log(1.1) + margin, 6);
  expect(Math.log(low)).toBeCloseTo(Math.log(1.1) - margin, 6);
});

test('the inverse has the inverse ratio and ends', () => {
  const there = pairedRatio([3, 4, 7], [2, 5, 6]);
  const back = pairedRatio([2, 5, 6], [3, 4, 7]);
  expect(back.ratio).toBeCloseTo(1 / there.ratio, 12);
  expect(back.low).toBeCloseTo(1 / there.high, 12);
});

test('one round bounds nothing, and unequal numbers of rounds are refused', () => {
  expect(pairedRatio([2], [1])).toEqual({ ratio: 2, low: 0, high: Infinity });
  expect(() => pairedRatio([1, 2], [1])).toThrow(/2 rounds cannot be paired with 1/);
});

test.each([
  ['a tenth more, beyond noise', { ratio: 1.1, low: 1.04, high: 1.16 }, 'slower'],
  ['a tenth more, all of it known', { ratio: 1.1, low: 1.1, high: 1.1 }, 'slower'],
  ['a tenth more within noise', { ratio: 1.1, low: 0.99, high: 1.22 }, 'undecided'],
  ['a little more, known well', { ratio: 1.03, low: 1.01, high: 1.05 }, 'not slower'],
  ['noise alone', { ratio: 1, low: 0.85, high: 1.18 }, 'undecided'],
  ['the same', { ratio: 1, low: 0.97, high: 1.03 }, 'not slower'],
  ['faster', { ratio: 0.5, low: 0.4, high: 0.6 }, 'not slower'],
] as const)('%s', (_, ratio, verdict) => {
  expect(verdictOf(ratio)).toBe(verdict);
});

test('an interval is narrow if its end is nearer to the ratio than a regression is to none', () => {
  expect(isNarrow({ ratio: 1, low: 0.96, high: 1.04 })).toBe(true);
  expect(isNarrow({ ratio: 0.5, low: 0.46, high: 0.54 })).toBe(false);
});
