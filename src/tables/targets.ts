/**
 * Targets: the table of observed figures that stand beside the simulation.
 */
import { boolean, number, text } from './columns.ts';
import type { TableSchema } from './table.ts';

export const TARGETS = {
  name: 'targets',
  meaning: 'observed figures that stand beside the simulation',
  columns: [
    text('measure', 'name of the figure; a horizon in years stands behind @'),
    text('label', 'the figure in words'),
    text('unit', 'unit of the figure'),
    text('period', 'when it was observed'),
    text('population', 'of whom; empty where the file does not say'),
    number('observed', 'see unit', 'what was observed'),
    number('tolerance', 'share', 'allowed distance of the simulation from it'),
    boolean('fitted', 'whether a parameter was chosen by it, so that agreement is no test'),
    text('source', 'publications, separated by semicolons'),
    text('note', 'what else the file says'),
  ],
} as const satisfies TableSchema;
