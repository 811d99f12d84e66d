/**
 * Targets table: the observed figures with their publications, one row per figure.
 */
import type { Target } from '../evidence/targets.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import { TARGETS } from '../tables/targets.ts';
import { citationText } from './parameters-table.ts';

/** The figures in order. */
export function targetsTable(targets: readonly Target[]): Table {
  const rows = targets.map((target): Value[] => [
    target.measure,
    target.label,
    target.unit,
    target.period,
    target.population ?? '',
    target.observed,
    target.tolerance,
    target.fitted,
    target.sources.map(citationText).join('; '),
    target.note ?? '',
  ]);
  return tableOfRows(TARGETS, rows);
}
