/**
 * Lever moves: the table of what every lever moves, made by `scripts/lever-moves.ts`.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** One row per lever and measure that it moves clearly; one without a measure if it was tried and moves none, or was not tried. */
export const LEVER_MOVES = {
  name: 'moves',
  meaning: 'Measures that change clearly if a lever alone goes to the ends of its range',
  columns: [
    column.text('lever', 'path of the lever'),
    column.text(
      'range',
      'evidence: the range of its passport; fifth: a fifth down and up; words: other words; none: not tried',
    ),
    column.text('measure', 'name of the measure; empty if none changes clearly'),
    column.text('label', 'the measure in words; empty if none changes clearly'),
    column.text('unit', 'unit of the measure'),
    column.number('baseline', 'of the measure', 'mean with the lever as it is; missing without a measure'),
    column.text('end', 'which end of the range, or which word'),
    column.number('difference', 'of the measure', 'mean paired difference at that end; missing without a measure'),
    column.number('low', 'of the measure', 'lower end of the 99.9 % interval of the difference'),
    column.number('high', 'of the measure', 'upper end of the 99.9 % interval of the difference'),
  ],
} as const satisfies TableSchema;
