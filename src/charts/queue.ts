/**
 * Who stands outside? People who wait for a place, over time.
 */
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, type CurvePoint, curvePanel, dateAxis } from './curves.ts';

const WIDTH = 590;
const HEIGHT = 240;

/** One line an arm with its band. */
export function queueChart(table: Table, context: ChartContext): VegaLiteSpec {
  const [arm, dates] = [textsOf(table, 'arm'), textsOf(table, 'date')];
  const [people, low, high] = [numbersOf(table, 'people'), numbersOf(table, 'low'), numbersOf(table, 'high')];
  const points: CurvePoint[] = dates.map((x, row) => ({
    arm: arm[row],
    x,
    mean: people[row],
    low: low[row],
    high: high[row],
  }));
  const panel = curvePanel({
    title: 'people waiting',
    points,
    arms: context.arms,
    width: WIDTH,
    height: HEIGHT,
    xAxis: dateAxis(dates, WIDTH),
    yFormat: ',~r',
  });
  return chartOf(context, bandReading(points), [panel]);
}
