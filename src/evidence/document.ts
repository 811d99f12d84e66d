/**
 * Document: parses YAML text into a tree in which every node knows its place.
 *
 * Files are merged and checked long after they were read; since each node carries its own `file:line:column`, a complaint can
 * always point at it. The language is plain YAML 1.2: maps, lists and scalars. Anchors, aliases and tags are refused, because
 * `extends` does their work visibly. In YAML 1.2 `no` and `2016-01-01` are text, and `1e3` is a number.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  stringify,
  type YAMLError,
} from 'yaml';
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

/** Parses the text of `file`. Adds to `problems` and returns undefined if it is not a map in plain YAML. */
export function parseText(file: string, text: string, problems: Problems): LocatedMap | undefined {
  const lines = new LineCounter();
  const complaintsBefore = problems.length;
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), text.length));
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (deepestBracket(text) > MOST_BRACKETS) {
    problems.push({ place: `${file}:1:1`, problem: `brackets are nested more than ${MOST_BRACKETS} deep` });
    return undefined;
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.directives.yaml.explicit) refuse(`${file}:1:1`, 'the directive %YAML is not allowed', 'leave it out');
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push({ place: placeAt(error.pos[0]), problem: SYNTAX[error.code] ?? firstLine(error) });
  }
  if (problems.length > complaintsBefore) return undefined;
  const root = locate(document.contents as ParsedNode | null);
  if (problems.length > complaintsBefore) return undefined;
  if (root?.kind === 'map') return root;
  problems.push({
    place: root?.place ?? `${file}:1:1`,
    problem: root === undefined ? 'the file is empty' : `expected keys with values, got ${describe(root)}`,
  });
  return undefined;

  function locate(node: ParsedNode | null): Located | undefined {
    if (node === null) return undefined;
    const place = placeAt(node.range[0]);
    if (isAlias(node) || node.anchor !== undefined) {
      return refuse(place, 'anchors and aliases are not allowed', 'write the value out, or use extends');
    }
    if (node.tag?.startsWith('!')) return refuse(place, `the tag ${node.tag} is not allowed`, 'leave it out');
    if (isMap(node)) return { kind: 'map', file, place, entries: locateEntries(node.items) };
    if (isSeq(node)) {
      const items = node.items.map((item) => locate(item as ParsedNode) ?? nothing(place));
      return { kind: 'list', file, place, items };
    }
    const { value } = node;
    if (value !== null && typeof value === 'object') return refuse(place, 'this value is not plain YAML', 'quote it');
    const source = node.source ?? '';
    if (typeof value === 'bigint') return { kind: 'scalar', file, place, value: Number(value), source };
    return { kind: 'scalar', file, place, value: value as string | number | boolean | null, source };
  }

  function locateEntries(pairs: readonly { key: unknown; value: unknown }[]): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const { key, value } of pairs) {
      const keyNode = key as ParsedNode;
      const place = placeAt(keyNode.range[0]);
      const name = isScalar(keyNode) && keyNode.value !== null ? (keyNode.source ?? '') : '';
      if (name === '' || name === '__proto__') {
        refuse(place, 'a key must be a single word or number', 'write "key: value"');
      } else if (entries.has(name)) {
        refuse(place, `the key "${name}" is written twice`, 'keep one of them');
      } else {
        entries.set(name, { place, node: locate(value as ParsedNode | null) ?? nothing(place) });
      }
    }
    return entries;
  }

  function nothing(place: string): Located {
    return { kind: 'scalar', file, place, value: null, source: '' };
  }

  function refuse(place: string, problem: string, remedy: string): undefined {
    problems.push({ place, problem, remedy });
  }
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

/** A node in a few words, for messages: `the number 40`, `the text "40%"`, `a list`. */
export function describe(node: Located): string {
  if (node.kind !== 'scalar') return node.kind === 'map' ? 'a map' : 'a list';
  if (node.value === null) return 'nothing';
  if (typeof node.value === 'string') return `the text "${shortened(node.value)}"`;
  return typeof node.value === 'number' ? `the number ${node.value}` : `the word ${node.value}`;
}

const MOST_BRACKETS = 100;
const SYNTAX: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used to indent; YAML needs spaces',
  DUPLICATE_KEY: 'this key is written twice',
  MULTIPLE_DOCS: 'a file holds one document; remove the line ---',
};

/** Very deep nesting would exhaust the stack of the YAML parser, which cannot be caught. Brackets inside text count too, which does no harm. */
function deepestBracket(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') deepest = Math.max(deepest, ++depth);
    else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

function firstLine(error: YAMLError): string {
  return `not valid YAML: ${error.message.split('\n')[0]}`;
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
