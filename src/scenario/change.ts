/**
 * Change: one lever moved, in one or more of its cells, as written under `set` in a policy.
 *
 * A key is a lever, or one member of it: `placement.review_days`, `placement.review_days.high`. It holds a value,
 * {multiply: 1.2}, {add: 10}, or a map of members that change; members left out keep their values.
 */
import { type Lever, leverSuggestion } from '../evidence/catalogue.ts';
import { describe, type Entry, type Located, type LocatedMap, type Problems } from '../evidence/document.ts';
import { numberRemedy, suggestion } from '../evidence/nearest.ts';
import { readCell } from '../evidence/read-value.ts';
import type { LeverReading } from '../evidence/reading.ts';
import { type Dimensions, membersOf, type Scalar } from '../evidence/value.ts';

/** One change of one lever, in one or more of its cells. */
export interface Change {
  /** The lever, as YAML writes it: `placement.review_days`. */
  readonly path: string;
  readonly noun: string;
  /** As TypeScript writes it: `reviewDays`. */
  readonly name: string;
  /** The members it names, outer first; empty for the whole lever. */
  readonly members: readonly string[];
  /** The flat indexes of the cells that change. */
  readonly cells: readonly number[];
  readonly operation: 'set' | 'multiply' | 'add';
  readonly value: Scalar;
  /** The change as written, for one that follows from it: a figure that grows, or lies between two others. */
  readonly written?: Change;
}

/**
 * Every change in the map under `set`, in order of written path. Adds mistakes to the problems, and the place of each change to
 * the places.
 */
export function readChanges(set: LocatedMap, reading: LeverReading): readonly Change[] {
  const { catalogue, places, problems } = reading;
  const changes: Change[] = [];
  for (const [key, entry] of set.entries) {
    const [noun, name, ...members] = key.split('.');
    const lever = catalogue.get(`${noun}.${name}`);
    if (lever === undefined) {
      const remedy = leverSuggestion(key, catalogue);
      problems.push({ place: entry.place, problem: `there is no lever "${key}"`, remedy });
      continue;
    }
    for (const change of readAt(entry, lever, members, reading)) {
      const twin = changes.find((other) => overlap(change, other));
      if (twin === undefined) changes.push(change);
      else {
        const remedy = `the other is at ${places.get(twin)}; keep one of them`;
        const problem = `${writtenPath(change)} is set twice in this policy`;
        problems.push({ place: places.get(change)!, problem, remedy });
      }
    }
  }
  return changes.sort((a, b) => (writtenPath(a) < writtenPath(b) ? -1 : 1));
}

/** Whether two changes touch the same number. */
export function overlap(a: Change, b: Change): boolean {
  return a.path === b.path && a.cells.some((cell) => b.cells.includes(cell));
}

/** The path of the change as written: `placement.review_days.high`. */
export function writtenPath({ path, members }: Change): string {
  return [path, ...members].join('.');
}

/** The change that multiplies every cell of a lever. */
export function multiplied({ path, noun, name, parameter }: Lever, dimensions: Dimensions, factor: number): Change {
  const cells = cellsNamed([], membersOf(parameter, dimensions));
  return { path, noun, name, members: [], cells, operation: 'multiply', value: factor };
}

function readAt(
  { place, node }: Entry,
  lever: Lever,
  named: readonly string[],
  reading: LeverReading,
): readonly Change[] {
  const { dimensions, problems } = reading;
  const { path, noun, name, parameter } = lever;
  const members = membersOf(parameter, dimensions);
  const written = [path, ...named].join('.');
  const depth = named.length - 1;
  if (depth >= members.length) {
    const by = parameter.by.length === 0 ? 'does not vary' : `varies only by ${parameter.by.join(' and ')}`;
    problems.push({ place, problem: `there is no lever "${written}"`, reason: `${path} ${by}` });
    return [];
  }
  if (depth >= 0 && !members[depth].includes(named[depth])) {
    const problem = `${[path, ...named.slice(0, -1)].join('.')}: there is no ${parameter.by[depth]} "${named[depth]}"`;
    problems.push({ place, problem, remedy: suggestion(named[depth], members[depth]) });
    return [];
  }
  const operation = operationIn(node);
  if (node.kind === 'map' && operation === undefined && named.length < members.length) {
    return [...node.entries].flatMap(([member, entry]) => readAt(entry, lever, [...named, member], reading));
  }
  if (operation === undefined && parameter.kind === 'number' && node.kind === 'scalar' && /^\+/.test(node.source)) {
    const amount = node.source.slice(1);
    const problem = `${written}: ${node.source} may mean a value or an amount to add`;
    problems.push({ place: node.place, problem, remedy: `write {add: ${amount}} to add it, or ${amount} to set it` });
    return [];
  }
  const value =
    operation === undefined
      ? readCell(node, written, { parameter, dimensions, problems })
      : readOperand(operation, node as LocatedMap, written, lever, problems);
  if (value === undefined) return [];
  const change: Change = {
    path,
    noun,
    name,
    members: named,
    cells: cellsNamed(named, members),
    operation: operation ?? 'set',
    value,
  };
  reading.places.set(change, node.place);
  return [change];
}

function operationIn(node: Located): 'multiply' | 'add' | undefined {
  if (node.kind !== 'map') return undefined;
  return node.entries.has('multiply') ? 'multiply' : node.entries.has('add') ? 'add' : undefined;
}

function readOperand(
  operation: 'multiply' | 'add',
  node: LocatedMap,
  written: string,
  { parameter }: Lever,
  problems: Problems,
): number | undefined {
  const operand = node.entries.get(operation)?.node as Located;
  const value = operand.kind === 'scalar' ? operand.value : undefined;
  if (node.entries.size > 1) {
    problems.push({
      place: node.place,
      problem: `${written}: write either {multiply: ...} or {add: ...} and nothing else`,
    });
  } else if (parameter.kind !== 'number') {
    problems.push({ place: node.place, problem: `${written}: only a number can be changed by ${operation}` });
  } else if (typeof value !== 'number' || !Number.isFinite(value)) {
    const remedy = numberRemedy(operand);
    const problem = `${written}.${operation}: expected a number, got ${describe(operand)}`;
    problems.push({ place: operand.place, problem, ...(remedy === undefined ? {} : { remedy }) });
  } else {
    return value;
  }
  return undefined;
}

/** The flat indexes of all cells under the members named, outer dimension first. */
function cellsNamed(named: readonly string[], members: readonly (readonly string[])[]): readonly number[] {
  return members.reduce<readonly number[]>(
    (cells, dimension, depth) => {
      const chosen = depth < named.length ? [dimension.indexOf(named[depth])] : dimension.keys();
      const inner = [...chosen];
      return cells.flatMap((cell) => inner.map((index) => cell * dimension.length + index));
    },
    [0],
  );
}
