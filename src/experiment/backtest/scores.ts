/**
 * Scores: the errors of a backtest by measure and horizon, beside what naive forecasts of the same figures miss.
 *
 * Errors are per cent of the observed figure. Every forecast is judged by the same pairs. Pairs of neighbouring origins share years
 * and so depend on each other: the exact intervals of coverage, which take them as independent, are too narrow.
 */
import { exactProportionInterval, predictionInterval } from '../../statistics/forecast-scores.ts';
import { type Interval, meanInterval } from '../../statistics/intervals.ts';
import { type Coverage, centreOf, type Scores, scoresOf } from '../forecast-score.ts';
import type { Mode } from './at-origin.ts';
import type { Pair } from './backtest.ts';
import type { ObservedSeries } from './observed-series.ts';

/** The probabilities with which bands claim to hold a figure. */
export const bandLevels = [0.5, 0.8, 0.95] as const;

/** How many figures lie inside the bands of one level. */
export type HeldByBand = Pick<Coverage, 'level' | 'inside' | 'share'>;

/** The scores of one measure at one horizon: means over pairs. `model` and the naive forecasts are mean absolute errors in per cent. */
export interface HorizonScores extends Omit<Scores, 'cells'> {
  readonly mode: Mode;
  readonly series: ObservedSeries;
  readonly horizon: number;
  readonly pairs: number;
  /** Mean absolute error in the unit of the measure. */
  readonly error: number;
  /** The 95 % interval of `model` over pairs, as if they were independent; infinite ends for a single pair. */
  readonly range: Interval;
  /** Mean error in per cent: above zero if forecasts were too high. */
  readonly bias: number;
  readonly held: readonly HeldByBand[];
}

/** The scores by mode, measure and horizon, in the order of the pairs. */
export function scoresByHorizon(pairs: readonly Pair[]): readonly HorizonScores[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = `${pair.mode} ${pair.series.name} ${pair.horizon}`;
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  return [...groups.values()].map(scoresOfGroup).sort(byOrderOf(pairs));
}

/** The band of a level around a forecast. */
export function bandOf({ values }: Pair, level: number): Interval {
  return predictionInterval(values, level);
}

/** The forecast itself: the mean of its values. */
export function forecastOf({ values }: Pair): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function scoresOfGroup(pairs: readonly Pair[]): HorizonScores {
  const { mode, series, horizon } = pairs[0];
  const each = pairs.map(({ origin, year, observed, values, past }) => {
    const cell = { measure: series.name, year, observed, values };
    const scores = scoresOf({ lastKnown: origin, cells: [cell], past: new Map([[series.name, past]]) });
    return { ...scores, difference: centreOf(cell) - observed, observed };
  });
  const mean = (of: (one: (typeof each)[number]) => number) =>
    each.reduce((sum, one) => sum + of(one), 0) / each.length;
  return {
    mode,
    series,
    horizon,
    pairs: pairs.length,
    error: mean(({ difference }) => Math.abs(difference)),
    bias: mean(({ difference, observed }) => (100 * difference) / observed),
    model: mean(({ model }) => model),
    range: meanInterval(each.map(({ model }) => model)),
    modelCrps: mean(({ modelCrps }) => modelCrps),
    'last value': mean((one) => one['last value']),
    'linear trend': mean((one) => one['linear trend']),
    'damped trend': mean((one) => one['damped trend']),
    naiveCrps: mean(({ naiveCrps }) => naiveCrps),
    held: bandLevels.map((level) => {
      const inside = pairs.filter((pair) => {
        const { low, high } = bandOf(pair, level);
        return low <= pair.observed && pair.observed <= high;
      }).length;
      return { level, inside, share: exactProportionInterval(inside, pairs.length) };
    }),
  };
}

function byOrderOf(pairs: readonly Pair[]): (a: HorizonScores, b: HorizonScores) => number {
  const places = new Map<string, number>();
  for (const { mode, series } of pairs) {
    const name = `${mode} ${series.name}`;
    if (!places.has(name)) places.set(name, places.size);
  }
  const placeOf = ({ mode, series }: HorizonScores) => places.get(`${mode} ${series.name}`)!;
  return (a, b) => placeOf(a) - placeOf(b) || a.horizon - b.horizon;
}
