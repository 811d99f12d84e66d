/** Forecast scores: known answers, published tables, and intervals that hold what they claim. */
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/engine/mathematics.ts';
import {
  crpsOfEnsemble,
  crpsOfNormal,
  effectiveSize,
  exactProportionInterval,
  predictionInterval,
} from '../../src/statistics/forecast-scores.ts';

const uniform = (count: number) => Array.from({ length: count }, (_, at) => (at + 0.5) / count);

test('the CRPS of one member is its absolute error, of two the distance less half their gap', () => {
  expect(crpsOfEnsemble([3], 5)).toBe(2);
  expect(crpsOfEnsemble([3, 7], 5)).toBeCloseTo(2 - 1, 12);
  expect(crpsOfEnsemble([3, 7], 9)).toBeCloseTo(4 - 1, 12);
  expect(() => crpsOfEnsemble([], 5)).toThrow('at least one member');
});

test('weights count as copies', () => {
  expect(crpsOfEnsemble([3, 7], 4, [3, 1])).toBeCloseTo(crpsOfEnsemble([3, 3, 3, 7], 4), 12);
  expect(() => crpsOfEnsemble([3, 7], 4, [1])).toThrow('1 weights do not belong to 2 members');
  expect(effectiveSize([1, 1, 1, 1])).toBeCloseTo(4, 12);
  expect(effectiveSize([3, 1])).toBeCloseTo(16 / 10, 12);
});

test('the CRPS of a normal distribution has its known values, and is that of many members', () => {
  // sigma (sqrt 2 - 1) / sqrt pi at the mean
  expect(crpsOfNormal(10, 2, 10)).toBeCloseTo((2 * (Math.SQRT2 - 1)) / Math.sqrt(Math.PI), 12);
  expect(crpsOfNormal(10, 0, 13)).toBe(3);
  const members = uniform(2000).map((u) => 10 + 2 * normalQuantile(u));
  for (const observed of [7, 10, 15]) {
    expect(crpsOfNormal(10, 2, observed)).toBeCloseTo(crpsOfEnsemble(members, observed), 2);
  }
});

test('a sharp forecast that is right beats a wide one, and a wide one beats a sharp one that is wrong', () => {
  expect(crpsOfNormal(0, 1, 0)).toBeLessThan(crpsOfNormal(0, 5, 0));
  expect(crpsOfNormal(0, 5, 12)).toBeLessThan(crpsOfNormal(0, 1, 12));
});

test('exact intervals of proportions are those of Clopper and Pearson', () => {
  // binom.test(8, 10) and binom.test(0, 12) in R
  const eight = exactProportionInterval(8, 10);
  expect(eight.low).toBeCloseTo(0.4439045, 6);
  expect(eight.high).toBeCloseTo(0.9747893, 6);
  const nothing = exactProportionInterval(0, 12);
  expect([nothing.low, nothing.high]).toEqual([0, expect.closeTo(1 - 0.025 ** (1 / 12), 10)]);
  expect(exactProportionInterval(12, 12).high).toBe(1);
});

test("a prediction interval is Student's, wider than the spread of few members", () => {
  // t of 0.9 with 3 degrees: 1.637744
  const { low, high } = predictionInterval([1, 2, 3, 4], 0.8);
  const margin = 1.637744 * Math.sqrt(5 / 3) * Math.sqrt(1.25);
  expect(low).toBeCloseTo(2.5 - margin, 5);
  expect(high).toBeCloseTo(2.5 + margin, 5);
  expect(predictionInterval([1], 0.8)).toEqual({ low: -Infinity, high: Infinity });
  expect(predictionInterval([1, 2, 3], 0.8, [1, 0, 0])).toEqual({ low: -Infinity, high: Infinity });
});

test('prediction intervals hold one more value as often as they say, few members or many', () => {
  for (const members of [5, 30]) {
    let [inside, state] = [0, 12345];
    const trials = 4000;
    const normal = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return normalQuantile((state + 0.5) / 2 ** 32);
    };
    for (let trial = 0; trial < trials; trial++) {
      const { low, high } = predictionInterval(Array.from({ length: members }, normal), 0.8);
      const next = normal();
      if (low <= next && next <= high) inside++;
    }
    const { low, high } = exactProportionInterval(inside, trials, 0.999);
    expect(low).toBeLessThan(0.8);
    expect(high).toBeGreaterThan(0.8);
  }
});
