import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suitabilityOf } from '../../src/prison/monitoring.ts';

const within = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const weight = fc.double({ min: 0, max: 0.999, noNaN: true });

test('a lower risk never moves anybody back in line, and neither does a better draw', () => {
  fc.assert(
    fc.property(within, within, within, within, weight, (rank, other, draw, another, w) => {
      const [low, high] = [Math.min(rank, other), Math.max(rank, other)];
      const [good, poor] = [Math.min(draw, another), Math.max(draw, another)];
      expect(suitabilityOf(low, draw, w)).toBeLessThanOrEqual(suitabilityOf(high, draw, w) + 1e-12);
      expect(suitabilityOf(rank, good, w)).toBeLessThanOrEqual(suitabilityOf(rank, poor, w) + 1e-12);
      expect(suitabilityOf(rank, draw, w)).toBeGreaterThanOrEqual(0);
      expect(suitabilityOf(rank, draw, w)).toBeLessThanOrEqual(1);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('among people of evenly spread ranks the same share is let in, whatever the weight', () => {
  const GRID = 200;
  for (const w of [0, 0.3, 0.6, 0.9]) {
    let eligible = 0;
    for (let i = 0; i < GRID; i++) {
      for (let j = 0; j < GRID; j++) {
        if (suitabilityOf((i + 0.5) / GRID, (j + 0.5) / GRID, w) < 0.4) eligible++;
      }
    }
    expect(eligible / GRID ** 2).toBeCloseTo(0.4, 2);
  }
});
