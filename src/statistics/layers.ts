/**
 * Layers: how much of a spread is chance, and how much is not knowing the parameters.
 *
 * Values come in groups of equal size: a group is a parameter draw, and within it only luck differs. The analysis of variance
 * of one random factor splits them, and the F distribution gives the share of the factor its exact interval (S. R. Searle,
 * G. Casella and C. E. McCulloch, Variance Components, 1992, section 3.6).
 */
import { incompleteBeta } from './beta.ts';
import { mean, variance } from './describe.ts';
import type { Interval } from './intervals.ts';

/** A part of a variance, from 0 to 1, with its interval. */
export interface VarianceShare extends Interval {
  readonly share: number;
}

/**
 * The share of the variance of a single value that lies between groups. Undefined for fewer than two groups or values in a
 * group, and where nothing varies. Throws an Error for groups of unequal size.
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

/** What of the variance of all values lies between arms, between parameter draws of an arm, and between replicates of a draw. */
export interface Layers {
  readonly scenario: number;
  readonly parameters: number;
  readonly chance: number;
}

/** Shares that add up to 1, from the values of each arm by draw. Undefined where a layer was not sampled or nothing varies. */
export function layersOf(arms: readonly (readonly ArrayLike<number>[])[]): Layers | undefined {
  const [draws, size] = [arms[0]?.length ?? 0, arms[0]?.[0]?.length ?? 0];
  if (draws < 2 || size < 2) return undefined;
  const chance = mean(arms.flatMap((groups) => groups.map((group) => variance(group))));
  const means = arms.map((groups) => groups.map((group) => mean(group)));
  const parameters = Math.max(0, mean(means.map((own) => variance(own))) - chance / size);
  const armMeans = means.map((own) => mean(own));
  const centre = mean(armMeans);
  const scenario = mean(armMeans.map((own) => (own - centre) * (own - centre)));
  const all = scenario + parameters + chance;
  if (!(all > 0)) return undefined;
  return { scenario: scenario / all, parameters: parameters / all, chance: chance / all };
}

/** The quantile of the F distribution, by bisection of its distribution function. */
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
