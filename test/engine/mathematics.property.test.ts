import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exp, log, logistic, logit, normalCumulative, normalQuantile } from '../../src/engine/mathematics.ts';

const laws = { seed: 1, numRuns: 5000 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const relative = (value: number, expected: number) => Math.abs(value - expected) / Math.abs(expected);

test('log agrees with the one of this engine within 2e-15, for every positive double, subnormal ones too', () => {
  fc.assert(
    fc.property(number(Number.MIN_VALUE, Number.MAX_VALUE), (x) => x === 1 || relative(log(x), Math.log(x)) < 2e-15),
    laws,
  );
});

test('log agrees near 1, where digits cancel', () => {
  fc.assert(
    fc.property(number(0.5, 1.5), (x) => x === 1 || relative(log(x), Math.log(x)) < 2e-15),
    laws,
  );
});

test('exp agrees with the one of this engine within 2e-15, wherever the result is a normal number', () => {
  fc.assert(
    fc.property(number(-708, 709.7), (x) => relative(exp(x), Math.exp(x)) < 2e-15),
    laws,
  );
});

test('exp rounds into the subnormal numbers as the one of this engine does, within one step', () => {
  fc.assert(
    fc.property(number(-745, -708), (x) => Math.abs(exp(x) - Math.exp(x)) <= Number.MIN_VALUE),
    laws,
  );
});

test('log, exp, logistic and the normal pair rise, however close two arguments are', () => {
  const near = fc.tuple(number(-30, 30), number(1e-9, 1));
  fc.assert(
    fc.property(near, ([x, step]) => {
      expect(exp(x + step)).toBeGreaterThan(exp(x));
      expect(log(exp(x) + step)).toBeGreaterThanOrEqual(log(exp(x)));
      expect(logistic(x + step)).toBeGreaterThanOrEqual(logistic(x));
      expect(normalCumulative(x + step)).toBeGreaterThanOrEqual(normalCumulative(x));
    }),
    laws,
  );
});

test('the normal quantile rises from one draw to the next, also where its three formulas meet', () => {
  const draw = fc.oneof(
    number(1e-12, 1 - 1e-12),
    fc.constantFrom(0.075, 0.925, 1.3887943864964021e-11, 1 - 1.3887943864964021e-11),
  );
  fc.assert(
    fc.property(draw, number(1e-11, 1e-6), (p, step) => {
      if (p + step < 1) expect(normalQuantile(p + step)).toBeGreaterThan(normalQuantile(p));
      expect(normalQuantile(p)).toBeGreaterThanOrEqual(normalQuantile(p - Math.min(step, p / 2)));
    }),
    laws,
  );
});

test('quantile and cumulative chance undo each other, logit and logistic too', () => {
  fc.assert(
    fc.property(number(1e-300, 0.5), (p) => {
      expect(relative(normalCumulative(normalQuantile(p)), p)).toBeLessThan(2e-12);
      expect(relative(logistic(logit(p)), p)).toBeLessThan(1e-12);
    }),
    laws,
  );
});

test('the normal distribution is even-handed: what lies above x lies below minus x', () => {
  fc.assert(
    fc.property(number(0, 8), (x) => Math.abs(normalCumulative(x) + normalCumulative(-x) - 1) < 1e-15),
    laws,
  );
});
