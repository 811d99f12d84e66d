/**
 * Which arm is worth its price? How often each arm has the highest net benefit, by what one would pay for an effect, one
 * panel an effect.
 */
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { type CurvePoint, curvePanel } from './curves.ts';
import { kronerFor } from './label.ts';
import { armStyle, INK, SECONDARY_INK } from './theme.ts';

const WIDTH = 540;
const HEIGHT = 190;

/** One panel an effect in the order of the table, one line an arm; the thick stretch is the arm to choose. */
export function acceptabilityChart(table: Table, context: ChartContext): VegaLiteSpec {
  const axes = textsOf(table, 'axis');
  const panels = [...new Set(axes)].map((axis) =>
    effectPanel(
      table,
      axes.flatMap((one, row) => (one === axis ? [row] : [])),
      context.arms,
    ),
  );
  const reading =
    'Line: share of draws in which the arm has the highest expected net benefit; band: its 95 % interval. Thick: the arm whose mean net benefit is the highest, the one to choose. Bar above: median and middle 95 % of draws of what is named below.';
  return chartOf(context, reading, panels, { spacing: 22 });
}

function effectPanel(table: Table, rows: readonly number[], arms: readonly string[]): Panel {
  const text = (name: string): string => textsOf(table, name)[rows[0]];
  const number = (name: string, row: number): number => numbersOf(table, name)[row];
  const most = rows.reduce((largest, row) => Math.max(largest, number('willingness', row)), 0);
  const { unit, size } = kronerFor(most);
  const priceOf = (row: number) => number('willingness', row) / size;
  const points = rows.map(
    (row): CurvePoint => ({
      arm: textsOf(table, 'arm')[row],
      x: priceOf(row),
      mean: number('share', row),
      low: number('low', row),
      high: number('high', row),
    }),
  );
  const panel = curvePanel({
    title: `if ${text('paidFor')} is worth so much`,
    points,
    arms,
    width: WIDTH,
    height: HEIGHT,
    xAxis: { format: ',~r', tickCount: 8, title: `${unit}; bar above: ${text('scale')}` },
    yFormat: '.0%',
    top: 1,
  });
  const layers = panel['layer'] as readonly object[];
  const scale = ['scaleLow', 'scaleMiddle', 'scaleHigh'].map((name) => Math.min(most, number(name, rows[0])) / size);
  const frontier = rows.filter((row) => table.column('frontier')[row] === 1);
  return {
    ...panel,
    layer: [
      ...layers,
      ...scaleLayers(scale as [number, number, number], most / size),
      ...stretches(
        frontier.map((row) => ({ arm: textsOf(table, 'arm')[row], x: priceOf(row), y: number('share', row) })),
      ).map((stretch) => frontierLayer(stretch, arms, most / size)),
    ],
  };
}

/** What gives the range its scale, above the panel: its middle 95 % as a bar, its median as a tick. */
function scaleLayers([low, middle, high]: readonly [number, number, number], most: number): object[] {
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

/** Stretches of prices along which one arm is the one to choose. */
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
