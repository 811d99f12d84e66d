/**
 * Measures table: the means of the summary, one row per arm and measure.
 */
import { measureNameOf } from '../measures/measure-name.ts';
import { MEASURES } from '../tables/measures.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import type { WrittenSummary } from './summary-file.ts';

/** The measures in order. */
export function measuresTable({ measures }: WrittenSummary): Table {
  const rows = measures.map((one): Value[] => [
    one.arm,
    measureNameOf({ ...one, id: one.measure }),
    one.label,
    one.unit,
    one.mean ?? NaN,
    one.low ?? NaN,
    one.high ?? NaN,
    one.replicates ?? 0,
    one.definition,
  ]);
  return tableOfRows(MEASURES, rows);
}
