/** Cohort series: the table of the cohorts' curves, which a chart reads. */
import { type Interval, meanInterval } from '../statistics/intervals.ts';
import { COHORT } from '../tables/series.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import type { CohortCurves } from './cohort-pairs.ts';
import { widened } from './difference.ts';
import { knownMeans } from './draw-groups.ts';
import { shareInterval } from './series.ts';

/** One row per arm and month; the baseline comes first, as it is beside the first arm. `size` cells share a parameter draw. */
export function cohortSeries(
  baseline: string,
  arms: readonly { readonly name: string; readonly curves: CohortCurves | undefined }[],
  size: number,
): Table {
  const means = (cells: readonly number[]) => knownMeans(Float64Array.from(cells), size);
  const row = (name: string, population: string, month: number, shares: readonly number[], change: Change): Value[] => {
    const { mean, low, high } = shareInterval(means(shares));
    return [name, population, month, mean, low, high, change.mean, change.low, change.high];
  };
  const first = arms.find(({ curves }) => curves !== undefined)?.curves;
  const ofBaseline =
    first?.baseline.map((shares, at) => row(baseline, first.population, at + 1, shares, NO_CHANGE)) ?? [];
  const ofArms = arms.flatMap(({ name, curves }) =>
    (curves?.arm ?? []).map((shares, at) => {
      const other = curves!.baseline[at];
      const change = meanInterval(means(shares.map((share, cell) => share - other[cell])));
      const ends = widened(change.mean, change, curves!.moved[at], 1);
      return row(name, curves!.population, at + 1, shares, { mean: change.mean, ...ends });
    }),
  );
  return tableOfRows(COHORT, [...ofBaseline, ...ofArms]);
}

type Change = { readonly mean: number } & Interval;
const NO_CHANGE: Change = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
