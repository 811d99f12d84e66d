/**
 * Swept: the input that both charts of a sweep share: the rows of each measure, and the labels of an axis.
 */
import { SWEEP } from '../tables/sweep.ts';
import { groupBy, type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { differenceUnit, numberLabel, withUnit } from './label.ts';

/** A lever at an axis: its path, its unit, and the number in force, if there is one. */
export interface SweptAxis {
  readonly path: string;
  readonly unit: string;
  readonly inForce: number | undefined;
}

/** A row of the table `sweep`. */
export type SweptRow = RowOf<typeof SWEEP>;

/** The rows of each measure, in the order of the table. */
export function rowsByMeasure(table: Table): readonly (readonly SweptRow[])[] {
  return [...groupBy(table, 'measure').values()].map((own) => recordsOf(own, SWEEP));
}

/** The head of a panel: the measure, its present value, and its better side. */
export function headOf({ label, unit, better, baseline, baseline_settling: growing }: SweptRow): {
  readonly text: string;
  readonly subtitle: string;
} {
  const side = better === 'neither' ? 'neither side is better in itself' : `${better} is better`;
  const points = differenceUnit(unit);
  return {
    text: withUnit(label, points),
    subtitle:
      growing === '' ? `as it is ${numberLabel(baseline)}${unit === 'percent' ? '\u2009%' : ''}; ${side}` : growing,
  };
}

/** Whether an interval holds zero, so that the sign of the difference is unknown; true also without an interval. */
export function holdsZero({ low, high }: Pick<SweptRow, 'low' | 'high'>): boolean {
  return !(low > 0 || high < 0);
}

/** A value as an axis shows it, from how it is typed: `x0.8` as `× 0.8`, a minus as a minus. */
export function valueLabel(text: string): string {
  return text
    .replace(/^x(?=[-\d.])/, '× ')
    .replace(/^\+-/, '-')
    .replace(/-(?=[\d.])/g, '\u2212');
}

/** The name of an axis and the meaning of its values. */
export function axisTitle({ path, unit }: SweptAxis, values: readonly string[]): string {
  const signs = new Set(values.map(signOf));
  if (signs.size > 1 || signs.has('word')) return path;
  if (signs.has('x')) return `${path}, times the value in force`;
  return signs.has('+') ? `${path}, ${unit} added` : `${path}, ${unit}`;
}

/** The values as numbers on one scale; undefined if they are words or of several kinds. */
export function numbersAt(values: readonly string[]): readonly number[] | undefined {
  const signs = new Set(values.map(signOf));
  return signs.size === 1 && !signs.has('word') ? values.map((text) => Number(text.replace(/^[x+]/, ''))) : undefined;
}

/** The point on such a scale at which nothing changes. */
export function unchangedAt({ inForce }: SweptAxis, values: readonly string[]): number | undefined {
  const sign = signOf(values[0]);
  if (sign === '') return inForce;
  return sign === 'x' ? 1 : sign === '+' ? 0 : undefined;
}

function signOf(text: string): 'x' | '+' | '' | 'word' {
  if (!/^[x+]?-?[\d.]+(e[+-]?\d+)?$/.test(text)) return 'word';
  return text.startsWith('x') ? 'x' : text.startsWith('+') ? '+' : '';
}
