/**
 * What does one lever do? The difference from the scenario itself over the values of the lever, one panel per measure, with its
 * 95 % interval as a band, or as bars if the values are not numbers on one scale.
 */
import { differenceParts } from '../tables/estimate.ts';
import type { Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { amounts, DIFFERENCE_AXIS, intervalStroke, zeroRule } from './marks.ts';
import {
  axisTitle,
  headOf,
  holdsZero,
  numbersAt,
  rowsByMeasure,
  type SweptAxis,
  type SweptRow,
  unchangedAt,
  valueLabel,
} from './swept.ts';
import { armStyle, BAND_OPACITY, PAPER, SECONDARY_INK } from './theme.ts';

const WIDTH = 290;
const HEIGHT = 150;
const TICKS = 5;
const ROOM = 0.14;
/** With more values, only the last has its number beside it, and points are small. */
const MOST_LABELS = 7;

/** Panels in the order of the table, two beside each other. */
export function sweepLineChart(table: Table, context: ChartContext, axis: SweptAxis): VegaLiteSpec {
  const measures = rowsByMeasure(table);
  const values = measures[0].map(({ value }) => value);
  const isScale = numbersAt(values) !== undefined;
  const reading =
    `${isScale ? 'Line: difference; band' : 'Point: difference; bar'}: its 95 % interval. Hollow: the interval holds zero. ` +
    `${isScale && unchangedAt(axis, values) !== undefined ? 'Dashed: the value in force. ' : ''}Each panel has its own scale.`;
  return chartOf(
    context,
    reading,
    measures.map((rows) => panelOf(rows, axis)),
    { columns: 2, spacing: 26 },
  );
}

function panelOf(rows: readonly SweptRow[], axis: SweptAxis): Panel {
  const values = rows.map(({ value }) => value);
  const numbers = numbersAt(values);
  const isLabelled = ({ in_force: isInForce }: SweptRow, at: number) =>
    !isInForce && (rows.length <= MOST_LABELS || at === rows.length - 1);
  const records = rows.map((row, at) => ({
    at: numbers?.[at] ?? at,
    difference: compact(row.difference),
    low: compact(row.low),
    high: compact(row.high),
    label: isLabelled(row, at) && Number.isFinite(row.difference) ? differenceParts(row.difference, row).value : '',
    isBelow: row.difference < 0,
    isHollow: holdsZero(row),
  }));
  const labelled = records.filter((record) => record.label !== '');
  const inForce = numbers && unchangedAt(axis, values);
  const reach = inForce === undefined ? [] : [inForce];
  const places = [...records.map(({ at }) => at), ...reach];
  const [least, most] = [Math.min(...places), Math.max(...places)];
  const margin = numbers ? (most - least) * 0.12 : 0.5;
  const words = {
    values: values.map((_, at) => at),
    labelExpr: `${JSON.stringify(values.map(valueLabel))}[datum.value]`,
  };
  const x = {
    type: 'quantitative',
    scale: { domain: [least - margin, most + margin], nice: false, zero: false },
    axis: { title: axisTitle(axis, values), ...(numbers ? { tickCount: 6, format: ',~r' } : words) },
  };
  const y = amounts({ ...DIFFERENCE_AXIS, tickCount: TICKS }, { domain: withRoom(rows), nice: TICKS });
  const { colour, text } = armStyle(1);
  const ends = { x: { field: 'at', ...x }, y: { field: 'low', ...y }, y2: { field: 'high' } };
  const centre = { x: { field: 'at', ...x }, y: { field: 'difference', ...y } };
  const spread = numbers
    ? [
        { mark: { type: 'area', color: colour, opacity: BAND_OPACITY.wide }, encoding: ends },
        { mark: { type: 'line', color: colour }, encoding: centre },
      ]
    : [{ mark: { type: 'rule', ...intervalStroke(colour) }, encoding: ends }];
  return {
    title: headOf(rows[0]),
    width: WIDTH,
    height: HEIGHT,
    data: dataOf(records),
    layer: [
      zeroRule(y, 'y'),
      ...reach.map((at) => ({
        data: dataOf([{ at }]),
        mark: { type: 'rule', color: SECONDARY_INK, strokeDash: [4, 3] },
        encoding: { x: { field: 'at', ...x } },
      })),
      ...spread,
      {
        mark: {
          type: 'point',
          size: rows.length <= MOST_LABELS ? 46 : 18,
          opacity: 1,
          stroke: colour,
          strokeWidth: 1.6,
          filled: false,
        },
        encoding: { ...centre, fill: { condition: { test: 'datum.isHollow', value: PAPER }, value: colour } },
      },
      ...[...new Set(labelled.map(({ isBelow }) => isBelow))].map((isBelow) => ({
        data: dataOf(labelled.filter((record) => record.isBelow === isBelow)),
        mark: {
          type: 'text',
          color: text,
          ...(numbers ? { align: 'center', dy: isBelow ? 13 : -12 } : { align: 'left', dx: 8 }),
        },
        encoding: { ...centre, text: { field: 'label', type: 'nominal' } },
      })),
    ],
  };
}

/** Zero, all intervals, and room above and below them for a number. */
function withRoom(rows: readonly SweptRow[]): readonly [number, number] {
  const ends = rows.flatMap(({ difference, low, high }) => [difference, low, high]).filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = most > least ? (most - least) * ROOM : 1;
  return [least - room, most + room];
}
