/**
 * Intervals: confidence intervals of means, quantiles and proportions.
 *
 * Every interval covers the true value in at least, or nearly, the share of studies that its level states, by default 0.95. An
 * end that the values do not bound is infinite.
 */
import { normalQuantile } from '../engine/mathematics.ts';
import { binomialQuantile, checkCounts } from './binomial.ts';
import { mean, quantiles, sortedCopy, standardDeviation } from './describe.ts';
import { studentQuantile } from './student.ts';

/** Two ends, in the unit of the estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The mean of independent values, such as replicates, with its interval. */
export interface MeanInterval extends Interval {
  readonly mean: number;
  /** Standard error of the mean; NaN for fewer than two values. */
  readonly standardError: number;
  readonly count: number;
}

/**
 * The mean with Student's t interval. With fewer than two values the ends are infinite; equal values have an interval of no
 * width.
 */
export function meanInterval(values: ArrayLike<number>, level = 0.95): MeanInterval {
  const tail = tailOf(level);
  const count = values.length;
  const centre = mean(values);
  const standardError = standardDeviation(values) / Math.sqrt(count);
  if (count < 2) {
    const infinite = Number.POSITIVE_INFINITY;
    return { mean: centre, low: -infinite, high: infinite, standardError, count };
  }
  const margin = studentQuantile(1 - tail, count - 1) * standardError;
  return { mean: centre, low: centre - margin, high: centre + margin, standardError, count };
}

/**
 * The central interval of the values: median, and the quantiles that leave half of 1 - level on either side. It describes the
 * spread of outcomes (a fan chart), not how well a number is known. Throws an Error for no values.
 */
export function centralInterval(values: ArrayLike<number>, level = 0.95): Interval & { readonly median: number } {
  const tail = tailOf(level);
  const [low, median, high] = quantiles(values, [tail, 0.5, 1 - tail]) as [number, number, number];
  return { median, low, high };
}

/**
 * A quantile (type 7) with its distribution-free interval between two order statistics: W. J. Conover, Practical Nonparametric
 * Statistics, 3rd ed. (1999), section 3.2. An end is infinite if there are too few values to bound it. Throws an Error for no
 * values.
 */
export function quantileInterval(
  values: ArrayLike<number>,
  probability: number,
  level = 0.95,
): Interval & { readonly quantile: number } {
  const tail = tailOf(level);
  const quantile = quantiles(values, [probability])[0];
  const sorted = sortedCopy(values);
  const lowRank = binomialQuantile(tail, sorted.length, probability);
  const highRank = binomialQuantile(1 - tail, sorted.length, probability) + 1;
  const low = lowRank === 0 ? Number.NEGATIVE_INFINITY : sorted[lowRank - 1];
  const high = highRank > sorted.length ? Number.POSITIVE_INFINITY : sorted[highRank - 1];
  return { quantile, low, high };
}

/** A proportion of independent trials with Wilson's interval. Throws an Error unless 0 <= successes <= trials, whole numbers. */
export function proportionInterval(
  successes: number,
  trials: number,
  level = 0.95,
): Interval & { readonly proportion: number } {
  checkCounts(successes, trials);
  const proportion = successes / trials;
  return { proportion, ...wilsonInterval(proportion, trials, level) };
}

/**
 * Wilson's score interval of an observed proportion, within 0 and 1; 0 to 1 for no trials. E. B. Wilson,
 * "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function wilsonInterval(proportion: number, trials: number, level = 0.95): Interval {
  const z = normalQuantile(1 - tailOf(level));
  if (trials === 0) return { low: 0, high: 1 };
  const weight = (z * z) / trials;
  const centre = (proportion + weight / 2) / (1 + weight);
  const margin = (z * Math.sqrt((proportion * (1 - proportion)) / trials + weight / trials / 4)) / (1 + weight);
  return {
    low: proportion === 0 ? 0 : Math.max(0, centre - margin),
    high: proportion === 1 ? 1 : Math.min(1, centre + margin),
  };
}

/** The probability left on either side of an interval of this level. */
function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new Error(`a level lies between 0 and 1, not at ${level}`);
  return (1 - level) / 2;
}
