import fc from 'fast-check';
import { expect, test } from 'vitest';
import { niceCeiling, spreadApart } from '../../src/charts/label.ts';

const GAP = 13;

test('labels stand apart, inside the panel, and in the order of what they name', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 150, noNaN: true }), { minLength: 1, maxLength: 9 }), (wanted) => {
      const shown = spreadApart(wanted, GAP, 0, 150);
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
      for (const [rank, label] of order.entries()) {
        expect(shown[label]).toBeGreaterThanOrEqual(-1e-9);
        expect(shown[label]).toBeLessThanOrEqual(150 + 1e-9);
        if (rank > 0) expect(shown[label] - shown[order[rank - 1]]).toBeGreaterThanOrEqual(GAP - 1e-9);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('labels that do not touch stay where they are', () => {
  expect(spreadApart([100, 20, 60], GAP, 0, 150)).toEqual([100, 20, 60]);
});

test('an axis holds its largest number and wastes no more than half of itself', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (x) => {
      expect(niceCeiling(x)).toBeGreaterThanOrEqual(x);
      expect(niceCeiling(x)).toBeLessThanOrEqual(2 * x);
    }),
    { seed: 1, numRuns: 300 },
  );
});
