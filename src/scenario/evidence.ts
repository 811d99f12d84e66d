/**
 * Evidence: the passports of a scenario, from the files that it lists and those that stand in it.
 *
 * A number has one passport. A file under `replace` takes the place of passports that were read before it, so that a
 * jurisdiction of its own lists what it shares with another and then what it does not.
 */
import type { Catalogue } from '../evidence/catalogue.ts';
import {
  besideFile,
  describe,
  type Located,
  type LocatedMap,
  type Problems,
  type ReadText,
} from '../evidence/document.ts';
import type { Passports } from '../evidence/passport.ts';
import { readPassports } from '../evidence/read-passport.ts';
import type { Dimensions } from '../evidence/value.ts';
import { readNamed } from './inheritance.ts';

/** Reads everything under `evidence`; undefined after adding to `problems` when a file cannot be read. */
export function readEvidence(
  root: LocatedMap,
  dimensions: Dimensions,
  { read, catalogue }: { readonly read: ReadText; readonly catalogue: Catalogue },
  problems: Problems,
): Passports | undefined {
  const node = root.entries.get('evidence')?.node;
  if (node?.kind !== 'list') return undefined;
  const before = problems.length;
  let documents: readonly LocatedMap[] = [];
  for (const item of node.items) {
    const replacement = item.kind === 'map' ? item.entries.get('replace')?.node : undefined;
    const document =
      item.kind === 'map' && replacement === undefined ? item : readFile(replacement ?? item, read, problems);
    if (document === undefined) continue;
    if (replacement !== undefined) documents = withoutThoseOf(document, documents, problems);
    documents = [...documents, document];
  }
  if (problems.length > before) return undefined;
  return readPassports(documents, root.entries.get('evidence')?.place ?? node.place, catalogue, dimensions, problems);
}

function readFile(item: Located, read: ReadText, problems: Problems): LocatedMap | undefined {
  if (item.kind === 'scalar') return readNamed(item.place, besideFile(item.file, String(item.value)), read, problems);
  problems.push({ place: item.place, problem: `evidence: expected the path of a file, got ${describe(item)}` });
  return undefined;
}

/** The documents read so far without the passports that `document` has; it may have no other. */
function withoutThoseOf(
  document: LocatedMap,
  documents: readonly LocatedMap[],
  problems: Problems,
): readonly LocatedMap[] {
  for (const [path, { place }] of document.entries) {
    if (documents.some(({ entries }) => entries.has(path))) continue;
    const remedy = 'list the file itself, without replace, if the number is new';
    problems.push({ place, problem: `${path}: there is no passport before it to replace`, remedy });
  }
  return documents.map((earlier) => ({
    ...earlier,
    entries: new Map([...earlier.entries].filter(([path]) => !document.entries.has(path))),
  }));
}
