/**
 * Bounds: how large a risk may be, or a share of people, after a number of runs.
 *
 * The bounds of a risk are exact (one-sided; C. J. Clopper and E. S. Pearson, Biometrika 26, 1934). The runs of one number of places
 * have the luck of those of any other, and where no run comes to grief with more places that fewer spare (`search.ts` says what if one does), the smallest number with at
 * most k runs in grief is an order statistic of the numbers that the runs need, and its own risk lies below the upper bound of k
 * as often as the confidence says, although it was found with the same runs (S. S. Wilks, Annals of Mathematical Statistics 12, 1941).
 */
import { beta } from '../../engine/beta.ts';
import { log } from '../../engine/mathematics.ts';
import { checkCounts } from '../../statistics/binomial.ts';
import type { Interval } from '../../statistics/intervals.ts';
import { studentQuantile } from '../../statistics/student.ts';

/** The chance with which every bound of a risk holds. */
export const CONFIDENCE = 0.8;

/** The bounds of a risk, each passed with a probability of at most 1 - confidence. Throws an Error for impossible counts. */
export function riskBounds(breaches: number, runs: number, confidence: number): Interval {
  checkCounts(breaches, runs);
  return {
    low: breaches === 0 ? 0 : beta(1 - confidence, breaches, runs - breaches + 1),
    high: breaches === runs ? 1 : beta(confidence, breaches + 1, runs - breaches),
  };
}

/** The fewest runs after which a risk can be said to be this low, if none comes to grief: (1 - risk) ^ runs <= 1 - confidence. */
export function runsToShow(risk: number, confidence: number): number {
  return Math.ceil(log(1 - confidence) / log(1 - risk) - 1e-9);
}

/** A share of people over independent runs of different size, with bounds that are each passed with a chance of 1 - confidence. */
export interface PooledShare extends Interval {
  /** NaN if there is nobody. */
  readonly share: number;
}

/**
 * The share of all people over all runs: a ratio of two sums, with its error by linearisation (W. G. Cochran, Sampling Techniques,
 * 3rd ed. 1977, 6.4) and Student's t. People of one run meet in one queue, so runs count and not people.
 */
export function pooledShare(some: readonly number[], all: readonly number[], confidence: number): PooledShare {
  const total = sum(all);
  if (total === 0) return { share: Number.NaN, low: Number.NaN, high: Number.NaN };
  const runs = all.length;
  const share = sum(some) / total;
  if (runs < 2) return { share, low: 0, high: 1 };
  const misses = some.map((count, run) => count - share * all[run]);
  const squares = sum(misses.map((miss) => miss * miss));
  const margin = studentQuantile(confidence, runs - 1) * (Math.sqrt((squares * runs) / (runs - 1)) / total);
  return { share, low: Math.max(0, share - margin), high: Math.min(1, share + margin) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
