/**
 * Paired difference: the difference between two arms with common random numbers (the same luck).
 *
 * The same replicate and draw of two arms have the same people with the same luck, so common variation cancels in the difference.
 * The interval is that of the mean of these differences; `gain` measures the variance reduction.
 */
import { variance } from './describe.ts';
import { meanInterval } from './intervals.ts';

/** Arm less baseline, in the unit of the values. */
export interface PairedDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly count: number;
  /** The standard error if the arms had independent luck. */
  readonly unpairedStandardError: number;
  /** Unpaired variance over paired variance: the factor by which independent arms would need more replicates. */
  readonly gain: number;
}

/**
 * The mean difference between values paired by index, with Student's interval. If all differences are equal, the interval is
 * exactly that difference and the gain is infinite (1 if the values do not vary either). With fewer than two pairs both ends are
 * infinite. Throws an Error for arrays of unequal length.
 */
export function pairedDifference(arm: ArrayLike<number>, baseline: ArrayLike<number>, level = 0.95): PairedDifference {
  if (arm.length !== baseline.length) {
    throw new Error(`an arm of ${arm.length} values cannot be paired with a baseline of ${baseline.length}`);
  }
  const differences = Float64Array.from(arm, (value, i) => value - baseline[i]);
  const { mean: difference, low, high, standardError, count } = meanInterval(differences, level);
  const pairedVariance = variance(differences);
  const unpairedVariance = variance(arm) + variance(baseline);
  return {
    difference,
    low,
    high,
    standardError,
    count,
    unpairedStandardError: Math.sqrt(unpairedVariance / count),
    gain: pairedVariance === unpairedVariance ? 1 : unpairedVariance / pairedVariance,
  };
}
