/**
 * Observed table: observed figures beside the results of the baseline.
 *
 * A figure without a measure appears only in the table of targets.
 */
import { isSameMeasure } from '../../measures/measure-identity.ts';
import { measureOfTarget } from '../../measures/target-measure.ts';
import { OBSERVED } from '../../tables/series.ts';
import { recordsOf, type Table, tableOfRows, type Value } from '../../tables/table.ts';
import { TARGETS } from '../../tables/targets.ts';
import type { ShownStudy } from './shown-study.ts';

/** The table behind the chart of observed figures, in the order of the targets. */
export function observedTable({ record, arms, levels, measures }: ShownStudy): Table {
  const targets = recordsOf(record.tables.get(TARGETS.name)!, TARGETS);
  const rows = targets.flatMap(
    ({ measure: id, label, unit, observed, tolerance, fitted, period, source }): Value[][] => {
      const wanted = measureOfTarget(id, levels);
      const found = measures.find((row) => row.arm === arms[0] && isSameMeasure(row, wanted));
      if (found === undefined || found.mean === null) return [];
      const isWithin = Math.abs(found.mean - observed) <= tolerance * observed;
      return [
        [
          ...[id, label, unit, observed, found.mean, found.low!, found.high!],
          ...[tolerance, isWithin ? 'within' : 'miss', fitted, period, source],
        ],
      ];
    },
  );
  return tableOfRows(OBSERVED, rows);
}
