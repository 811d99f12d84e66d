/**
 * Read document: parses the text of a file into a tree in which every node knows its place.
 *
 * The language is plain YAML 1.2: maps, lists and scalars. Anchors, aliases and tags are refused, because `extends` does their
 * work visibly. In YAML 1.2 `no` and `2016-01-01` are text, and `1e3` is a number. Arms of a study share most of their files, so a
 * file that has not changed is parsed once per process.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import { describe, type Entry, type Located, type LocatedMap, type Problems } from './document.ts';
import { readJson } from './read-json.ts';

/**
 * Parses the text of `file`. Adds to `problems` and returns undefined if it is not a map in plain YAML. A key that is written twice
 * is a problem too, but the tree with its first value is returned, so that the rest of the file can be checked.
 */
export function parseText(file: string, text: string, problems: Problems): LocatedMap | undefined {
  const known = parsed.get(file);
  if (known?.text === text) return known.root;
  if (deepestBracket(text) > MOST_BRACKETS) {
    problems.push({ place: `${file}:1:1`, problem: `brackets are nested more than ${MOST_BRACKETS} deep` });
    return undefined;
  }
  const json = readJson(file, text);
  if (json !== undefined) return json;
  const before = problems.length;
  const root = parseYaml(file, text, problems);
  if (root !== undefined && problems.length === before) remember(file, text, root);
  return root;
}

/** The trees of the files parsed last, the oldest first. JSON is read too fast to be worth its memory. */
const parsed = new Map<string, { readonly text: string; readonly root: LocatedMap }>();
const MOST_PARSED = 200;

function remember(file: string, text: string, root: LocatedMap): void {
  parsed.delete(file);
  parsed.set(file, { text, root });
  for (const oldest of parsed.keys()) {
    if (parsed.size <= MOST_PARSED) break;
    parsed.delete(oldest);
  }
}

function parseYaml(file: string, text: string, problems: Problems): LocatedMap | undefined {
  const lines = new LineCounter();
  let isPlain = true;
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(Math.min(Math.max(offset, 0), text.length));
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  if (document.directives.yaml.explicit) refuse(`${file}:1:1`, 'the directive %YAML is not allowed', 'leave it out');
  for (const error of [...document.errors, ...document.warnings]) {
    refuse(placeAt(error.pos[0]), SYNTAX[error.code] ?? firstLine(error));
  }
  if (!isPlain) return undefined;
  const root = locate(document.contents as ParsedNode | null);
  if (!isPlain) return undefined;
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
        const remedy = `the other is at ${entries.get(name)?.place}; keep one of them`;
        problems.push({ place, problem: `the key "${name}" is written twice`, remedy });
      } else {
        entries.set(name, { place, node: locate(value as ParsedNode | null) ?? nothing(place) });
      }
    }
    return entries;
  }

  function nothing(place: string): Located {
    return { kind: 'scalar', file, place, value: null, source: '' };
  }

  function refuse(place: string, problem: string, remedy?: string): undefined {
    isPlain = false;
    problems.push({ place, problem, ...(remedy === undefined ? {} : { remedy }) });
  }
}

const MOST_BRACKETS = 100;
const SYNTAX: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab is used to indent; YAML needs spaces',
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
