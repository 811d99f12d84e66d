/**
 * Sweep: the table of the difference that each point of a grid of levers makes to each measure. One row per measure and point.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

export const SWEEP = {
  name: 'sweep',
  meaning: 'effect of levers at each point of a grid: paired differences from the scenario itself, with 95 % intervals',
  columns: [
    column.text('measure', 'typed name of the measure, such as new-charge@2y'),
    column.text('label', 'the measure in words'),
    column.text('unit', 'unit of the mean; differences of percentages are points'),
    column.text('better', 'which side is better: lower, higher or neither'),
    column.text('lever', 'the first lever'),
    column.text('value', 'its value; x0.8 multiplies the value in force, +10 adds to it', 'of the lever'),
    column.text('other_lever', 'the second lever; empty if only one is swept'),
    column.text('other_value', 'its value', 'of the lever'),
    column.boolean('in_force', 'whether the point changes no number and so is the scenario itself'),
    column.number('baseline', 'of the measure', 'mean of the scenario itself'),
    column.number('mean', 'of the measure', 'mean over replicates'),
    column.number('difference', 'of the measure', 'from the scenario itself, paired by replicate'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval of the difference'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval of the difference'),
    column.text(
      'settling',
      'how the queue grows, or still falls, where it does not settle, so that it has no mean; otherwise empty',
    ),
    column.text('baseline_settling', 'the same of the scenario itself'),
    column.integer('replicates', 'count', 'replicates in which both have the measure'),
  ],
} as const satisfies TableSchema;
