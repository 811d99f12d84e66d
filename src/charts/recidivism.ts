/**
 * Who returns? The share of released people who have come back, by time since release, under each definition.
 */
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, type CurvePoint, curvePanel, curveTop } from './curves.ts';
import { textWidth } from './text-width.ts';

/** Pixels; panels stand side by side where the names of the arms are no longer. */
const LONGEST_LABEL = 140;

/** One panel a definition in the order of the table, all on one scale; one line an arm. */
export function recidivismChart(table: Table, context: ChartContext): VegaLiteSpec {
  const definitions = textsOf(table, 'definition');
  const [arm, month] = [textsOf(table, 'arm'), numbersOf(table, 'month')];
  const [share, low, high] = [numbersOf(table, 'share'), numbersOf(table, 'low'), numbersOf(table, 'high')];
  const points: CurvePoint[] = definitions.map((_, row) => ({
    arm: arm[row],
    x: month[row] / 12,
    mean: share[row],
    low: low[row],
    high: high[row],
  }));
  const shown = [...new Set(definitions)];
  const longest = context.arms.reduce((widest, name) => Math.max(widest, textWidth(name, 11)), 0);
  const alone = shown.length === 1 || longest > LONGEST_LABEL;
  const years = points.reduce((longest, { x }) => Math.max(longest, Number(x)), 0);
  const top = Math.min(1, curveTop(points));
  const panels = shown.map((definition) =>
    curvePanel({
      title: definition,
      points: points.filter((_, row) => definitions[row] === definition),
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
