/**
 * What shares out the doubt? Sobol indices: the share of each factor in the variance of a difference, alone and with its
 * interactions, one panel per measure.
 */
import { INDICES } from '../tables/sensitivity.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { amounts, estimateDot, intervalRule, namedRows, panelsBy, zeroRule } from './marks.ts';
import { armStyle } from './theme.ts';

const WIDTH = 340;
const ROW = 26;
const ORDERS = [
  { order: 'first', shape: 'circle', filled: true, offset: -5 },
  { order: 'total', shape: 'diamond', filled: false, offset: 5 },
] as const;

/** One panel per measure in the order of the table. */
export function indicesChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'measure', (own, measure) => panelOf(measure, recordsOf(own, INDICES)));
  const reading =
    'Dot: share of the variance of the difference that a factor explains alone; diamond: with its interactions; line: 95 % interval. If every diamond is high, luck moves the difference as far as the numbers do.';
  return chartOf(context, reading, panels, { spacing: 14 });
}

function panelOf(measure: string, rows: readonly RowOf<typeof INDICES>[]): Panel {
  const records = rows.map(({ factor, order, index, low, high }) => ({
    factor,
    order,
    index: compact(index),
    low: compact(low),
    high: compact(high),
  }));
  const x = amounts({ format: '.0%', tickCount: 6, grid: true }, { zero: true, nice: true });
  const y = namedRows('factor', [...new Set(rows.map(({ factor }) => factor))]);
  const { colour } = armStyle(1);
  return {
    title: { text: measure },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      zeroRule(x),
      ...ORDERS.flatMap(({ order, shape, filled, offset: yOffset }) => {
        const transform = [{ filter: { field: 'order', equal: order } }];
        const stroke = { color: colour, strokeWidth: 2, strokeOpacity: 0.55, yOffset };
        return [
          { transform, ...intervalRule(x, y, stroke) },
          { transform, ...estimateDot('index', x, y, { filled, size: 60, color: colour, shape, yOffset }) },
        ];
      }),
    ],
  };
}
