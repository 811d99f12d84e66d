/**
 * Distributions as quantile functions, for sampling by inversion: a uniform draw goes in, the value comes out. All rise with
 * u, so a higher draw never gives less, whatever the parameters.
 */
import { exp, log, normalQuantile } from './mathematics.ts';

export { beta } from './beta.ts';

/** An exponential waiting time with a mean, in the mean's unit. */
export function exponential(u: number, mean: number): number {
  return -mean * log(1 - u);
}

/** The lognormal distribution; sigma is the standard deviation of the logarithm. */
export function lognormal(u: number, median: number, sigma: number): number {
  return median * exp(sigma * normalQuantile(u));
}

/** The normal distribution. */
export function normal(u: number, mean: number, sd: number): number {
  return mean + sd * normalQuantile(u);
}

/**
 * A Poisson count with a mean (0 or more; RangeError otherwise), by exact inversion: the lowest count whose cumulative chance
 * reaches u. Rounding can move it by one only where the chance of more is below 1e-12.
 */
export function poisson(u: number, mean: number): number {
  if (!(mean >= 0 && mean < Infinity)) throw new RangeError(`a count cannot have the mean ${mean}`);
  return mean < 30 ? poissonFromZero(u, mean) : poissonFromMode(u, mean);
}

/** Failures before the first success, given their mean (0 or more; RangeError otherwise). */
export function geometric(u: number, meanCount: number): number {
  if (!(meanCount >= 0 && meanCount < Infinity)) throw new RangeError(`a count cannot have the mean ${meanCount}`);
  if (meanCount === 0) return 0;
  return Math.max(0, Math.ceil(log(1 - u) / log(meanCount / (1 + meanCount))) - 1);
}

/** The triangular distribution on low to high with its peak at the mode. Throws RangeError unless low <= mode <= high. */
export function triangular(u: number, low: number, mode: number, high: number): number {
  if (!(low <= mode && mode <= high)) throw new RangeError(`no triangle has low ${low}, mode ${mode} and high ${high}`);
  const width = high - low;
  return u * width < mode - low
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}

/** The uniform distribution between low and high. */
export function uniformBetween(u: number, low: number, high: number): number {
  return low + u * (high - low);
}

/** The index of a category, given cumulative shares from `cumulativeOf`. A category with share 0 never comes. */
export function categorical(u: number, cumulative: Float64Array): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (u < cumulative[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The index of a category, given shares that add up to 1 (the last one above 0 takes the rounding error): for lists too
 * short or too changing to be worth a `cumulativeOf`.
 */
export function memberOf(u: number, shares: ArrayLike<number>): number {
  let reached = 0;
  let last = 0;
  for (let index = 0; index < shares.length; index++) {
    const share = shares[index];
    if (share > 0) {
      reached += share;
      if (u < reached) return index;
      last = index;
    }
  }
  return last;
}

/**
 * Cumulative shares of weights, ending with exactly 1. Throws RangeError for a weight that is negative or not finite, and
 * when there is nothing above 0.
 */
export function cumulativeOf(weights: ArrayLike<number>): Float64Array {
  let total = 0;
  let last = -1;
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index];
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`weight ${weight} at index ${index} is not 0 or more`);
    if (weight > 0) last = index;
    total += weight;
  }
  if (last < 0) throw new RangeError('the weights have nothing above 0');
  const cumulative = new Float64Array(weights.length).fill(1);
  let reached = 0;
  for (let index = 0; index < last; index++) {
    reached += weights[index];
    cumulative[index] = Math.min(1, reached / total);
  }
  return cumulative;
}

/** A duration in whole days: the nearest, half a day counting up, and at least 0. Throws RangeError for NaN. */
export function wholeDays(duration: number): number {
  if (Number.isNaN(duration)) throw new RangeError('a duration is not a number');
  return duration > 0 ? Math.round(duration) : 0;
}

function poissonFromZero(u: number, mean: number): number {
  let count = 0;
  let chance = exp(-mean);
  let reached = chance;
  while (reached < u) {
    count++;
    chance *= mean / count;
    const further = reached + chance;
    if (further === reached && count > mean) break;
    reached = further;
  }
  return count;
}

/** Chances in proportion to that of the mode, as far as they count on both sides: no logarithm, no gamma function. */
function poissonFromMode(u: number, mean: number): number {
  const mode = Math.floor(mean);
  let lowest = mode;
  let weight = 1;
  let total = 0;
  for (; lowest > 0 && weight > NEGLIGIBLE; lowest--) {
    weight *= lowest / mean;
    total += weight;
  }
  const lowestWeight = weight;
  weight = 1;
  for (let count = mode; weight > NEGLIGIBLE; ) {
    total += weight;
    weight *= mean / ++count;
  }
  const target = u * total;
  let count = lowest;
  let reached = lowestWeight;
  for (weight = lowestWeight; reached < target; ) {
    weight *= mean / ++count;
    const further = reached + weight;
    if (further === reached && count > mean) break;
    reached = further;
  }
  return count;
}

/** Far below the grid of a draw, even summed over a million counts. */
const NEGLIGIBLE = 1e-26;
