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
/** Years between a point of the model and its horizon, and beside the first and the last. */
const APART = 0.04;
const ROOM = 0.15;

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
    'Line: mean absolute error, per cent of the observed figure, by years after the origin; bar: 95 % interval of the mean over origins, as if they were independent. All forecasts of a panel are judged by the same figures; each panel has its own scale.';
  return chartOf(context, reading, panels, { columns: 2, spacing: 26 });
}

function panelOf(label: string, rows: readonly RowOf<typeof BACKTEST>[]): Panel {
  const blind = rows.filter(({ mode }) => mode === 'blind');
  const conditional = rows.filter(({ mode }) => mode === 'conditional');
  const records = [
    ...blind.map((row) => pointOf(row, 'last value', row.last_value_percent)),
    ...blind.map((row) => modelPoint(row, 'model, blind', -APART)),
    ...conditional.map((row) => modelPoint(row, 'model, admissions and places given', APART)),
    ...blind.map((row) => pointOf(row, 'linear trend', row.linear_trend_percent)),
    ...blind.map((row) => pointOf(row, 'damped trend', row.damped_trend_percent)),
  ];
  const names = SHOWN.map(({ name }) => name);
  const styles = SHOWN.map(({ style }) => armStyle(style));
  const horizons = [...new Set(rows.map(({ horizon }) => horizon))];
  const domain = [Math.min(...horizons) - ROOM, Math.max(...horizons) + ROOM];
  const x = {
    field: 'at',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false },
    axis: { title: 'years after the origin', values: horizons, format: 'd' },
  };
  const amount = amounts({ grid: true, tickCount: 5, format: '~r' }, { zero: true });
  const y = { field: 'error', ...amount };
  const scaleOf = (range: readonly unknown[]) => ({ domain: names, range });
  const legend = { orient: 'top', title: null, columns: 3, symbolType: 'stroke', symbolSize: 400 };
  const colour = { field: 'forecast', type: 'nominal', scale: scaleOf(styles.map((style) => style.colour)) };
  const dash = { field: 'forecast', type: 'nominal', scale: scaleOf(styles.map((style) => style.dash)) };
  return {
    title: { text: label },
    width: WIDTH,
    height: HEIGHT,
    data: dataOf(records),
    layer: [
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 3, strokeOpacity: 0.35 },
        encoding: { x, y: { field: 'low', ...amount }, y2: { field: 'high' }, color: { ...colour, legend } },
      },
      { mark: { type: 'line' }, encoding: { x, y, color: { ...colour, legend }, strokeDash: { ...dash, legend } } },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 26 },
        encoding: { x, y, color: { ...colour, legend } },
      },
    ],
  };
}

function pointOf({ horizon }: Row, forecast: string, error: number) {
  return { at: horizon, forecast, error: compact(error), low: null, high: null };
}

/** A point of the model with its interval, a little aside so that bars do not hide each other. */
function modelPoint(row: Row, forecast: string, aside: number) {
  const { horizon, error_percent: error, error_low: low, error_high: high } = row;
  return { at: horizon + aside, forecast, error: compact(error), low: compact(low), high: compact(high) };
}

type Row = RowOf<typeof BACKTEST>;
