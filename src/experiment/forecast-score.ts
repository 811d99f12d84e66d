/**
 * Forecast score: a forecast by members beside naive forecasts and what happened, by measure and by horizon.
 *
 * A cell is a measure in a year after the last one known; its horizon is the number of years between. Errors are per cent of the
 * observed figure. Cells of one measure depend on each other, so the number of measures stands beside that of cells, and the count of
 * cells inside their intervals is judged against the same count when each member in turn plays the truth.
 */
import {
  crpsOfEnsemble,
  crpsOfNormal,
  exactProportionInterval,
  predictionInterval,
} from '../statistics/forecast-scores.ts';
import type { Interval } from '../statistics/intervals.ts';
import {
  lastValue,
  type NaiveForecast,
  naiveForecasts,
  randomWalkSpread,
  type YearlyValue,
} from '../statistics/naive-forecast.ts';

/** An observed figure beside the members of a forecast. */
export interface ForecastCell {
  readonly measure: string;
  readonly year: number;
  readonly observed: number;
  /** One value per member. */
  readonly values: readonly number[];
}

/** A forecast from a last year that was known. */
export interface Forecast {
  readonly lastKnown: number;
  readonly cells: readonly ForecastCell[];
  /** By member; equal if left out. */
  readonly weights?: readonly number[];
  /** The figures up to the last known year, by measure. */
  readonly past: ReadonlyMap<string, readonly YearlyValue[]>;
}

/** Mean absolute errors in per cent, and mean CRPS in per cent, over cells; NaN where no naive forecast can be made. */
export interface Scores extends Readonly<Record<NaiveForecast, number>> {
  readonly cells: number;
  readonly model: number;
  readonly modelCrps: number;
  /** That of the last value with the band of a random walk. */
  readonly naiveCrps: number;
}

/** How many cells lie inside their prediction intervals. */
export interface Coverage {
  readonly level: number;
  readonly cells: number;
  /** Independent series: measures. */
  readonly series: number;
  readonly inside: number;
  /** The exact 95 % interval of the share inside if all cells were independent: too narrow where they are not. */
  readonly share: Interval;
  /** Cells inside when each member in turn plays the truth for the others: the mean, and the counts that a tenth and nine tenths of members do not exceed. */
  readonly asTruth: { readonly mean: number; readonly low: number; readonly high: number } | undefined;
}

/** The weighted mean of the members of a cell. */
export function centreOf({ values }: ForecastCell, weights: readonly number[] = values.map(() => 1)): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, at) => sum + (weights[at] / total) * value, 0);
}

/** Scores over those cells of a forecast that a condition lets in; NaN if there are none. */
export function scoresOf(
  { cells, past, weights }: Forecast,
  isIn: (cell: ForecastCell) => boolean = () => true,
): Scores {
  const own = cells.filter(isIn);
  const mean = (of: (cell: ForecastCell) => number) => own.reduce((sum, cell) => sum + of(cell), 0) / own.length;
  const percent = (error: number, { observed }: ForecastCell) => (100 * error) / observed;
  const known = ({ measure }: ForecastCell) => past.get(measure) ?? [];
  const naive = (name: NaiveForecast) =>
    mean((cell) => {
      if (known(cell).length === 0) return Number.NaN;
      return percent(Math.abs(naiveForecasts[name](known(cell), cell.year) - cell.observed), cell);
    });
  return {
    cells: own.length,
    model: mean((cell) => percent(Math.abs(centreOf(cell, weights) - cell.observed), cell)),
    'last value': naive('last value'),
    'linear trend': naive('linear trend'),
    'damped trend': naive('damped trend'),
    modelCrps: mean((cell) => percent(crpsOfEnsemble(cell.values, cell.observed, weights), cell)),
    naiveCrps: mean((cell) => {
      if (known(cell).length < 2) return Number.NaN;
      const spread = randomWalkSpread(known(cell), cell.year);
      return percent(crpsOfNormal(lastValue(known(cell)), spread, cell.observed), cell);
    }),
  };
}

/** Scores by measure and horizon, in the order of the cells. */
export function scoresByMeasure(
  forecast: Forecast,
): readonly (Scores & { readonly measure: string; readonly horizon: number })[] {
  return forecast.cells.map(({ measure, year }) => ({
    measure,
    horizon: year - forecast.lastKnown,
    ...scoresOf(forecast, (cell) => cell.measure === measure && cell.year === year),
  }));
}

/** Coverage of the prediction intervals of those cells of a forecast that a condition lets in. */
export function coverageOf(
  { cells, weights }: Forecast,
  level: number,
  isIn: (cell: ForecastCell) => boolean = () => true,
): Coverage {
  const own = cells.filter(isIn);
  const inside = own.filter(({ observed, values }) =>
    holds(predictionInterval(values, level, weights), observed),
  ).length;
  return {
    level,
    cells: own.length,
    series: new Set(own.map(({ measure }) => measure)).size,
    inside,
    share: exactProportionInterval(inside, own.length),
    asTruth: asTruth(own, level, weights),
  };
}

function asTruth(cells: readonly ForecastCell[], level: number, weights?: readonly number[]): Coverage['asTruth'] {
  const members = cells[0]?.values.length ?? 0;
  if (members < 3) return undefined;
  const without = (list: readonly number[], left: number) => list.filter((_, at) => at !== left);
  const counts = Array.from({ length: members }, (_, member) => ({
    weight: weights?.[member] ?? 1,
    inside: cells.filter(({ values }) =>
      holds(predictionInterval(without(values, member), level, weights && without(weights, member)), values[member]),
    ).length,
  })).sort((a, b) => a.inside - b.inside);
  const total = counts.reduce((sum, { weight }) => sum + weight, 0);
  const quantile = (share: number) => {
    let below = 0;
    for (const { weight, inside } of counts) {
      below += weight;
      if (below >= share * total) return inside;
    }
    return counts.at(-1)!.inside;
  };
  return {
    mean: counts.reduce((sum, { weight, inside }) => sum + (weight / total) * inside, 0),
    low: quantile(0.1),
    high: quantile(0.9),
  };
}

function holds({ low, high }: Interval, value: number): boolean {
  return low <= value && value <= high;
}
