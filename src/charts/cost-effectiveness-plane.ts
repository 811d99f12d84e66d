/**
 * What does it cost? The cost-effectiveness plane: effect and cost of each arm against the baseline, one dot per parameter
 * draw, one panel per effect, with its quadrants in words (W. C. Black, "The CE plane", Medical Decision Making 10,
 * 1990).
 */

import { meanInterval } from '../statistics/intervals.ts';
import { levelParts } from '../tables/estimate.ts';
import { COST_EFFECTIVENESS_PLANE } from '../tables/series.ts';
import { numbersOf, type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { amounts, DIFFERENCE_AXIS, panelsBy, zeroRule } from './marks.ts';
import { textWidth } from './text-width.ts';
import { armStyle, INK, PAPER, SECONDARY_INK } from './theme.ts';

const WIDTH = 430;
/** Pixels; more if the legend needs them. */
const LEAST_HEIGHT = 250;
const ROOM = 0.12;
/** Draws shown per arm; means and intervals use all draws. */
const MOST_DOTS = 300;
/** Pixels: from line to line in the legend, and the height of words in the corners. */
const LEGEND = 16;
const SIZE = 11;

/** One panel per effect in the order of the table; crosses mark the mean over draws with its 95 % intervals. */
export function costEffectivenessPlaneChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'axis', (own) => effectPanel(recordsOf(own, COST_EFFECTIVENESS_PLANE), context.arms));
  const isThinned = numbersOf(table, 'draw').some((draw) => draw > MOST_DOTS);
  const dot = isThinned ? `one of the first ${MOST_DOTS} draws` : 'one draw';
  const reading = `Dot: ${dot} of the parameters, mean over its replicates. Cross: mean over draws with its 95 % intervals. Lines: equal to the baseline. To the right is better, downwards is cheaper.`;
  return chartOf(context, reading, panels, { spacing: 24 });
}

type DrawRow = RowOf<typeof COST_EFFECTIVENESS_PLANE>;

function effectPanel(rows: readonly DrawRow[], arms: readonly string[]): Panel {
  const [{ effect, per }] = rows;
  const axisOf = (values: readonly number[]) =>
    amounts(DIFFERENCE_AXIS, { domain: domainOf(values), nice: false, zero: false });
  const x = axisOf(rows.map(({ avoided }) => avoided));
  const y = axisOf(rows.map(({ cost }) => cost));
  const shown = arms
    .map((arm, position) => ({ arm, position, draws: rows.filter((row) => row.arm === arm) }))
    .filter(({ draws }) => draws.length > 0);
  const height = Math.max(LEAST_HEIGHT, shown.length * 4 * LEGEND);
  return {
    title: {
      text: effect,
      subtitle: `across: fewer ${effect} ${per}; up: extra cost, million kroner per year`,
    },
    width: WIDTH,
    height,
    layer: [
      zeroRule(x),
      zeroRule(y, 'y'),
      ...shown.map(({ arm, draws, position }) => armLayer(arm, draws, position, x, y)),
      ...quadrants(effect, height),
      ...shown.map(({ arm, draws, position }, at) => legendLayer(arm, draws, position, at)),
    ],
  };
}

/** From the least to the greatest value, zero among them, with room beside. */
function domainOf(values: readonly number[]): readonly [number, number] {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), 0);
  const room = ROOM * (high - low) || 1;
  return [low - room, high + room];
}

function armLayer(arm: string, draws: readonly DrawRow[], position: number, x: object, y: object): object {
  const { colour, text, shape } = armStyle(position);
  const [across, up] = [meanInterval(draws.map(({ avoided }) => avoided)), meanInterval(draws.map(({ cost }) => cost))];
  const ends = ({ mean, low, high }: typeof across) => ({
    mean: compact(mean),
    low: compact(low),
    high: compact(high),
  });
  const [horizontal, vertical] = [ends(across), ends(up)];
  const bars = [
    {
      data: dataOf([{ ...horizontal, at: vertical.mean }]),
      encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y: { field: 'at', ...y } },
    },
    {
      data: dataOf([{ ...vertical, at: horizontal.mean }]),
      encoding: { y: { field: 'low', ...y }, y2: { field: 'high' }, x: { field: 'at', ...x } },
    },
  ];
  const strokes = [
    { color: PAPER, strokeWidth: 6 },
    { color: text, strokeWidth: 2.5 },
  ];
  return {
    description: arm,
    layer: [
      {
        data: dataOf(
          draws.slice(0, MOST_DOTS).map(({ avoided, cost }) => ({ avoided: compact(avoided), cost: compact(cost) })),
        ),
        mark: { type: 'point', filled: true, opacity: 0.4, size: 22, color: colour, shape },
        encoding: { x: { field: 'avoided', ...x }, y: { field: 'cost', ...y } },
      },
      ...strokes.flatMap((stroke) => bars.map((bar) => ({ ...bar, mark: { type: 'rule', ...stroke } }))),
    ],
  };
}

/** The four corners in words, on paper, so that dots do not run into them. */
function quadrants(effect: string, height: number): object[] {
  const corners = ['more', 'fewer'].flatMap((side) => ['dearer', 'cheaper'].map((price) => ({ side, price })));
  return corners.flatMap(({ side, price }) => {
    const text = `${price}, ${side} ${effect}`;
    const width = textWidth(text, SIZE);
    const left = side === 'more' ? 4 : WIDTH - 4 - width;
    const top = price === 'dearer' ? 4 : height - 4 - SIZE;
    const data = dataOf([{ text }]);
    return [
      {
        data,
        mark: { type: 'rect', color: PAPER, opacity: 0.8 },
        encoding: {
          x: { value: left - 2 },
          x2: { value: left + width + 2 },
          y: { value: top - 2 },
          y2: { value: top + SIZE + 2 },
        },
      },
      {
        data,
        mark: { type: 'text', align: 'left', baseline: 'top', color: SECONDARY_INK, fontSize: SIZE },
        encoding: { x: { value: left }, y: { value: top }, text: { field: 'text', type: 'nominal' } },
      },
    ];
  });
}

function legendLayer(arm: string, draws: readonly DrawRow[], position: number, at: number): object {
  const { colour, text, shape } = armStyle(position);
  const line = (values: readonly number[], more: string, fewer: string): string => {
    const { mean, low, high } = meanInterval(values);
    const sign = mean < 0 ? -1 : 1;
    const { value, interval } = levelParts(sign * mean, sign < 0 ? { low: -high, high: -low } : { low, high });
    return `${value} ${sign < 0 ? fewer : more} (${interval})`;
  };
  const lines = [
    arm,
    line(
      draws.map(({ avoided }) => avoided),
      'fewer',
      'more',
    ),
    line(
      draws.map(({ cost }) => cost),
      'million kroner more',
      'million kroner less',
    ),
  ];
  const top = at * 4 * LEGEND;
  return {
    layer: [
      {
        data: dataOf([{ arm }]),
        mark: { type: 'point', filled: true, opacity: 1, size: 70, color: colour, shape },
        encoding: { x: { value: WIDTH + 18 }, y: { value: top + 8 } },
      },
      ...lines.map((words, row) => ({
        data: dataOf([{ words }]),
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          color: row === 0 ? text : INK,
          fontWeight: row === 0 ? 'bold' : 'normal',
        },
        encoding: {
          x: { value: WIDTH + 30 },
          y: { value: top + 8 + row * LEGEND },
          text: { field: 'words', type: 'nominal' },
        },
      })),
    ],
  };
}
