/**
 * Beta: the incomplete beta function, from which Student's t and the binomial distribution follow.
 *
 * The leading factor is written with the error of Stirling's formula instead of log-gammas, so that large arguments do not
 * cancel (C. Loader, "Fast and accurate computation of binomial probabilities", 2000); the rest is the continued
 * fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, evaluated by Lentz's method.
 */
import { exp, log } from '../engine/mathematics.ts';

const HALF_LOG_TWO_PI = 0.9189385332046727;
const MOST_TERMS = 1_000_000;

/**
 * The regularised incomplete beta function I_x(a, b), for positive a and b: the chance that a beta variable is below x.
 * Pass `complement`, 1 - x, where it is known more exactly than by subtraction.
 */
export function incompleteBeta(a: number, b: number, x: number, complement: number = 1 - x): number {
  if (x <= 0) return 0;
  if (complement <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - (betaWeight(b, a, complement, x) / b) * continuedFraction(b, a, complement);
  return (betaWeight(a, b, x, complement) / a) * continuedFraction(a, b, x);
}

/** x^a (1 - x)^b / B(a, b), for positive a and b and x strictly between 0 and 1. */
export function betaWeight(a: number, b: number, x: number, complement: number): number {
  const sum = a + b;
  const powers = a * log((x * sum) / a) + b * log((complement * sum) / b);
  const errors = stirlingError(sum) - stirlingError(a) - stirlingError(b);
  return Math.sqrt((a / sum) * b) * exp(powers + errors - HALF_LOG_TWO_PI);
}

/** log gamma(x) less Stirling's formula (x - 1/2) log x - x + log(2 pi) / 2, for positive x. */
function stirlingError(x: number): number {
  if (x < 15) return stirlingError(x + 1) + (x + 0.5) * log((x + 1) / x) - 1;
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x;
}

function continuedFraction(a: number, b: number, x: number): number {
  let numerator = 1;
  let denominator = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominator = 1 / awayFromZero(1 + even * denominator);
    numerator = awayFromZero(1 + even / numerator);
    fraction *= numerator * denominator;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / awayFromZero(1 + odd * denominator);
    numerator = awayFromZero(1 + odd / numerator);
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) < 4e-16) return fraction;
  }
  throw new Error(`incompleteBeta(${a}, ${b}, ${x}) does not converge`);
}

/** Lentz's method divides by these; one that vanishes is replaced by a number too small to matter. */
function awayFromZero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
