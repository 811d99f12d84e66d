/**
 * Backtest table: the record of a backtest as tables for files, and the errors of its first measure as lines for a terminal.
 */
import type { AdmissionRule } from '../experiment/admissions/paths.ts';
import type { BacktestStudy, JumpOff, Pair } from '../experiment/backtest/backtest.ts';
import { knownLater } from '../experiment/backtest/known-later.ts';
import { bandOf, forecastOf, type HorizonScores } from '../experiment/backtest/scores.ts';
import { naiveForecasts } from '../statistics/naive-forecast.ts';
import { BACKTEST, BACKTEST_KNOWN_LATER, BACKTEST_PAIRS, WITH_ADMISSIONS } from '../tables/backtest.ts';
import { formatDecimals } from '../tables/format.ts';
import { type RowOf, type Table, type TableSchema, tableOf, type Value } from '../tables/table.ts';
import { textTable } from './text-table.ts';

/** What a record says of all its rows. */
export interface RecordHead {
  readonly place: string;
  /** File of the scenario. */
  readonly scenario: string;
  readonly jumpOff: JumpOff;
  /** What blind forecasts say of admissions; held if undefined. */
  readonly admissions: AdmissionRule | undefined;
  /** Origins in words. */
  readonly origins: string;
  readonly members: number;
}

/** The record: one row per mode, measure and horizon. Every backtest of a program that was written later is pseudo-real-time. */
export function recordTable(scores: readonly HorizonScores[], { jumpOff, admissions, ...head }: RecordHead): Table {
  return fromRecords(
    BACKTEST,
    scores.map(({ mode, series, horizon, pairs, held, ...found }) => ({
      ...head,
      mode,
      knowledge: mode === 'blind' && admissions === 'forecast' ? WITH_ADMISSIONS : 'pseudo-real-time',
      jump_off: jumpOff,
      ...namesOf(series),
      horizon,
      pairs,
      error: found.error,
      error_percent: found.model,
      error_low: Math.max(0, finite(found.range.low)),
      error_high: finite(found.range.high),
      bias_percent: found.bias,
      crps_percent: found.modelCrps,
      last_value_percent: found['last value'],
      linear_trend_percent: found['linear trend'],
      damped_trend_percent: found['damped trend'],
      naive_crps_percent: found.naiveCrps,
      ...Object.fromEntries(
        held.flatMap(({ level, inside, share: { low, high } }) => {
          const name = `inside_${Math.round(100 * level)}`;
          return [
            [name, inside],
            [`${name}_low`, 100 * low],
            [`${name}_high`, 100 * high],
          ];
        }),
      ),
    })),
  );
}

/** One row per pair. */
export function pairsTable(pairs: readonly Pair[]): Table {
  return fromRecords(
    BACKTEST_PAIRS,
    pairs.map((pair) => {
      const { mode, series, origin, year, horizon, observed, factor, past } = pair;
      const [half, most, nearlyAll] = [0.5, 0.8, 0.95].map((level) => bandOf(pair, level));
      return {
        mode,
        ...namesOf(series),
        origin,
        year,
        horizon,
        observed,
        forecast: forecastOf(pair),
        jump_off_factor: factor,
        low_50: half!.low,
        high_50: half!.high,
        low_80: most!.low,
        high_80: most!.high,
        low_95: nearlyAll!.low,
        high_95: nearlyAll!.high,
        last_value: naiveForecasts['last value'](past),
        linear_trend: naiveForecasts['linear trend'](past, year),
        damped_trend: naiveForecasts['damped trend'](past, year),
      };
    }),
  );
}

/** One row per origin, mode and kind of knowledge. */
export function knownLaterTable({ arms }: BacktestStudy): Table {
  const byOrigin = [...arms].sort((a, b) => a.origin - b.origin);
  return fromRecords(
    BACKTEST_KNOWN_LATER,
    byOrigin.flatMap((arm) => knownLater(arm).map((row) => ({ ...row }))),
  );
}

/** The measure that is the headline: people inside, which come first if they are scored. */
const PEOPLE_INSIDE = 'occupancy';

/**
 * The finding: by how much forecasts of people inside missed after one year and after the last, beside the best naive forecast; of the
 * first measure, and why, if people inside are not scored.
 */
export function backtestFinding(rows: readonly RowOf<typeof BACKTEST>[]): string {
  const { measure, label } = rows[0];
  const ofMode = (mode: string) => rows.filter((row) => row.measure === measure && row.mode === mode);
  const [blind, conditional] = [ofMode('blind'), ofMode('conditional')];
  const naive = blind.map((row) => ({
    horizon: row.horizon,
    error_percent: Math.min(row.last_value_percent, row.linear_trend_percent, row.damped_trend_percent),
  }));
  const told = [
    ['blind', blind],
    ['with admissions and places given', conditional],
    ['the best naive forecast', naive],
  ] as const;
  const missed = told.flatMap(([how, own]) => (own.length === 0 ? [] : [`${how} by ${missedInWords(own)}`]));
  const of = label.replace(/, mean$/, '');
  const finding = `Forecasts of ${of.startsWith('people') || label === of ? of : `people inside, ${of},`} miss ${missed.join('; ')}`;
  if (measure === PEOPLE_INSIDE) return finding;
  return `People inside are not scored: there are no figures of all of them, nor of every status, at an origin and after it. ${finding}`;
}

/** `3.8 % after 1 year and 14.2 % after 5 years`. */
function missedInWords(rows: readonly { readonly horizon: number; readonly error_percent: number }[]): string {
  const ends = rows.length > 1 ? [rows[0], rows.at(-1)!] : rows;
  return ends
    .map(
      ({ error_percent, horizon }) =>
        `${percent(error_percent)} % after ${horizon} ${horizon === 1 ? 'year' : 'years'}`,
    )
    .join(' and ');
}

/** The finding, the errors by horizon of the first measure, and for the others where they stand. */
export function backtestLines(rows: readonly RowOf<typeof BACKTEST>[], origins: string): string {
  const first = rows.filter(({ measure }) => measure === rows[0].measure);
  const horizons = [...new Set(first.map(({ horizon }) => horizon))].sort((a, b) => a - b);
  const body = horizons.flatMap((horizon) => {
    const at = (mode: string) => first.find((row) => row.horizon === horizon && row.mode === mode);
    const [blind, conditional] = [at('blind'), at('conditional')];
    const any = blind ?? conditional;
    if (any === undefined) return [];
    const model = (row: typeof any | undefined) =>
      row === undefined ? ['', ''] : [percent(row.error_percent), signed(row.bias_percent)];
    const held = (row: typeof any | undefined) => (row === undefined ? '' : `${row.inside_80}/${row.pairs}`);
    return [
      [
        `  ${horizon}`,
        String(any.pairs),
        ...model(blind),
        held(blind),
        ...model(conditional),
        held(conditional),
        percent(any.last_value_percent),
        percent(any.linear_trend_percent),
        percent(any.damped_trend_percent),
      ],
    ];
  });
  const heads = [
    [
      '  years',
      'pairs',
      'blind',
      'bias',
      'in 80 %',
      'conditional',
      'bias',
      'in 80 %',
      'last value',
      'linear',
      'damped',
    ],
    ...body,
  ];
  const { label, jump_off: jumpOff, members } = rows[0];
  const others = new Set(rows.map(({ measure }) => measure)).size - 1;
  return [
    `${backtestFinding(rows)}.\n\n`,
    `${label}: mean absolute error in per cent by years after the origin; origins ${origins}; ${members} runs each\n`,
    textTable(
      heads,
      heads[0].map(() => ({ align: 'right' })),
    ),
    `forecasts start from what was ${jumpOff === 'observed' ? 'last observed' : 'simulated'}; all are pseudo-real-time, see backtest-known-later.csv\n`,
    first.some(({ knowledge }) => knowledge === WITH_ADMISSIONS)
      ? 'blind forecasts forecast admissions from the prison sentences observed up to the origin, and their bands hold that doubt\n'
      : '',
    others === 0 ? '' : `${others} more ${others === 1 ? 'measure' : 'measures'} in backtest.csv\n`,
  ].join('');
}

/** A number that a file can hold. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

function percent(value: number): string {
  return Number.isFinite(value) ? formatDecimals(value, 1) : 'n/a';
}

function signed(value: number): string {
  return value > 0 ? `+${percent(value)}` : percent(value);
}

function namesOf({ name, measure: { label, unit } }: Pair['series']) {
  return { measure: name, label, unit };
}

function fromRecords(schema: TableSchema, records: readonly Readonly<Record<string, Value>>[]): Table {
  const columns = schema.columns.map(({ name }) => [name, records.map((record) => record[name])]);
  return tableOf(schema, Object.fromEntries(columns));
}
