/**
 * Morris screening: finds the factors that move an outcome at all, from few runs.
 *
 * M. D. Morris, Technometrics 33 (1991): a trajectory changes one factor at a time, each once, by two thirds of its range; the
 * change of the outcome over that step is the elementary effect of the factor. F. Campolongo, J. Cariboni and A. Saltelli,
 * Environmental Modelling & Software 22 (2007): the mean absolute effect, mu*, ranks factors. A factor may be a group of numbers
 * that move together, each in a direction of its own. sigma measures how much an effect depends on the values of the others.
 */
import { type RandomKey, uniform } from '../engine/random.ts';
import { mean, standardDeviation } from './describe.ts';
import { type Interval, meanInterval } from './intervals.ts';

/** Points to run, and the factor moved before each point but the first. Coordinates are those of members, from 0 to 1. */
export interface Trajectory {
  readonly points: readonly Float64Array[];
  readonly moved: readonly number[];
}

/** The summary of a factor's elementary effects, in the unit of the outcome over the whole range of the factor. */
export interface Screened extends Interval {
  /** Mean absolute effect; `low` and `high` are Student's interval over trajectories, not below 0. */
  readonly muStar: number;
  readonly mu: number;
  readonly sigma: number;
}

/** Half of the four levels, so that a step of two thirds stays inside. */
const STEP = 2 / 3;

/** A random trajectory. `factors` lists, per factor, the indexes of the members that move together. */
export function trajectoryOf(factors: readonly (readonly number[])[], key: RandomKey, number: number): Trajectory {
  const members = factors.flat().length;
  const draw = (what: number, which: number) => uniform(key.low, key.high, which, 3 * number + what);
  const point = Float64Array.from({ length: members }, (_, member) => Math.floor(4 * draw(0, member)) / 3);
  const rank = factors.map((_, factor) => draw(1, factor));
  const moved = [...factors.keys()].sort((a, b) => rank[a] - rank[b]);
  const points = [point];
  for (const factor of moved) {
    const next = Float64Array.from(points.at(-1)!);
    for (const member of factors[factor]) next[member] = next[member] < 0.5 ? next[member] + STEP : next[member] - STEP;
    points.push(next);
  }
  return { points, moved };
}

/** The elementary effect of each factor from the outcomes at the points: signed upwards for a factor of one member. */
export function elementaryEffects({ points, moved }: Trajectory, outcomes: ArrayLike<number>): Float64Array {
  const effects = new Float64Array(moved.length);
  for (const [step, factor] of moved.entries()) {
    const changed = points[step].findIndex((level, member) => level !== points[step + 1][member]);
    const direction = points[step + 1][changed] > points[step][changed] ? 1 : -1;
    effects[factor] = (direction * (outcomes[step + 1] - outcomes[step])) / STEP;
  }
  return effects;
}

/** The summary of one factor's effects over trajectories. */
export function screened(effects: readonly number[], level = 0.95): Screened {
  const sizes = effects.map(Math.abs);
  const { mean: muStar, low, high } = meanInterval(sizes, level);
  return { muStar, low: Math.max(0, low), high, mu: mean(effects), sigma: standardDeviation(effects) };
}
