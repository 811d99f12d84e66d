/** Pairs of yes and no: known tables, and what no coupling can exceed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { pairedBinary } from '../../src/statistics/paired-binary.ts';

test('a table whose numbers can be worked out by hand', () => {
  const found = pairedBinary({ both: 30, onlyFirst: 10, onlySecond: 20, neither: 40 });
  expect([found.people, found.first, found.second]).toEqual([100, 0.4, 0.5]);
  expect(found.correlation).toBeCloseTo((0.3 - 0.2) / Math.sqrt(0.24 * 0.25), 12);
  expect(found.gain).toBeCloseTo(Math.sqrt((0.24 + 0.25) / (0.3 - 0.01)), 12);
  expect(found.perfect).toBeCloseTo(Math.sqrt((0.24 + 0.25) / (0.1 - 0.01)), 12);
  expect(found.reached).toBeCloseTo(Math.sqrt(0.09 / 0.29), 12);
});

test('all who differ differ in one direction: perfect coupling', () => {
  expect(pairedBinary({ both: 30, onlyFirst: 0, onlySecond: 7, neither: 63 }).reached).toBe(1);
});

test('nobody differs: a gain without bound', () => {
  const found = pairedBinary({ both: 3, onlyFirst: 0, onlySecond: 0, neither: 5 });
  expect([found.gain, found.perfect, found.correlation]).toEqual([Infinity, Infinity, 1]);
});

test('independent outcomes: no gain', () => {
  const found = pairedBinary({ both: 4, onlyFirst: 6, onlySecond: 16, neither: 24 });
  expect(found.correlation).toBeCloseTo(0, 12);
  expect(found.gain).toBeCloseTo(1, 12);
});

test('nobody at all is refused', () => {
  expect(() => pairedBinary({ both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })).toThrow('nobody is paired');
});

test('the gain is that of paired differences of the same people, and never above perfect coupling', () => {
  const count = fc.integer({ min: 0, max: 40 });
  let finite = 0;
  fc.assert(
    fc.property(count, count, count, count, (both, onlyFirst, onlySecond, neither) => {
      fc.pre(both + onlyFirst + onlySecond + neither > 1);
      const found = pairedBinary({ both, onlyFirst, onlySecond, neither });
      const people = [
        [both, 1, 1],
        [onlyFirst, 1, 0],
        [onlySecond, 0, 1],
        [neither, 0, 0],
      ] as const;
      const of = (arm: 1 | 2) => people.flatMap((one) => new Array<number>(one[0]).fill(one[arm]));
      const { gain } = pairedDifference(of(2), of(1));
      if (!Number.isFinite(gain) || !Number.isFinite(found.gain)) return;
      expect(found.gain).toBeCloseTo(Math.sqrt(gain), 9);
      expect(found.gain).toBeLessThanOrEqual(found.perfect * (1 + 1e-12));
      finite++;
    }),
    { seed: 1, numRuns: 200 },
  );
  expect(finite).toBeGreaterThan(150);
});
