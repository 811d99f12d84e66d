/**
 * Cache folder: where a program keeps what it can always make again, by the convention of the platform, and how much of it.
 *
 * `STEPDOWN_CACHE` names another folder, or `off`; `STEPDOWN_CACHE_SIZE` another size, such as 500MB or 10GB.
 */
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';

/** Variables of the environment by name. */
type Environment = Readonly<Record<string, string | undefined>>;

/** A folder, and the most bytes that it may hold. */
export interface Cache {
  readonly folder: string;
  readonly bytes: number;
}

/**
 * The cache of a user; undefined if it is switched off, or if the environment names no home. Throws a Failure if the size is
 * unreadable.
 */
export function cacheOf(environment: Environment, platform: NodeJS.Platform, cwd: string): Cache | undefined {
  const bytes = sizeIn(environment['STEPDOWN_CACHE_SIZE']);
  const named = environment['STEPDOWN_CACHE'];
  const folder = named ? resolve(cwd, named) : usualFolder(environment, platform);
  return folder === undefined || named === 'off' || bytes === 0 ? undefined : { folder, bytes };
}

function usualFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
  const under = (name: string, ...path: readonly string[]) => {
    const base = environment[name];
    return base ? join(base, ...path, 'stepdown') : undefined;
  };
  if (platform === 'win32') return under('LOCALAPPDATA');
  if (platform === 'darwin') return under('HOME', 'Library', 'Caches');
  return under('XDG_CACHE_HOME') ?? under('HOME', '.cache');
}

/** Some two hundred burn-ins of Norway. */
const USUAL_BYTES = 2e9;
const UNITS: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

function sizeIn(text: string | undefined): number {
  if (!text) return USUAL_BYTES;
  const match = /^(\d+(?:\.\d+)?) ?([KMGT]B)?$/i.exec(text.trim());
  if (match !== null) return Math.round(Number(match[1]) * (UNITS[match[2]?.toUpperCase() ?? ''] ?? 1));
  const problem = `STEPDOWN_CACHE_SIZE is "${text}": expected a size such as 500MB or 10GB`;
  throw new Failure({ problem, remedy: 'correct the variable of the environment, or remove it' });
}
