/**
 * Calibration: the tables of a fit: figures beside what is simulated, the factors found, and settings that fit about as well.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** What is simulated beside every figure. */
export const FIT = {
  name: 'fit',
  meaning: 'what is simulated beside every figure',
  columns: [
    column.text('measure', 'the figure'),
    column.number('year', '', 'calendar year'),
    column.text('unit', 'of the figure'),
    column.text('use', 'follow: chosen by it year by year; fit: weighed; test: nothing was chosen by it'),
    column.number('observed', 'see unit', 'the figure as published'),
    column.number('tolerance', 'share', 'allowed distance from it'),
    column.number('before', 'see unit', 'simulated before the fit'),
    column.number('simulated', 'see unit', 'simulated after the fit'),
    column.number('left_out', 'see unit', 'what a fit without the figures of its measure would give'),
    column.boolean('met', 'whether it is within the tolerance'),
    column.text('source', 'where the figure was published'),
  ],
} as const satisfies TableSchema;

/** The factors that were found, and how well they are known. */
export const FACTORS = {
  name: 'factors',
  meaning: 'what the fit found',
  columns: [
    column.text('name', 'of the factor'),
    column.text('lever', 'what is multiplied'),
    column.text('years', 'in which it holds'),
    column.number('factor', 'ratio', 'what it is multiplied by'),
    column.number('low', 'ratio', 'lower end of the 95 % interval'),
    column.number('high', 'ratio', 'upper end of the 95 % interval'),
    column.number('prior_low', 'ratio', 'lower end of the middle 95 % before the fit'),
    column.number('prior_high', 'ratio', 'upper end of the middle 95 % before the fit'),
    column.number('learnt', 'share', 'of the variance before the fit that the figures took away'),
    column.text('trades_off_with', 'the lever that it cannot well be told apart from, and the correlation'),
  ],
} as const satisfies TableSchema;

/** Settings that were tried, one column for each factor by its name. */
export function ensembleSchema(factors: readonly string[]): TableSchema {
  return {
    name: 'ensemble',
    meaning: 'settings that were tried',
    columns: [
      ...factors.map((name) => column.number(name, 'ratio', name)),
      column.number('implausibility', 'standard deviations', 'largest distance from a figure that was fitted'),
      column.boolean('kept', 'whether the figures leave it possible'),
    ],
  };
}
