/**
 * Sweep: the table of what each point of a grid of levers does to each measure. One row a measure and point.
 */
import { boolean, integer, number, text } from './columns.ts';
import type { TableSchema } from './table.ts';

export const SWEEP = {
  name: 'sweep',
  meaning: 'what levers do at each point of a grid: paired differences from the scenario itself, with 95 % intervals',
  columns: [
    text('measure', 'the measure as it is typed, such as new-charge@2y'),
    text('label', 'the measure in words'),
    text('unit', 'unit of the mean; differences of percentages are points'),
    text('better', 'which side is better: lower, higher or neither'),
    text('lever', 'the first lever'),
    text('value', 'its value; x0.8 multiplies what is in force, +10 adds', 'of the lever'),
    text('other_lever', 'the second lever; empty where one is swept'),
    text('other_value', 'its value', 'of the lever'),
    boolean('in_force', 'whether the point changes no number: it is the scenario itself'),
    number('baseline', 'of the measure', 'mean of the scenario itself'),
    number('mean', 'of the measure', 'mean over replicates'),
    number('difference', 'of the measure', 'from the scenario itself, paired by replicate'),
    number('low', 'of the measure', 'lower end of the 95 % interval of the difference'),
    number('high', 'of the measure', 'upper end of the 95 % interval of the difference'),
    integer('replicates', 'count', 'replicates in which the measure is known in both'),
  ],
} as const satisfies TableSchema;
