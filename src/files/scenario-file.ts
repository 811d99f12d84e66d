/**
 * Scenario file: from what a person types to a scenario that is read and checked.
 *
 * A path is a path. A bare name is that of a file in `scenarios/`, first in the folder where the command runs, then among
 * those that come with the program.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggestion } from '../evidence/nearest.ts';
import { Failure } from '../failure.ts';
import { readScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { readFailure } from './disk-failure.ts';

/** A scenario and the file it was read from, relative to where the command runs if it is in there. */
export interface ScenarioFile {
  readonly path: string;
  readonly scenario: Scenario;
}

/** The scenario of a jurisdiction that other commands start from. */
export const DEFAULT_SCENARIO = 'norway/baseline';

/** Reads a scenario. Throws a Failure if there is no such file, or with everything that is wrong in it. */
export function readScenarioFile(typed: string, cwd: string): ScenarioFile {
  const path = shortestPath(findFile(typed, cwd), cwd);
  return { path, scenario: readScenario(path, { read: (file) => readTextNow(file, cwd), catalogue }) };
}

function findFile(typed: string, cwd: string): string {
  const folders = [resolve(cwd, 'scenarios'), fileURLToPath(new URL('../../scenarios', import.meta.url))];
  const places = [
    resolve(cwd, typed),
    ...folders.flatMap((folder) => [`${typed}.yaml`, typed].map((name) => resolve(folder, name))),
  ];
  const found = places.find((place) => existsSync(place) && place.endsWith('.yaml'));
  if (found !== undefined) return found;
  if (existsSync(places[0])) {
    const baseline = `${typed.replace(/\/+$/, '')}/baseline.yaml`;
    const remedy = existsSync(resolve(cwd, baseline)) ? { remedy: `did you mean "${baseline}"?` } : {};
    throw new Failure({ place: typed, problem: 'a scenario is a file that ends in .yaml', ...remedy });
  }
  throw new Failure({
    place: typed,
    problem: 'there is no such scenario',
    reason: 'neither a file of this name, nor one in scenarios/',
    remedy: meant(typed, new Set(folders.flatMap(namesIn))),
  });
}

/** A folder stands for its baseline; otherwise the nearest name is suggested. */
function meant(typed: string, names: ReadonlySet<string>): string {
  const baseline = `${typed.replace(/\/+$/, '')}/baseline`;
  return names.has(baseline) ? `did you mean "${baseline}"?` : suggestion(typed, names);
}

/** Names of the scenarios in a folder and below, without `.yaml`; evidence, policies and observed figures are none. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && isLikeScenario(resolve(folder, name)))
    .map((name) => name.replaceAll('\\', '/').slice(0, -'.yaml'.length))
    .filter((name) => !/^(evidence|policies)\//.test(name))
    .sort();
}

/** A scenario has a title, or takes it from another; a glance at the text is enough for a suggestion. */
function isLikeScenario(path: string): boolean {
  try {
    return /^["']?(title|extends)["']?\s*:/m.test(readFileSync(path, 'utf8'));
  } catch {
    return false;
  }
}

/** The path relative to a folder if it lies in there, otherwise whole; with slashes. */
export function shortestPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return (short.startsWith('..') || isAbsolute(short) ? path : short).replaceAll('\\', '/');
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
    throw new Failure({ place: path, problem: 'is not UTF-8 text', remedy: 'save it with the encoding UTF-8' });
  }
}
