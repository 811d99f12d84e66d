/**
 * Backtest tables: the record of forecasts of the past by measure and horizon, every single forecast, and what it knew too early.
 *
 * The record, `backtest.csv`, is the file that other commands read: beside a scenario it tells how far its forecasts have missed.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** What a blind forecast knows that forecasts admissions too. */
export const WITH_ADMISSIONS = 'pseudo-real-time, admissions forecast';

const MODE = column.text(
  'mode',
  'blind: nothing later than the origin is known; conditional: later admissions and places are given',
);
const MEASURE = [
  column.text('measure', 'the measure as in a file of observed figures, such as sentence-stock'),
  column.text('label', 'the measure in words'),
  column.text('unit', 'unit of the measure'),
] as const;
const BETTER = 'mean absolute error of the same figures';

/** The columns of one band: how many figures it held, and the exact 95 % interval of that share. */
function heldBy<const Level extends '50' | '80' | '95'>(level: Level) {
  return [
    column.integer(`inside_${level}`, 'count', `figures inside the ${level} % band`),
    column.number(`inside_${level}_low`, 'percent', 'lower end of the exact 95 % interval of the share inside'),
    column.number(`inside_${level}_high`, 'percent', 'upper end of the exact 95 % interval of the share inside'),
  ] as const;
}

/** The record: one row per mode, measure and horizon. */
export const BACKTEST = {
  name: 'backtest',
  meaning:
    'forecasts of the past beside what happened and beside naive forecasts: errors by measure and horizon, means over origins; pairs of neighbouring origins share years, so intervals over pairs are too narrow',
  columns: [
    column.text('place', 'the jurisdiction'),
    column.text('scenario', 'file of the scenario, without folders of a machine'),
    MODE,
    column.text(
      'knowledge',
      'pseudo-real-time if anything was known only after the origin, see backtest-known-later; and whether admissions were forecast',
    ),
    column.text('jump_off', 'where forecasts start: the last observed figure, or what was simulated'),
    ...MEASURE,
    column.integer('horizon', 'years', 'years after the origin'),
    column.text('origins', 'last known years'),
    column.integer('pairs', 'count', 'forecasts with an observed figure'),
    column.integer('members', 'count', 'runs per forecast: parameter draws times replicates'),
    column.number('error', 'of the measure', 'mean absolute error'),
    column.number('error_percent', 'percent', 'mean absolute error, of the observed figure'),
    column.number(
      'error_low',
      'percent',
      'lower end of the 95 % interval of that mean over pairs; missing for one pair',
    ),
    column.number(
      'error_high',
      'percent',
      'upper end of the 95 % interval of that mean over pairs; missing for one pair',
    ),
    column.number('bias_percent', 'percent', 'mean error, of the observed figure; above zero: forecasts were too high'),
    column.number('crps_percent', 'percent', 'mean continuous ranked probability score, of the observed figure'),
    column.number('last_value_percent', 'percent', `last value known: ${BETTER}`),
    column.number('linear_trend_percent', 'percent', `straight line through all figures known: ${BETTER}`),
    column.number('damped_trend_percent', 'percent', `last value and a slope that fades: ${BETTER}`),
    column.number('naive_crps_percent', 'percent', 'CRPS of the last value with the band of a random walk'),
    ...heldBy('50'),
    ...heldBy('80'),
    ...heldBy('95'),
  ],
} as const satisfies TableSchema;

/** One row per forecast of one figure. */
export const BACKTEST_PAIRS = {
  name: 'backtest-pairs',
  meaning: 'every forecast of the past beside its figure, with prediction bands and naive forecasts',
  columns: [
    MODE,
    ...MEASURE,
    column.integer('origin', 'year', 'last known year'),
    column.integer('year', 'year', 'the year forecast'),
    column.integer('horizon', 'years', 'years after the origin'),
    column.number('observed', 'of the measure', 'what happened'),
    column.number('forecast', 'of the measure', 'mean over runs, after the jump-off'),
    column.number('jump_off_factor', 'ratio', 'by which simulated values were multiplied'),
    column.number('low_50', 'of the measure', 'lower end of the 50 % band'),
    column.number('high_50', 'of the measure', 'upper end of the 50 % band'),
    column.number('low_80', 'of the measure', 'lower end of the 80 % band'),
    column.number('high_80', 'of the measure', 'upper end of the 80 % band'),
    column.number('low_95', 'of the measure', 'lower end of the 95 % band'),
    column.number('high_95', 'of the measure', 'upper end of the 95 % band'),
    column.number('last_value', 'of the measure', 'naive forecast: the last figure known'),
    column.number('linear_trend', 'of the measure', 'naive forecast: the least-squares line through the figures known'),
    column.number('damped_trend', 'of the measure', 'naive forecast: the last figure, and a slope that fades'),
  ],
} as const satisfies TableSchema;

/** One row per kind of knowledge that came after an origin. */
export const BACKTEST_KNOWN_LATER = {
  name: 'backtest-known-later',
  meaning: 'what forecasts of the past knew although it was known only later, which makes them pseudo-real-time',
  columns: [
    column.integer('origin', 'year', 'last known year'),
    MODE,
    column.text('what', 'a lever, a policy, or all numbers of a kind'),
    column.text('why', 'why it was not known at the origin'),
    column.integer('count', 'count', 'figures or numbers'),
  ],
} as const satisfies TableSchema;
