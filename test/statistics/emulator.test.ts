/** Emulators: functions with known answers, and the promises of their errors. */
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/engine/normal.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { emulatorsOf, fewestRuns } from '../../src/statistics/emulator.ts';
import { latinHypercube } from '../../src/statistics/latin-hypercube.ts';

const pointsIn = (count: number, dimensions: number, seed: string) =>
  latinHypercube(count, dimensions, randomKey(seed, 0)).map((row) => row.map((u) => normalQuantile(u)));
const luck = (seed: string, at: number) => {
  const { low, high } = randomKey(seed, 1);
  return normalQuantile(uniform(low, high, at, 0));
};
const emulated = (points: readonly Float64Array[], f: (x: Float64Array) => number) =>
  emulatorsOf(points, [Float64Array.from(points, f)])[0];

const design = pointsIn(40, 2, 'design');
const fresh = pointsIn(50, 2, 'fresh');

test('a quadratic is predicted exactly', () => {
  const f = ([x, y]: ArrayLike<number> & Iterable<number>) => 3 + 2 * x - y + 0.5 * x * x - x * y;
  const emulator = emulated(design, f);
  for (const point of fresh) expect(emulator.predict(point).mean).toBeCloseTo(f(point), 6);
  expect(emulator.explained).toBeCloseTo(1, 9);
});

test('a smooth function without a formula is predicted within its own errors, which vanish at the runs', () => {
  const f = ([x, y]: Float64Array) => Math.sin(x) + Math.cos(1.5 * y);
  const emulator = emulated(design, f);
  const z = fresh.map((point) => {
    const { mean, variance } = emulator.predict(point);
    return Math.abs(mean - f(point)) / Math.sqrt(variance + emulator.nugget);
  });
  expect(z.filter((one) => one < 3).length).toBeGreaterThanOrEqual(46);
  expect(emulator.explained).toBeGreaterThan(0.9);
  const atRun = emulator.predict(design[0]);
  expect(Math.abs(atRun.mean - f(design[0]))).toBeLessThan(0.02);
  const farAway = emulator.predict([9, 9]);
  expect(farAway.variance).toBeGreaterThan(100 * atRun.variance);
});

test('luck goes into the nugget, at its size, and not into the smooth part', () => {
  const points = pointsIn(200, 2, 'noisy');
  const values = Float64Array.from(points, ([x], at) => 10 * x + 2 * luck('luck', at));
  const [emulator] = emulatorsOf(points, [values]);
  expect(Math.sqrt(emulator.nugget)).toBeGreaterThan(1.6);
  expect(Math.sqrt(emulator.nugget)).toBeLessThan(2.4);
  expect(emulator.predict([1, 0]).mean).toBeCloseTo(10, 0);
  expect(emulator.leftOut.filter((z) => Math.abs(z) < 2).length / 200).toBeGreaterThan(0.9);
});

test('the mean of pure luck is the mean, with the standard error of a trend that is fitted and not there', () => {
  const points = pointsIn(100, 1, 'flat');
  const values = Float64Array.from(points, (_, at) => 5 + luck('flat luck', at));
  const { mean, variance } = emulatorsOf(points, [values])[0].predict([0]);
  expect(Math.abs(mean - 5)).toBeLessThan(4 * Math.sqrt(variance));
  expect(variance).toBeGreaterThan(0.5 / 100);
  expect(variance).toBeLessThan(0.1);
});

describe('leaving one run out', () => {
  test('gives for a straight line with luck the deleted residuals of least squares', () => {
    const points = [-2, -1, 0, 1, 2].map((x) => Float64Array.of(x));
    const y = [0.6, -1.7, 0.7, -0.6, 2];
    const [{ leftOut, nugget, predict }] = emulatorsOf(points, [Float64Array.from(y)]);
    // y = a + b x with a nugget alone: hat values 1/5 + x^2/10
    const a = y.reduce((sum, one) => sum + one, 0) / 5;
    const b = points.reduce((sum, [x], at) => sum + x * y[at], 0) / 10;
    const s2 = y.reduce((sum, one, at) => sum + (one - a - b * points[at][0]) ** 2, 0) / 3;
    expect(nugget).toBeCloseTo(s2, 9);
    expect(predict([1]).mean).toBeCloseTo(a + b, 9);
    expect(predict([1]).variance).toBeCloseTo(s2 * (1 / 5 + 1 / 10), 9);
    points.forEach(([x], at) => {
      const spared = 1 - (1 / 5 + (x * x) / 10);
      expect(leftOut[at]).toBeCloseTo((y[at] - a - b * x) / Math.sqrt(s2 * spared), 9);
    });
  });
});

test('an output that never varies is itself', () => {
  const emulator = emulated(design, () => 7);
  expect(emulator.predict([1, 2])).toEqual({ mean: 7, variance: 0 });
});

test('too few runs are refused', () => {
  expect(fewestRuns(2)).toBe(6);
  expect(() => emulated(design.slice(0, 5), () => 1)).toThrow('5 runs are too few: 6 are needed');
});
