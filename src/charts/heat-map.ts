/**
 * What do two levers do together? A grid of their values per measure: each cell shows the difference from the scenario itself,
 * with its uncertainty.
 *
 * Colour shows sign and size; the number repeats both for readers and printers without colour. A cell whose interval holds
 * zero is pale and has a ring. A small grid gives the interval in words, a large one as a bar.
 */
import { differenceParts } from '../tables/estimate.ts';
import type { Table } from '../tables/table.ts';
import { type ChartContext, chartOf, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { axisTitle, headOf, holdsZero, rowsByMeasure, type SweptAxis, type SweptRow, valueLabel } from './swept.ts';
import { textWidth } from './text-width.ts';
import { divergingColour, INK, PAPER, SECONDARY_INK } from './theme.ts';

/** The most cells that leave room for intervals in words. */
const MOST_IN_WORDS = 49;
const WIDTH = 740;
/** Font sizes of the difference, with and without an interval below it, and of the interval. */
const SIZE = { difference: 11, alone: 9, below: 9 } as const;

/** One panel per measure in the order of the table. The lever with more values goes up, the other across. */
export function heatMapChart(table: Table, context: ChartContext, axes: readonly SweptAxis[]): VegaLiteSpec {
  const measures = rowsByMeasure(table);
  const [first, second] = [valuesOf(measures[0], 'value'), valuesOf(measures[0], 'other_value')];
  const isTurned = second.length <= first.length;
  const grid: Grid = isTurned
    ? {
        across: second,
        up: first,
        acrossTitle: axisTitle(axes[1], second),
        upTitle: axisTitle(axes[0], first),
        isTurned,
      }
    : {
        across: first,
        up: second,
        acrossTitle: axisTitle(axes[0], first),
        upTitle: axisTitle(axes[1], second),
        isTurned,
      };
  const isInWords = first.length * second.length <= MOST_IN_WORDS;
  const cells = measures.map((rows) => cellsOf(rows, grid, isInWords));
  const labels = Math.max(...grid.up.map((text) => textWidth(valueLabel(text), 11)));
  const width = Math.max(grid.across.length * widest(cells.flat()), textWidth(grid.acrossTitle, 11));
  const panels = measures.map((rows, at) => panelOf(rows[0], cells[at], grid, width));
  const isInGrid = measures[0].some((row) => row.in_force);
  const uncertainty = isInWords
    ? 'below it its 95 % interval'
    : 'the bar is half the width of its 95 % interval, as long as a cell where that equals the largest difference';
  const reading =
    `Cell: difference; ${uncertainty}. Blue is lower, orange higher; pale with a ring: the interval holds zero. ` +
    `${isInGrid ? 'Outlined: no change' : 'No point is the scenario itself'}. Each panel has its own scale.`;
  const columns = 2 * (width + labels + 60) <= WIDTH + 60 ? 2 : 1;
  return chartOf(context, reading, panels, { columns, spacing: 24 });
}

interface Grid {
  readonly across: readonly string[];
  readonly up: readonly string[];
  readonly acrossTitle: string;
  readonly upTitle: string;
  /** Whether the first lever goes up. */
  readonly isTurned: boolean;
}

type Cell = ReturnType<typeof cellsOf>[number];

/** Cells in units of cells, counted from the lower left. */
function cellsOf(rows: readonly SweptRow[], { across, up, isTurned }: Grid, isInWords: boolean) {
  const largest = Math.max(...rows.map(({ difference }) => Math.abs(difference)).filter(Number.isFinite), 0);
  const partOf = (x: number) => (largest > 0 && !Number.isNaN(x) ? Math.max(-1, Math.min(1, x / largest)) : 0);
  return rows.map((row) => {
    const [left, bottom] = isTurned
      ? [across.indexOf(row.other_value), up.indexOf(row.value)]
      : [across.indexOf(row.value), up.indexOf(row.other_value)];
    const { difference, low, high, in_force: isInForce } = row;
    const isOpen = holdsZero(row) && !isInForce && !Number.isNaN(difference);
    const { value: label, interval } = differenceParts(difference, { low, high });
    return {
      left,
      right: left + 1,
      bottom,
      top: bottom + 1,
      middle: left + 0.5,
      ring: left + 0.9,
      ringHeight: bottom + 0.82,
      barFrom: left + 0.08,
      barTo: left + 0.08 + 0.84 * partOf((high - low) / 2),
      fill: divergingColour(partOf(difference) * (isOpen ? PALE : 1)),
      label: isInForce ? '0' : label,
      below: !isInWords ? '' : isInForce ? 'as it is' : !Number.isNaN(low) ? interval : '',
      isOpen,
      isInForce,
      hasBar: !isInWords && !isInForce,
    };
  });
}

const PALE = 0.35;

function widest(cells: readonly Cell[]): number {
  const size = cells.some(({ hasBar }) => hasBar) ? SIZE.alone : SIZE.difference;
  const texts = cells.map(({ label, below }) =>
    Math.max(textWidth(label, size) + 20, textWidth(below, SIZE.below) + 12),
  );
  return Math.max(36, ...texts);
}

function panelOf(row: SweptRow, cells: readonly Cell[], grid: Grid, width: number): Panel {
  const isInWords = cells.length <= MOST_IN_WORDS;
  const size = isInWords ? SIZE.difference : SIZE.alone;
  const axis = (values: readonly string[], title: string) => ({
    title,
    values: values.map((_, at) => at + 0.5),
    grid: false,
    domain: false,
    ticks: false,
    labelColor: INK,
    labelExpr: `${JSON.stringify(values.map(valueLabel))}[floor(datum.value)]`,
  });
  const scale = (values: readonly string[]) => ({ domain: [0, values.length], nice: false });
  const x = { type: 'quantitative', scale: scale(grid.across), axis: axis(grid.across, grid.acrossTitle) };
  const above = {
    titleAngle: 0,
    titleAlign: 'left',
    titleAnchor: 'end',
    titleBaseline: 'bottom',
    titleX: 0,
    titleY: -7,
  };
  const y = { type: 'quantitative', scale: scale(grid.up), axis: { ...axis(grid.up, grid.upTitle), ...above } };
  const box = {
    x: { field: 'left', ...x },
    x2: { field: 'right' },
    y: { field: 'bottom', ...y },
    y2: { field: 'top' },
  };
  const text = (field: string, size: number, dy: number, color: string) => ({
    transform: [{ filter: `datum.${field} !== ''` }],
    mark: { type: 'text', align: 'center', baseline: 'middle', fontSize: size, dy, color },
    encoding: {
      x: { field: 'middle', ...x },
      y: { field: 'bottom', ...y },
      text: { field, type: 'nominal' },
    },
  });
  const height = isInWords ? 38 : 24;
  return {
    title: { ...headOf(row), offset: 8 },
    width,
    height: grid.up.length * height,
    data: dataOf(cells),
    layer: [
      {
        mark: { type: 'rect', stroke: PAPER, strokeWidth: 1.5 },
        encoding: { ...box, color: { field: 'fill', type: 'nominal', scale: null } },
      },
      {
        transform: [{ filter: 'datum.isOpen' }],
        mark: {
          type: 'point',
          filled: false,
          size: isInWords ? 26 : 16,
          strokeWidth: 1.2,
          color: SECONDARY_INK,
          opacity: 1,
        },
        encoding: { x: { field: 'ring', ...x }, y: { field: 'ringHeight', ...y } },
      },
      text('label', size, -height * (isInWords ? 0.62 : 0.58), INK),
      ...(isInWords ? [text('below', SIZE.below, -height * 0.25, INK)] : []),
      {
        transform: [{ filter: 'datum.hasBar' }],
        mark: { type: 'rule', color: INK, strokeWidth: 2, yOffset: -4 },
        encoding: { x: { field: 'barFrom', ...x }, x2: { field: 'barTo' }, y: { field: 'bottom', ...y } },
      },
      {
        transform: [{ filter: 'datum.isInForce' }],
        mark: { type: 'rect', fill: null, stroke: INK, strokeWidth: 1.8 },
        encoding: box,
      },
    ],
  };
}

function valuesOf(rows: readonly SweptRow[], name: 'value' | 'other_value'): readonly string[] {
  return [...new Set(rows.map((row) => row[name]))];
}
