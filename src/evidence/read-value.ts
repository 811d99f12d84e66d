/**
 * Read value: turns a written value into the cells of a table.
 *
 * A value that varies by dimensions is written as nested maps of their members, outer dimension outside; a scalar in place of a
 * map means the same value for every member.
 */
import { parseCondition } from './condition.ts';
import { describe, type Located, type Problems } from './document.ts';
import { numberRemedy, suggestion } from './nearest.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import { type Dimensions, meaningOf, membersOf, numberComplaint, type Scalar, sumComplaint } from './value.ts';

/** The context for reading a value: its declaration, the members of each dimension, and the list of complaints. */
export interface ValueContext {
  readonly parameter: Parameter;
  readonly dimensions: Dimensions;
  readonly problems: Problems;
}

/** The value in `node`; undefined if a cell is invalid. `name` is its path, for messages. */
export function readValue(node: Located, name: string, reading: ValueContext): ParameterValue | undefined {
  const before = reading.problems.length;
  const cells = readCells(node, name, reading, (inner, at) => readCell(inner, at, reading));
  if (reading.problems.length > before) return undefined;
  const members = membersOf(reading.parameter, reading.dimensions);
  const value = parameterTableOf(cells as Scalar[], members);
  const complaint = sumComplaint(value, reading.parameter, members);
  if (complaint !== undefined) reading.problems.push({ place: node.place, problem: `${name}: ${complaint}` });
  return value;
}

/** Every cell in `node`, in flat order; `readOne` reads a node that is not a map of members. */
export function readCells<One>(
  node: Located,
  name: string,
  { parameter, dimensions, problems }: ValueContext,
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
      const reason = `every ${dimension} needs a value; a single value in place of the map holds for all`;
      problems.push({ place, problem: `${path}: ${missing.join(', ')} missing`, reason });
    }
  }
}

/** One cell, checked for kind, bounds and wholeness. Adds to the problems and returns undefined if it is invalid. */
export function readCell(node: Located, name: string, reading: ValueContext): Scalar | undefined {
  const { parameter, problems } = reading;
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
  if (parameter.kind === 'condition') return readCondition(node, name, reading);
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

/** Flat cells as mechanisms read them. */
function parameterTableOf(cells: readonly Scalar[], members: readonly (readonly string[])[]): ParameterValue {
  if (members.length === 0) return cells[0];
  if (typeof cells[0] === 'string') return Object.freeze([...cells]) as readonly string[];
  const numbers = Float64Array.from(cells as readonly number[]);
  if (members.length === 1) return numbers;
  const width = members[1].length;
  return members[0].map((_, row) => numbers.slice(row * width, (row + 1) * width));
}

function readCondition(
  node: Located,
  name: string,
  { parameter, dimensions, problems }: ValueContext,
): string | undefined {
  const { place } = node;
  const text = node.kind === 'scalar' ? node.value : undefined;
  if (typeof text !== 'string') {
    const remedy = 'write a condition such as "days_left >= 90", or everybody, or nobody';
    problems.push({ place, problem: `${name}: expected a condition, got ${describe(node)}`, remedy });
    return undefined;
  }
  const condition = parseCondition(text, parameter.names!, dimensions);
  if (!('complaint' in condition)) return text;
  const { at, problem, remedy } = condition.complaint;
  problems.push({ place, problem: `${name}: ${problem}`, reason: `at character ${at} of "${text}"`, remedy });
  return undefined;
}
