/**
 * Measures: the table of what was measured in each arm, for spreadsheets.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

export const MEASURES = {
  name: 'measures',
  meaning: 'Means of all measures by arm, with 95 % intervals of chance',
  columns: [
    column.text('arm', 'arm, as shown'),
    column.text('measure', 'name of the measure, as typed'),
    column.text('label', 'the measure in words'),
    column.text('unit', 'unit of the measure'),
    column.number(
      'mean',
      'see unit',
      'mean over replicates; empty where there was nothing to measure or a queue does not settle',
    ),
    column.number('low', 'see unit', 'lower end of the 95 % interval of the mean'),
    column.number('high', 'see unit', 'upper end of the 95 % interval of the mean'),
    column.integer('replicates', '', 'replicates in which it could be measured'),
    column.text('definition', 'what is measured'),
  ],
} as const satisfies TableSchema;
