/**
 * Forecast lines: a forecast for a terminal: levels at the end of every year, the queue, and what changed since an earlier one.
 */
import { changeHeader, changeRows, changesInWords } from '../report/forecast/changes.ts';
import { levelColumns, levelHeads, queueColumns, queueHeads } from '../report/forecast/columns.ts';
import type { ForecastReading } from '../report/forecast/reading.ts';
import type { Table } from '../tables/table.ts';
import { coloursFor, type Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;

/** The forecast: one block per variant. */
export async function forecastLines(
  reading: ForecastReading,
  levels: readonly string[],
  terminal: Terminal,
): Promise<string> {
  const { bold } = await coloursFor(terminal.stdout, terminal);
  return reading.variants
    .map((variant) => {
      const heading = reading.variants.length === 1 ? '' : `${bold(`first charges ${variant}`)}\n`;
      return `${heading}${levelsTable(reading, variant, levels)}${queueTable(reading, variant)}`;
    })
    .join('\n');
}

/** What changed since the earlier forecast, at the end of every year and in every other period shown. */
export function changeLines(table: Table, reading: ForecastReading, levels: readonly string[], from: string): string {
  const head = [`what changed since ${from}`, ...changeHeader];
  const parts = changeRows(table, reading, levels).map(({ variant, rows }, _, all) => {
    const lines = rows.flatMap(([period, name, ...cells], at) => [
      ...(period === rows[at - 1]?.[0] ? [] : [[`  ${period}`, ...changeHeader.map(() => '')]]),
      [`    ${name}`, ...cells],
    ]);
    const heading = all.length === 1 ? [] : [[`  first charges ${variant}`, ...changeHeader.map(() => '')]];
    return [...heading, ...lines];
  });
  return `${textTable([head, ...parts.flat()], [LEFT, ...changeHeader.map(() => RIGHT)])}${changesInWords(table)}\n`;
}

function levelsTable(reading: ForecastReading, variant: string, levels: readonly string[]): string {
  const head = ['', ...levelHeads(reading)];
  const columns = levelColumns(reading, variant, levels);
  const rows = columns.flatMap(([level, name, ...cells], at) => [
    ...(level === columns[at - 1]?.[0] ? [] : [[level, '', '', '', '', '']]),
    [`  ${name}`, ...cells],
  ]);
  return textTable([head, ...rows], [LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT]);
}

function queueTable(reading: ForecastReading, variant: string): string {
  const head = ['', ...queueHeads];
  const rows = [
    ['waiting for a place on the last evening', '', '', '', ''],
    ...queueColumns(reading, variant).map(([name, ...cells]) => [`  ${name}`, ...cells]),
  ];
  return textTable([head, ...rows], [LEFT, RIGHT, RIGHT, RIGHT, RIGHT]);
}
