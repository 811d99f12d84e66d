import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from '../../src/prison/facility.ts';

const units = fc.array(
  fc.record({ weight: fc.integer({ min: 0, max: 20 }), women: fc.double({ min: 0, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 30 },
);

test('places spread over units are all of them, and every unit has its share to within one place for either sex', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), units, (usable, list) => {
      const total = list.reduce((sum, { weight }) => sum + weight, 0);
      fc.pre(total > 0);
      const shares = Float64Array.from(list, ({ weight }) => weight / total);
      const women = Float64Array.from(list, (unit) => unit.women);
      const places = new Int32Array(2 * list.length);
      spread(usable, shares, women, places, 0);
      expect(places.reduce((sum, one) => sum + one, 0)).toBe(usable);
      for (const [unit, share] of shares.entries()) {
        const forWomen = share * women[unit];
        expect(Math.abs(places[2 * unit] - usable * (share - forWomen))).toBeLessThan(1 + 1e-6);
        expect(Math.abs(places[2 * unit + 1] - usable * forWomen)).toBeLessThan(1 + 1e-6);
        expect(Math.min(places[2 * unit], places[2 * unit + 1])).toBeGreaterThanOrEqual(0);
        if (share === 0) expect(places[2 * unit] + places[2 * unit + 1]).toBe(0);
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
