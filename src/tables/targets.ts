/**
 * Targets: the table of observed figures to compare with the simulation.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

export const TARGETS = {
  name: 'targets',
  meaning: 'observed figures to compare with the simulation',
  columns: [
    column.text('measure', 'name of the figure; a horizon in years follows @'),
    column.text('label', 'the figure in words'),
    column.text('unit', 'unit of the figure'),
    column.text('period', 'period of observation'),
    column.text('population', 'population observed; empty if the file does not say'),
    column.number('observed', 'see unit', 'observed value'),
    column.number('tolerance', 'share', 'allowed distance of the simulation from it'),
    column.boolean('fitted', 'whether a parameter was chosen by it, so that agreement is no test'),
    column.text('source', 'publications, separated by semicolons'),
    column.text('note', 'note of the file'),
  ],
} as const satisfies TableSchema;
