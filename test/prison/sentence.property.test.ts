import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengthWithin } from '../../src/prison/sentence.ts';
import { executedLength, lawfulLength } from '../../src/prison/sentence-terms.ts';

const draw = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const from = fc.integer({ min: 1, max: 3000 });
const width = fc.integer({ min: 1, max: 4000 });
const place = fc.double({ min: 0.05, max: 0.95, noNaN: true });

test('a length stays in its class and grows with the draw', () => {
  fc.assert(
    fc.property(draw, draw, from, width, place, (u, v, shortest, w, at) => {
      const mean = shortest + at * w;
      const [less, more] = [Math.min(u, v), Math.max(u, v)].map((d) => lengthWithin(d, shortest, shortest + w, mean));
      expect(less).toBeGreaterThanOrEqual(shortest);
      expect(more).toBeLessThanOrEqual(shortest + w + 1e-9);
      expect(more).toBeGreaterThanOrEqual(less! - 1e-9);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('the mean over all draws is the mean of the class', () => {
  fc.assert(
    fc.property(from, width, fc.double({ min: 0.15, max: 0.85, noNaN: true }), (shortest, w, at) => {
      const mean = shortest + at * w;
      const draws = 4000;
      let sum = 0;
      for (let i = 0; i < draws; i++) sum += lengthWithin((i + 0.5) / draws, shortest, shortest + w, mean);
      // a sum over midpoints misses the integral by less than the greatest rise between two neighbours
      const [first, last] = [0.5 / draws, 1 - 0.5 / draws].map((u) => lengthWithin(u, shortest, shortest + w, mean));
      const ends = first! - shortest + (shortest + w - last!);
      expect(Math.abs(sum / draws - mean)).toBeLessThanOrEqual((w + ends) / draws + 1e-9);
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('a lawful length is a whole number of days between one and the maximum, and never falls as the length grows', () => {
  const years = fc.double({ min: 0.5, max: 60, noNaN: true });
  const length = fc.double({ min: 0, max: 40_000, noNaN: true });
  fc.assert(
    fc.property(length, length, years, (a, b, maximum) => {
      const [shorter, longer] = [Math.min(a, b), Math.max(a, b)].map((l) => lawfulLength(l, maximum));
      expect(Number.isInteger(shorter)).toBe(true);
      expect(shorter).toBeGreaterThanOrEqual(1);
      expect(longer).toBeLessThanOrEqual(maximum * 365.25);
      expect(longer).toBeGreaterThanOrEqual(shorter!);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a longer sentence imposed is never a shorter one to serve', () => {
  const imposed = fc.integer({ min: 1, max: 8000 });
  const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
  const from = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(imposed, imposed, from, factor, (a, b, bound, f) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((days) => executedLength(days, bound, f, 21));
      expect(more).toBeGreaterThanOrEqual(less!);
    }),
    { seed: 1, numRuns: 400 },
  );
});
