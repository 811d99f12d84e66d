/**
 * Who returns? Cumulative incidence of return by time since release, one panel per definition.
 */
import { RECIDIVISM } from '../tables/series.ts';
import { recordsOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, type CurvePoint, curvePanel, curveTop } from './curves.ts';
import { panelsBy } from './marks.ts';
import { textWidth } from './text-width.ts';

/** Pixels: the longest name of an arm that lets panels stand side by side. */
const LONGEST_LABEL = 140;

/** One panel per definition in the order of the table, all on one scale; one line per arm. */
export function recidivismChart(table: Table, context: ChartContext): VegaLiteSpec {
  const points = pointsOf(table);
  const longest = context.arms.reduce((widest, name) => Math.max(widest, textWidth(name, 11)), 0);
  const alone = new Set(textsOf(table, 'definition')).size === 1 || longest > LONGEST_LABEL;
  const years = points.reduce((longest, { x }) => Math.max(longest, Number(x)), 0);
  const top = Math.min(1, curveTop(points));
  const panels = panelsBy(table, 'definition', (own, definition) =>
    curvePanel({
      title: definition,
      points: pointsOf(own),
      arms: context.arms,
      width: alone ? 590 : 235,
      height: alone ? 260 : 170,
      xAxis: { values: Array.from({ length: Math.floor(years) + 1 }, (_, year) => year), format: '.0f' },
      yFormat: top < 0.05 ? '.1%' : '.0%',
      top,
    }),
  );
  const reading = `Across: years since release. ${bandReading(points, 'mean')}`;
  return chartOf(context, reading, panels, { columns: alone ? 1 : 2 });
}

function pointsOf(table: Table): readonly CurvePoint[] {
  const rows = recordsOf(table, RECIDIVISM);
  return rows.map(({ arm, month, share, low, high }) => ({ arm, x: month / 12, mean: share, low, high }));
}
