/**
 * Luck: the variance of one run by chance alone, for every figure.
 *
 * Replicates of one setting show it. Where each setting runs once, it is the nugget of the emulators; but that of a single figure is a
 * rough estimate, now and then near 0. So the figures of one measure share theirs: of a count as variance per unit of the figure, of any
 * other figure as a share of its square. Events of a year have no less than a Poisson count has; people inside may have less, since places
 * bind them. Luck that is too large only rules out less.
 */
import { isCount, isOfYear } from '../scaled-country.ts';
import type { MatchTarget } from './implausibility.ts';

/** The variance of one run by target, from the spread of replicates about the mean of their setting, over all settings. */
export function luckOf(runs: readonly (readonly Float64Array[])[], targets: number): Float64Array {
  const squares = new Float64Array(targets);
  let free = 0;
  for (const replicates of runs) {
    free += replicates.length - 1;
    for (let at = 0; at < targets; at++) {
      const mean = meanOf(replicates, at);
      for (const values of replicates) squares[at] += (values[at] - mean) * (values[at] - mean);
    }
  }
  return squares.map((sum) => sum / free);
}

/** The variance of one run by target, from the nuggets of settings that ran once in a country of this scale. */
export function pooledLuck(targets: readonly MatchTarget[], nuggets: readonly number[], scale: number): Float64Array {
  const sums = new Map<string, { nuggets: number; sizes: number }>();
  targets.forEach((target, at) => {
    const sum = sums.get(target.figure.measure) ?? { nuggets: 0, sizes: 0 };
    sums.set(target.figure.measure, { nuggets: sum.nuggets + nuggets[at], sizes: sum.sizes + sizeOf(target) });
  });
  return Float64Array.from(targets, (target) => {
    const sum = sums.get(target.figure.measure)!;
    const pooled = (sizeOf(target) * sum.nuggets) / sum.sizes;
    return isOfYear(target.figure.unit) ? Math.max(pooled, target.figure.observed / scale) : pooled;
  });
}

/** What the variance of a figure grows with. */
function sizeOf({ figure: { unit, observed } }: MatchTarget): number {
  return isCount(unit) ? observed : observed * observed;
}

/** The mean over replicates of the value at `at`. */
export function meanOf(replicates: readonly Float64Array[], at: number): number {
  return replicates.reduce((sum, values) => sum + values[at], 0) / replicates.length;
}
