/**
 * Naive forecasts: what a series alone would say, against which a model has to prove itself.
 *
 * Last value; linear trend, the least-squares line; damped trend, the last value plus a slope that fades by a factor a year (E. S.
 * Gardner and E. McKenzie, "Forecasting trends in time series", Management Science 31, 1985). The band of the last value is that of
 * a random walk without drift: its variance grows by the mean squared change per year.
 */
import { power } from '../engine/mathematics.ts';

/** A figure of a year. */
export interface YearlyValue {
  readonly year: number;
  readonly value: number;
}

/** What is left of a slope after a year. */
const DAMPING = 0.85;

/** The naive forecasts, by name. */
export const naiveForecasts = {
  'last value': lastValue,
  'linear trend': linearTrend,
  'damped trend': dampedTrend,
} as const;
export type NaiveForecast = keyof typeof naiveForecasts;

/** The latest figure. Throws an Error for no figures. */
export function lastValue(past: readonly YearlyValue[]): number {
  return latest(past).value;
}

/** The least-squares line through all figures, at a year; the only figure if there is but one. */
export function linearTrend(past: readonly YearlyValue[], year: number): number {
  const { slope, middleYear, middleValue } = lineThrough(past);
  return middleValue + slope * (year - middleYear);
}

/** The latest figure, and the slope of the line through all figures, which fades with each year. */
export function dampedTrend(past: readonly YearlyValue[], year: number): number {
  const last = latest(past);
  return last.value + (lineThrough(past).slope * DAMPING * (1 - power(DAMPING, year - last.year))) / (1 - DAMPING);
}

/** The standard deviation of the figure of a year around the latest one, in the unit of the figures; NaN for a single figure. */
export function randomWalkSpread(past: readonly YearlyValue[], year: number): number {
  const ordered = [...past].sort((a, b) => a.year - b.year);
  let sum = 0;
  for (let at = 1; at < ordered.length; at++) {
    const change = ordered[at].value - ordered[at - 1].value;
    sum += (change * change) / (ordered[at].year - ordered[at - 1].year);
  }
  return Math.sqrt((sum / (ordered.length - 1)) * (year - latest(past).year));
}

function latest(past: readonly YearlyValue[]): YearlyValue {
  if (past.length === 0) throw new Error('a forecast needs at least one figure');
  return past.reduce((last, one) => (one.year > last.year ? one : last));
}

function lineThrough(past: readonly YearlyValue[]) {
  const count = latest(past) && past.length;
  const middleYear = past.reduce((sum, { year }) => sum + year, 0) / count;
  const middleValue = past.reduce((sum, { value }) => sum + value, 0) / count;
  const along = past.reduce((sum, { year }) => sum + (year - middleYear) * (year - middleYear), 0);
  const across = past.reduce((sum, { year, value }) => sum + (year - middleYear) * (value - middleValue), 0);
  return { slope: along === 0 ? 0 : across / along, middleYear, middleValue };
}
