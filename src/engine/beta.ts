/**
 * The beta distribution: its distribution function, the regularised incomplete beta function, and its quantile function.
 *
 * Student's t, the F and the binomial distribution follow from it. The leading factor uses the error of Stirling's formula
 * instead of log-gammas, so that large arguments do not cancel (C. Loader, "Fast and accurate computation of binomial
 * probabilities", 2000); the rest is the continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions,
 * evaluated by Lentz's method. Newton's method finds the quantile.
 */
import { exp, log, power } from './mathematics.ts';

/**
 * The regularised incomplete beta function I_x(a, b): the chance that a beta variable is below x. Pass `complement`, 1 - x,
 * where it is known more exactly than by subtraction. Throws RangeError unless a and b are above 0.
 */
export function incompleteBeta(a: number, b: number, x: number, complement: number = 1 - x): number {
  requirePositive(a, b);
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

/** The quantile of a beta variable at u. Throws RangeError unless a and b are above 0. */
export function beta(u: number, a: number, b: number): number {
  requirePositive(a, b);
  if (!(u > 0 && u < 1)) return u === 0 || u === 1 ? u : NaN;
  if (a === 1) return 1 - power(1 - u, 1 / b);
  if (b === 1) return power(u, 1 / a);
  return u <= incompleteBeta(a, b, a / (a + b)) ? lowerQuantile(u, a, b) : 1 - lowerQuantile(1 - u, b, a);
}

const HALF_LOG_TWO_PI = 0.9189385332046727;
const MOST_TERMS = 1_000_000;

/** Below this logarithm a number is 0. */
const LOG_SMALLEST = -745;

function requirePositive(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`a beta distribution needs two positive shapes, not ${a} and ${b}`);
  }
}

/** log gamma(x) less Stirling's formula (x - 1/2) log x - x + log(2 pi) / 2, for positive x. */
function stirlingError(x: number): number {
  if (x < 15) return stirlingError(x + 1) + (x + 0.5) * log((x + 1) / x) - 1;
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x;
}

/**
 * Newton's method for the logarithm of x against the logarithm of the chance, which is nearly straight in the tail,
 * kept inside a bracket that shrinks with every step.
 */
function lowerQuantile(u: number, a: number, b: number): number {
  const target = log(u);
  const centre = a / (a + b);
  const logBeta = a * log(centre) + b * log(1 - centre) - log(betaWeight(a, b, centre, 1 - centre));
  let low = LOG_SMALLEST;
  let high = 0;
  let t = Math.min((target + log(a) + logBeta) / a, log(centre));
  for (let step = 0; step < 200; step++) {
    if (!(t > low && t < high)) t = (low + high) / 2;
    const x = exp(t);
    const chance = incompleteBeta(a, b, x);
    const miss = log(chance) - target;
    if (miss < 0) low = t;
    else high = t;
    const slope = betaWeight(a, b, x, 1 - x) / (1 - x) / chance;
    const next = t - miss / slope;
    if (Math.abs(next - t) < 1e-15 * Math.abs(t) + 1e-16 || high - low < 1e-15) break;
    t = next;
  }
  return t <= LOG_SMALLEST ? 0 : exp(t);
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

/** Lentz's method divides by these numbers; a vanishing one is replaced by a number too small to matter. */
function awayFromZero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
