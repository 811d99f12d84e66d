/**
 * Inheritance: merges a scenario with those it extends.
 *
 * A file overrides those it extends. Maps merge by key; scalars and lists replace, and so does a change such as
 * {multiply: 1.2}, because a mixture of two changes is neither. Every node keeps its own file, so paths inside it stay relative to
 * that file and complaints point at the right place.
 *
 * A file *claims* the things it writes itself and inherits the rest. A claim stands until a file that extends the claimant writes
 * the same thing; an inherited value never overrides a claim. If several different claims stand, the scenario itself must decide:
 * a policy is either one or the other, and no mixture of both. Of title and description alone the later one counts (and an inherited
 * description describes nothing, see `description.ts`). A policy and a
 * dimension are each one thing; so is every other key at the top of a file.
 */
import { type Entry, type LocatedMap, plainOf, resolvedText } from '../evidence/document.ts';
import { parseText } from '../evidence/read-document.ts';
import { type FileReading, readNamed } from '../evidence/reading.ts';

/** The document at `path` merged with all it extends. Adds to the problems and returns undefined if that fails. */
export function readMerged(path: string, reading: FileReading): LocatedMap | undefined {
  const { read, problems } = reading;
  const done = new Map<string, Heritage | undefined>();
  const lineages = new Map<string, Lineage>();
  const whole = heritageOf(path, []);
  if (whole === undefined) return undefined;
  complainOfClaims(whole.claims, lineages, reading);
  return documentOf(whole);

  function heritageOf(file: string, heirs: readonly string[]): Heritage | undefined {
    if (done.has(file)) return done.get(file);
    const own = parseText(file, read(file), problems);
    const extended = own?.entries.get('extends')?.node;
    const names = extended?.kind === 'list' ? extended.items : extended === undefined ? [] : [extended];
    const parents = names.map((name) =>
      readNamed(name, 'extends', reading, (parent) => {
        const line = [...heirs, file];
        if (!line.includes(parent)) return heritageOf(parent, line);
        const circle = [...line.slice(line.indexOf(parent)), parent].join(' -> ');
        problems.push({ place: name.place, problem: `extends forms a circle: ${circle}` });
        return undefined;
      }),
    );
    const known = parents.filter((parent) => parent !== undefined);
    const lineage = new Set([file, ...known.flatMap((parent) => [...parent.lineage])]);
    lineages.set(file, lineage);
    const isWhole = own !== undefined && known.length === parents.length;
    const heritage = isWhole ? { own, lineage, claims: claimsOver(known, own, lineage) } : undefined;
    done.set(file, heritage);
    return heritage;
  }
}

/** The files that write each policy of the document at `path`, parents first. */
export function filesOfPolicies(
  path: string,
  files: Omit<FileReading, 'problems'>,
): ReadonlyMap<string, readonly string[]> {
  const policies = readMerged(path, { ...files, problems: [] })?.entries.get('policies')?.node;
  if (policies?.kind !== 'map') return new Map();
  return new Map([...policies.entries].map(([name, { node }]) => [name, [...new Set(filesIn(node))]]));
}

/** A file and everything it extends. */
type Lineage = ReadonlySet<string>;

/** A file with everything it extends. */
interface Heritage {
  readonly own: LocatedMap;
  readonly lineage: Lineage;
  readonly claims: Claims;
}

/** What a file says about one thing, merged with what its parents say. */
interface Claim {
  readonly file: string;
  readonly lineage: Lineage;
  readonly entry: Entry;
}

/** The standing claims by thing, in the order in which parents are listed. */
type Claims = ReadonlyMap<string, readonly Claim[]>;

/** Keys whose members are things of their own. */
const PARTED = ['policies', 'dimensions'];
/** Keys that name files, which are looked for first beside the file that names them. */
const FILES = ['evidence', 'inputs', 'people_inside', 'members'];
const LATER_COUNTS = ['title', 'description', 'extends'];
/** Separates a key from its part; no key contains it. */
const PART = '\n';

/** The claims that stand after a file is merged with its parents. */
function claimsOver(parents: readonly Heritage[], own: LocatedMap, lineage: Lineage): Claims {
  const claims = new Map<string, readonly Claim[]>();
  for (const thing of new Set(parents.flatMap((parent) => [...parent.claims.keys()]))) {
    claims.set(thing, standing(parents.flatMap((parent) => parent.claims.get(thing) ?? [])));
  }
  for (const [thing, entry] of thingsIn(own)) {
    const below = claims.get(thing) ?? [];
    const isDecided = below.length > 0 && !differ(thing, below);
    claims.set(thing, [{ file: own.file, lineage, entry: isDecided ? laidOver(below.at(-1)!.entry, entry) : entry }]);
  }
  return claims;
}

function standing(claims: readonly Claim[]): readonly Claim[] {
  const once = claims.filter(({ file }, at) => claims.findIndex((other) => other.file === file) === at);
  return once.filter(({ file }) => !once.some((other) => other.file !== file && other.lineage.has(file)));
}

function thingsIn(own: LocatedMap): readonly (readonly [string, Entry])[] {
  return [...own.entries].flatMap(([key, entry]): (readonly [string, Entry])[] => {
    const { place, node } = entry;
    if (node.kind !== 'map' || !PARTED.includes(key)) return [[key, entry]];
    const parts = [...node.entries].map(([part, one]) => [`${key}${PART}${part}`, one] as const);
    return [[key, { place, node: { ...node, entries: new Map() } }], ...parts];
  });
}

function differ(thing: string, claims: readonly Claim[]): boolean {
  const texts = claims.map(({ entry: { node } }) => {
    const folder = FILES.includes(thing) ? node.file.replace(/[^/]*$/, '') : '';
    return `${folder}\n${resolvedText(plainOf(node))}`;
  });
  return texts.some((text) => text !== texts[0]);
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

function isChange(node: LocatedMap): boolean {
  return node.entries.has('multiply') || node.entries.has('add');
}

/** Adds to the problems everything that several files claim differently; `byFile` holds the lineage of every file. */
function complainOfClaims(
  claims: Claims,
  byFile: ReadonlyMap<string, Lineage>,
  { problems }: Pick<FileReading, 'problems'>,
): void {
  for (const [thing, some] of claims) {
    if (LATER_COUNTS.includes(thing) || !differ(thing, some)) continue;
    const [key, part] = thing.split(PART);
    const name = thing.replace(PART, '.');
    const last = some.at(-1)!;
    const other = some.find((claim) => differ(thing, [claim, last]))!;
    const decider = [...byFile].find(([, lineage]) => some.every(({ file }) => lineage.has(file)))![0];
    const rename = `rename one of them (the other is at ${other.entry.place}), or write the policy in ${decider}`;
    problems.push({
      place: last.entry.place,
      problem: `${name} is written differently in ${other.file}`,
      reason: 'neither of the two extends the other, so neither decides',
      remedy: `${key === 'policies' && part ? rename : `write ${name} in ${decider}`}, which then decides`,
    });
  }
}

/** The document made of the claims; of several that stand, the last counts. */
function documentOf({ claims, own }: Heritage): LocatedMap {
  const entries = new Map<string, Entry>();
  const parts = new Map<string, Map<string, Entry>>();
  for (const [thing, some] of claims) {
    const { place, node } = some.at(-1)!.entry;
    const [key, part] = thing.split(PART) as [string, string?];
    if (part !== undefined) parts.get(key)?.set(part, { place, node });
    else if (node.kind === 'map' && PARTED.includes(key)) {
      parts.set(key, new Map());
      entries.set(key, { place, node: { ...node, entries: parts.get(key)! } });
    } else entries.set(key, { place, node });
  }
  return { ...own, entries };
}

/** The files in which a node and everything in it is written; some may be named several times. */
export function filesIn(node: Entry['node']): readonly string[] {
  if (node.kind === 'map') return [...node.entries.values()].flatMap((entry) => filesIn(entry.node));
  return [node.file];
}
