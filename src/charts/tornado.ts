/**
 * What decides the difference? How far it moves when the numbers of a factor move from their low to their high end, one panel a
 * measure, the factor that moves it most on top.
 */
import { numbersOf, type Table, type TableSchema, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { betterSide, differenceLabel, numberLabel } from './label.ts';
import { armStyle, BAND_OPACITY, INK, PAPER, SECONDARY_INK } from './theme.ts';

/** What the chart reads: a row for every measure and factor. */
export const SCREENING: TableSchema = {
  name: 'screening',
  meaning:
    'how far the numbers of each factor move the difference between two scenarios: Morris screening, paired runs',
  columns: [
    { name: 'measure', unit: '', meaning: 'the measure in words', kind: 'text' },
    { name: 'unit', unit: '', meaning: 'unit of the measure', kind: 'text' },
    { name: 'better', unit: '', meaning: 'which side is better: lower, higher or neither', kind: 'text' },
    { name: 'difference', unit: 'of the measure', meaning: 'the difference at central values', kind: 'number' },
    {
      name: 'difference_low',
      unit: 'of the measure',
      meaning: 'lower end of its 95 % interval, of luck',
      kind: 'number',
    },
    {
      name: 'difference_high',
      unit: 'of the measure',
      meaning: 'upper end of its 95 % interval, of luck',
      kind: 'number',
    },
    { name: 'factor', unit: '', meaning: 'a mechanism with all its uncertain numbers, or one number', kind: 'text' },
    { name: 'numbers', unit: 'numbers', meaning: 'how many uncertain numbers it has', kind: 'integer' },
    { name: 'mu_star', unit: 'of the measure', meaning: 'mean size of its elementary effects', kind: 'number' },
    { name: 'low', unit: 'of the measure', meaning: 'lower end of the 95 % interval of mu_star', kind: 'number' },
    { name: 'high', unit: 'of the measure', meaning: 'upper end of the 95 % interval of mu_star', kind: 'number' },
    {
      name: 'mu',
      unit: 'of the measure',
      meaning: 'mean effect with its sign; NaN for several numbers',
      kind: 'number',
    },
    { name: 'sigma', unit: 'of the measure', meaning: 'standard deviation of its effects', kind: 'number' },
    { name: 'by_luck', unit: 'of the measure', meaning: 'the mu_star that luck alone would give', kind: 'number' },
    {
      name: 'stands_out',
      unit: '',
      meaning: 'whether its effects are larger than luck alone would make them, F test at 1 %',
      kind: 'boolean',
    },
  ],
};

const WIDTH = 340;
const ROW = 21;
/** Factors shown of each measure; the table has all. */
const SHOWN = 10;

/** One panel a measure in the order of the table. */
export function tornadoChart(table: Table, context: ChartContext): VegaLiteSpec {
  const measures = textsOf(table, 'measure');
  const panels = [...new Set(measures)].map((measure) =>
    panelOf(
      table,
      measures.flatMap((one, row) => (one === measure ? [row] : [])),
    ),
  );
  const reading =
    'Bar: how far the difference moves around the one at central values; lines at its ends: 95 % interval of that. Hollow: no further than luck would. Band: luck in the difference.';
  return chartOf(context, reading, panels, { spacing: 14 });
}

function panelOf(table: Table, rows: readonly number[]): Panel {
  const text = (name: string, row: number): string => textsOf(table, name)[row];
  const number = (name: string, row: number): number => numbersOf(table, name)[row];
  const first = rows[0];
  const centre = number('difference', first);
  const largest = rows.toSorted((a, b) => number('mu_star', b) - number('mu_star', a)).slice(0, SHOWN);
  const records = largest.map((row) => {
    const [reach, low, high] = ['mu_star', 'low', 'high'].map((name) => number(name, row)) as [number, number, number];
    return {
      factor: text('factor', row),
      standsOut: table.column('stands_out')[row] === 1,
      begins: compact(centre - reach / 2),
      ends: compact(centre + reach / 2),
      leftFrom: compact(centre - high / 2),
      leftTo: compact(centre - low / 2),
      rightFrom: compact(centre + low / 2),
      rightTo: compact(centre + high / 2),
      label: `${numberLabel(reach)}  (${numberLabel(low)} to ${numberLabel(high)})`,
    };
  });
  const x = {
    type: 'quantitative',
    title: null,
    scale: { zero: true },
    axis: { format: '+,~r', tickCount: 6, grid: true, labelExpr: "datum.value === 0 ? '0' : datum.label" },
  };
  const y = {
    field: 'factor',
    type: 'nominal',
    title: null,
    sort: records.map(({ factor }) => factor),
    axis: { grid: false, labelColor: INK, labelLimit: 0 },
  };
  const { colour } = armStyle(1);
  const whisker = (from: string, to: string) => ({
    mark: { type: 'rule', color: SECONDARY_INK, strokeWidth: 1.5 },
    encoding: { x: { field: from, ...x }, x2: { field: to }, y },
  });
  const central = [
    {
      centre: compact(centre),
      low: compact(number('difference_low', first)),
      high: compact(number('difference_high', first)),
      zero: 0,
    },
  ];
  return {
    title: {
      text: `${text('measure', first)}, ${text('unit', first)}`,
      subtitle: `difference ${differenceLabel(centre)}; ${betterSide(text('better', first))}; on the right how far it moves`,
    },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      {
        data: dataOf(central),
        mark: { type: 'rect', color: colour, opacity: BAND_OPACITY.wide },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } },
      },
      { data: dataOf(central), mark: { type: 'rule', color: INK }, encoding: { x: { field: 'zero', ...x } } },
      {
        mark: { type: 'bar', height: 12, stroke: colour, strokeWidth: 1 },
        encoding: {
          x: { field: 'begins', ...x },
          x2: { field: 'ends' },
          y,
          fill: { condition: { test: 'datum.standsOut', value: colour }, value: PAPER },
          fillOpacity: { value: 0.75 },
        },
      },
      whisker('leftFrom', 'leftTo'),
      whisker('rightFrom', 'rightTo'),
      {
        data: dataOf(central),
        mark: { type: 'rule', color: colour, strokeDash: [3, 2], strokeWidth: 1.5 },
        encoding: { x: { field: 'centre', ...x } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', color: INK },
        encoding: { x: { value: WIDTH + 14 }, y, text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}
