/**
 * Lock: one run at a time writes a folder.
 *
 * A file beside the folder names the process that is writing there. Another run is refused, unless that process is dead: then it
 * was killed before it could clean up, and its lock is taken over.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { writeFailure } from './disk-failure.ts';
import { makeFolders } from './folders.ts';

/** The content of the file. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  /** Distinguishes processes that had the same number one after another; empty if the system does not say. */
  readonly birth: string;
  readonly since: string;
  /** Distinguishes locks. */
  readonly token: string;
}

/** An empty file is being written; one that stays empty for this many milliseconds was left by a dead process. */
const SILENT_MILLISECONDS = 10_000;

/**
 * Locks a folder, which need not exist yet, and gives the function that releases it. Throws a Failure (exit code 1) if another
 * run holds the lock, or if nothing can be written beside the folder. `typed` is the folder as the user typed it.
 */
export function lockFolder(folder: string, typed: string = folder): () => void {
  const path = join(dirname(resolve(folder)), `.${basename(resolve(folder))}.lock`);
  const text = JSON.stringify(ourselves());
  try {
    makeFolders(dirname(path));
  } catch (error) {
    throw writeFailure(error, typed);
  }
  while (!isTaken(path, text, typed)) {
    const found = textAt(path);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder === undefined ? isFresh(path) : isAlive(holder)) throw heldBy(holder, path, typed);
    removeDead(path, found);
  }
  return () => {
    if (textAt(path) === text) rmSync(path, { force: true });
  };
}

/** Takes the lock if it is free; says whether it did. */
function isTaken(path: string, text: string, typed: string): boolean {
  try {
    writeNew(path, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw writeFailure(error, typed);
  }
}

function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Moves a dead lock out of the way. If another process was faster and its live lock was moved instead, puts that back. */
function removeDead(path: string, dead: string): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
    if (textAt(aside) !== dead) copyFileSync(aside, path, constants.COPYFILE_EXCL);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw writeFailure(error, path);
  }
}

function ourselves(): Holder {
  const { pid } = process;
  const token = randomBytes(6).toString('hex');
  return { host: hostname(), pid, birth: birthOf(pid), since: new Date().toISOString(), token };
}

function isAlive({ host, pid, birth }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return [birth, ''].includes(birthOf(pid)) || birth === '';
}

/** On Linux, the boot of the machine and, in ticks after it, the start of the process. */
function birthOf(pid: number): string {
  try {
    const machine = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${machine} ${afterName[19]}`;
  } catch {
    return '';
  }
}

function heldBy(holder: Holder | undefined, path: string, typed: string): Failure {
  const who = holder && `process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}`;
  const isElsewhere = holder !== undefined && holder.host !== hostname();
  const remedy = 'wait for it, or choose another folder with --out';
  return new Failure({
    place: typed,
    problem: `another run is writing there${holder ? `: ${who}, since ${holder.since}` : ''}`,
    remedy: isElsewhere ? `${remedy}; if it is dead, delete ${path}` : remedy,
    exitCode: 1,
  });
}

function holderIn(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

function isFresh(path: string): boolean {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written < SILENT_MILLISECONDS;
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw writeFailure(error, path);
  }
}
