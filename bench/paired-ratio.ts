/**
 * Paired ratio: how many times as much one thing costs as another, from rounds in which both took turns.
 *
 * What disturbs a round disturbs both, and falls out of its ratio. The mean is that of logarithms, so that a ratio and its
 * inverse agree; the interval is Student's, over rounds.
 */
import { type Interval, meanInterval } from '../src/statistics/intervals.ts';

/** A ratio with its 95 % interval. */
export interface PairedRatio extends Interval {
  readonly ratio: number;
}

/** The ratio of costs that are paired by round. With one round the interval is all numbers. Throws for unequal numbers of rounds. */
export function pairedRatio(costs: readonly number[], others: readonly number[]): PairedRatio {
  if (costs.length !== others.length) throw new Error(`${costs.length} rounds cannot be paired with ${others.length}`);
  const { mean, low, high } = meanInterval(costs.map((cost, round) => Math.log(cost / others[round])));
  return { ratio: Math.exp(mean), low: Math.exp(low), high: Math.exp(high) };
}

/** What is a regression: a tenth more. */
const REGRESSION = 1.1;

/** What may be said of a ratio of costs, ours to another commit's. */
export type Verdict = 'slower' | 'not slower' | 'undecided';

/**
 * Slower, if noise does not explain it (the whole interval is above 1) and it is nearer to a regression than to none. Not slower,
 * if the whole interval is below a regression. Undecided otherwise: the noise is too large, or the loss is small.
 */
export function verdictOf({ ratio, low, high }: PairedRatio): Verdict {
  if (low > 1 && ratio >= Math.sqrt(REGRESSION)) return 'slower';
  return high < REGRESSION ? 'not slower' : 'undecided';
}

/** Whether an interval is narrow enough to tell a regression from none. */
export function isNarrow({ ratio, high }: PairedRatio): boolean {
  return high / ratio <= Math.sqrt(REGRESSION);
}
