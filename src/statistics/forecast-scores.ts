/**
 * Forecast scores: how far a forecast distribution lies from what happened, and whether its intervals hold what they claim.
 *
 * The continuous ranked probability score (CRPS) is the absolute error of a forecast that is a distribution: in the unit of the
 * figures, lower is better, and a sharp and right forecast has the lowest (T. Gneiting and A. E. Raftery, "Strictly proper scoring
 * rules", JASA 102, 2007). Weights of members add up to any positive number.
 */
import { beta } from '../engine/beta.ts';
import { exp, normalCumulative } from '../engine/mathematics.ts';
import { checkCounts } from './binomial.ts';
import type { Interval } from './intervals.ts';
import { studentQuantile } from './student.ts';

/** CRPS of weighted members taken as the whole distribution. Throws an Error for no members. */
export function crpsOfEnsemble(values: ArrayLike<number>, observed: number, weights?: ArrayLike<number>): number {
  const shares = sharesOf(values, weights);
  let [distance, spread] = [0, 0];
  for (let one = 0; one < values.length; one++) {
    distance += shares[one] * Math.abs(values[one] - observed);
    for (let other = 0; other < one; other++) {
      spread += shares[one] * shares[other] * Math.abs(values[one] - values[other]);
    }
  }
  return distance - spread;
}

/** CRPS of a normal distribution; the absolute error if it has no spread. */
export function crpsOfNormal(mean: number, deviation: number, observed: number): number {
  if (deviation === 0) return Math.abs(observed - mean);
  const z = (observed - mean) / deviation;
  const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return deviation * (z * (2 * normalCumulative(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

/** The effective number of weighted members: 1 / sum of squared shares (L. Kish, Survey Sampling, 1965). */
export function effectiveSize(weights: ArrayLike<number>): number {
  const shares = sharesOf(weights, weights);
  return 1 / shares.reduce((sum, share) => sum + share * share, 0);
}

/**
 * The interval that holds one more value of the kind of the members with a probability, if they are near normal: Student's
 * prediction interval, with the effective number of members. Infinite ends if that is not above 1.
 */
export function predictionInterval(values: ArrayLike<number>, level: number, weights?: ArrayLike<number>): Interval {
  const shares = sharesOf(values, weights);
  const squares = shares.reduce((sum, share) => sum + share * share, 0);
  const size = 1 / squares;
  if (size <= 1 + 1e-9) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const mean = shares.reduce((sum, share, at) => sum + share * values[at], 0);
  const variance =
    shares.reduce((sum, share, at) => sum + share * (values[at] - mean) * (values[at] - mean), 0) / (1 - squares);
  const margin = studentQuantile((1 + level) / 2, size - 1) * Math.sqrt(variance * (1 + squares));
  return { low: mean - margin, high: mean + margin };
}

/**
 * The exact interval of a proportion: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934). Throws an Error unless
 * 0 <= successes <= trials, whole numbers.
 */
export function exactProportionInterval(successes: number, trials: number, level = 0.95): Interval {
  checkCounts(successes, trials);
  const tail = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : beta(tail, successes, trials - successes + 1),
    high: successes === trials ? 1 : beta(1 - tail, successes + 1, trials - successes),
  };
}

function sharesOf(values: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  if (values.length === 0) throw new Error('an ensemble needs at least one member');
  if (weights === undefined) return new Float64Array(values.length).fill(1 / values.length);
  if (weights.length !== values.length) {
    throw new Error(`${weights.length} weights do not belong to ${values.length} members`);
  }
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from(weights, (weight) => weight / total);
}
