/**
 * Inheritance: a scenario on top of those it extends.
 *
 * A file is laid over those it extends. Maps merge by key; scalars and lists replace, and so does a change such as
 * {multiply: 1.2}, because half of one change and half of another is neither. Two parents of which neither extends the
 * other add up, and may not write one thing in two ways (`claims.ts`): not a policy, nor place, start, years, seed or a list
 * of files, on which results depend. Then the scenario itself decides. Of title and description the later parent's counts.
 * Every node keeps its own file, so paths inside it stay relative to that file and complaints point where the words stand.
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
import { type Claims, claimsOver, complainOfClaims, documentOf } from './claims.ts';

/** The document at `path` merged with all it extends. Undefined after adding to `problems` when that cannot be done. */
export function readMerged(path: string, read: ReadText, problems: Problems): LocatedMap | undefined {
  const done = new Map<string, Heritage | undefined>();
  const lineages = new Map<string, ReadonlySet<string>>();
  const whole = heritageOf(path, []);
  if (whole === undefined) return undefined;
  complainOfClaims(whole.claims, lineages, problems);
  return documentOf(whole.claims, whole.own);

  function heritageOf(file: string, heirs: readonly string[]): Heritage | undefined {
    if (done.has(file)) return done.get(file);
    const own = parseText(file, read(file), problems);
    const extended = own?.entries.get('extends')?.node;
    const paths = own && extended ? pathsIn(extended, problems) : [];
    const parents = paths.map((item) => parentOf(item, file, heirs));
    const known = parents.filter((parent) => parent !== undefined);
    const lineage = new Set([file, ...known.flatMap((parent) => [...parent.lineage])]);
    lineages.set(file, lineage);
    const claims = known.map((parent) => parent.claims);
    const isWhole = own !== undefined && known.length === parents.length;
    const heritage = isWhole ? { own, lineage, claims: claimsOver(claims, own, lineage, laidOver) } : undefined;
    done.set(file, heritage);
    return heritage;
  }

  function parentOf(item: { place: string; path: string }, file: string, heirs: readonly string[]) {
    const parent = besideFile(file, item.path);
    const line = [...heirs, file];
    if (line.includes(parent)) {
      const problem = `extends goes round in a circle: ${[...line.slice(line.indexOf(parent)), parent].join(' -> ')}`;
      problems.push({ place: item.place, problem });
      return undefined;
    }
    return readFrom(item.place, parent, problems, () => heritageOf(parent, line));
  }
}

/** The files in which each policy of the document at `path` is written, those below first. */
export function filesOfPolicies(path: string, read: ReadText): ReadonlyMap<string, readonly string[]> {
  const policies = readMerged(path, read, [])?.entries.get('policies')?.node;
  if (policies?.kind !== 'map') return new Map();
  return new Map([...policies.entries].map(([name, { node }]) => [name, [...new Set(filesIn(node))]]));
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

/** A file with all that it extends. */
interface Heritage {
  readonly own: LocatedMap;
  /** The file and all that it extends. */
  readonly lineage: ReadonlySet<string>;
  readonly claims: Claims;
}

function laidOver(under: Entry, over: Entry): Entry {
  const [below, above] = [under.node, over.node];
  if (below.kind !== 'map' || above.kind !== 'map' || isChange(below) || isChange(above)) return over;
  const entries = new Map<string, Entry>(below.entries);
  for (const [key, entry] of above.entries) {
    const lower = entries.get(key);
    entries.set(key, lower === undefined ? entry : laidOver(lower, entry));
  }
  return { place: over.place, node: { ...above, entries } };
}

function filesIn(node: Located): readonly string[] {
  if (node.kind === 'map') return [...node.entries.values()].flatMap((entry) => filesIn(entry.node));
  return [node.file];
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
