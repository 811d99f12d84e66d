/** Every dimension of a Latin hypercube has one point in each part, and dimensions are shuffled apart. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomKey } from '../../src/engine/random.ts';
import { latinHypercube } from '../../src/statistics/latin-hypercube.ts';

test('one point in each part, whatever the numbers of points and dimensions', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 30 }),
      fc.string(),
      (count, dimensions, seed) => {
        const points = latinHypercube(count, dimensions, randomKey(seed, 0));
        for (let dimension = 0; dimension < dimensions; dimension++) {
          const parts = points.map((point) => Math.floor(count * point[dimension]));
          expect(new Set(parts).size).toBe(count);
        }
      },
    ),
    { seed: 1, numRuns: 50 },
  );
});

test('no two of thirty dimensions are alike', () => {
  const points = latinHypercube(200, 30, randomKey('apart', 0));
  for (let one = 0; one < 30; one++) {
    for (let other = 0; other < one; other++) {
      const sum = points.reduce((total, point) => total + (point[one] - 0.5) * (point[other] - 0.5), 0);
      expect(Math.abs((12 * sum) / 200)).toBeLessThan(0.3);
    }
  }
});
