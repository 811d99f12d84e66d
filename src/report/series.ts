/**
 * Series: from the summary of a study to the tables that charts of differences and observed figures read.
 *
 * Only what stands in a study's folder comes in, so a report can be drawn again without running anything.
 */

import { DIFFERENCES } from '../charts/differences.ts';
import { OBSERVED } from '../charts/observed.ts';
import type { Measure } from '../measures/measure.ts';
import { isSameMeasure, type MeasureIdentity } from '../measures/measure-identity.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';

/** A measure in an arm, as the summary of a study lists it. */
export interface MeasureRow extends MeasureIdentity {
  readonly label: string;
  readonly arm: string;
  readonly unit: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A paired difference, as the summary of a study lists it. */
export interface DifferenceRow extends Omit<MeasureRow, 'mean'> {
  readonly baseline: string;
  readonly better: Measure['better'];
  readonly difference: number | null;
}

/** A figure that was observed, beside which a measure of the baseline is put. */
export interface ObservedFigure extends MeasureIdentity {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly period: string;
  readonly observed: number;
  readonly tolerance: number;
  /** Whether it was used to choose a parameter, so that agreement is no test. */
  readonly fitted: boolean;
  readonly source: string;
}

/** The paired differences of the measures asked for, in that order. */
export function differences(
  measures: readonly MeasureRow[],
  all: readonly DifferenceRow[],
  shown: readonly string[],
): Table {
  const meanOf = (row: DifferenceRow, arm: string) =>
    measures.find((measure) => measure.arm === arm && measure.label === row.label)?.mean ?? Number.NaN;
  const rows = shown.flatMap((label) =>
    all
      .filter((row) => row.label === label && row.difference !== null)
      .map((row): Value[] => [
        row.measure,
        row.label,
        row.unit,
        row.arm,
        meanOf(row, row.baseline),
        meanOf(row, row.arm),
        row.difference!,
        row.low!,
        row.high!,
        row.better,
      ]),
  );
  return tableOfRows(DIFFERENCES, rows);
}

/** Every observed figure beside what the baseline gives. */
export function observed(figures: readonly ObservedFigure[], measures: readonly MeasureRow[], baseline: string): Table {
  const rows = figures.flatMap((figure): Value[][] => {
    const found = measures.find((row) => row.arm === baseline && isSameMeasure(row, figure));
    if (found?.mean === undefined || found.mean === null) return [];
    const isWithin = Math.abs(found.mean - figure.observed) <= figure.tolerance * figure.observed;
    const { label, unit, tolerance, fitted, period, source } = figure;
    const verdict = isWithin ? 'within' : 'miss';
    return [
      [
        figure.id,
        label,
        unit,
        figure.observed,
        found.mean,
        found.low!,
        found.high!,
        tolerance,
        verdict,
        fitted,
        period,
        source,
      ],
    ];
  });
  return tableOfRows(OBSERVED, rows);
}
