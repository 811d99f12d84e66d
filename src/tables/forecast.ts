/**
 * Forecast: the tables of a forecast, and of what changed since the last one.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

const NUMBER = [
  column.text('variant', 'variant of the forecast, such as central; arms of one study with the same luck'),
  column.text('period', 'calendar month or quarter, such as 2027-03 or 2027 Q1; peak days exist by quarter alone'),
  column.date('from', 'first day of the period'),
  column.date('to', 'last day of the period'),
  column.text('what', 'the number in words, such as people inside'),
  column.text('of', 'the part: a security level, a status, a sex, or all'),
  column.text('unit', 'unit of the number'),
] as const;

function band<const Name extends string, const Other extends string>(low: Name, high: Other, words: string) {
  return [
    column.number(low, 'of the number', `lower end of ${words}`),
    column.number(high, 'of the number', `upper end of ${words}`),
  ] as const;
}

/** One row per variant, number, part and period. */
export const FORECAST = {
  name: 'forecast',
  meaning:
    'forecast by period: stocks are means of its days, flows and nights its sums, days waited those on its last evening; bands hold the next run with their probability',
  columns: [
    ...NUMBER,
    column.integer('runs', 'count', 'runs that have the number'),
    column.number('mean', 'of the number', 'mean over runs'),
    column.number('median', 'of the number', 'middle run'),
    ...band('low50', 'high50', 'the 50 % predictive band'),
    ...band('low80', 'high80', 'the 80 % predictive band'),
    ...band('low95', 'high95', 'the 95 % predictive band'),
    column.number(
      'above_zero',
      'share',
      'runs in which it is above zero: of most people beyond all usable places, the risk of overflow; of nights beyond places, of any',
    ),
    column.number(
      'chance',
      'share',
      'part of the variance within a parameter set: from chance, and from admissions if they are forecast; missing with one layer',
    ),
    column.number('parameters', 'share', 'part of the variance from doubt about parameters; missing with one layer'),
    ...band('chance_low95', 'chance_high95', 'the 95 % band of that part alone, around the mean'),
    ...band('parameters_low95', 'parameters_high95', 'the 95 % band of parameter doubt alone, around the mean'),
  ],
} as const satisfies TableSchema;

/** As the forecast, of a few runs at central values beside one by parameter draws. */
export const FORECAST_CENTRAL = {
  name: 'central',
  meaning: 'a few runs of the same forecast at central values, to compare parameter draws with',
  columns: FORECAST.columns,
} as const satisfies TableSchema;

/** One row per number that both forecasts have. */
export const FORECAST_CHANGES = {
  name: 'changes',
  meaning:
    'what changed since an earlier forecast: medians and risks of overflow, and the parts of the change, which add up to it',
  columns: [
    ...NUMBER,
    column.number('before', 'of the number', 'median or risk of the earlier forecast'),
    column.number('now', 'of the number', 'median or risk of this forecast'),
    column.number('change', 'of the number', 'now less before'),
    column.number(
      'model',
      'of the number',
      'the program: earlier inputs, seed and numbers of runs, by this version; missing, and part of the inputs, if the list of people of the earlier forecast is not that of now',
    ),
    column.number(
      'inputs',
      'of the number',
      'the scenario and its growth: their change with the earlier seed and numbers of runs',
    ),
    column.number('chance', 'of the number', 'chance: the change of seed and of the numbers of runs'),
  ],
} as const satisfies TableSchema;
