/**
 * Sweep: the table of what each point of a grid of levers does to each measure. One row a measure and point.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

export const SWEEP = {
  name: 'sweep',
  meaning: 'what levers do at each point of a grid: paired differences from the scenario itself, with 95 % intervals',
  columns: [
    column.text('measure', 'the measure as it is typed, such as new-charge@2y'),
    column.text('label', 'the measure in words'),
    column.text('unit', 'unit of the mean; differences of percentages are points'),
    column.text('better', 'which side is better: lower, higher or neither'),
    column.text('lever', 'the first lever'),
    column.text('value', 'its value; x0.8 multiplies what is in force, +10 adds', 'of the lever'),
    column.text('other_lever', 'the second lever; empty where one is swept'),
    column.text('other_value', 'its value', 'of the lever'),
    column.boolean('in_force', 'whether the point changes no number: it is the scenario itself'),
    column.number('baseline', 'of the measure', 'mean of the scenario itself'),
    column.number('mean', 'of the measure', 'mean over replicates'),
    column.number('difference', 'of the measure', 'from the scenario itself, paired by replicate'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval of the difference'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval of the difference'),
    column.integer('replicates', 'count', 'replicates in which the measure is known in both'),
  ],
} as const satisfies TableSchema;
