/**
 * Who is charged again? The same people in every arm: the share charged again by time since entry, and the difference from the
 * baseline on a scale of its own, since arms with the same people differ little.
 */
import { COHORT } from '../tables/series.ts';
import { recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { bandReading, curvePanel, curveTop } from './curves.ts';
import { niceCeiling, spreadApart } from './label.ts';
import { armStyle, BAND_OPACITY, INK } from './theme.ts';

const WIDTH = 235;
const HEIGHT = 260;
const LABEL_GAP = 13;

/** Two panels: shares, and paired differences in points. */
export function cohortChart(table: Table, context: ChartContext): VegaLiteSpec {
  const rows = recordsOf(table, COHORT);
  const points = rows.map(({ arm, month, share, low, high }) => ({ arm, x: month / 12, mean: share, low, high }));
  const years = Math.round(points.reduce((longest, { x }) => Math.max(longest, x), 0));
  const xAxis = { values: Array.from({ length: years + 1 }, (_, year) => year), format: '.0f' };
  const start = [...new Set(rows.map(({ arm }) => arm))].map((arm) => ({ arm, x: 0, mean: 0, low: 0, high: 0 }));
  const shares = curvePanel({
    title: 'charged again',
    points: [...start, ...points],
    arms: context.arms,
    width: WIDTH,
    height: HEIGHT,
    xAxis,
    yFormat: '.0%',
    top: Math.min(1, curveTop(points)),
  });
  const changes = rows.flatMap((row) =>
    Number.isNaN(row.difference)
      ? []
      : [
          {
            arm: row.arm,
            x: row.month / 12,
            mean: 100 * row.difference,
            low: 100 * row['difference-low'],
            high: 100 * row['difference-high'],
          },
        ],
  );
  const { population } = rows[0];
  const clock = population.includes('sentenced')
    ? 'the verdict'
    : population.includes('charged')
      ? 'the first charge'
      : 'that day';
  const reading = `Across: years since ${clock}. ${bandReading(points, 'mean')} Right: paired difference, above 0 worse.`;
  return chartOf(context, reading, [shares, differencePanel(changes, context.arms, xAxis)], { columns: 2 });
}

interface Change {
  readonly arm: string;
  readonly x: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

function differencePanel(changes: readonly Change[], arms: readonly string[], xAxis: object): Panel {
  const ends = changes.flatMap(({ mean, low, high }) => [mean, low, high]).filter(Number.isFinite);
  const top = niceCeiling(Math.max(...ends, 0));
  const bottom = Math.min(...ends) < 0 ? -niceCeiling(-Math.min(...ends)) : 0;
  const x = { field: 'x', type: 'quantitative', title: null, axis: xAxis, scale: { nice: false } };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { domain: [bottom, top], nice: false },
    axis: { labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+')", tickCount: Math.floor(HEIGHT / 34) },
  });
  const zero = {
    data: dataOf([{ mean: 0 }]),
    mark: { type: 'rule', color: INK, strokeWidth: 1 },
    encoding: { y: y('mean') },
  };
  const curves = arms.flatMap((arm, position) => {
    const own = changes.filter((change) => change.arm === arm);
    if (own.length === 0) return [];
    const { colour, dash } = armStyle(position);
    const values = [{ arm, x: 0, mean: 0, low: 0, high: 0 }, ...own].map((point) => ({
      x: point.x,
      mean: compact(point.mean),
      low: compact(point.low),
      high: compact(point.high),
    }));
    const band = {
      mark: { type: 'area', color: colour, fillOpacity: BAND_OPACITY.wide, line: false },
      encoding: { x, y: y('low'), y2: { field: 'high' } },
    };
    const hasBand = own.some(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
    const line = { mark: { type: 'line', color: colour, strokeDash: dash }, encoding: { x, y: y('mean') } };
    return [{ data: dataOf(values), layer: hasBand ? [band, line] : [line] }];
  });
  return {
    title: 'difference from the baseline, points',
    width: WIDTH,
    height: HEIGHT,
    layer: [zero, ...curves, ...endNames(changes, arms, bottom, top, y)],
  };
}

/** The name of each arm beside the end of its line. */
function endNames(
  changes: readonly Change[],
  arms: readonly string[],
  bottom: number,
  top: number,
  y: (field: string) => object,
): object[] {
  const last = arms.flatMap((arm, position) => {
    const end = changes.findLast((change) => change.arm === arm);
    return end === undefined ? [] : [{ arm, position, at: end.mean }];
  });
  const pixels = (value: number) => ((value - bottom) / (top - bottom)) * HEIGHT;
  const shown = spreadApart(
    last.map(({ at }) => pixels(at)),
    LABEL_GAP,
    0,
    HEIGHT,
  );
  return last.map(({ arm, position }, at) => ({
    data: dataOf([{ label: arm, shown: compact(bottom + (shown[at] / HEIGHT) * (top - bottom)) }]),
    mark: { type: 'text', align: 'left', baseline: 'middle', dx: 6, color: armStyle(position).text },
    encoding: { x: { value: WIDTH }, y: y('shown'), text: { field: 'label', type: 'nominal' } },
  }));
}
