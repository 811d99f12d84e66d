/**
 * Differences table: the paired differences of the headline measures, from the summary of a study.
 */
import { headlinesIn } from '../../measures/headlines.ts';
import { DIFFERENCES } from '../../tables/series.ts';
import { type Table, tableOfRows, type Value } from '../../tables/table.ts';
import type { DifferenceRow } from '../input.ts';
import type { ShownStudy } from './shown-study.ts';

/** The table behind the chart of differences, in the order of the headlines. */
export function differencesTable({ measures, differences, levels, cohorts }: ShownStudy): Table {
  const meanOf = (row: DifferenceRow, arm: string) =>
    measures.find((measure) => measure.arm === arm && measure.label === row.label)?.mean ?? Number.NaN;
  const rows = headlinesIn(measures, levels, cohorts).flatMap(({ label }) =>
    differences
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
