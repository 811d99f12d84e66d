/**
 * Sensitivity: the tables of which numbers decide a difference: screening, and shares of the variance.
 */
import { boolean, integer, number, text } from './columns.ts';
import type { TableSchema } from './table.ts';

/** A row for every measure and factor. */
export const SCREENING = {
  name: 'screening',
  meaning:
    'how far the numbers of each factor move the difference between two scenarios: Morris screening, paired runs',
  columns: [
    text('measure', 'the measure in words'),
    text('unit', 'unit of the measure'),
    text('better', 'which side is better: lower, higher or neither'),
    number('difference', 'of the measure', 'the difference at central values'),
    number('difference_low', 'of the measure', 'lower end of its 95 % interval, of luck'),
    number('difference_high', 'of the measure', 'upper end of its 95 % interval, of luck'),
    text('factor', 'a mechanism with all its uncertain numbers, or one number'),
    integer('numbers', 'numbers', 'how many uncertain numbers it has'),
    number('mu_star', 'of the measure', 'mean size of its elementary effects'),
    number('low', 'of the measure', 'lower end of the 95 % interval of mu_star'),
    number('high', 'of the measure', 'upper end of the 95 % interval of mu_star'),
    number('mu', 'of the measure', 'mean effect with its sign; NaN for several numbers'),
    number('sigma', 'of the measure', 'standard deviation of its effects'),
    number('by_luck', 'of the measure', 'the mu_star that luck alone would give'),
    boolean('stands_out', 'whether its effects are larger than luck alone would make them, F test at 1 %'),
  ],
} as const satisfies TableSchema;

/** A row for every measure, factor and order. */
export const INDICES = {
  name: 'indices',
  meaning: 'Sobol indices of the difference between two scenarios, paired runs; other factors stand at central values',
  columns: [
    text('measure', 'the measure in words'),
    text('factor', 'a mechanism with all its uncertain numbers, or one number'),
    text('order', 'first for the factor alone, total with all in which it has a part'),
    number('index', 'share', 'share of the variance; estimates may leave 0 to 1 by chance'),
    number('low', 'share', 'lower end of the 95 % interval, by bootstrap'),
    number('high', 'share', 'upper end of the 95 % interval, by bootstrap'),
  ],
} as const satisfies TableSchema;
