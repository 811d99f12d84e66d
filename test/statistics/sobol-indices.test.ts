/** Sobol indices against functions whose indices are known: Ishigami's and Sobol's g. */
import { describe, expect, test } from 'vitest';
import { randomKey } from '../../src/engine/random.ts';
import { sobolIndices } from '../../src/statistics/sobol-indices.ts';
import { sobolPoints } from '../../src/statistics/sobol-sequence.ts';

const key = randomKey('indices', 0);

/** T. Ishigami and T. Homma (1990), with a = 7 and b = 0.1. */
const ishigami = (point: ArrayLike<number>) => {
  const [x, y, z] = Array.from(point, (u) => Math.PI * (2 * u - 1)) as [number, number, number];
  return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
};

const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
/** I. M. Sobol's g function. */
const g = (point: ArrayLike<number>) =>
  A.reduce((product, a, d) => (product * (Math.abs(4 * point[d] - 2) + a)) / (1 + a), 1);
const parts = A.map((a) => 1 / (3 * (1 + a) ** 2));
const whole = parts.reduce((product, part) => product * (1 + part), 1) - 1;

function indicesOf(f: (point: ArrayLike<number>) => number, dimensions: number, count: number) {
  const points = sobolPoints(count, 2 * dimensions, key);
  const a = points.map((point) => point.slice(0, dimensions));
  const b = points.map((point) => point.slice(dimensions));
  const mixed = Array.from({ length: dimensions }, (_, factor) =>
    a.map((point, at) => f(point.map((x, d) => (d === factor ? b[at][d] : x)))),
  );
  return sobolIndices({ a: a.map(f), b: b.map(f), mixed }, key);
}

describe.each([
  ['Ishigami', ishigami, [0.3139, 0.4424, 0], [0.5576, 0.4424, 0.2437]],
  ['g', g, parts.map((part) => part / whole), parts.map((part) => (part / (1 + part)) * ((1 + whole) / whole))],
] as const)('of the function %s', (_, f, first, total) => {
  // as many points as bring every index within the tolerance, and twice as many as do not
  const found = indicesOf(f, first.length, 4096);

  test.each([...first.keys()])('factor %i', (factor) => {
    expect(found[factor].first.index).toBeCloseTo(first[factor], 1.7);
    expect(found[factor].total.index).toBeCloseTo(total[factor], 1.7);
    expect(found[factor].total.low).toBeLessThanOrEqual(total[factor] + 0.01);
    expect(found[factor].total.high).toBeGreaterThanOrEqual(total[factor] - 0.01);
  });
});

test('of few points intervals are wide and hold the truth', () => {
  const found = indicesOf(ishigami, 3, 64);
  expect(found[0].total.high - found[0].total.low).toBeGreaterThan(0.2);
  for (const [factor, truth] of [0.5576, 0.4424, 0.2437].entries()) {
    expect(found[factor].total.low).toBeLessThan(truth);
    expect(found[factor].total.high).toBeGreaterThan(truth);
  }
});

test('an outcome that never varies has none', () => {
  for (const { first, total } of indicesOf(() => 1, 2, 16)) {
    expect([first.index, first.low, total.index, total.high]).toEqual([NaN, NaN, NaN, NaN]);
  }
});
