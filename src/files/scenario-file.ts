/**
 * Scenario file: finds and reads the scenario that a person types, and the files that scenarios name.
 *
 * A name is looked for first in the folder where it is used: the working folder if it was typed, the folder of the file if it was
 * written in one. Then follow `scenarios/` in the working folder, and the scenarios of the program; the first match counts. The
 * ending may be left out. A name that begins with `/` or contains `..` is a path and leads to one place only.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggestion } from '../evidence/nearest.ts';
import type { FileKey, FileReading } from '../evidence/reading.ts';
import { Failure } from '../failure.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { complainOfWithheld } from '../scenario/withheld.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';
import { encodingFailure, readFailure } from './disk-failure.ts';

/** A scenario and the path of its file, relative to the working folder if it lies in there. */
export interface ScenarioFile {
  readonly path: string;
  readonly scenario: Scenario;
}

/** The scenario that commands read by default. */
export const DEFAULT_SCENARIO = 'norway/baseline';

/** The folder of the scenarios that come with the program. */
export const SCENARIOS_OF_PROGRAM = fileURLToPath(new URL('../../scenarios', import.meta.url));

/** Reads a scenario. Throws a Failure if there is no such file, or one with everything that is wrong in it. */
export function readScenarioFile(typed: string, cwd: string): ScenarioFile {
  const path = pathTyped(typed, cwd);
  const scenario = scenarioFrom(path, { ...scenarioFiles(cwd) });
  complainOfWithheld(scenario, path);
  return { path, scenario };
}

/**
 * Reads a scenario by its path or name: `norway/baseline` is looked for in `cwd`, in its folder `scenarios/`, and among the
 * scenarios of the program. Throws one Failure with everything that is wrong, each with file, line and column.
 */
export function readScenario(typed: string, cwd = process.cwd()): Scenario {
  return readScenarioFile(typed, cwd).scenario;
}

/** How files named in scenarios are found and read, for a command that runs in `cwd`. */
export function scenarioFiles(cwd: string): Omit<FileReading, 'problems'> {
  return {
    read: (path) => readTextNow(path, cwd),
    find(file, written, key) {
      const kind = KINDS[key];
      const folders = foldersFor(written, dirname(resolve(cwd, file)), cwd);
      const found = firstOf(folders, [written, `${written}${kind.ending}`]);
      if (found !== undefined) return shortestPath(found, cwd);
      throw new Failure({ problem: `there is no ${kind.noun} "${written}"`, ...helpWith(written, folders, kind, cwd) });
    },
  };
}

function pathTyped(typed: string, cwd: string): string {
  const kind = KINDS.extends;
  const folders = foldersFor(typed, cwd, cwd);
  const found = firstOf(folders, [typed.endsWith(kind.ending) ? typed : `${typed}${kind.ending}`]);
  if (found !== undefined) return shortestPath(found, cwd);
  if (existsSync(resolve(cwd, typed))) {
    const baseline = `${typed.replace(/\/+$/, '')}/baseline${kind.ending}`;
    const remedy = existsSync(resolve(cwd, baseline)) ? { remedy: `did you mean "${baseline}"?` } : {};
    throw new Failure({ place: typed, problem: `a scenario is a file that ends in ${kind.ending}`, ...remedy });
  }
  throw new Failure({ place: typed, problem: 'there is no such scenario', ...helpWith(typed, folders, kind, cwd) });
}

/** The paths tried, and what was probably meant. */
function helpWith(written: string, folders: readonly string[], kind: Kind, cwd: string) {
  const tried = folders.map((folder) => shortestPath(resolve(folder, written), cwd)).join(', ');
  return {
    reason: `tried ${tried}${written.endsWith(kind.ending) ? '' : `, with and without ${kind.ending}`}`,
    remedy: meant(
      withoutEnding(written, kind).replace(/^(?:.*scenarios\/|\.\/)/, ''),
      namesNear(written, folders[0], kind, cwd),
    ),
  };
}

/** Suggests the baseline in a folder of this name, or files of this name in folders, or else the nearest name or all of them. */
function meant(written: string, names: ReadonlySet<string>): string {
  const baseline = `${written.replace(/\/+$/, '')}/baseline`;
  const inFolders = [...names].filter((name) => name.endsWith(`/${written}`));
  if (names.has(baseline)) return `did you mean "${baseline}"?`;
  if (inFolders.length > 0) return `did you mean ${inFolders.map((name) => `"${name}"`).join(' or ')}?`;
  return suggestion(written, [...names].sort(baselinesFirst), MOST_LISTED);
}

/** Enough for all scenarios of the program. */
const MOST_LISTED = 32;

/** Baselines before others, files deep in folders last; otherwise as sorted already. */
function baselinesFirst(a: string, b: string): number {
  const rank = (name: string) => (name.endsWith('/baseline') ? 0 : name.split('/').length);
  return rank(a) - rank(b);
}

/** The kind of file that a key names: its noun, its ending, and a test of likely files for suggestions. */
interface Kind {
  readonly noun: string;
  readonly ending: '.yaml' | '.csv';
  readonly isLikely: (path: string) => boolean;
}

const sheet: Kind = { noun: 'CSV file', ending: '.csv', isLikely: () => true };
const KINDS: Readonly<Record<FileKey, Kind>> = {
  extends: { noun: 'scenario', ending: '.yaml', isLikely: isLikeScenario },
  evidence: { noun: 'evidence file', ending: '.yaml', isLikely: (path) => !isLikeScenario(path) },
  inputs: sheet,
  people_inside: sheet,
  members: sheet,
};

/** The folders in which to look for a name used in `here`, each once. */
function foldersFor(written: string, here: string, cwd: string): readonly string[] {
  const isPath = isAbsolute(written) || written.split(/[/\\]/).includes('..');
  return isPath ? [here] : [...new Set([here, ...namedFolders(cwd)])];
}

/** The folders whose files can be named from everywhere. */
function namedFolders(cwd: string): readonly string[] {
  return [resolve(cwd, 'scenarios'), SCENARIOS_OF_PROGRAM];
}

function firstOf(folders: readonly string[], names: readonly string[]): string | undefined {
  return folders.flatMap((folder) => names.map((name) => resolve(folder, name))).find(isThere);
}

/** Whether a file is there. One without permission counts as there, so that reading it reports the problem. */
function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

/** Names of the files that may have been meant: those nearby, as one would write them there, and all that can be named. */
function namesNear(written: string, here: string, kind: Kind, cwd: string): ReadonlySet<string> {
  const folder = written.includes('/') ? dirname(written) : '';
  const beside = namesIn(resolve(here, folder), kind, false).map((name) => join(folder, name).replaceAll('\\', '/'));
  return new Set([...beside, ...namedFolders(cwd).flatMap((other) => namesIn(other, kind, true))]);
}

/** Names of the files of a kind in a folder, and below it if `deep`, without their ending. */
function namesIn(folder: string, kind: Kind, deep: boolean): readonly string[] {
  try {
    return readdirSync(folder, { recursive: deep, encoding: 'utf8' })
      .filter((name) => name.endsWith(kind.ending) && kind.isLikely(resolve(folder, name)))
      .map((name) => withoutEnding(name.replaceAll('\\', '/'), kind))
      .sort();
  } catch {
    return [];
  }
}

function withoutEnding(name: string, { ending }: Kind): string {
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

/** A scenario has a title, or inherits it; a look at the text is enough for a suggestion. */
function isLikeScenario(path: string): boolean {
  try {
    return /^["']?(title|extends)["']?\s*:/m.test(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}

/** The path relative to a folder if it lies in there, otherwise the whole path; with slashes. */
export function shortestPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return (short.startsWith('..') || isAbsolute(short) ? path : short).replaceAll('\\', '/');
}

/** The file of a scenario as a record names it: no folder of a machine, so a whole path is told from its folder of scenarios on. */
export function fileTold(path: string): string {
  if (!isAbsolute(path)) return path;
  const slashed = path.replaceAll('\\', '/');
  const at = slashed.lastIndexOf('/scenarios/');
  return at < 0 ? basename(slashed) : slashed.slice(at + '/scenarios/'.length);
}

/** The text of a UTF-8 file, read at once. Throws a Failure if it cannot be read. */
export function readTextNow(path: string, cwd: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, path));
  } catch (error) {
    throw readFailure(error, path);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw encodingFailure(path, bytes);
  }
}
