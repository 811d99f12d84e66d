/**
 * Which arm is worth its price? Acceptability curves: how often each arm has the highest net benefit, by willingness to pay,
 * one panel per effect.
 */
import { ACCEPTABILITY } from '../tables/series.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { curvePanel } from './curves.ts';
import { kronerFor } from './label.ts';
import { panelsBy } from './marks.ts';
import { armStyle, INK, SECONDARY_INK } from './theme.ts';

const WIDTH = 540;
const HEIGHT = 190;

/** One panel per effect in the order of the table, one line per arm; the thick stretch marks the arm to choose. */
export function acceptabilityChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'axis', (own) => effectPanel(recordsOf(own, ACCEPTABILITY), context.arms));
  const reading =
    'Line: share of draws in which the arm has the highest expected net benefit; band: its 95 % interval. Thick: the arm with the highest mean net benefit, the one to choose. Bar above: median and middle 95 % of draws of the reference price named below.';
  return chartOf(context, reading, panels, { spacing: 22 });
}

function effectPanel(rows: readonly RowOf<typeof ACCEPTABILITY>[], arms: readonly string[]): Panel {
  const [{ paidFor, scale, scaleLow, scaleMiddle, scaleHigh }] = rows;
  const most = rows.reduce((largest, { willingness }) => Math.max(largest, willingness), 0);
  const { unit, size } = kronerFor(most);
  const panel = curvePanel({
    title: `if ${paidFor} is worth the price below`,
    points: rows.map(({ arm, willingness, share, low, high }) => ({
      ...{ arm, x: willingness / size },
      ...{ mean: share, low, high },
    })),
    arms,
    width: WIDTH,
    height: HEIGHT,
    xAxis: { format: ',~r', tickCount: 8, title: `${unit}; bar above: ${scale}` },
    yFormat: '.0%',
    top: 1,
  });
  const layers = panel['layer'] as readonly object[];
  const [from, middle, to] = [scaleLow, scaleMiddle, scaleHigh].map((price) => Math.min(most, price) / size);
  const frontier = rows
    .filter((row) => row.frontier)
    .map(({ arm, willingness, share }) => ({ arm, x: willingness / size, y: share }));
  return {
    ...panel,
    layer: [
      ...layers,
      ...scaleLayers(from, middle, to, most / size),
      ...stretches(frontier).map((stretch) => frontierLayer(stretch, arms, most / size)),
    ],
  };
}

/** The reference price above the panel: its middle 95 % as a bar, its median as a tick. */
function scaleLayers(low: number, middle: number, high: number, most: number): object[] {
  const x = { type: 'quantitative', scale: { domain: [0, most], nice: false } };
  const y = { value: -6 };
  return [
    {
      data: dataOf([{ low: compact(low), high: compact(high) }]),
      mark: { type: 'rule', color: SECONDARY_INK, strokeWidth: 3, strokeOpacity: 0.5 },
      encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
    },
    {
      data: dataOf([{ middle: compact(middle) }]),
      mark: { type: 'tick', orient: 'vertical', color: INK, thickness: 2, size: 10 },
      encoding: { x: { field: 'middle', ...x }, y },
    },
  ];
}

interface FrontierPoint {
  readonly arm: string;
  readonly x: number;
  readonly y: number;
}

/** Ranges of prices over which one arm is the arm to choose. */
function stretches(points: readonly FrontierPoint[]): FrontierPoint[][] {
  const found: FrontierPoint[][] = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last !== undefined && last[0].arm === point.arm) last.push(point);
    else found.push([point]);
  }
  return found;
}

function frontierLayer(points: readonly FrontierPoint[], arms: readonly string[], most: number): object {
  const { colour } = armStyle(arms.indexOf(points[0].arm));
  return {
    data: dataOf(points.map(({ x, y }) => ({ x: compact(x), y: compact(y) }))),
    mark: { type: 'line', color: colour, strokeWidth: 5, strokeOpacity: 0.75, point: points.length === 1 },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: { domain: [0, most], nice: false } },
      y: { field: 'y', type: 'quantitative', scale: { domain: [0, 1], nice: false } },
    },
  };
}
