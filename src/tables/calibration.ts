/**
 * Calibration: the tables of a fit: observed beside simulated figures, and the fitted factors.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** The simulated value beside every figure. */
export const FIT = {
  name: 'fit',
  meaning: 'simulated values beside every observed figure',
  columns: [
    column.text('measure', 'the figure'),
    column.number('year', '', 'calendar year'),
    column.text('unit', 'of the figure'),
    column.text(
      'use',
      'follow: a factor is chosen by it for that year; fit: weighed with the others; test: nothing is chosen by it',
    ),
    column.number('observed', 'see unit', 'the figure as published'),
    column.number('tolerance', 'share', 'allowed distance from it'),
    column.number('before', 'see unit', 'simulated before the fit'),
    column.number('simulated', 'see unit', 'simulated after the fit'),
    column.number('left_out', 'see unit', 'value that a fit without the figures of its measure would give'),
    column.boolean('met', 'whether it is within the tolerance'),
    column.text('source', 'where the figure was published'),
  ],
} as const satisfies TableSchema;

/** The fitted factors and their uncertainty. */
export const FACTORS = {
  name: 'factors',
  meaning: 'results of the fit',
  columns: [
    column.text('name', 'of the factor'),
    column.text('lever', 'the lever that is multiplied'),
    column.text('years', 'period in which it holds'),
    column.number('factor', 'ratio', 'the multiplier'),
    column.number('low', 'ratio', 'lower end of the 95 % interval'),
    column.number('high', 'ratio', 'upper end of the 95 % interval'),
    column.number('prior_low', 'ratio', 'lower end of the middle 95 % before the fit'),
    column.number('prior_high', 'ratio', 'upper end of the middle 95 % before the fit'),
    column.number('learnt', 'share', 'share of the variance before the fit that the figures removed'),
    column.text('trades_off_with', 'the lever from which it is hardest to separate, and the correlation'),
  ],
} as const satisfies TableSchema;
