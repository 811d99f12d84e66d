/**
 * Claimed folder: chooses and locks the folder for results, so that no results are replaced without consent.
 *
 * A command replaces its own earlier results, since scenarios are edited and run again. Results of another command stay: a folder
 * named with --out is refused, and instead of the usual folder the next free name is taken.
 */
import { join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { lockFolder } from '../files/lock.ts';
import { shortestPath } from '../files/scenario-file.ts';
import { type HeldManifest, manifestIn } from './manifest.ts';

/** The folder asked for. */
export interface AskedFolder {
  readonly out: string | undefined;
  /** Whether results of another command may be replaced. */
  readonly overwrite: boolean;
}

/** A folder that no other run writes until it is released. */
export interface ClaimedFolder {
  readonly path: string;
  /** The path as shown to people. */
  readonly shown: string;
  readonly release: () => void;
}

/**
 * Claims a folder: `usual` in `output/`, or the one asked for. `isOwn` decides whether results found there may be replaced. Throws a
 * Failure if they may not, or if the manifest found there is damaged or of another program. A change of name is printed on standard error.
 */
export function claimFolder(
  { out, overwrite }: AskedFolder,
  usual: string,
  isOwn: (manifest: HeldManifest) => boolean,
  { cwd, stderr }: { readonly cwd: string; readonly stderr: { write(text: string): unknown } },
): ClaimedFolder {
  const first = claimed(out ?? join('output', usual), cwd);
  let folder = first;
  for (let number = 2; ; number++) {
    const held = manifestAt(folder);
    if (held === undefined || overwrite || isOwn(held)) break;
    folder.release();
    if (out !== undefined) throw heldByAnother(out, held);
    folder = claimed(join('output', `${usual}-${number}`), cwd);
  }
  if (folder !== first)
    stderr.write(`${first.shown} holds results of another command, so these go to ${folder.shown}\n`);
  return folder;
}

function claimed(typed: string, cwd: string): ClaimedFolder {
  const path = resolve(cwd, typed);
  const shown = shortestPath(path, cwd);
  return { path, shown, release: lockFolder(path, typed) };
}

function manifestAt({ path, shown, release }: ClaimedFolder): HeldManifest | undefined {
  try {
    return manifestIn(path, shown);
  } catch (error) {
    release();
    throw error;
  }
}

function heldByAnother(typed: string, { command }: HeldManifest): Failure {
  return new Failure({
    place: typed,
    problem: `holds results of another command: ${command}`,
    reason: 'they would be replaced',
    remedy: 'choose another folder with --out, or add --overwrite',
  });
}
