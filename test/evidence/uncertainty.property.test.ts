import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factor } from '../../src/evidence/parameter.ts';
import { moved, type Spread, type Uncertainty } from '../../src/evidence/uncertainty.ts';

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const spread: fc.Arbitrary<Spread> = fc.oneof(
  fc.record({ kind: fc.constant('lognormal' as const), median: within(0.1, 9), sigma: within(0.01, 2) }),
  fc.record({ kind: fc.constant('normal' as const), mean: within(-5, 5), sd: within(0.01, 3) }),
  fc.record({ kind: fc.constant('uniform' as const), low: within(-5, 1), high: within(1.1, 5) }),
  fc.record({
    kind: fc.constant('triangular' as const),
    low: within(-5, 0),
    mode: within(0.1, 1),
    high: within(1.1, 5),
  }),
);
const uncertainty: fc.Arbitrary<Uncertainty> = fc.oneof(
  fc.record({ kind: fc.constantFrom('factor' as const, 'shift' as const), spread }),
  fc.record({ kind: fc.constant('range' as const), low: fc.constant([0, 1, 2]), high: fc.constant([3, 1, 8]) }),
);

test('a higher draw is higher or equal in every cell, and never leaves the bounds', () => {
  const parameter = factor('x', { by: 'level', bounds: [0.5, 6] });
  fc.assert(
    fc.property(uncertainty, within(0.001, 0.999), within(0.001, 0.999), (given, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map(
        (u) => moved(Float64Array.of(1, 2, 5), given, parameter, u) as Float64Array,
      );
      low.forEach((cell, index) => {
        expect(cell).toBeLessThanOrEqual(high[index] + 1e-9);
        expect(cell).toBeGreaterThanOrEqual(0.5);
        expect(high[index]).toBeLessThanOrEqual(6);
      });
    }),
    { seed: 1, numRuns: 200 },
  );
});
