/**
 * Elementary functions in plain arithmetic, so that results are the same to the last bit everywhere: the language standard
 * promises that only for + - * / and the square root.
 */
import { exp, log } from './logarithm.ts';

export { exp, log } from './logarithm.ts';
export { normalCumulative, normalQuantile } from './normal.ts';

/** The chance with log-odds x. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const odds = exp(x);
  return odds / (1 + odds);
}

/** The log-odds of a chance p. -Infinity at 0, Infinity at 1, NaN outside. */
export function logit(p: number): number {
  return log(p / (1 - p));
}

/**
 * A positive base to any exponent, as exp(exponent * log(base)): the relative error grows with the size of that product, to
 * about 1e-14 for results near 1e30. NaN for a base below 0.
 */
export function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : exp(exponent * log(base));
}
