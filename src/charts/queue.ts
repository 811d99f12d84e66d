/**
 * Who is waiting? People who wait for a place, over time.
 */
import { WAITING } from '../tables/series.ts';
import { recordsOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, curvePanel, dateAxis } from './curves.ts';

const WIDTH = 590;
const HEIGHT = 240;

/** One line per arm with its band. */
export function queueChart(table: Table, context: ChartContext): VegaLiteSpec {
  const rows = recordsOf(table, WAITING);
  const points = rows.map(({ arm, date, people, low, high }) => ({ arm, x: date, mean: people, low, high }));
  const panel = curvePanel({
    title: 'people waiting',
    points,
    arms: context.arms,
    begins: context.begins,
    width: WIDTH,
    height: HEIGHT,
    xAxis: dateAxis(textsOf(table, 'date'), WIDTH),
    yFormat: ',~r',
  });
  return chartOf(context, bandReading(points), [panel]);
}
