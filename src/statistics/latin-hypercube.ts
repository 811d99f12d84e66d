/**
 * Latin hypercube sampling: random points with exactly one in each of n equal parts of every dimension, for n points.
 *
 * M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979). It works in any number of dimensions.
 */
import { type RandomKey, uniform } from '../engine/random.ts';

/** `count` points, one row per point, strictly between 0 and 1. */
export function latinHypercube(count: number, dimensions: number, key: RandomKey): readonly Float64Array[] {
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const draw = (what: number, point: number) => uniform(key.low, key.high, point, 2 * dimension + what);
    const rank = Float64Array.from({ length: count }, (_, point) => draw(0, point));
    const order = [...rank.keys()].sort((a, b) => rank[a] - rank[b]);
    const column = new Float64Array(count);
    for (const [part, point] of order.entries()) column[point] = (part + draw(1, point)) / count;
    return column;
  });
  return Array.from({ length: count }, (_, point) => Float64Array.from(columns, (column) => column[point]));
}
