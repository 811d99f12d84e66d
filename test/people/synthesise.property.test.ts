import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedSanctions, firstSanctionAge } from '../../src/people/synthesise.ts';

const years = fc.double({ min: 0, max: 60, noNaN: true });
const pace = fc.double({ min: 0, max: 5, noNaN: true });
const fade = fc.double({ min: 1, max: 60, noNaN: true });

test('sanctions to expect never fall with the pace, nor with the career, and stay below a career at full pace', () => {
  fc.assert(
    fc.property(pace, years, years, fade, (p, a, b, f) => {
      const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
      const sanctions = expectedSanctions(p, longer, f);
      expect(sanctions).toBeGreaterThanOrEqual(expectedSanctions(p, shorter, f) - 1e-12);
      expect(sanctions).toBeGreaterThanOrEqual(expectedSanctions(p / 2, longer, f) - 1e-12);
      expect(sanctions).toBeLessThanOrEqual(1 + p * longer + 1e-9);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('the first sanction comes between the youngest age and the present, the later the more luck', () => {
  const draw = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  const age = fc.double({ min: 15, max: 90, noNaN: true });
  const shape = fc.double({ min: 0.3, max: 6, noNaN: true });
  fc.assert(
    fc.property(draw, draw, age, shape, (u, v, present, b) => {
      const [less, more] = [Math.min(u, v), Math.max(u, v)].map((d) => firstSanctionAge(d, present, 15, b));
      expect(less).toBeGreaterThanOrEqual(15);
      expect(more).toBeLessThanOrEqual(present);
      expect(more).toBeGreaterThanOrEqual(less! - 1e-12);
    }),
    { seed: 1, numRuns: 400 },
  );
});
