/**
 * Two lives of one person: the person's place day by day in two arms, one line above the other, and the day on which they part.
 *
 * One simulated pair is an example and no estimate; the reading aid says so. The more closed the state, the taller the bar,
 * so that the lines survive greyscale.
 */
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { LIFE_LINES } from '../tables/twins.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { swatch } from './marks.ts';
import { textWidth } from './text-width.ts';
import { INK, PAPER, SECONDARY_INK, stateColour } from './theme.ts';

/** The person, and how the pair was chosen. */
export interface LifeContext extends ChartContext {
  /** Year of birth as a number, for ages on the axis. */
  readonly born: number;
  /** Pairs of which this is one: `one of 67 074 pairs that part`. */
  readonly example: string;
}

const WIDTH = 600;
const HEIGHT = 170;
/** The middle of the line of each arm, and half the heights of its bars. */
const LINES = [1, 0] as const;
const HALF = { closed: 0.24, monitored: 0.16, conditional: 0.11, free: 0.06 } as const;
const LEGEND = 15;

/** Both lines, the first above the second. */
export function lifeLinesChart(table: Table, context: LifeContext): VegaLiteSpec {
  const reading = `One pair, an example and not a finding: ${context.example}. Tall bars: in custody; triangles: charges.`;
  return chartOf(context, reading, [panelOf(recordsOf(table, LIFE_LINES), context)]);
}

type LifeRow = RowOf<typeof LIFE_LINES>;

function panelOf(rows: readonly LifeRow[], { arms, levels, born }: LifeContext): Panel {
  const states = rows.filter(({ kind }) => kind === 'state');
  const begin = Math.min(...states.map(({ begins }) => begins));
  const end = Math.max(...states.map(({ ends }) => ends));
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { domain: [begin, end], nice: false, zero: false },
    axis: {
      format: 'd',
      tickMinStep: 1,
      tickCount: 10,
      labelExpr: `[datum.label, 'age ' + floor(datum.value - ${born.toFixed(3)})]`,
    },
  });
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { domain: [-0.5, 2], nice: false },
    axis: null,
  });
  const lineOf = (arm: string) => LINES[arms.indexOf(arm)];
  const bars = states.map(({ arm, what, begins, ends }) => ({
    what,
    begins: compact(begins),
    ends: compact(ends),
    low: lineOf(arm) - halfOf(what, levels),
    high: lineOf(arm) + halfOf(what, levels),
    colour: colourOf(what, levels),
  }));
  const charges = rows.filter(({ kind }) => kind === 'charge');
  const partings = rows.filter(({ kind }) => kind === 'parting');
  return {
    width: WIDTH,
    height: HEIGHT,
    layer: [
      {
        data: dataOf(bars),
        mark: { type: 'rect', stroke: SECONDARY_INK, strokeWidth: 0.4 },
        encoding: {
          x: x('begins'),
          x2: { field: 'ends' },
          y: y('low'),
          y2: { field: 'high' },
          fill: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        data: dataOf(charges.map(({ arm, begins }) => ({ begins: compact(begins), at: lineOf(arm) + 0.33 }))),
        mark: { type: 'point', shape: 'triangle-down', filled: true, opacity: 1, size: 42, color: INK },
        encoding: { x: x('begins'), y: y('at') },
      },
      ...partings.flatMap((parting) => partingMarks(parting, begin, end, x, y)),
      ...armNames(arms, y),
      ...legend(states, levels),
    ],
  };
}

/** The name of each arm above its line, on paper of its own so that no line strikes it out. */
function armNames(arms: readonly string[], y: (field: string) => object): object[] {
  return arms.slice(0, 2).flatMap((arm, at) => {
    const data = dataOf([{ arm, low: LINES[at] + 0.4, at: LINES[at] + 0.5, high: LINES[at] + 0.6 }]);
    return [
      {
        data,
        mark: { type: 'rect', color: PAPER },
        encoding: {
          x: { value: 0 },
          x2: { value: textWidth(arm, 11, true) + 4 },
          y: y('low'),
          y2: { field: 'high' },
        },
      },
      {
        data,
        mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: 'bold' },
        encoding: { x: { value: 0 }, y: y('at'), text: { field: 'arm', type: 'nominal' } },
      },
    ];
  });
}

function partingMarks(
  { what, begins }: LifeRow,
  begin: number,
  end: number,
  x: (field: string) => object,
  y: (field: string) => object,
): object[] {
  const isLate = begins - begin > (end - begin) / 2;
  const data = dataOf([{ what, begins: compact(begins), low: -0.4, high: 1.78 }]);
  return [
    {
      data,
      mark: { type: 'rule', color: INK, strokeWidth: 1.2, strokeDash: [4, 3] },
      encoding: { x: x('begins'), y: y('low'), y2: { field: 'high' } },
    },
    {
      data,
      mark: { type: 'text', align: isLate ? 'right' : 'left', baseline: 'bottom', dy: -3 },
      encoding: { x: x('begins'), y: y('high'), text: { field: 'what', type: 'nominal' } },
    },
  ];
}

/** The states that occur, from closed to free, to the right of the lines. */
function legend(states: readonly LifeRow[], levels: readonly string[]): object[] {
  const met = [...new Set(states.map(({ what }) => what))].sort((a, b) => orderOf(a, levels) - orderOf(b, levels));
  return met.map((what, place) => ({
    data: dataOf([{ what }]),
    layer: swatch(colourOf(what, levels), WIDTH + 18, { value: 12 + LEGEND * place }, 'what', 0.5),
  }));
}

const ORDER = ['remand', 'treatment', 'electronic monitoring', 'absent', 'waiting for a place', 'conditional release'];

function orderOf(state: string, levels: readonly string[]): number {
  const level = levels.indexOf(state);
  if (level !== -1) return 1 + level;
  if (state === 'remand') return 0;
  const place = ORDER.indexOf(state);
  return levels.length + 1 + (place === -1 ? ORDER.length : place);
}

function halfOf(state: string, levels: readonly string[]): number {
  if (levels.includes(state) || state === 'remand' || state === 'treatment') return HALF.closed;
  if (state === 'electronic monitoring') return HALF.monitored;
  return state === 'conditional release' ? HALF.conditional : HALF.free;
}

function colourOf(state: string, levels: readonly string[]): string {
  return state === 'liberty' ? PAPER : stateColour(state, levels);
}
