import { describe, expect, test } from 'vitest';
import { incompleteBeta } from '../../src/engine/beta.ts';
import {
  beta,
  categorical,
  cumulativeOf,
  exponential,
  geometric,
  lognormal,
  memberOf,
  normal,
  poisson,
  triangular,
  uniformBetween,
  wholeDays,
} from '../../src/engine/distribution.ts';

test('continuous quantiles are the published ones', () => {
  expect(exponential(0.5, 100)).toBeCloseTo(69.31471805599453, 12);
  expect(exponential(0.95, 1)).toBeCloseTo(2.995732273553991, 14);
  expect(lognormal(0.5, 120, 1.1)).toBe(120);
  expect(lognormal(0.975, 1, 1)).toBeCloseTo(7.099071384231334, 12);
  expect(normal(0.975, 100, 15)).toBeCloseTo(129.3994597681008, 11);
  expect(uniformBetween(0.25, 10, 20)).toBe(12.5);
  expect(triangular(0.5, 0, 0, 1)).toBeCloseTo(1 - Math.SQRT1_2, 15);
  expect(triangular(0.25, 0, 0.5, 1)).toBeCloseTo(Math.sqrt(0.125), 15);
  expect(triangular(0.7, 3, 3, 3)).toBe(3);
});

describe('poisson', () => {
  test.each([
    [0.05, 25, 17],
    [0.5, 25, 25],
    [0.95, 25, 33],
    [0.999, 0.1, 2],
    [0.9, 0.1, 0],
    [0.91, 0.1, 1],
    [0.025, 100, 81],
    [0.975, 100, 120],
    [0.5, 1000, 1000],
    [0.001, 10_000, 9692],
    [0.999, 10_000, 10310],
  ])('the quantile %d of mean %d is %d', (u, mean, count) => expect(poisson(u, mean)).toBe(count));

  test('steps exactly where the cumulative chance is reached', () => {
    const reached = Math.exp(-2) * (1 + 2 + 2);
    expect(poisson(reached - 1e-12, 2)).toBe(2);
    expect(poisson(reached + 1e-12, 2)).toBe(3);
  });

  test('comes to an end at the last draw of the grid', () => {
    const last = 1 - 2 ** -53;
    expect(poisson(last, 0)).toBe(0);
    expect(poisson(last, 1)).toBeLessThan(25);
    expect(poisson(last, 29.9)).toBeLessThan(100);
    expect(poisson(last, 1e6)).toBeLessThan(1_009_000);
  });

  test('refuses a mean below 0 or not finite', () => {
    for (const mean of [-1, NaN, Infinity]) expect(() => poisson(0.5, mean)).toThrow(`mean ${mean}`);
  });
});

test('geometric counts failures before the first success', () => {
  expect([0.4, 0.6, 0.8, 0.9].map((u) => geometric(u, 1))).toEqual([0, 1, 2, 3]);
  expect(geometric(0.999, 0)).toBe(0);
  expect(geometric(0.5, 99)).toBe(68);
  expect(() => geometric(0.5, -1)).toThrow('mean -1');
});

describe('beta', () => {
  test.each([
    [0.5, 2, 2, 0.5],
    [0.5, 2, 5, 0.26444998329566],
    [0.05, 2, 5, 0.06284989170835438],
    [0.95, 2, 5, 0.5818034092520259],
    [0.025, 0.5, 0.5, 0.001541333133436012],
    [0.9, 30, 3, 0.9650588109899371],
    [0.3, 1, 4, 0.08530878077130555],
    [0.3, 4, 1, 0.7400828044922853],
  ])('the quantile %d of shapes %d and %d is %d', (u, a, b, value) => expect(beta(u, a, b)).toBeCloseTo(value, 13));

  test('its cumulative chance is the published one', () => {
    expect(incompleteBeta(2, 5, 0.5)).toBeCloseTo(0.890625, 14);
    expect(incompleteBeta(0.5, 0.5, 0.2)).toBeCloseTo(0.2951672353008665, 14);
    expect([incompleteBeta(2, 2, 0), incompleteBeta(2, 2, 1)]).toEqual([0, 1]);
  });

  test('refuses shapes that are not above 0', () => {
    expect(() => beta(0.5, 0, 1)).toThrow('not 0 and 1');
    expect(() => incompleteBeta(1, NaN, 0.5)).toThrow('not 1 and NaN');
  });
});

describe('categories', () => {
  test('come by their cumulative shares', () => {
    const cumulative = cumulativeOf([1, 0, 2, 1]);
    expect([...cumulative]).toEqual([0.25, 0.25, 0.75, 1]);
    expect([0.1, 0.24, 0.25, 0.7, 0.75, 1 - 2 ** -53].map((u) => categorical(u, cumulative))).toEqual([
      0, 0, 2, 2, 3, 3,
    ]);
  });

  test('with share 0 never come, not even first or last', () => {
    const cumulative = cumulativeOf([0, 0.1, 0.2, 0]);
    expect([2 ** -53, 1 - 2 ** -53].map((u) => categorical(u, cumulative))).toEqual([1, 2]);
    expect([2 ** -53, 1 - 2 ** -53].map((u) => memberOf(u, [0, 0.4, 0.6, 0]))).toEqual([1, 2]);
  });

  test('are the same by shares as by cumulative shares', () => {
    const shares = [0.1, 0.2, 0.3, 0.4];
    const cumulative = cumulativeOf(shares);
    for (let u = 0.0005; u < 1; u += 0.001) expect(memberOf(u, shares)).toBe(categorical(u, cumulative));
  });

  test('refuse weights that are negative, not finite or all 0', () => {
    expect(() => cumulativeOf([1, -1])).toThrow('weight -1 at index 1');
    expect(() => cumulativeOf([NaN])).toThrow('weight NaN at index 0');
    expect(() => cumulativeOf([0, 0])).toThrow('nothing above 0');
    expect(() => cumulativeOf([])).toThrow('nothing above 0');
  });
});

test('whole days: the nearest, half a day counting up, never below 0', () => {
  expect([0.49999999999999994, 0.5, 1.4, 1.5, 2.5, -3, 0].map(wholeDays)).toEqual([0, 1, 1, 2, 3, 0, 0]);
  expect(wholeDays(Infinity)).toBe(Infinity);
  expect(() => wholeDays(NaN)).toThrow(RangeError);
});

test('a triangle out of order is refused', () => {
  expect(() => triangular(0.5, 2, 1, 3)).toThrow('low 2, mode 1 and high 3');
});
