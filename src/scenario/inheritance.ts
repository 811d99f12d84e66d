/**
 * Inheritance: a scenario on top of those it extends.
 *
 * Parents are merged in the order they are listed, then the scenario itself. Maps merge by key; scalars and lists replace,
 * and so does a change such as {multiply: 1.2}, because half of one change and half of another is neither. Every node
 * keeps its own file, so paths inside it stay relative to that file and complaints point where the words really stand.
 */
import {
  besideFile,
  describe,
  type Entry,
  type Located,
  type LocatedMap,
  type Problems,
  parseText,
  type ReadText,
} from '../evidence/document.ts';
import { Failure } from '../failure.ts';

/** The document at `path` merged with all it extends. Undefined after adding to `problems` when that cannot be done. */
export function readMerged(path: string, read: ReadText, problems: Problems): LocatedMap | undefined {
  const done = new Map<string, LocatedMap | undefined>();
  return merged(path, []);

  function merged(file: string, heirs: readonly string[]): LocatedMap | undefined {
    if (done.has(file)) return done.get(file);
    const own = parseText(file, read(file), problems);
    const extended = own?.entries.get('extends')?.node;
    const parents = own && extended ? pathsIn(extended, problems).map((item) => parentOf(item, file, heirs)) : [];
    const result = [...parents, own].reduce((under, over) => under && over && merge(under, over));
    done.set(file, result);
    return result;
  }

  function parentOf(item: { place: string; path: string }, file: string, heirs: readonly string[]) {
    const parent = besideFile(file, item.path);
    const line = [...heirs, file];
    if (line.includes(parent)) {
      const problem = `extends goes round in a circle: ${[...line.slice(line.indexOf(parent)), parent].join(' -> ')}`;
      problems.push({ place: item.place, problem });
      return undefined;
    }
    return readFrom(item.place, parent, problems, () => merged(parent, line));
  }
}

/** The document at `path`, named at `place`. A file that cannot be read is reported there. */
export function readNamed(place: string, path: string, read: ReadText, problems: Problems): LocatedMap | undefined {
  return readFrom(place, path, problems, () => parseText(path, read(path), problems));
}

/** The paths in a node that holds one or a list of them, each with its place. */
export function pathsIn(node: Located, problems: Problems): readonly { place: string; path: string }[] {
  return (node.kind === 'list' ? node.items : [node]).flatMap((item) => {
    if (item.kind === 'scalar' && typeof item.value === 'string') return [{ place: item.place, path: item.value }];
    problems.push({ place: item.place, problem: `extends: expected the path of a file, got ${describe(item)}` });
    return [];
  });
}

function merge(under: LocatedMap, over: LocatedMap): LocatedMap {
  const entries = new Map<string, Entry>(under.entries);
  for (const [key, entry] of over.entries) {
    const below = under.entries.get(key)?.node;
    const isMerged = below?.kind === 'map' && entry.node.kind === 'map' && !isChange(below) && !isChange(entry.node);
    entries.set(key, isMerged ? { place: entry.place, node: merge(below, entry.node) } : entry);
  }
  return { ...over, entries };
}

function isChange(node: LocatedMap): boolean {
  return node.entries.has('multiply') || node.entries.has('add');
}

function readFrom<Result>(place: string, path: string, problems: Problems, reading: () => Result): Result | undefined {
  try {
    return reading();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const reason = error.facts.map((fact) => fact.problem).join('; ');
    problems.push({ place, problem: `cannot read ${path}`, reason });
    return undefined;
  }
}
