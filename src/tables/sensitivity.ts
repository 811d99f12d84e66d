/**
 * Sensitivity: the tables of Morris screening and Sobol indices of a difference.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** One row per measure and factor. */
export const SCREENING = {
  name: 'screening',
  meaning:
    'how far the numbers of each factor move the difference between two scenarios: Morris screening, paired runs',
  columns: [
    column.text('measure', 'the measure in words'),
    column.text('unit', 'unit of the measure'),
    column.text('better', 'which side is better: lower, higher or neither'),
    column.number('difference', 'of the measure', 'the difference at central values'),
    column.number('difference_low', 'of the measure', 'lower end of its 95 % interval from luck'),
    column.number('difference_high', 'of the measure', 'upper end of its 95 % interval from luck'),
    column.text('factor', 'a mechanism with all its uncertain numbers, or a single number'),
    column.integer('numbers', 'numbers', 'number of its uncertain numbers'),
    column.number('mu_star', 'of the measure', 'mean size of its elementary effects'),
    column.number('low', 'of the measure', 'lower end of the 95 % interval of mu_star'),
    column.number('high', 'of the measure', 'upper end of the 95 % interval of mu_star'),
    column.number('mu', 'of the measure', 'mean effect with its sign; NaN for several numbers'),
    column.number('sigma', 'of the measure', 'standard deviation of its effects'),
    column.number('by_luck', 'of the measure', 'the mu_star that luck alone would give'),
    column.boolean('stands_out', 'whether its effects are larger than luck alone would make them, F test at 1 %'),
  ],
} as const satisfies TableSchema;

/** One row per measure, factor and order. */
export const INDICES = {
  name: 'indices',
  meaning: 'Sobol indices of the difference between two scenarios, paired runs; other factors stay at central values',
  columns: [
    column.text('measure', 'the measure in words'),
    column.text('factor', 'a mechanism with all its uncertain numbers, or a single number'),
    column.text('order', 'first: the factor alone; total: with its interactions'),
    column.number('index', 'share', 'share of the variance; estimates may leave 0 to 1 by chance'),
    column.number('low', 'share', 'lower end of the 95 % interval, by bootstrap'),
    column.number('high', 'share', 'upper end of the 95 % interval, by bootstrap'),
  ],
} as const satisfies TableSchema;
