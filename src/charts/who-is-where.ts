/**
 * Who is where? People by state, week by week, stacked, one panel per arm.
 */
import { levelParts } from '../tables/estimate.ts';
import { TOTAL, WHO_IS_WHERE } from '../tables/series.ts';
import { recordsOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { beginMarks, dateAxis, dateScale } from './curves.ts';
import { besideInterval, niceCeiling, spreadApart } from './label.ts';
import { swatch } from './marks.ts';
import { INK, PAPER, stateColour } from './theme.ts';

const WIDTH = 560;
const HEIGHT = 170;
const LABEL_GAP = 14;
/** Upright lines that join the two ends of the interval of the total. */
const WHISKERS = 12;

/** Stacked areas on one scale for all arms, in the colours of the levels and states, labelled at their ends. */
export function whoIsWhereChart(table: Table, context: ChartContext): VegaLiteSpec {
  const rows = stackedRows(table);
  const top = niceCeiling(rows.reduce((most, row) => Math.max(most, row.upper, row.high || 0), 0));
  const axis = dateAxis(textsOf(table, 'date'), WIDTH);
  const panels = context.arms
    .map((arm) => ({ arm, own: rows.filter((row) => row.arm === arm) }))
    .filter(({ own }) => own.length > 0)
    .map(({ arm, own }) => armPanel(arm, own, top, axis, context));
  const isBanded = rows.some((row) => Number.isFinite(row.low));
  const band =
    ' Dashed lines: the middle 95 % of runs for the total. Numbers: the last week, mean and middle 95 % of runs.';
  const reading = `Stacked areas: mean over runs.${isBanded ? band : ''}`;
  return chartOf(context, reading, panels);
}

interface StackedRow {
  readonly arm: string;
  readonly date: string;
  readonly state: string;
  readonly lower: number;
  readonly upper: number;
  readonly low: number;
  readonly high: number;
}

/** The rows with the lower and upper edge of their area, in the order of the stack. */
function stackedRows(table: Table): StackedRow[] {
  const edge = new Map<string, number>();
  const sorted = recordsOf(table, WHO_IS_WHERE).toSorted((a, b) => a.order - b.order);
  return sorted.map(({ arm, date, state, people, low, high }) => {
    const key = `${arm}\n${date}`;
    const lower = state === TOTAL ? 0 : (edge.get(key) ?? 0);
    const upper = lower + (people || 0);
    if (state !== TOTAL) edge.set(key, upper);
    return { arm, date, state, lower, upper, low, high };
  });
}

function armPanel(
  arm: string,
  rows: readonly StackedRow[],
  top: number,
  axis: object,
  { levels, begins }: ChartContext,
): Panel {
  const scale = dateScale(rows.map((row) => row.date));
  const x = { field: 'date', type: 'temporal', title: null, axis, scale };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { domain: [0, top], nice: false },
    axis: { format: ',~r', tickCount: 5 },
  });
  const states = [...new Set(rows.map((row) => row.state))].filter((state) => state !== TOTAL);
  const areas = states.map((state) => ({
    data: dataOf(
      rows
        .filter((row) => row.state === state)
        .map(({ date, lower, upper }) => ({ date, lower: compact(lower), upper: compact(upper) })),
      ['date'],
    ),
    mark: { type: 'area', color: stateColour(state, levels), fillOpacity: 1, line: { color: PAPER, strokeWidth: 0.7 } },
    encoding: { x, y: y('upper'), y2: { field: 'lower' } },
  }));
  const totals = rows.filter((row) => row.state === TOTAL && Number.isFinite(row.low) && Number.isFinite(row.high));
  const step = Math.max(1, Math.round(totals.length / WHISKERS));
  const band = {
    data: dataOf(
      totals.map((row, at) => ({
        ...{ date: row.date, low: compact(row.low), high: compact(row.high) },
        tied: at % step === Math.floor(step / 2),
      })),
      ['date'],
    ),
    layer: [
      ...['low', 'high'].map((end) => ({
        mark: { type: 'line', color: INK, strokeWidth: 0.8, strokeDash: [4, 3] },
        encoding: { x, y: y(end) },
      })),
      {
        transform: [{ filter: 'datum.tied' }],
        mark: { type: 'rule', color: INK, strokeWidth: 0.8 },
        encoding: { x, y: y('low'), y2: { field: 'high' } },
      },
    ],
  };
  return {
    title: arm,
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...areas,
      ...(totals.length === 0 ? [] : [band]),
      ...beginMarks(begins, x, HEIGHT),
      ...stateLabels(rows, states, top, levels, y),
    ],
  };
}

function stateLabels(
  rows: readonly StackedRow[],
  states: readonly string[],
  top: number,
  levels: readonly string[],
  y: (field: string) => Readonly<Record<string, unknown>>,
): object[] {
  const ends = states.map((state) => rows.findLast((row) => row.state === state)!);
  const wanted = ends.map((row) => ((row.lower + row.upper) / 2 / top) * HEIGHT);
  const shown = spreadApart(wanted, LABEL_GAP, 4, HEIGHT);
  return states.map((state, i) => ({
    data: dataOf([{ state: stateLabel(ends[i]), shown: compact((shown[i] / HEIGHT) * top) }]),
    layer: swatch(stateColour(state, levels), WIDTH + 14, y('shown'), 'state', 0.4),
  }));
}

/** A state with its people in the last week: the mean, and the middle 95 % of runs. */
function stateLabel({ state, lower, upper, low, high }: StackedRow): string {
  return `${state}: ${besideInterval(levelParts(upper - lower, { low, high }))}`;
}
