/**
 * Calibration: the tables of a fit: figures beside what is simulated, the factors found, and settings that fit about as well.
 */
import { boolean, number, text } from './columns.ts';
import type { TableSchema } from './table.ts';

/** What is simulated beside every figure. */
export const FIT = {
  name: 'fit',
  meaning: 'what is simulated beside every figure',
  columns: [
    text('measure', 'the figure'),
    number('year', '', 'calendar year'),
    text('unit', 'of the figure'),
    text('use', 'follow: chosen by it year by year; fit: weighed; test: nothing was chosen by it'),
    number('observed', 'see unit', 'the figure as published'),
    number('tolerance', 'share', 'allowed distance from it'),
    number('before', 'see unit', 'simulated before the fit'),
    number('simulated', 'see unit', 'simulated after the fit'),
    number('left_out', 'see unit', 'what a fit without the figures of its measure would give'),
    boolean('met', 'whether it is within the tolerance'),
    text('source', 'where the figure was published'),
  ],
} as const satisfies TableSchema;

/** The factors that were found, and how well they are known. */
export const FACTORS = {
  name: 'factors',
  meaning: 'what the fit found',
  columns: [
    text('name', 'of the factor'),
    text('lever', 'what is multiplied'),
    text('years', 'in which it holds'),
    number('factor', 'ratio', 'what it is multiplied by'),
    number('low', 'ratio', 'lower end of the 95 % interval'),
    number('high', 'ratio', 'upper end of the 95 % interval'),
    number('prior_low', 'ratio', 'lower end of the middle 95 % before the fit'),
    number('prior_high', 'ratio', 'upper end of the middle 95 % before the fit'),
    number('learnt', 'share', 'of the variance before the fit that the figures took away'),
    text('trades_off_with', 'the lever that it cannot well be told apart from, and the correlation'),
  ],
} as const satisfies TableSchema;

/** Settings that were tried, one column for each factor by its name. */
export function ensembleSchema(factors: readonly string[]): TableSchema {
  return {
    name: 'ensemble',
    meaning: 'settings that were tried',
    columns: [
      ...factors.map((name) => number(name, 'ratio', name)),
      number('implausibility', 'standard deviations', 'largest distance from a figure that was fitted'),
      boolean('kept', 'whether the figures leave it possible'),
    ],
  };
}
