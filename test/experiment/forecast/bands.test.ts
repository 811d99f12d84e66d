/** The laws of bands and layers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf } from '../../../src/experiment/forecast/bands.ts';
import { mean, variance } from '../../../src/statistics/describe.ts';

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });
const drawn = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 6 }))
  .chain(([draws, size]) =>
    fc.tuple(
      fc.constant(size),
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: draws * size, maxLength: draws * size }),
    ),
  );

test('bands lie within each other around the median, and within all runs', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const { median, band50, band80, band95, runs } = bandsOf(Float64Array.from(values), 1);
      const inOrder = [
        Math.min(...values),
        band95.low,
        band80.low,
        band50.low,
        median,
        band50.high,
        band80.high,
        band95.high,
        Math.max(...values),
      ];
      inOrder.slice(1).forEach((value, at) => {
        expect(value).toBeGreaterThanOrEqual(inOrder[at] - 1e-9);
      });
      expect(runs).toBe(values.length);
    }),
  );
});

test('runs without the number are left out, and a number that no run has is not known', () => {
  const some = bandsOf(Float64Array.of(Number.NaN, 2, 4, 6), 1);
  expect([some.runs, some.median, some.mean]).toEqual([3, 4, 4]);
  const none = bandsOf(Float64Array.of(Number.NaN, Number.NaN), 1);
  expect([none.runs, none.median, none.band95.low]).toEqual([0, Number.NaN, Number.NaN]);
});

test('the chance of any is the share of runs above zero', () => {
  expect(bandsOf(Float64Array.of(0, 0, 3, 1), 1).positive).toBe(0.5);
});

test('the two layers add up to all, and each band is that of its layer alone', () => {
  fc.assert(
    fc.property(drawn, ([size, list]) => {
      const values = Float64Array.from(list);
      const { layers } = bandsOf(values, size);
      if (layers === undefined) return expect(new Set(list).size).toBeLessThanOrEqual(list.length / size);
      expect(layers.chance + layers.parameters).toBeCloseTo(1, 12);
      expect(layers.parameters).toBeGreaterThanOrEqual(0);
      expect(layers.chanceBand.low).toBeLessThanOrEqual(mean(values) + 1e-9);
      expect(layers.chanceBand.high).toBeGreaterThanOrEqual(mean(values) - 1e-9);
      return undefined;
    }),
  );
});

test('draws that differ and replicates that do not are parameter doubt alone; the other way round, chance alone', () => {
  const doubt = bandsOf(Float64Array.of(1, 1, 5, 5, 9, 9), 2).layers!;
  expect([doubt.chance, doubt.parameters]).toEqual([0, 1]);
  expect([doubt.chanceBand, doubt.parametersBand]).toEqual([
    { low: 5, high: 5 },
    { low: 1, high: 9 },
  ]);
  const chance = bandsOf(Float64Array.of(1, 9, 1, 9, 1, 9), 2).layers!;
  expect([chance.chance, chance.parameters]).toEqual([1, 0]);
  expect(chance.parametersBand).toEqual({ low: 5, high: 5 });
  expect(chance.chanceBand.high - 5).toBeCloseTo(4 * Math.SQRT2, 12);
});

test('a known division: variance 2 within draws, 8 less 1 between their means', () => {
  const values = Float64Array.of(1, 3, 5, 7);
  const { layers } = bandsOf(values, 2);
  expect(variance([2, 6])).toBe(8);
  expect(layers!.parameters).toBeCloseTo(7 / 9, 12);
});

test('one layer is no two: without draws, with one replicate each, or where nothing varies', () => {
  expect(bandsOf(Float64Array.of(1, 2, 3), 1).layers).toBeUndefined();
  expect(bandsOf(Float64Array.of(1, 2, 3), 3).layers).toBeUndefined();
  expect(bandsOf(Float64Array.of(2, 2, 2, 2), 2).layers).toBeUndefined();
});
