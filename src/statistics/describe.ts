/**
 * Describe: mean, variance and quantiles of a sample.
 *
 * Sums run in the order of the values, so the same values give the same bits. The mean is computed from deviations from the first
 * value, so that equal values have exactly that mean and variance 0; the variance of simple-statistics for three times 0.1 is
 * above 0. A value that is NaN makes the result NaN.
 */
import { quantileSorted } from 'simple-statistics';

/** Arithmetic mean, in the unit of the values; NaN of nothing. */
export function mean(values: ArrayLike<number>): number {
  const first = values[0];
  if (first === undefined) return Number.NaN;
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += values[i] - first;
  return first + sum / values.length;
}

/** Unbiased sample variance (divisor n - 1), in the squared unit; NaN of fewer than two values. */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i] - centre;
    sum += deviation * deviation;
  }
  return sum / (values.length - 1);
}

/** Sample standard deviation (divisor n - 1), in the unit of the values; NaN of fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/**
 * Quantiles at the given probabilities, interpolated between order statistics: type 7 of R. J. Hyndman and Y. Fan, "Sample
 * quantiles in statistical packages", The American Statistician 50 (1996). Throws an Error for no values, and for a
 * probability outside 0 to 1.
 */
export function quantiles(values: ArrayLike<number>, probabilities: readonly number[]): number[] {
  if (values.length === 0) throw new Error('quantiles need at least one value');
  const sorted = sortedCopy(values);
  const unknown = Number.isNaN(sorted[sorted.length - 1]);
  return probabilities.map((probability) => {
    if (!(probability >= 0 && probability <= 1)) throw new Error(`no quantile at probability ${probability}`);
    return unknown ? Number.NaN : quantileSorted(sorted as unknown as number[], probability);
  });
}

/** A copy of the values from lowest to highest, NaN last. */
export function sortedCopy(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort();
}
