/**
 * Document: a file as a tree in which every node knows its place.
 *
 * Files are merged and checked long after they were read; since each node carries its own `file:line:column`, a complaint can
 * always point at it. `read-document.ts` makes the tree; nothing changes it afterwards.
 */
import { stringify } from 'yaml';
import type { FailureFacts } from '../failure.ts';

/** Reads a file by its path. Throws a Failure if there is none. */
export type ReadText = (path: string) => string;

/** Collects every complaint, so that a person gets them all at once. */
export type Problems = FailureFacts[];

/** One node of a tree. `place` is `file:line:column`; `file` is the file that holds it. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

/** A map; each entry knows the place of its key. */
export interface LocatedMap {
  readonly kind: 'map';
  readonly file: string;
  readonly place: string;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The place of a key, and the node under it. */
export interface Entry {
  readonly place: string;
  readonly node: Located;
}

/** A list. */
export interface LocatedList {
  readonly kind: 'list';
  readonly file: string;
  readonly place: string;
  readonly items: readonly Located[];
}

/** A single value; `source` is its text in the file. */
export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly file: string;
  readonly place: string;
  readonly value: string | number | boolean | null;
  readonly source: string;
}

/** A tree as plain objects and arrays. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The value as YAML text. */
export function textOfDocument(value: unknown): string {
  return stringify(value, { lineWidth: 120 });
}

/** A tree without places. */
export function plainOf(node: Located): Plain {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainOf(entry.node)]));
}

/** Canonical JSON: keys sorted, two spaces. Equal values have equal text. */
export function resolvedText(value: Plain): string {
  return `${JSON.stringify(sorted(value), undefined, 2)}\n`;
}

/** Canonical JSON as it stands inside a map or a list. */
export function memberText(text: string): string {
  return text.trimEnd().replaceAll('\n', '\n  ');
}

/** Canonical JSON of a map from the member texts of its values. */
export function resolvedMap(members: Readonly<Record<string, string>>): string {
  const lines = Object.entries(sorted(members) as typeof members).map(
    ([key, text]) => `${JSON.stringify(key)}: ${text}`,
  );
  return lines.length === 0 ? '{}\n' : `{\n  ${lines.join(',\n  ')}\n}\n`;
}

/** Canonical JSON of a list from the member texts of its items. */
export function resolvedList(items: readonly string[]): string {
  return items.length === 0 ? '[]\n' : `[\n  ${items.join(',\n  ')}\n]\n`;
}

/** A node in a few words, for messages: `the number 40`, `the text "40%"`, `a list`. */
export function describe(node: Located): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a map' : 'a list';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'string') return `the text "${shortened(node.value)}"`;
  if (typeof node.value !== 'number') return `the word ${node.value}`;
  if (Number.isFinite(node.value)) return `the number ${node.value}`;
  return `${node.source}, which is ${Number.isNaN(node.value) ? 'not a number' : 'infinite'}`;
}

function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as { readonly [key: string]: Plain });
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, one]) => [key, sorted(one)]),
  );
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
