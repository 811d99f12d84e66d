/**
 * Lock: one run at a time writes a folder.
 *
 * A file beside the folder says which process is writing there. Whoever finds it waits or goes elsewhere, unless that
 * process is dead: then it was killed before it could clear up, and its lock is taken over.
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

/** What the file says. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  /** Tells processes apart that had the same number one after another; empty where the system does not say. */
  readonly birth: string;
  readonly since: string;
  /** Tells locks apart. */
  readonly token: string;
}

/** A file being written says nothing yet; one that says nothing for so long was left by a dead process. */
const SILENT_MILLISECONDS = 10_000;

/**
 * Locks a folder, which need not exist yet, and gives the function that releases it. Throws a Failure (exit code 1) if
 * another run holds it, or if nothing can be written beside the folder. `typed` is what the user calls the folder.
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

/** Whether the lock was free and is ours now. */
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

/** Moves a dead lock out of the way. If somebody was faster and it is their lock that was moved, it is put back. */
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

/** On Linux the start of the machine and, in ticks after it, of the process. */
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
