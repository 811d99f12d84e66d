/**
 * Targets: the table of observed figures that stand beside the simulation.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

export const TARGETS = {
  name: 'targets',
  meaning: 'observed figures that stand beside the simulation',
  columns: [
    column.text('measure', 'name of the figure; a horizon in years stands behind @'),
    column.text('label', 'the figure in words'),
    column.text('unit', 'unit of the figure'),
    column.text('period', 'when it was observed'),
    column.text('population', 'of whom; empty where the file does not say'),
    column.number('observed', 'see unit', 'what was observed'),
    column.number('tolerance', 'share', 'allowed distance of the simulation from it'),
    column.boolean('fitted', 'whether a parameter was chosen by it, so that agreement is no test'),
    column.text('source', 'publications, separated by semicolons'),
    column.text('note', 'what else the file says'),
  ],
} as const satisfies TableSchema;
