/**
 * Value: one number, a row or a table of numbers, as written and as mechanisms read it.
 *
 * A value that varies by dimensions is written as a map of their members, outer dimension outside; a scalar instead of a
 * map means the same everywhere. Inside, cells have one flat order: the outer dimension first, as the rows of a table.
 */
import { describe, type Located, type Problems } from './document.ts';
import { suggestion } from './nearest.ts';
import type { Parameter, Value } from './parameter.ts';
import { numberRemedy } from './shape.ts';

/** The members of each dimension, in order. */
export type Dimensions = Readonly<Record<string, readonly string[]>>;

/** A value in one cell. */
export type Cell = number | string | boolean;

/** The members of the dimensions that `parameter` varies by, outer first. */
export function membersOf(parameter: Parameter, dimensions: Dimensions): readonly (readonly string[])[] {
  return parameter.by.map((dimension) => (Object.hasOwn(dimensions, dimension) ? dimensions[dimension] : []));
}

/** What it takes to read a value: its declaration, the members of each dimension, and where complaints go. */
export interface Reading {
  readonly parameter: Parameter;
  readonly dimensions: Dimensions;
  readonly problems: Problems;
}

/** The value that `node` holds, or undefined after adding to the problems. `name` is its path, for messages. */
export function readValue(node: Located, name: string, reading: Reading): Value | undefined {
  const before = reading.problems.length;
  const cells = readCells(node, name, reading, (inner, at) => readCell(inner, at, reading));
  if (reading.problems.length > before) return undefined;
  return tableOf(cells as Cell[], membersOf(reading.parameter, reading.dimensions));
}

/** Every cell that `node` writes, in flat order; `readOne` reads what is not a map of members. */
export function readCells<One>(
  node: Located,
  name: string,
  { parameter, dimensions, problems }: Reading,
  readOne: (node: Located, name: string) => One | undefined,
): (One | undefined)[] {
  const members = membersOf(parameter, dimensions);
  return at(node, name, 0);

  function at(here: Located, path: string, depth: number): (One | undefined)[] {
    if (depth === members.length) return [readOne(here, path)];
    const size = members.slice(depth).reduce((product, some) => product * some.length, 1);
    if (here.kind !== 'map') return new Array(size).fill(readOne(here, path));
    complainOfMembers(here.entries, here.place, path, depth);
    return members[depth].flatMap((member) => {
      const entry = here.entries.get(member);
      return entry ? at(entry.node, `${path}.${member}`, depth + 1) : [];
    });
  }

  function complainOfMembers(
    entries: ReadonlyMap<string, { place: string }>,
    place: string,
    path: string,
    depth: number,
  ): void {
    const dimension = parameter.by[depth];
    for (const [key, entry] of entries) {
      if (members[depth].includes(key)) continue;
      const remedy = suggestion(key, members[depth]);
      problems.push({ place: entry.place, problem: `${path}: there is no ${dimension} "${key}"`, remedy });
    }
    const missing = members[depth].filter((member) => !entries.has(member));
    if (missing.length > 0) {
      const reason = `every ${dimension} needs a value; a single value means the same everywhere`;
      problems.push({ place, problem: `${path}: ${missing.join(', ')} missing`, reason });
    }
  }
}

/** One cell: of the right kind, within bounds, whole if it must be. Undefined after adding to the problems. */
export function readCell(node: Located, name: string, { parameter, problems }: Reading): Cell | undefined {
  const { place } = node;
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (parameter.kind === 'choice') {
    if (typeof value === 'string' && parameter.choices.includes(value)) return value;
    const remedy = suggestion(String(value), parameter.choices);
    problems.push({ place, problem: `${name}: no such choice, got ${describe(node)}`, remedy });
    return undefined;
  }
  if (parameter.kind === 'yes-no') {
    if (value === 'yes' || value === true) return true;
    if (value === 'no' || value === false) return false;
    problems.push({ place, problem: `${name}: expected yes or no, got ${describe(node)}` });
    return undefined;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const remedy = numberRemedy(node);
    const problem = `${name}: expected a number, got ${describe(node)}`;
    problems.push({ place, problem, reason: meaningOf(parameter), ...(remedy === undefined ? {} : { remedy }) });
    return undefined;
  }
  const complaint = numberComplaint(value, parameter);
  if (complaint === undefined) return value + 0;
  problems.push({ place, problem: `${name}: ${complaint}`, reason: meaningOf(parameter) });
  return undefined;
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

/** Flat cells as mechanisms read them. */
export function tableOf(cells: readonly Cell[], members: readonly (readonly string[])[]): Value {
  if (members.length === 0) return cells[0];
  const numbers = Float64Array.from(cells as readonly number[]);
  if (members.length === 1) return numbers;
  const width = members[1].length;
  return members[0].map((_, row) => numbers.slice(row * width, (row + 1) * width));
}

/** The cells of a value in flat order. */
export function cellsOf(value: Value): readonly Cell[] {
  if (typeof value !== 'object') return [value];
  return value instanceof Float64Array ? [...value] : value.flatMap((row) => [...row]);
}

/** The same value with every number passed through `change`, which is told the flat place of its cell. */
export function mapNumbers(value: Value, change: (number: number, cell: number) => number): Value {
  if (typeof value === 'number') return change(value, 0);
  if (value instanceof Float64Array) return value.map(change);
  if (typeof value !== 'object') return value;
  return value.map((row, index) => row.map((number, column) => change(number, index * row.length + column)));
}
