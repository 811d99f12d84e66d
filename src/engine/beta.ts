/**
 * The beta distribution: its cumulative chance by Lentz's continued fraction, its quantile by Newton's method.
 *
 * Continued fraction: DLMF 8.17.22. Gamma function: C. Lanczos, SIAM Journal on Numerical Analysis B 1 (1964), with the nine
 * coefficients of P. Godfrey (g = 7).
 */
import { exp, log, power } from './mathematics.ts';

/** Natural logarithm of the gamma function, for x above 0. Relative accuracy about 1e-14. */
export function logGamma(x: number): number {
  if (x < 0.5) return logGamma(x + 1) - log(x);
  let sum = 0.9999999999998099;
  for (let index = 0; index < LANCZOS.length; index++) sum += LANCZOS[index] / (x + index);
  const t = x + 6.5;
  return (x - 0.5) * log(t) - t + LOG_ROOT_TWO_PI + log(sum);
}

/** The chance that a beta variable is at most x: the regularised incomplete beta function. Needs a and b above 0. */
export function betaCumulative(x: number, a: number, b: number): number {
  requirePositive(a, b);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = exp(a * log(x) + b * log(1 - x) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front / a) * continuedFraction(x, a, b)
    : 1 - (front / b) * continuedFraction(1 - x, b, a);
}

/** The value that a beta variable falls below with chance u. Throws RangeError unless a and b are above 0. */
export function beta(u: number, a: number, b: number): number {
  requirePositive(a, b);
  if (!(u > 0 && u < 1)) return u === 0 || u === 1 ? u : NaN;
  if (a === 1) return 1 - power(1 - u, 1 / b);
  if (b === 1) return power(u, 1 / a);
  return u <= betaCumulative(a / (a + b), a, b) ? lowerQuantile(u, a, b) : 1 - lowerQuantile(1 - u, b, a);
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

const LOG_ROOT_TWO_PI = 0.9189385332046728;

/** Below this logarithm a number is 0. */
const LOG_SMALLEST = -745;

function requirePositive(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`a beta distribution needs two positive shapes, not ${a} and ${b}`);
  }
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * Newton's method for the logarithm of x against the logarithm of the chance, which is nearly straight in the tail,
 * kept inside a bracket that shrinks with every step.
 */
function lowerQuantile(u: number, a: number, b: number): number {
  const target = log(u);
  const constant = logBeta(a, b);
  let low = LOG_SMALLEST;
  let high = 0;
  let t = Math.min((target + log(a) + constant) / a, log(a / (a + b)));
  for (let step = 0; step < 200; step++) {
    if (!(t > low && t < high)) t = (low + high) / 2;
    const x = exp(t);
    const chance = betaCumulative(x, a, b);
    const miss = log(chance) - target;
    if (miss < 0) low = t;
    else high = t;
    const slope = exp(a * t + (b - 1) * log(1 - x) - constant) / chance;
    const next = t - miss / slope;
    if (Math.abs(next - t) < 1e-15 * Math.abs(t) + 1e-16 || high - low < 1e-15) break;
    t = next;
  }
  return t <= LOG_SMALLEST ? 0 : exp(t);
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / nonzero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonzero(1 + even * d);
    c = nonzero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonzero(1 + odd * d);
    c = nonzero(1 + odd / c);
    const factor = d * c;
    result *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return result;
}

/** Lentz's guard against division by 0. */
function nonzero(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
