/**
 * What happens inside? A day and a week by what time is spent on: outside, on remand and at every level, one panel an arm.
 */
import { OUTSIDE } from '../tables/series.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { INK, PAPER } from './theme.ts';

const WIDTH = 600;
const ROW = 26;

/** From night to locked doors; neighbours differ in lightness too, so that the bars survive greyscale. */
const COLOURS = ['#26323D', '#8FA9B8', '#C9CFC4', '#3E7CA6', '#B9D8D3', '#B8792B'];

/** Bars of 24 hours, an average day, with the hours of a week written in them. */
export function weekChart(table: Table, context: ChartContext): VegaLiteSpec {
  const rows = barsOf(table);
  const places = [OUTSIDE, 'remand', ...context.levels];
  const shown = context.arms.filter((arm) => rows.some((row) => row.arm === arm));
  const panels = shown.map((arm, index) =>
    armPanel(
      arm,
      rows.filter((row) => row.arm === arm),
      places,
      index === 0,
      index === shown.length - 1,
    ),
  );
  const reading = 'Bars: 24 hours of an average day. Numbers: hours a week. Intervals are in the table.';
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
}

/** Every bar with its ends in hours of a day. */
function barsOf(table: Table): readonly Bar[] {
  const [arms, places, kinds] = [textsOf(table, 'arm'), textsOf(table, 'place'), textsOf(table, 'kind')];
  const [orders, hours] = [numbersOf(table, 'order'), numbersOf(table, 'hours')];
  const reached = new Map<string, number>();
  return arms.map((arm, row) => {
    const key = `${arm}\n${places[row]}`;
    const starts = reached.get(key) ?? 0;
    const ends = starts + hours[row]! / 7;
    reached.set(key, ends);
    const text = hours[row]! < LEAST_LABELLED ? '' : String(Math.round(hours[row]!));
    return {
      arm,
      place: places[row]!,
      kind: kinds[row]!,
      order: orders[row]!,
      starts,
      ends,
      middle: (starts + ends) / 2,
      hours: text,
    };
  });
}

function armPanel(
  arm: string,
  rows: readonly Bar[],
  places: readonly string[],
  isFirst: boolean,
  isLast: boolean,
): Panel {
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
            legend: isFirst ? { orient: 'top', title: null, columns: kinds.length, symbolType: 'square' } : null,
          },
        },
      },
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

/** Fewer hours have no room for a number. */
const LEAST_LABELLED = 4;
