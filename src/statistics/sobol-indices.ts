/**
 * Sobol indices: the share of the variance of an outcome due to each factor, alone (first order) and with interactions (total).
 *
 * I. M. Sobol, Mathematics and Computers in Simulation 55 (2001). First order by the estimator of A. Saltelli and others,
 * Computer Physics Communications 181 (2010), total effect by that of M. J. W. Jansen, Computer Physics Communications 117
 * (1999). Outcomes are centred first, which changes no index and lowers the error of the first order.
 */
import { type RandomKey, uniform } from '../engine/random.ts';
import { mean, quantiles } from './describe.ts';
import type { Interval } from './intervals.ts';

/** An index with its bootstrap interval over the points of the design. */
export interface Index extends Interval {
  readonly index: number;
}

/** Shares of the variance: `first` of the factor alone, `total` with all interactions in which it takes part. */
export interface FactorIndices {
  readonly first: Index;
  readonly total: Index;
}

/** Outcomes by point: of two independent samples A and B, and of A with one factor at a time taken from B. */
export interface PickFreeze {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** By factor. */
  readonly mixed: readonly ArrayLike<number>[];
}

const RESAMPLES = 1000;

/** The indices of every factor; NaN if the outcome does not vary. */
export function sobolIndices(outcomes: PickFreeze, key: RandomKey, level = 0.95): readonly FactorIndices[] {
  const count = outcomes.a.length;
  const all = Int32Array.from({ length: count }, (_, point) => point);
  const samples = Array.from({ length: RESAMPLES }, (_, number) =>
    all.map((_, point) => Math.floor(uniform(key.low, key.high, point, number) * count)),
  );
  const whole = indicesOf(outcomes, all);
  const again = samples.map((points) => indicesOf(outcomes, points));
  const tail = (1 - level) / 2;
  return whole.map((own, factor) => {
    const indexOf = (which: 0 | 1): Index => {
      const known = again.map((sample) => sample[factor][which]).filter((value) => !Number.isNaN(value));
      const [low, high] = known.length === 0 ? [NaN, NaN] : quantiles(known, [tail, 1 - tail]);
      return { index: own[which], low: low!, high: high! };
    };
    return { first: indexOf(0), total: indexOf(1) };
  });
}

/** First-order and total index of each factor over some points, which may repeat. */
function indicesOf({ a, b, mixed }: PickFreeze, points: Int32Array): readonly (readonly [number, number])[] {
  const centre = mean([...points].flatMap((point) => [a[point], b[point]]));
  let spread = 0;
  for (const point of points) {
    const [one, other] = [a[point] - centre, b[point] - centre];
    spread += one * one + other * other;
  }
  const variance = spread / (2 * points.length);
  return mixed.map((outcomes) => {
    let [first, total] = [0, 0];
    for (const point of points) {
      const change = outcomes[point] - a[point];
      first += (b[point] - centre) * change;
      total += change * change;
    }
    return [first / points.length / variance, total / points.length / 2 / variance];
  });
}
