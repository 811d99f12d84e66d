import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysToMisconduct, entryLevel, mayMoveOn } from '../../src/prison/placement.ts';

const draw = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('of ranks spread evenly each level receives its share, and a higher risk never begins more openly', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 5 }), (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      fc.pre(total > 0);
      const shares = Float64Array.from(weights, (weight) => weight / total);
      const people = new Array<number>(weights.length).fill(0);
      const ranks = 1000;
      let last = weights.length - 1;
      for (let i = 0; i < ranks; i++) {
        const level = entryLevel((i + 0.5) / ranks, shares);
        expect(level).toBeLessThanOrEqual(last);
        last = level;
        people[level]++;
      }
      for (const [level, count] of people.entries()) expect(Math.abs(count - ranks * shares[level])).toBeLessThan(1.01);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test('a move once granted is granted later too, and to anybody of lower risk', () => {
  const days = fc.integer({ min: 0, max: 4000 });
  fc.assert(
    fc.property(
      days,
      days,
      fc.nat(4000),
      share,
      share,
      share,
      fc.nat(400),
      share,
      (a, b, rest, r, q, part, last, top) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
        const total = later + rest;
        const [lower, higher] = [Math.min(r, q), Math.max(r, q)];
        if (!mayMoveOn(sooner, total, higher, part, last, top)) return;
        expect(mayMoveOn(later, total, higher, part, last, top)).toBe(true);
        expect(mayMoveOn(sooner, total, lower, part, last, top)).toBe(true);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('misconduct never comes on the day of coming to a level, and never later at a higher rate or by worse luck', () => {
  const rate = fc.double({ min: 0.001, max: 50, noNaN: true });
  fc.assert(
    fc.property(draw, draw, rate, rate, (u, v, a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const days = daysToMisconduct(u, high);
      expect(days).toBeGreaterThanOrEqual(1);
      expect(daysToMisconduct(u, low)).toBeGreaterThanOrEqual(days);
      expect(daysToMisconduct(Math.max(u, v), high)).toBeGreaterThanOrEqual(days);
    }),
    { seed: 1, numRuns: 300 },
  );
});
