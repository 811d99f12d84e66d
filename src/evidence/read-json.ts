/**
 * Read JSON: the tree of a file that is JSON, which YAML contains, many times faster than a parser of YAML.
 *
 * The canonical text of a scenario is JSON of a quarter of a megabyte, and every worker thread reads one. Nodes have the places
 * that YAML gives them. What YAML would refuse or could read otherwise (a key twice or without a name, a tab, a carriage return)
 * is left to it, and so is its complaint.
 */
import type { Entry, Located, LocatedMap } from './document.ts';

/** The tree of `text`; undefined if it is not a map in JSON, or has to be read as YAML. */
export function readJson(file: string, text: string): LocatedMap | undefined {
  if (!text.startsWith('{') || /[\t\r]/.test(text) || !isJson(text)) return undefined;
  try {
    return new Reader(file, text).map();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
}

/** Thrown for a key that YAML refuses. */
class Unusual extends Error {}

/** The longest key, in quotes, that YAML accepts in a map. */
const LONGEST_KEY = 1000;

/** Reads text that is JSON from its beginning to its end, and counts lines on the way. */
class Reader {
  readonly #file: string;
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  map(): LocatedMap {
    const place = this.#place();
    const entries = new Map<string, Entry>();
    for (let sign = this.#signAfter(); sign !== '}'; sign = this.#sign()) {
      if (sign === ',') this.#signAfter();
      const keyPlace = this.#place();
      const key = this.#string();
      if (key === '' || key === '__proto__' || key.length > LONGEST_KEY || entries.has(key)) throw new Unusual();
      this.#sign();
      this.#signAfter();
      entries.set(key, { place: keyPlace, node: this.#node() });
    }
    this.#at++;
    return { kind: 'map', file: this.#file, place, entries };
  }

  #node(): Located {
    const file = this.#file;
    const sign = this.#sign();
    if (sign === '{') return this.map();
    if (sign === '[') return this.#list();
    const place = this.#place();
    if (sign === '"') {
      const value = this.#string();
      return { kind: 'scalar', file, place, value, source: value };
    }
    const start = this.#at;
    while (!BETWEEN.has(this.#text.charCodeAt(this.#at))) this.#at++;
    const source = this.#text.slice(start, this.#at);
    return { kind: 'scalar', file, place, value: JSON.parse(source), source };
  }

  #list(): Located {
    const place = this.#place();
    const items: Located[] = [];
    for (let sign = this.#signAfter(); sign !== ']'; sign = this.#sign()) {
      if (sign === ',') this.#signAfter();
      items.push(this.#node());
    }
    this.#at++;
    return { kind: 'list', file: this.#file, place, items };
  }

  #string(): string {
    const start = this.#at;
    do this.#at = this.#text.indexOf('"', this.#at + 1);
    while (isEscaped(this.#text, this.#at));
    const written = this.#text.slice(start, ++this.#at);
    return written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
  }

  /** The next character that is no space; the reader then stands on it. */
  #sign(): string {
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === NEWLINE) {
        this.#line++;
        this.#lineStart = this.#at + 1;
      } else if (code !== SPACE) return this.#text.charAt(this.#at);
    }
  }

  /** The same after the current character. */
  #signAfter(): string {
    this.#at++;
    return this.#sign();
  }

  #place(): string {
    return `${this.#file}:${this.#line}:${this.#at - this.#lineStart + 1}`;
  }
}

const [NEWLINE, SPACE] = [10, 32] as const;
/** What may follow a number or a word. */
const BETWEEN: ReadonlySet<number> = new Set(Array.from(' \n,]}', (sign) => sign.charCodeAt(0)));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether an odd number of backslashes stands before a quotation mark. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before--;
  return (at - before) % 2 === 1;
}
