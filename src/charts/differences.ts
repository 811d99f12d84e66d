/**
 * What would change? Differences between each arm and the baseline, with 95 % intervals, one panel a measure.
 */
import { numbersOf, type Table, type TableSchema, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { betterSide, differenceLabel, intervalLabel, numberLabel } from './label.ts';
import { armStyle, INK } from './theme.ts';

/** What the chart reads: one row for every measure and arm other than the baseline. */
export const DIFFERENCES: TableSchema = {
  name: 'differences',
  meaning: 'Paired differences from the baseline by measure and arm',
  columns: [
    { name: 'measure', unit: '', meaning: 'identifier of the measure', kind: 'text' },
    { name: 'label', unit: '', meaning: 'the measure in words', kind: 'text' },
    { name: 'unit', unit: '', meaning: 'unit of the measure', kind: 'text' },
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'baseline', unit: 'of the measure', meaning: 'mean in the baseline', kind: 'number' },
    { name: 'value', unit: 'of the measure', meaning: 'mean in the arm', kind: 'number' },
    { name: 'difference', unit: 'of the measure', meaning: 'value less baseline, paired by replicate', kind: 'number' },
    {
      name: 'low',
      unit: 'of the measure',
      meaning: 'lower end of the 95 % interval of the difference',
      kind: 'number',
    },
    {
      name: 'high',
      unit: 'of the measure',
      meaning: 'upper end of the 95 % interval of the difference',
      kind: 'number',
    },
    { name: 'better', unit: '', meaning: 'which side is better: lower, higher or neither', kind: 'text' },
  ],
};

const WIDTH = 360;
const ROW = 20;

/** One panel a measure and label (a measure may come at several horizons) in the order of the table, each with its own scale around zero; one row an arm. */
export function differencesChart(table: Table, context: ChartContext): VegaLiteSpec {
  const [measure, label] = [textsOf(table, 'measure'), textsOf(table, 'label')];
  const keys = measure.map((id, row) => `${id}\n${label[row]}`);
  const panels = [...new Set(keys)].map((key) =>
    measurePanel(
      table,
      keys.flatMap((one, row) => (one === key ? [row] : [])),
      context.arms,
    ),
  );
  const bar = numbersOf(table, 'low').some(Number.isFinite) ? '; bar: its 95 % interval' : '';
  const reading = `Dot: difference from the baseline${bar}. Each measure has its own scale.`;
  return chartOf(context, reading, panels, { spacing: 12 });
}

function measurePanel(table: Table, rows: readonly number[], arms: readonly string[]): Panel {
  const first = rows[0];
  const text = (name: string, row: number): string => textsOf(table, name)[row];
  const number = (name: string, row: number): number => numbersOf(table, name)[row];
  const shown = arms.filter((arm) => rows.some((row) => text('arm', row) === arm));
  const reach = rows.reduce((most, row) => {
    const ends = ['difference', 'low', 'high'].map((name) => Math.abs(number(name, row)));
    return Math.max(most, ...ends.filter((end) => Number.isFinite(end)));
  }, 0);
  const limit = reach > 0 ? reach * 1.08 : 1;
  const x = {
    type: 'quantitative',
    title: null,
    scale: { domain: [-limit, limit], nice: false },
    axis: { format: '+,~r', tickCount: 6, grid: true, labelExpr: "datum.value === 0 ? '0' : datum.label" },
  };
  const y = { field: 'arm', type: 'nominal', title: null, sort: shown, axis: { grid: false, labelColor: INK } };
  const records = rows.map((row) => ({
    arm: text('arm', row),
    difference: compact(number('difference', row)),
    low: compact(number('low', row)),
    high: compact(number('high', row)),
    label: rowLabel(number('difference', row), number('low', row), number('high', row)),
  }));
  const perArm = shown.flatMap((arm) => {
    const { colour, shape } = armStyle(arms.indexOf(arm));
    const transform = [{ filter: { field: 'arm', equal: arm } }];
    return [
      {
        transform,
        mark: { type: 'rule', color: colour, strokeWidth: 3, strokeOpacity: 0.55 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        transform,
        mark: { type: 'point', filled: true, opacity: 1, size: 70, color: colour, shape },
        encoding: { x: { field: 'difference', ...x }, y },
      },
    ];
  });
  return {
    title: {
      text: `${text('label', first)}, ${text('unit', first)}`,
      subtitle: `baseline ${numberLabel(number('baseline', first))}; ${betterSide(text('better', first))}`,
    },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      { data: dataOf([{ zero: 0 }]), mark: { type: 'rule', color: INK }, encoding: { x: { field: 'zero', ...x } } },
      ...perArm,
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', color: INK },
        encoding: { x: { value: WIDTH + 14 }, y, text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}

function rowLabel(difference: number, low: number, high: number): string {
  const interval = intervalLabel(low, high);
  return interval === '' ? differenceLabel(difference) : `${differenceLabel(difference)}  (${interval})`;
}
