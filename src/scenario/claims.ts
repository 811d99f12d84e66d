/**
 * Claims: of the files that a scenario extends, which says what, and where two say different things.
 *
 * A file claims what it writes itself; the rest it has from its parents. A claim stands until a file that extends the
 * claimant writes the same thing, so what a parent merely inherited takes back nothing that another changed. Where several
 * different claims stand, nobody has decided: a policy would be one of two, or half of each. Only of title and description
 * the later one counts. A policy and a dimension are each one thing; so is all else that stands at the top of a file.
 */
import { type Entry, type LocatedMap, type Problems, plainOf } from '../evidence/document.ts';
import { resolvedText } from './scenario.ts';

/** What a file says of one thing, together with what it leaves of what those below it said. */
export interface Claim {
  readonly file: string;
  /** The file and all that it extends. */
  readonly lineage: ReadonlySet<string>;
  readonly entry: Entry;
}

/** The claims that stand, by thing, in the order in which parents are listed. */
export type Claims = ReadonlyMap<string, readonly Claim[]>;

/** What stands when a file is written on top of its parents; `merge` lays one entry over another. */
export function claimsOver(
  parents: readonly Claims[],
  own: LocatedMap,
  lineage: ReadonlySet<string>,
  merge: (under: Entry, over: Entry) => Entry,
): Claims {
  const claims = new Map<string, readonly Claim[]>();
  for (const thing of new Set(parents.flatMap((parent) => [...parent.keys()]))) {
    claims.set(thing, standing(parents.flatMap((parent) => parent.get(thing) ?? [])));
  }
  for (const [thing, entry] of thingsIn(own)) {
    const below = claims.get(thing) ?? [];
    const isDecided = below.length > 0 && !differ(thing, below);
    claims.set(thing, [{ file: own.file, lineage, entry: isDecided ? merge(below.at(-1)!.entry, entry) : entry }]);
  }
  return claims;
}

/** The document that the claims make; of several that stand, the last counts. `own` is the file on top. */
export function documentOf(claims: Claims, own: LocatedMap): LocatedMap {
  const entries = new Map<string, Entry>();
  const parts = new Map<string, Map<string, Entry>>();
  for (const [thing, standing] of claims) {
    const { place, node } = standing.at(-1)!.entry;
    const [key, part] = thing.split(PART) as [string, string?];
    if (part !== undefined) parts.get(key)?.set(part, { place, node });
    else if (node.kind === 'map' && PARTED.includes(key)) {
      parts.set(key, new Map());
      entries.set(key, { place, node: { ...node, entries: parts.get(key)! } });
    } else entries.set(key, { place, node });
  }
  return { ...own, entries };
}

/** Adds to `problems` everything that several files claim in different ways; `byFile` gives the lineage of every file. */
export function complainOfClaims(
  claims: Claims,
  byFile: ReadonlyMap<string, ReadonlySet<string>>,
  problems: Problems,
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
      problem: `${name} is written otherwise in ${other.file}`,
      reason: 'neither of the two extends the other, so neither decides',
      remedy: `${key === 'policies' && part ? rename : `write ${name} in ${decider}`}, which then decides alone`,
    });
  }
}

/** Keys whose members are things of their own. */
const PARTED = ['policies', 'dimensions'];
/** Keys that name files, relative to the file in which they stand. */
const FILES = ['evidence', 'inputs', 'people_inside'];
const LATER_COUNTS = ['title', 'description', 'extends'];
/** Between a key and its part; no key holds it. */
const PART = '\n';

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
