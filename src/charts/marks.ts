/**
 * Marks: the building blocks of most charts: panels by the texts of a column, axes, the rule at zero, the rule of an
 * interval, the dot of an estimate, and words beside a row.
 */
import { groupBy, type Table } from '../tables/table.ts';
import { dataOf, type Panel } from './chart.ts';
import { INK } from './theme.ts';

/** A Vega-Lite channel, to be completed with a field. */
type Channel = Readonly<Record<string, unknown>>;

/** One panel per text of a column, in the order of the table. */
export function panelsBy(table: Table, column: string, panel: (own: Table, text: string) => Panel): readonly Panel[] {
  return [...groupBy(table, column)].map(([text, own]) => panel(own, text));
}

/** The axis of differences: signed numbers, and a zero without a sign. */
export const DIFFERENCE_AXIS = {
  format: '+,~r',
  tickCount: 6,
  grid: true,
  labelExpr: "datum.value === 0 ? '0' : datum.label",
} as const;

/** A channel of amounts without a title. */
export function amounts(axis: object, scale?: object): Channel {
  return { type: 'quantitative', title: null, axis, ...(scale === undefined ? {} : { scale }) };
}

/** The upright channel of a panel with one row per name, in this order; null for that of the data. */
export function namedRows(field: string, order: readonly string[] | null, axis: object = {}): Channel {
  return { field, type: 'nominal', title: null, sort: order, axis: { grid: false, labelColor: INK, ...axis } };
}

/** A rule at zero, upright unless its channel is y. */
export function zeroRule(axis: Channel, channel: 'x' | 'y' = 'x'): object {
  return {
    data: dataOf([{ zero: 0 }]),
    mark: { type: 'rule', color: INK },
    encoding: { [channel]: { field: 'zero', ...axis } },
  };
}

/** The stroke of a 95 % interval behind its estimate. */
export function intervalStroke(color: string): Channel {
  return { color, strokeWidth: 3, strokeOpacity: 0.55 };
}

/** A horizontal rule between the two ends of an interval. */
export function intervalRule(x: Channel, y: Channel, stroke: Channel, from = 'low', to = 'high'): object {
  return { mark: { type: 'rule', ...stroke }, encoding: { x: { field: from, ...x }, x2: { field: to }, y } };
}

/** A dot at the estimate. */
export function estimateDot(field: string, x: Channel, y: Channel, look: Channel): object {
  return { mark: { type: 'point', filled: true, opacity: 1, ...look }, encoding: { x: { field, ...x }, y } };
}

/** Words to the right of each row of a panel of this width. */
export function endLabel(width: number, y: Channel, { field = 'label', gap = 14, ...look }: EndLabelLook = {}): object {
  return {
    mark: { type: 'text', align: 'left', baseline: 'middle', color: INK, ...look },
    encoding: { x: { value: width + gap }, y, text: { field, type: 'nominal' } },
  };
}

interface EndLabelLook {
  /** The field with the words. */
  readonly field?: string;
  /** Pixels between the panel and the words. */
  readonly gap?: number;
  readonly fontWeight?: string;
}

/** A square in a colour and the text in `field` to its right, at `left` pixels from the left. */
export function swatch(color: string, left: number, y: Channel, field: string, strokeWidth: number): readonly object[] {
  return [
    {
      mark: { type: 'point', shape: 'square', filled: true, opacity: 1, size: 90, color, stroke: INK, strokeWidth },
      encoding: { x: { value: left }, y },
    },
    {
      mark: { type: 'text', align: 'left', baseline: 'middle' },
      encoding: { x: { value: left + 11 }, y, text: { field, type: 'nominal' } },
    },
  ];
}
