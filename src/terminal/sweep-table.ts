/**
 * Sweep table: the results of a sweep, as a table for files and as lines for a terminal.
 */

import { withUnit } from '../charts/label.ts';
import { type Day, formatDay } from '../engine/calendar.ts';
import type { PointResult, SweepPlan } from '../experiment/sensitivity/sweep.ts';
import { measureNameOf } from '../measures/measure-name.ts';
import { unsettledWords } from '../report/settling.ts';
import { differenceParts, type EstimateText } from '../tables/estimate.ts';
import { formatNumber, formatTogether } from '../tables/format.ts';
import { SWEEP } from '../tables/sweep.ts';
import { type RowOf, recordsOf, type Table, tableOf, type Value } from '../tables/table.ts';
import { coloursFor, type Terminal, terminalWidth } from './terminal.ts';
import { textTable } from './text-table.ts';

/** One row per measure and point. */
export function sweepTable({ levers }: SweepPlan, results: readonly PointResult[]): Table {
  const records = results.map(({ point, measure, unsettled, baselineUnsettled, ...found }): Record<string, Value> => {
    const [first, second] = levers.map(({ path, values }, lever) => ({ path, text: values[point.at[lever]].text }));
    return {
      measure: measureNameOf(measure),
      label: measure.label,
      unit: measure.unit,
      better: measure.better,
      lever: first!.path,
      value: first!.text,
      other_lever: second?.path ?? '',
      other_value: second?.text ?? '',
      in_force: point.arm === 0,
      settling: unsettled === undefined ? '' : unsettledWords(unsettled),
      baseline_settling: baselineUnsettled === undefined ? '' : unsettledWords(baselineUnsettled),
      ...found,
    };
  });
  const columns = SWEEP.columns.map(({ name }) => [name, records.map((record) => record[name])]);
  return tableOf(SWEEP, Object.fromEntries(columns));
}

/** Prints the first measure: one row per value, or a grid of differences for two levers. */
export async function sweepLines(table: Table, from: Day, terminal: Terminal): Promise<string> {
  const colours = await coloursFor(terminal.stdout, terminal);
  const all = recordsOf(table, SWEEP);
  const measures = new Set(all.map(({ measure }) => measure));
  const rows = all.filter(({ measure }) => measure === all[0].measure);
  const { label, unit, baseline, baseline_settling: growing, lever, other_lever: other } = rows[0];
  const [points, sign] = unit === 'percent' ? ['points', ' %'] : [unit, ''];
  const asItIs = growing === '' ? `${formatNumber(baseline)}${sign}` : `it ${growing}`;
  const heading = `${colours.bold(withUnit(label, points))}, as it is ${asItIs}\n`;
  const lines = other === '' ? lineOf(rows, lever) : gridOf(rows);
  const width = Math.max(...lines.split('\n').map((line) => line.length));
  const isTooWide = width > (terminalWidth(terminal) || width);
  const shown = isTooWide ? '  wider than the terminal; see the table file\n' : lines;
  const note = [
    `difference from the scenario itself, from ${formatDay(from)} on; = changes nothing, ~ the 95 % interval contains zero`,
    ...(rows.some(isWithheld) ? ['n/a: a queue that does not settle has no mean; how it grows is in the table'] : []),
    ...(measures.size === 2 ? ['the other measure is in the chart and the table'] : []),
    ...(measures.size > 2 ? [`the other ${measures.size - 1} measures are in the chart and the table`] : []),
  ];
  return `${heading}${shown}${note.map((line) => `${line}\n`).join('')}`;
}

type Row = RowOf<typeof SWEEP>;

function lineOf(rows: readonly Row[], lever: string): string {
  const means = formatTogether(rows.map((row) => row.mean));
  const lines = rows.map((row, at) => {
    const { value, interval } = changeOf(row);
    return [`  ${row.value}`, row.settling || means[at], value, markOf(row), interval === '' ? '' : `(${interval})`];
  });
  const head = [`  ${lever}`, 'mean', 'change', '', ''];
  return textTable([head, ...lines], [RIGHT, RIGHT, RIGHT, LEFT, LEFT]);
}

/** The lever with more values goes down, so that the grid is narrow. */
function gridOf(rows: readonly Row[]): string {
  const [first, second] = [new Set(rows.map(({ value }) => value)), new Set(rows.map((row) => row.other_value))];
  const isTurned = second.size > first.size;
  const [down, across] = isTurned ? [second, first] : [first, second];
  const cells = new Map(rows.map((row) => [`${row.value}\n${row.other_value}`, [changeOf(row).value, markOf(row)]]));
  const body = [...down].map((one) => [
    `  ${one}`,
    ...[...across].flatMap((two) => cells.get(isTurned ? `${two}\n${one}` : `${one}\n${two}`)!),
  ]);
  const head = ['', ...[...across].flatMap((two) => [two, ''])];
  const { lever, other_lever: other } = rows[0];
  const names = isTurned ? `  down ${other}, across ${lever}\n` : `  down ${lever}, across ${other}\n`;
  return names + textTable([head, ...body], [RIGHT, ...[...across].flatMap(() => [RIGHT, LEFT])]);
}

/** The difference and its interval; the point in force has none. */
function changeOf(row: Row): EstimateText {
  return row.in_force ? { value: '0', interval: '' } : differenceParts(row.difference, row);
}

/** Marks a point that changes nothing, or may change nothing. */
function markOf(row: Row): string {
  const { in_force: isInForce, low, high } = row;
  return isInForce ? '=' : low > 0 || high < 0 || isWithheld(row) ? '' : '~';
}

/** Whether there is no difference because a queue does not settle. */
function isWithheld({ in_force: isInForce, settling, baseline_settling: other }: Row): boolean {
  return !isInForce && (settling !== '' || other !== '');
}

const LEFT = { align: 'left' } as const;
const RIGHT = { align: 'right' } as const;
