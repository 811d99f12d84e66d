/**
 * Predictive band: the interval that the next value of the same kind falls into with a probability.
 *
 * Ends are quantiles of type 6, at place p (n + 1) among the values in order: of n + 1 values that come alike, each gap is as likely to
 * hold the next one (R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996). So no
 * shape is assumed, but n values promise at most (n - 1) / (n + 1): beyond that the ends are the lowest and the highest value.
 */
import { sortedCopy } from './describe.ts';
import type { Interval } from './intervals.ts';

/** The central band of the values, in their unit. Throws an Error for no values, or a level outside 0 to 1. */
export function predictiveBand(values: ArrayLike<number>, level: number): Interval {
  if (!(level > 0 && level < 1)) throw new Error(`a level lies between 0 and 1, not at ${level}`);
  if (values.length === 0) throw new Error('a band needs at least one value');
  const sorted = sortedCopy(values);
  return { low: quantileAt(sorted, (1 - level) / 2), high: quantileAt(sorted, (1 + level) / 2) };
}

/** The middle value, or the middle between the two in the middle. Throws an Error for no values. */
export function medianOf(values: ArrayLike<number>): number {
  if (values.length === 0) throw new Error('a median needs at least one value');
  return quantileAt(sortedCopy(values), 0.5);
}

/** The highest level that a band of so many values can promise: 0 for one. */
export function mostPromised(count: number): number {
  return Math.max(0, (count - 1) / (count + 1));
}

/** The fewest values that promise a level: 3, 9 and 39 for 50, 80 and 95 %. */
export function fewestFor(level: number): number {
  return Math.ceil((1 + level) / (1 - level) - 1e-9);
}

function quantileAt(sorted: Float64Array, probability: number): number {
  const place = Math.min(sorted.length, Math.max(1, probability * (sorted.length + 1)));
  const below = Math.floor(place + 1e-9);
  const value = sorted[below - 1];
  const part = Math.max(0, place - below);
  return part === 0 || below === sorted.length ? value : value + part * (sorted[below] - value);
}
