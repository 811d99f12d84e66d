/**
 * Who stands outside? People who wait for a place, over time.
 */
import { numbersOf, type Table, type TableSchema, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, type CurvePoint, curvePanel, dateAxis } from './curves.ts';

/** What the chart reads: one row for every arm and week. */
export const QUEUE: TableSchema = {
  name: 'queue',
  meaning: 'People waiting for a place by week, mean over replicates with interval',
  columns: [
    { name: 'arm', unit: '', meaning: 'arm, as shown', kind: 'text' },
    { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
    { name: 'people', unit: 'people', meaning: 'mean over replicates', kind: 'number' },
    { name: 'low', unit: 'people', meaning: 'lower end of the 95 % interval', kind: 'number' },
    { name: 'high', unit: 'people', meaning: 'upper end of the 95 % interval', kind: 'number' },
  ],
};

const WIDTH = 590;
const HEIGHT = 240;

/** One line an arm with its band. */
export function queueChart(table: Table, context: ChartContext): VegaLiteSpec {
  const [arm, dates] = [textsOf(table, 'arm'), textsOf(table, 'date')];
  const [people, low, high] = [numbersOf(table, 'people'), numbersOf(table, 'low'), numbersOf(table, 'high')];
  const points: CurvePoint[] = dates.map((x, row) => ({
    arm: arm[row]!,
    x,
    mean: people[row]!,
    low: low[row]!,
    high: high[row]!,
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
