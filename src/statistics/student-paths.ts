/**
 * Student paths: joint draws of several numbers that together have Student's distribution, spread evenly over their doubt.
 *
 * A draw is the mean and a step along each principal direction of the scale matrix. The quantiles of each direction lie one in each of
 * n equal parts for n draws (Latin hypercube), so that eight draws already span what may happen. Steps are independent between
 * directions, each with Student's distribution.
 */
import type { RandomKey } from '../engine/random.ts';
import { eigenOf } from './eigen.ts';
import { latinHypercube } from './latin-hypercube.ts';
import { studentQuantile } from './student.ts';

/** `count` draws. */
export function studentPaths(
  means: readonly number[],
  scale: readonly ArrayLike<number>[],
  degrees: number,
  count: number,
  key: RandomKey,
): readonly (readonly number[])[] {
  const { values, vectors } = eigenOf(scale);
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const steps = order.map((which) => {
    const direction = vectors[which];
    const sum = direction.reduce((total, part) => total + part, 0);
    const length = Math.sqrt(Math.max(0, values[which])) * (sum < 0 ? -1 : 1);
    return direction.map((part) => part * length);
  });
  return latinHypercube(count, means.length, key).map((point) => {
    const sizes = point.map((probability) => studentQuantile(probability, degrees));
    return means.map((mean, at) => steps.reduce((sum, step, which) => sum + sizes[which] * step[at], mean));
  });
}
