/**
 * How far do forecasts miss? The mean absolute error by years after the origin, one panel per measure: the model, blind and with
 * admissions and places given, beside naive forecasts of the same figures.
 */
import { BACKTEST } from '../tables/backtest.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { amounts, panelsBy } from './marks.ts';
import { armStyle } from './theme.ts';

const WIDTH = 290;
const HEIGHT = 150;

/** The forecasts shown, in the order of their styles. */
const SHOWN = [
  { name: 'last value', style: 0 },
  { name: 'model, blind', style: 1 },
  { name: 'model, admissions and places given', style: 2 },
  { name: 'linear trend', style: 4 },
  { name: 'damped trend', style: 5 },
] as const;

/** Panels in the order of the table, two beside each other. */
export function backtestChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'label', (own, label) => panelOf(label, recordsOf(own, BACKTEST)));
  const reading =
    'Line: mean absolute error, per cent of the observed figure, by years after the origin. All forecasts of a panel are judged by the same figures; each panel has its own scale.';
  return chartOf(context, reading, panels, { columns: 2, spacing: 26 });
}

function panelOf(label: string, rows: readonly RowOf<typeof BACKTEST>[]): Panel {
  const naive = rows.filter(({ mode }) => mode === 'blind');
  const series = [
    naive.map((row) => pointOf(row, 'last value', row.last_value_percent)),
    naive.map((row) => pointOf(row, 'model, blind', row.error_percent)),
    rows
      .filter(({ mode }) => mode === 'conditional')
      .map((row) => pointOf(row, 'model, admissions and places given', row.error_percent)),
    naive.map((row) => pointOf(row, 'linear trend', row.linear_trend_percent)),
    naive.map((row) => pointOf(row, 'damped trend', row.damped_trend_percent)),
  ];
  const names = SHOWN.map(({ name }) => name);
  const styles = SHOWN.map(({ style }) => armStyle(style));
  const x = {
    field: 'horizon',
    type: 'quantitative',
    axis: { title: 'years after the origin', tickMinStep: 1, format: 'd' },
  };
  const y = {
    field: 'error',
    ...amounts({ grid: true, tickCount: 5, format: '~r', title: 'per cent' }, { zero: true }),
  };
  const scaleOf = (range: readonly unknown[]) => ({ domain: names, range });
  const legend = { orient: 'top', title: null, columns: 3, symbolType: 'stroke', symbolSize: 400 };
  const encoding = {
    x,
    y,
    color: { field: 'forecast', type: 'nominal', scale: scaleOf(styles.map(({ colour }) => colour)), legend },
    strokeDash: { field: 'forecast', type: 'nominal', scale: scaleOf(styles.map(({ dash }) => dash)), legend },
  };
  return {
    title: { text: label },
    width: WIDTH,
    height: HEIGHT,
    data: dataOf(series.flat()),
    layer: [
      { mark: { type: 'line' }, encoding },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 30 },
        encoding: { x, y, color: { ...encoding.color, legend: null } },
      },
    ],
  };
}

function pointOf({ horizon }: RowOf<typeof BACKTEST>, forecast: string, error: number) {
  return { horizon, forecast, error: compact(error) };
}
