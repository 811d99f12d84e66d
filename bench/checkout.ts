/**
 * Checkout: another commit in a temporary worktree outside the repository, gone when this process ends.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../src/failure.ts';

/** A commit on disk. */
export interface Checkout {
  /** Its short hash. */
  readonly name: string;
  readonly folder: string;
  /** Whether it asks for the libraries of this commit; it is run with these in any case. */
  readonly sameLibraries: boolean;
}

/** Checks out a commit. Throws a Failure if there is none by that name, or if it cannot be measured. */
export function checkOut(project: string, commit: string, folder: string): Checkout {
  const hash = git(project, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`]);
  if (hash === undefined) {
    throw new Failure({
      place: '--against',
      problem: `there is no commit "${commit}" in ${project}`,
      remedy: 'name a commit, a branch or a tag that git log shows',
    });
  }
  if (git(project, ['worktree', 'add', '--detach', '--quiet', folder, hash]) === undefined) {
    throw new Failure({ place: folder, problem: `git could not check out ${hash}`, exitCode: 1 });
  }
  process.prependOnceListener('exit', () => git(project, ['worktree', 'remove', '--force', folder]));
  const missing = NEEDED.filter((path) => !existsSync(join(folder, path)));
  if (missing.length > 0) {
    throw new Failure({
      place: '--against',
      problem: `commit ${commit} cannot be measured: it has no ${missing.join(', ')}`,
      remedy: 'name a later commit',
    });
  }
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const [ours, theirs] = [project, folder].map((root) => readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return { name: hash.slice(0, 7), folder, sameLibraries: ours === theirs };
}

/** What the workloads import, whatever the commit. */
const NEEDED = [
  'src/simulation/simulate.ts',
  'src/simulation/day.ts',
  'src/experiment/study.ts',
  'bench/reference-kernel.ts',
];

/** What git printed, without the end of line; undefined if it failed. */
function git(project: string, given: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', project, ...given], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
