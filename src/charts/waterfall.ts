/**
 * Which part did it? What each policy of a bundle adds to a measure, from nothing to the whole, one panel a measure.
 */
import { numbersOf, type Table, type TableSchema, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { differenceLabel, intervalLabel } from './label.ts';
import { armStyle, INK, SECONDARY_INK } from './theme.ts';

/** What the chart reads: the parts of each measure in order, and the whole last. */
export const ATTRIBUTION: TableSchema = {
  name: 'attribution',
  meaning: 'what each policy of a bundle adds to a measure: Shapley values over paired runs, which add up to the whole',
  columns: [
    { name: 'measure', unit: '', meaning: 'the measure in words', kind: 'text' },
    { name: 'unit', unit: '', meaning: 'unit of the measure', kind: 'text' },
    {
      name: 'part',
      unit: '',
      meaning: 'the policy, or policies that are one part; "all together" for the whole',
      kind: 'text',
    },
    { name: 'added', unit: 'of the measure', meaning: 'what it adds', kind: 'number' },
    { name: 'low', unit: 'of the measure', meaning: 'lower end of the 95 % interval', kind: 'number' },
    { name: 'high', unit: 'of the measure', meaning: 'upper end of the 95 % interval', kind: 'number' },
  ],
};

/** The name of the whole. */
export const WHOLE = 'all together';

const AXIS = {
  format: '+,~r',
  tickCount: 6,
  grid: true,
  labelExpr: "datum.value === 0 ? '0' : datum.label",
};
/** What stands between the names of policies that are one part; each name gets a line. */
const TIE = ' + ';
const WIDTH = 330;
const ROW = 21;

/** One panel a measure in the order of the table; a bar for each part, beginning where the one before ended. */
export function waterfallChart(table: Table, context: ChartContext): VegaLiteSpec {
  const measures = textsOf(table, 'measure');
  const panels = [...new Set(measures)].map((measure) =>
    panelOf(
      table,
      measures.flatMap((one, row) => (one === measure ? [row] : [])),
    ),
  );
  const reading =
    'Bar: what a policy adds, beginning where those above end; line: its 95 % interval. The last bar is their sum.';
  return chartOf(context, reading, panels, { spacing: 14 });
}

function panelOf(table: Table, rows: readonly number[]): Panel {
  const text = (name: string, row: number): string => textsOf(table, name)[row];
  const number = (name: string, row: number): number => numbersOf(table, name)[row];
  let reached = 0;
  const records = rows.map((row) => {
    const [part, added] = [text('part', row), number('added', row)];
    const from = part === WHOLE ? 0 : reached;
    if (part !== WHOLE) reached += added;
    const [low, high] = [number('low', row), number('high', row)];
    const interval = intervalLabel(low, high);
    return {
      part,
      isWhole: part === WHOLE,
      begins: compact(from),
      ends: compact(from + added),
      low: compact(from + low),
      high: compact(from + high),
      label: interval === '' ? differenceLabel(added) : `${differenceLabel(added)}  (${interval})`,
    };
  });
  const mostLines = Math.max(...records.map(({ part }) => part.split(TIE).length));
  const x = { type: 'quantitative', title: null, axis: AXIS };
  const y = {
    field: 'part',
    type: 'nominal',
    title: null,
    sort: records.map(({ part }) => part),
    axis: {
      grid: false,
      labelColor: INK,
      labelLimit: 0,
      labelExpr: `split(datum.label, '${TIE}')`,
      labelLineHeight: 13,
    },
  };
  const colour = { condition: { test: 'datum.isWhole', value: INK }, value: armStyle(1).colour };
  return {
    title: { text: `${text('measure', rows[0])}, ${text('unit', rows[0])}` },
    width: WIDTH,
    height: { step: ROW + 13 * (mostLines - 1) },
    data: dataOf(records),
    layer: [
      { data: dataOf([{ zero: 0 }]), mark: { type: 'rule', color: INK }, encoding: { x: { field: 'zero', ...x } } },
      {
        mark: { type: 'bar', height: 12, opacity: 0.75 },
        encoding: { x: { field: 'begins', ...x }, x2: { field: 'ends' }, y, color: colour },
      },
      {
        mark: { type: 'rule', color: SECONDARY_INK, strokeWidth: 1.5 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', color: INK },
        encoding: { x: { value: WIDTH + 14 }, y, text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}
