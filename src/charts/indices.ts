/**
 * What shares out the doubt? Of the variance of a difference, the share of each factor alone and with all in which it has a part,
 * one panel a measure.
 */
import { numbersOf, type Table, type TableSchema, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { armStyle, INK } from './theme.ts';

/** What the chart reads: a row for every measure, factor and order. */
export const INDICES: TableSchema = {
  name: 'indices',
  meaning: 'Sobol indices of the difference between two scenarios, paired runs; other factors stand at central values',
  columns: [
    { name: 'measure', unit: '', meaning: 'the measure in words', kind: 'text' },
    { name: 'factor', unit: '', meaning: 'a mechanism with all its uncertain numbers, or one number', kind: 'text' },
    {
      name: 'order',
      unit: '',
      meaning: 'first for the factor alone, total with all in which it has a part',
      kind: 'text',
    },
    {
      name: 'index',
      unit: 'share',
      meaning: 'share of the variance; estimates may leave 0 to 1 by chance',
      kind: 'number',
    },
    { name: 'low', unit: 'share', meaning: 'lower end of the 95 % interval, by bootstrap', kind: 'number' },
    { name: 'high', unit: 'share', meaning: 'upper end of the 95 % interval, by bootstrap', kind: 'number' },
  ],
};

const WIDTH = 340;
const ROW = 26;
const ORDERS = [
  { order: 'first', shape: 'circle', filled: true, offset: -5 },
  { order: 'total', shape: 'diamond', filled: false, offset: 5 },
] as const;

/** One panel a measure in the order of the table. */
export function indicesChart(table: Table, context: ChartContext): VegaLiteSpec {
  const measures = textsOf(table, 'measure');
  const panels = [...new Set(measures)].map((measure) =>
    panelOf(
      table,
      measure,
      measures.flatMap((one, row) => (one === measure ? [row] : [])),
    ),
  );
  const reading =
    'Dot: share of the variance of the difference that a factor has alone; diamond: with all in which it has a part; line: 95 % interval. Where every diamond is high, luck moves the difference as far as numbers do.';
  return chartOf(context, reading, panels, { spacing: 14 });
}

function panelOf(table: Table, measure: string, rows: readonly number[]): Panel {
  const [factor, order] = [textsOf(table, 'factor'), textsOf(table, 'order')];
  const number = (name: string, row: number): number => numbersOf(table, name)[row];
  const records = rows.map((row) => ({
    factor: factor[row],
    order: order[row],
    index: compact(number('index', row)),
    low: compact(number('low', row)),
    high: compact(number('high', row)),
  }));
  const x = {
    type: 'quantitative',
    title: null,
    scale: { zero: true, nice: true },
    axis: { format: '.0%', tickCount: 6, grid: true },
  };
  const y = {
    field: 'factor',
    type: 'nominal',
    title: null,
    sort: [...new Set(records.map((record) => record.factor))],
    axis: { grid: false, labelColor: INK, labelLimit: 0 },
  };
  const { colour } = armStyle(1);
  return {
    title: { text: measure },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      { data: dataOf([{ zero: 0 }]), mark: { type: 'rule', color: INK }, encoding: { x: { field: 'zero', ...x } } },
      ...ORDERS.flatMap(({ order: wanted, shape, filled, offset }) => [
        {
          transform: [{ filter: { field: 'order', equal: wanted } }],
          mark: { type: 'rule', color: colour, strokeWidth: 2, strokeOpacity: 0.55, yOffset: offset },
          encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
        },
        {
          transform: [{ filter: { field: 'order', equal: wanted } }],
          mark: { type: 'point', filled, opacity: 1, size: 60, color: colour, shape, yOffset: offset },
          encoding: { x: { field: 'index', ...x }, y },
        },
      ]),
    ],
  };
}
