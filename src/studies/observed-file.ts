/**
 * Observed file: finds the file of observed figures that belongs to a scenario.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';

/**
 * The file named, or that beside the scenario or one folder up. Throws a Failure if there is none.
 */
export function observedFile(named: string | undefined, path: string, cwd: string): string {
  if (named !== undefined) return named;
  const folders = [dirname(path), dirname(dirname(path))].map((folder) => join(folder, 'observed.csv'));
  const file = folders.find((one) => existsSync(resolve(cwd, one)));
  if (file !== undefined) return file;
  throw new Failure({
    place: path,
    problem: 'there are no observed figures',
    reason: `looked for ${[...new Set(folders)].join(' and ')}`,
    remedy: 'name a file with --observed; scenarios/norway/observed.csv shows the columns',
  });
}
