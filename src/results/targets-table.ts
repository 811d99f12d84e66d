/**
 * Targets table: the figures that were observed, with their publications, one row a figure.
 */
import type { Target } from '../evidence/targets.ts';
import { type Column, type Table, type TableSchema, tableOf, type Value } from '../tables/table.ts';
import { citationText } from './parameters-table.ts';

const text = (name: string, meaning: string): Column => ({ name, unit: '', meaning, kind: 'text' });

export const TARGETS: TableSchema = {
  name: 'targets',
  meaning: 'observed figures that stand beside the simulation',
  columns: [
    text('measure', 'name of the figure; a horizon in years stands behind @'),
    text('label', 'the figure in words'),
    text('unit', 'unit of the figure'),
    text('period', 'when it was observed'),
    text('population', 'of whom; empty where the file does not say'),
    { name: 'observed', unit: 'see unit', meaning: 'what was observed', kind: 'number' },
    { name: 'tolerance', unit: 'share', meaning: 'allowed distance of the simulation from it', kind: 'number' },
    {
      name: 'fitted',
      unit: '',
      meaning: 'whether a parameter was chosen by it, so that agreement is no test',
      kind: 'boolean',
    },
    text('source', 'publications, separated by semicolons'),
    text('note', 'what else the file says'),
  ],
};

/** The figures in their order. */
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
  const columns = TARGETS.columns.map(({ name }, at): [string, Value[]] => [name, rows.map((row) => row[at])]);
  return tableOf(TARGETS, Object.fromEntries(columns));
}
