/**
 * Net count: the interval of the difference between two small counts of rare, independent events, such as people charged in one arm
 * only and people charged in the other only.
 *
 * Each count has the score interval of a Poisson mean, x + z^2/2 -+ z sqrt(x + z^2/4); the two are put together by squaring and adding,
 * as R. G. Newcombe did for proportions, "Interval estimation for the difference between independent proportions", Statistics in
 * Medicine 17 (1998), and G. Y. Zou and A. Donner in general, "Construction of confidence limits about effect measures", Statistics
 * in Medicine 27 (2008). If nothing was counted on either side it still has a width: z^2 each way, 3.8 events at 95 %.
 */
import { normalQuantile } from '../engine/mathematics.ts';
import type { Interval } from './intervals.ts';

/** The interval of the expected `gained - lost`. Throws an Error for counts below 0. */
export function netCountInterval(gained: number, lost: number, level = 0.95): Interval {
  if (!(gained >= 0 && lost >= 0)) throw new Error(`${gained} and ${lost} are not counts`);
  const z = normalQuantile((1 + level) / 2);
  const [up, down] = [marginsOf(gained, z), marginsOf(lost, z)];
  const net = gained - lost;
  return { low: net - root(up.below, down.above), high: net + root(up.above, down.below) };
}

/** How far the score interval of a Poisson mean reaches to either side of the count. */
function marginsOf(count: number, z: number) {
  const half = z * Math.sqrt(count + (z * z) / 4);
  return { below: half - (z * z) / 2, above: half + (z * z) / 2 };
}

function root(one: number, other: number): number {
  return Math.sqrt(one * one + other * other);
}
