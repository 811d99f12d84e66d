/**
 * Value: a number, a row or a table of numbers, as mechanisms read it.
 *
 * A value varies by zero, one or two dimensions. Its cells have one flat order, row by row: the outer dimension changes slowest.
 */
import { byPlace, parseCondition, writeCondition } from './condition.ts';
import type { Parameter, ParameterValue } from './parameter.ts';

/** The members of each dimension, in order. */
export type Dimensions = Readonly<Record<string, readonly string[]>>;

/** A value in one cell. */
export type Scalar = number | string | boolean;

/** The members of the dimensions that `parameter` varies by, outer first. */
export function membersOf(parameter: Parameter, dimensions: Dimensions): readonly (readonly string[])[] {
  return parameter.by.map((dimension) => (Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : []));
}

/** Why `value` cannot be a value of `parameter`, or undefined when it can. */
export function numberComplaint(value: number, parameter: Parameter): string | undefined {
  const [low, high] = parameter.bounds;
  if (value < low || value > high) return `must be ${boundsInWords(parameter)}, got ${value}`;
  if (parameter.whole && !Number.isInteger(value)) return `must be a whole number, got ${value}`;
  return undefined;
}

/** `from 7 to 3650`, `0 or more`, `at most 1`, `any number`. */
export function boundsInWords({ bounds: [low, high] }: Parameter): string {
  if (low === -Infinity && high === Infinity) return 'any number';
  if (high === Infinity) return `${low} or more`;
  return low === -Infinity ? `at most ${high}` : `from ${low} to ${high}`;
}

/** Unit and meaning, for messages. */
export function meaningOf(parameter: Parameter): string {
  return `${parameter.unit}: ${parameter.meaning}`;
}

/** The cells of a value in flat order. */
export function cellsOf(value: ParameterValue): readonly Scalar[] {
  if (typeof value !== 'object') return [value];
  if (isTexts(value)) return value;
  return value instanceof Float64Array ? [...value] : value.flatMap((row) => [...row]);
}

/** The same value with every number replaced by `change`, which also receives the flat index of the cell. */
export function mapNumbers(value: ParameterValue, change: (number: number, cell: number) => number): ParameterValue {
  if (typeof value === 'number') return change(value, 0);
  if (value instanceof Float64Array) return value.map(change);
  if (typeof value !== 'object' || isTexts(value)) return value;
  return value.map((row, index) => row.map((number, column) => change(number, index * row.length + column)));
}

/** Whether a value is a row of texts: words or conditions. */
export function isTexts(value: ParameterValue): value is readonly string[] {
  return Array.isArray(value) && typeof value[0] === 'string';
}

/** Conditions as mechanisms read them, with members named by position; any other value unchanged. */
export function withPlaces(value: ParameterValue, { names }: Parameter, dimensions: Dimensions): ParameterValue {
  if (names === undefined || !isTexts(value)) return value;
  return value.map((text) => {
    const condition = parseCondition(text, names, dimensions);
    if ('complaint' in condition) throw new Error(`"${text}" was never checked: ${condition.complaint.problem}`);
    return writeCondition(byPlace(condition, dimensions));
  });
}

/** The complaint about a table with a wrong sum; undefined if all sums are right. */
export function sumComplaint(
  value: ParameterValue,
  parameter: Parameter,
  members: readonly (readonly string[])[],
): string | undefined {
  const expected = parameter.addsUpTo;
  if (expected === undefined || typeof value !== 'object' || isTexts(value)) return undefined;
  const rows = value instanceof Float64Array ? [value] : value;
  for (const [index, row] of rows.entries()) {
    const sum = row.reduce((total, cell) => total + cell, 0);
    if (Math.abs(sum - expected) <= SUM_TOLERANCE) continue;
    const which = rows.length > 1 ? `${members[0][index]} ` : '';
    return `${which}adds up to ${Number(sum.toPrecision(6))}, not to ${expected}`;
  }
  return undefined;
}

/** The table with its rows scaled to their required sum, after its cells were drawn one by one. */
export function withSums(value: ParameterValue, { addsUpTo }: Parameter): ParameterValue {
  if (addsUpTo === undefined || typeof value !== 'object' || isTexts(value)) return value;
  const scaled = (row: Float64Array) => {
    const sum = row.reduce((total, cell) => total + cell, 0);
    return sum > 0 ? row.map((cell) => (cell / sum) * addsUpTo) : row;
  };
  return value instanceof Float64Array ? scaled(value) : value.map(scaled);
}

const SUM_TOLERANCE = 1e-6;
