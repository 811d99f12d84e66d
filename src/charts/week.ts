/**
 * What happens inside? Time use over a day and a week: outside, on remand and at every level, one panel per arm.
 */
import { OUTSIDE, WEEK_BY_ACTIVITY } from '../tables/series.ts';
import { recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { INK, PAPER } from './theme.ts';

const WIDTH = 600;
const ROW = 26;

/** From night to locked doors; neighbours differ in lightness too, so that the bars survive greyscale. */
const COLOURS = ['#26323D', '#8FA9B8', '#C9CFC4', '#3E7CA6', '#B9D8D3', '#B8792B'];

/** Bars of 24 hours, an average day, with weekly hours written in them and the 95 % interval at their ends. */
export function weekChart(table: Table, context: ChartContext): VegaLiteSpec {
  const rows = barsOf(table);
  const places = [OUTSIDE, 'remand', ...context.levels];
  const shown = context.arms.filter((arm) => rows.some((row) => row.arm === arm));
  const hasIntervals = rows.some(({ low, high }) => low !== null && high !== null);
  const panels = shown.map((arm, index) =>
    armPanel(
      arm,
      rows.filter((row) => row.arm === arm),
      places,
      index === shown.length - 1,
    ),
  );
  const ends = hasIntervals ? " Short line at a bar's end: 95 % interval; for the last bar, at its beginning." : '';
  const reading = `Bars: 24 hours of an average day. Numbers: hours per week, mean over runs.${ends}`;
  return chartOf(context, reading, panels);
}

interface Bar {
  readonly arm: string;
  readonly place: string;
  readonly kind: string;
  readonly order: number;
  readonly starts: number;
  readonly ends: number;
  readonly middle: number;
  readonly hours: string;
  /** Ends of the interval of its length, drawn at the end that moves with it; null if there is none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Every bar with its ends in hours of a day. */
function barsOf(table: Table): readonly Bar[] {
  const rows = recordsOf(table, WEEK_BY_ACTIVITY);
  const last = Math.max(...rows.map(({ order }) => order));
  const reached = new Map<string, number>();
  return rows.map(({ arm, place, kind, order, hours, low, high }) => {
    const key = `${arm}\n${place}`;
    const starts = reached.get(key) ?? 0;
    const ends = starts + hours / 7;
    reached.set(key, ends);
    const at = (length: number) => compact(order === last ? ends - length / 7 : starts + length / 7);
    const isPutIn = low === high;
    return {
      ...{ arm, place, kind, order, starts, ends },
      middle: (starts + ends) / 2,
      hours: hours < LEAST_LABELLED ? '' : String(Math.round(hours)),
      low: isPutIn ? null : at(order === last ? high : low),
      high: isPutIn ? null : at(order === last ? low : high),
    };
  });
}

function armPanel(arm: string, rows: readonly Bar[], places: readonly string[], isLast: boolean): Panel {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const y = { field: 'place', type: 'nominal', sort: places, title: null };
  return {
    title: arm,
    width: WIDTH,
    height: ROW * places.length,
    data: dataOf(rows.map((row) => ({ ...row }))),
    layer: [
      {
        mark: { type: 'bar', height: ROW - 6, stroke: PAPER, strokeWidth: 1 },
        encoding: {
          y,
          x: {
            field: 'starts',
            type: 'quantitative',
            scale: { domain: [0, 24] },
            axis: { values: [0, 6, 12, 18, 24], title: isLast ? 'hours of an average day' : null },
          },
          x2: { field: 'ends' },
          color: {
            field: 'kind',
            type: 'nominal',
            scale: { domain: kinds, range: COLOURS },
            legend: { orient: 'top', title: null, columns: kinds.length, symbolType: 'square' },
          },
        },
      },
      ...[
        { color: PAPER, strokeWidth: 5 },
        { color: INK, strokeWidth: 2 },
      ].map((stroke) => ({
        transform: [{ filter: 'isValid(datum.low) && isValid(datum.high)' }],
        mark: { type: 'rule', ...stroke },
        encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      })),
      {
        mark: { type: 'text', baseline: 'middle' },
        encoding: {
          y,
          x: { field: 'middle', type: 'quantitative' },
          text: { field: 'hours', type: 'nominal' },
          color: {
            condition: { test: `datum.order === 0 || datum.order === 3`, value: PAPER },
            value: INK,
          },
        },
      },
    ],
  };
}

/** The fewest hours that leave room for a number. */
const LEAST_LABELLED = 4;
