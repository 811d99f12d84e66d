/** Ready: the scenarios that come with the page. */
import type { Texts } from './messages.ts';

/** A ready scenario, whose text is fetched when it is needed. */
export interface Ready {
  /** As on the command line: `norway/baseline`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** The name of the scenario with which it is compared; its own if it is a baseline. */
  readonly baseline: string;
  readonly start: string;
  readonly end: string;
  readonly seed: string;
  /** The share of the country that is simulated at first: 1, or 0.1 if the whole takes long. */
  readonly scale: number;
}

/** The list of them, and the version of the program that made it. */
export interface ReadyList {
  readonly version: string;
  readonly scenarios: readonly Ready[];
}

export async function readyList(): Promise<ReadyList> {
  return (await fetched('ready.json')).json() as Promise<ReadyList>;
}

/** The texts of scenarios by name, each with its ending. */
export async function readyTexts(names: readonly string[]): Promise<Texts> {
  const entries = [...new Set(names)].map(async (name) => [readyPath(name), await textNamed(name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The path of the file of a scenario: names leave the ending out. */
export function readyPath(name: string): string {
  return name.endsWith('.yaml') ? name : `${name}.yaml`;
}

const texts = new Map<string, Promise<string>>();

function textNamed(name: string): Promise<string> {
  const text = texts.get(name) ?? fetched(`scenarios/${readyPath(name)}`).then((response) => response.text());
  texts.set(name, text);
  return text;
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: the server answers ${response.status}`);
  return response;
}
