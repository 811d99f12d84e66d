import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incompleteBeta } from '../../src/engine/beta.ts';
import * as distribution from '../../src/engine/distribution.ts';

const laws = { seed: 1, numRuns: 1000 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Draws as `uniform` gives them. */
const draw = fc.bigInt({ min: 0n, max: 2n ** 52n - 1n }).map((cell) => (Number(cell) + 0.5) / 2 ** 52);
const { exponential, lognormal, normal, poisson, geometric, beta, triangular, uniformBetween, categorical } =
  distribution;

/** Every distribution with two positive parameters made fit for it. */
const quantiles: readonly (readonly [string, (u: number, p: number, q: number) => number])[] = [
  ['exponential', (u, p) => exponential(u, p)],
  ['lognormal', (u, p, q) => lognormal(u, p, q / 10)],
  ['normal', (u, p, q) => normal(u, p, q)],
  ['poisson, small mean', (u, p) => poisson(u, p % 30)],
  ['poisson, large mean', (u, p) => poisson(u, 30 + p * 20)],
  ['geometric', (u, p) => geometric(u, p)],
  ['beta', (u, p, q) => beta(u, p, q)],
  ['triangular', (u, p, q) => triangular(u, 0, p, p + q)],
  ['uniform', (u, p, q) => uniformBetween(u, p, p + q)],
  ['categorical', (u, p, q) => categorical(u, distribution.cumulativeOf([p, 0, q, 1]))],
];

test.each(quantiles)('%s: more luck never gives less', (_name, quantile) => {
  fc.assert(
    fc.property(draw, draw, number(0.05, 50), number(0.05, 50), (u, v, p, q) => {
      expect(quantile(Math.min(u, v), p, q)).toBeLessThanOrEqual(quantile(Math.max(u, v), p, q));
    }),
    laws,
  );
});

const rising: readonly (readonly [string, (u: number, p: number) => number])[] = [
  ['exponential in its mean', (u, p) => exponential(u, p)],
  ['lognormal in its median', (u, p) => lognormal(u, p, 1.1)],
  ['normal in its mean', (u, p) => normal(u, p, 3)],
  ['poisson in its mean, across the change of method', (u, p) => poisson(u, p)],
  ['geometric in its mean', (u, p) => geometric(u, p)],
  ['beta in its first shape', (u, p) => beta(u, p, 3)],
  ['triangular in its mode', (u, p) => triangular(u, 0, p, 60)],
];

test.each(rising)('%s: the same luck under a larger parameter never gives less', (_name, quantile) => {
  fc.assert(
    fc.property(number(1e-12, 1 - 1e-12), number(0.05, 55), number(0.001, 5), (u, p, more) => {
      expect(quantile(u, p)).toBeLessThanOrEqual(quantile(u, p + more));
    }),
    laws,
  );
});

test('the beta quantile undoes the cumulative chance, within the last digits of x', () => {
  fc.assert(
    fc.property(number(0.001, 0.999), number(0.2, 80), number(0.2, 80), (u, a, b) => {
      const x = beta(u, a, b);
      expect(incompleteBeta(a, b, x * (1 - 1e-12))).toBeLessThan(u + 1e-12);
      expect(incompleteBeta(a, b, x * (1 + 1e-12))).toBeGreaterThan(u - 1e-12);
    }),
    laws,
  );
});

test('a poisson count is the lowest whose cumulative chance reaches the draw', () => {
  fc.assert(
    fc.property(number(0.001, 0.999), number(0.1, 300), (u, mean) => {
      const count = poisson(u, mean);
      expect(poissonCumulative(count, mean)).toBeGreaterThan(u - 1e-12);
      expect(poissonCumulative(count - 1, mean)).toBeLessThan(u + 1e-12);
    }),
    laws,
  );
});

/** Straight from the definition, in logarithms. */
function poissonCumulative(count: number, mean: number): number {
  let sum = 0;
  let logTerm = -mean;
  for (let k = 0; k <= count; k++) {
    sum += Math.exp(logTerm);
    logTerm += Math.log(mean / (k + 1));
  }
  return sum;
}
