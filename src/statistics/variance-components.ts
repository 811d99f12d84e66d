/**
 * Variance components: divides a variance into chance and uncertainty about the parameters.
 *
 * Values come in groups of equal size: a group is a parameter draw, and within it only luck differs. A one-way random effects
 * analysis of variance splits the variance, and the F distribution gives an exact interval for the share of the groups (S. R.
 * Searle, G. Casella and C. E. McCulloch, Variance Components, 1992, section 3.6).
 */
import { incompleteBeta } from '../engine/beta.ts';
import { mean, variance } from './describe.ts';
import type { Interval } from './intervals.ts';
import { studentQuantile } from './student.ts';

/** A share of a variance, from 0 to 1, with its interval. */
export interface VarianceShare extends Interval {
  readonly share: number;
}

/**
 * The share of the variance of a single value that lies between groups (intraclass correlation). Undefined for fewer than two
 * groups or values per group, and if nothing varies. Throws an Error for groups of unequal size.
 */
export function shareBetween(groups: readonly ArrayLike<number>[], level = 0.95): VarianceShare | undefined {
  const [count, size] = [groups.length, groups[0]?.length ?? 0];
  if (groups.some((group) => group.length !== size)) throw new Error('groups must be of one size');
  if (count < 2 || size < 2) return undefined;
  const within = mean(groups.map((group) => variance(group)));
  const between = size * variance(groups.map((group) => mean(group)));
  if (!(within + between > 0)) return undefined;
  if (within === 0) return { share: 1, low: 1, high: 1 };
  const ratio = between / within;
  const shareAt = (f: number) => Math.min(1, Math.max(0, (f - 1) / (f + size - 1)));
  const tail = (1 - level) / 2;
  const degrees = [count - 1, count * (size - 1)] as const;
  return {
    share: shareAt(ratio),
    low: shareAt(ratio / fQuantile(1 - tail, ...degrees)),
    high: shareAt(ratio / fQuantile(tail, ...degrees)),
  };
}

/** The shares of the variance of all values between arms, between parameter draws of an arm, and between replicates of a draw. */
export interface Layers {
  readonly scenario: VarianceShare;
  readonly parameters: VarianceShare;
  readonly chance: VarianceShare;
}

/**
 * Shares that add up to 1, from the values of each arm by draw, with jackknife intervals: each draw in turn is left out of all arms,
 * since they share it, and the changes of the shares give their standard errors (B. Efron and R. J. Tibshirani, An Introduction
 * to the Bootstrap, 1993, chapter 11). Undefined if a layer was not sampled or nothing varies.
 */
export function layersOf(arms: readonly (readonly ArrayLike<number>[])[], level = 0.95): Layers | undefined {
  const [draws, size] = [arms[0]?.length ?? 0, arms[0]?.[0]?.length ?? 0];
  if (draws < 2 || size < 2) return undefined;
  const means = arms.map((groups) => Float64Array.from(groups, (group) => mean(group)));
  const within = Float64Array.from({ length: draws }, (_, draw) => mean(arms.map((groups) => variance(groups[draw]))));
  const [centres, chance] = [means.map((own) => mean(own)), mean(within)];
  const squares = means.map((own) => (draws - 1) * variance(own));
  const signed = sharesOf(centres, mean(squares) / (draws - 1), chance, size);
  const found = sharesOf(centres, mean(squares) / (draws - 1), chance, size, 0);
  if (found === undefined) return undefined;
  const without = Array.from({ length: draws < 3 ? 0 : draws }, (_, left) => {
    const apart = means.map((own, arm) => own[left] - centres[arm]);
    const others = squares.map((sum, arm) => sum - (apart[arm] * apart[arm] * draws) / (draws - 1));
    return sharesOf(
      centres.map((centre, arm) => centre - apart[arm] / (draws - 1)),
      mean(others) / (draws - 2),
      (draws * chance - within[left]) / (draws - 1),
      size,
    );
  });
  const shareAt = (layer: number): VarianceShare => {
    const share = found[layer];
    const again = without.flatMap((shares) => shares?.[layer] ?? []);
    if (again.length < draws || signed === undefined) return { share, low: 0, high: 1 };
    const error = Math.sqrt(((draws - 1) * (draws - 1) * variance(again)) / draws);
    const margin = studentQuantile(1 - (1 - level) / 2, draws - 1) * error;
    const ends = [signed[layer] - margin, signed[layer] + margin].map((end) => Math.min(1, Math.max(0, end)));
    return { share, low: Math.min(share, ends[0]), high: Math.max(share, ends[1]) };
  };
  return { scenario: shareAt(0), parameters: shareAt(1), chance: shareAt(2) };
}

/**
 * The three shares, from the mean of each arm, the variance of the means of draws, and the variance within draws of `size` values.
 * The parameter component is the variance of means less the part due to chance, which may be negative; `least` bounds it.
 */
function sharesOf(
  centres: readonly number[],
  between: number,
  chance: number,
  size: number,
  least = -Infinity,
): readonly [number, number, number] | undefined {
  const parameters = Math.max(least, between - chance / size);
  const centre = mean(centres);
  const scenario = mean(centres.map((own) => (own - centre) * (own - centre)));
  const all = scenario + parameters + chance;
  return all > 0 ? [scenario / all, parameters / all, chance / all] : undefined;
}

/** The quantile of the F distribution, by bisection on its distribution function. */
export function fQuantile(probability: number, first: number, second: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(first / 2, second / 2, middle) < probability) low = middle;
    else high = middle;
  }
  const beta = (low + high) / 2;
  return (second * beta) / (first * (1 - beta));
}
