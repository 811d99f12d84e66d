/**
 * Forecast lines: a forecast for a terminal: levels at the end of every year, the queue, and what changed since an earlier one.
 */
import { differenceLabel, numberLabel } from '../charts/label.ts';
import {
  calendarQuarter,
  chanceText,
  ForecastReading,
  placesText,
  runText,
  shownPeriods,
} from '../report/forecast-words.ts';
import { FORECAST_CHANGES } from '../tables/forecast.ts';
import { recordsOf, type Table } from '../tables/table.ts';
import { coloursFor, type Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;

/** The forecast: one block per variant. */
export async function forecastLines(table: Table, levels: readonly string[], terminal: Terminal): Promise<string> {
  const { bold } = await coloursFor(terminal.stdout, terminal);
  const reading = new ForecastReading(table);
  return reading.variants
    .map((variant) => {
      const heading = reading.variants.length === 1 ? '' : `${bold(`first charges ${variant}`)}\n`;
      return `${heading}${levelsTable(reading, variant, levels)}${queueTable(reading, variant)}`;
    })
    .join('\n');
}

/** What changed since the earlier forecast, in the last period that both have. */
export function changeLines(table: Table, from: string): string {
  const rows = recordsOf(table, FORECAST_CHANGES).filter(({ what }) => SHOWN.includes(what));
  const last = rows.map(({ to }) => to).reduce((a, b) => (a > b ? a : b), '');
  const own = rows.filter(({ to, variant }) => to === last && variant === rows[0]?.variant);
  const lines = own
    .filter(({ what, of }) => what === SHOWN[0] || of === 'all')
    .map(({ what, of, before, now, change, inputs, model, luck }) => [
      `  ${of === 'all' ? what : `${what}, ${of}`}`,
      numberLabel(before),
      numberLabel(now),
      ...[change, inputs, model, luck].map(differenceLabel),
    ]);
  const head = [`  ${own[0]?.period ?? ''}, against ${from}`, 'before', 'now', 'change', 'inputs', 'model', 'chance'];
  return textTable([head, ...lines], [LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT]);
}

const SHOWN: readonly string[] = ['people inside', 'waiting for a place', 'nights beyond places'];

function levelsTable(reading: ForecastReading, variant: string, levels: readonly string[]): string {
  const head = ['', 'people inside', 'fullest day', 'usable places', 'chance of overflow', 'nights beyond own places'];
  const rows = levels.flatMap((level) => [
    [level, '', '', '', '', ''],
    ...shownPeriods(reading, variant, level).map(({ name, to, label }) => {
      const at = (what: string, period = name) => reading.at(variant, what, level, period);
      return [
        `  ${label}`,
        runText(at('people inside')),
        runText(at('peak day', calendarQuarter(to))),
        placesText(at('usable places')),
        chanceText(at('most people beyond all places', calendarQuarter(to))),
        runText(at('nights beyond places')),
      ];
    }),
  ]);
  return textTable([head, ...rows], [LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT]);
}

function queueTable(reading: ForecastReading, variant: string): string {
  const head = ['', 'people', 'half wait up to, days', 'nine tenths, days', 'not yet summoned'];
  const rows = [
    ['waiting for a place', '', '', '', ''],
    ...reading.yearEnds.map(({ name }) => {
      const at = (what: string) => reading.at(variant, what, 'all', name);
      return [
        `  ${name}`,
        runText(at('waiting for a place')),
        runText(at('days waited, half')),
        runText(at('days waited, nine tenths')),
        runText(at('not yet summoned')),
      ];
    }),
  ];
  return textTable([head, ...rows], [LEFT, RIGHT, RIGHT, RIGHT, RIGHT]);
}
