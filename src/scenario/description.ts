/**
 * Description: names a scenario without a title of its own, and says what one without a description of its own is: the scenarios that
 * it extends, and what it changes in them.
 *
 * Words that a parent has of itself are not true of its child, so they are not inherited. A file without a title of its own is no
 * scenario to name: then those that it extends in turn are named, and its changes are told too.
 */
import { formatDay } from '../engine/calendar.ts';
import type { Catalogue } from '../evidence/catalogue.ts';
import { type LocatedMap, type Plain, plainOf } from '../evidence/document.ts';
import { parseText } from '../evidence/read-document.ts';
import { type FileReading, readNamed } from '../evidence/reading.ts';
import { type Change, writtenPath } from './change.ts';
import { filesIn } from './inheritance.ts';
import type { Policy } from './policy.ts';

/** The title that the file itself has, else its name: an inherited title is that of another scenario. */
export function titleOf(root: LocatedMap, title: string): string {
  if (root.entries.get('title')?.node.file === root.file) return title;
  return root.file
    .split('/')
    .at(-1)!
    .replace(/\.yaml$/, '');
}

/** The parts of a scenario that a description tells. */
interface Told {
  readonly policies: readonly Policy[];
  readonly catalogue: Catalogue;
}

/** The description that the file itself has, else what it changes; undefined if it extends nothing. `root` is the merged document. */
export function descriptionOf(
  root: LocatedMap,
  written: string | undefined,
  { policies, catalogue }: Told,
  reading: Omit<FileReading, 'problems'>,
): string | undefined {
  if (root.entries.get('description')?.node.file === root.file) return written;
  const { titles, files } = below(root.file, { ...reading, problems: [] });
  if (titles.length === 0) return undefined;
  const isOwn = (key: string) => root.entries.get(key) !== undefined && !files.has(root.entries.get(key)!.node.file);
  const named = root.entries.get('policies')?.node;
  const own = policies.filter(({ name }) => {
    const node = named?.kind === 'map' ? named.entries.get(name)?.node : undefined;
    return node !== undefined && filesIn(node).some((file) => !files.has(file));
  });
  const others = Object.entries(KEYS).flatMap(([key, words]) =>
    isOwn(key) ? [words(plainOf(root.entries.get(key)!.node))] : [],
  );
  const changes = [...others, ...policiesInWords(own, catalogue)];
  const names = titles.map((title) => `\u201c${title}\u201d`).join(' and ');
  return changes.length === 0 ? `As ${names}.` : `As ${names}, but: ${changes.join('; ')}.`;
}

/** The nearest scenarios with a title that a file extends, and these files with all that they extend. */
function below(file: string, reading: FileReading): { titles: readonly string[]; files: ReadonlySet<string> } {
  const titles: string[] = [];
  const files = new Set<string>();
  const visit = (path: string, isTold: boolean): void => {
    const own = parseText(path, reading.read(path), reading.problems);
    const title = own?.entries.get('title')?.node;
    const isNamed = path !== file && title?.kind === 'scalar';
    if (isNamed && !isTold && !titles.includes(String(title.value))) titles.push(String(title.value));
    if (isNamed || isTold) files.add(path);
    const extended = own?.entries.get('extends')?.node;
    for (const name of extended?.kind === 'list' ? extended.items : extended === undefined ? [] : [extended])
      readNamed(name, 'extends', reading, (parent) => visit(parent, isNamed || isTold));
  };
  visit(file, false);
  return { titles, files };
}

/** What a key at the top of a file changes, in words. Years, seed and replicates belong to a run, which may have others. */
const KEYS: Readonly<Record<string, (value: Plain) => string>> = {
  place: (value) => `in ${textOf(value)}`,
  start: (value) => `observed from ${textOf(value)}`,
  burn_in_years: (value) => `after a burn-in of ${textOf(value)} years`,
  dimensions: (value) => `with its own ${Object.keys(value as object).join(', ')}`,
  evidence: () => 'with evidence of its own',
  inputs: (value) => `with dated figures from ${textOf(value)}`,
  people_inside: () => 'beginning with a list of people inside',
  stock_cohort: (value) => `following the people inside on ${textOf(value)}`,
  members: (value) => `with sets of numbers from ${textOf(value)}`,
};

/** The policies one after the other, each with its levers in words. */
function policiesInWords(policies: readonly Policy[], catalogue: Catalogue): readonly string[] {
  const all = policies.reduce((sum, { changes }) => sum + changes.length, 0);
  let left = MOST_TOLD;
  const told = policies.flatMap(({ name, from, until, changes }) => {
    const some = changes.slice(0, left);
    left -= some.length;
    const end = until === Infinity ? '' : ` until ${formatDay(until - 1)}`;
    const words = some.map((change) => changeInWords(change, catalogue));
    return words.length === 0 ? [] : [`${name}, from ${formatDay(from)}${end}: ${words.join(', ')}`];
  });
  const more = all - MOST_TOLD;
  return more > 0 ? [...told, `and ${more} more ${more === 1 ? 'change' : 'changes'}`] : told;
}

/** `people who can be monitored at once (monitoring.places) multiplied by 2`. */
function changeInWords(change: Change, catalogue: Catalogue): string {
  const { path, operation, value } = change;
  const { unit, meaning, kind } = catalogue.get(path)!.parameter;
  const lever = `${meaning} (${writtenPath(change)})`;
  if (operation === 'multiply') return `${lever} multiplied by ${value}`;
  const amount = (x: number) => (/s$| per /.test(unit) ? `${x} ${unit}` : `${x} (${unit})`);
  if (operation === 'add')
    return `${lever} ${Number(value) < 0 ? 'lowered' : 'raised'} by ${amount(Math.abs(Number(value)))}`;
  return `${lever} set to ${kind === 'number' ? amount(Number(value)) : value}`;
}

/** Names of files, numbers and days as they are written. */
function textOf(value: Plain): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'object' && value !== null ? Object.values(value).map(textOf).join(', ') : String(value);
}

/** More changes would hide what they amount to. */
const MOST_TOLD = 12;
