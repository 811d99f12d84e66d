/**
 * Disk: reading what people give, and writing results so that they are there whole or not at all.
 *
 * Whatever is written goes first beside its place, under a name that begins with a dot and ends in `.partial`, and takes
 * its place in one step. A power cut leaves at most such a leftover. What goes wrong becomes a Failure that says which
 * file, why, and what to do; exit code 1 if writing failed, 2 if what should be read is not there.
 */

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { readFailure, writeFailure } from './disk-failure.ts';

/** Every folder of results has this file; a folder without it is not replaced. */
const MARK = 'manifest.json';

/** The text of a UTF-8 file, without byte order mark. Throws a Failure (exit code 2) if it cannot be read. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure({ place: path, problem: 'is not UTF-8 text', remedy: 'save it with the encoding UTF-8' });
  }
}

/** The bytes of a file. Throws a Failure (exit code 2) if it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw readFailure(error, path);
  }
}

/**
 * Writes a file: a reader sees the old one or the whole new one, never a part. Makes the folders it needs. Throws a
 * Failure (exit code 1) if it cannot be written, and then leaves nothing behind.
 */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = beside(path);
  try {
    await mkdir(dirname(temporary), { recursive: true });
    await writeThrough(temporary, data);
    await rename(temporary, path);
  } catch (error) {
    await removeQuietly(temporary);
    throw writeFailure(error, path);
  }
}

/**
 * Writes a folder: `fill` gets a temporary folder to fill, which then becomes `folder` as a whole. An older folder of
 * results is replaced; it stays untouched if `fill` throws, and comes back if the change of places fails. A folder that
 * holds files but no `manifest.json` was not written by this program and is refused (exit code 2), so that a mistyped
 * folder costs nobody their files. Errors of `fill` pass through unchanged.
 */
export async function writeFolderAtomically(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const existing = await existingResults(folder);
  const temporary = beside(folder);
  try {
    await makeFolder(temporary);
  } catch (error) {
    throw writeFailure(error, folder);
  }
  try {
    await fill(temporary);
    await replaceFolder(folder, temporary, existing);
  } finally {
    await removeQuietly(temporary);
  }
}

/** Whether the folder is there; refuses one whose files are not results. */
async function existingResults(folder: string): Promise<boolean> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw writeFailure(error, folder);
  }
  if (names.length > 0 && !names.includes(MARK)) {
    throw new Failure({
      place: folder,
      problem: `holds files, but no ${MARK}`,
      reason: 'results replace their whole folder, and these files are not results of this program',
      remedy: 'choose another folder, or empty this one first',
    });
  }
  return true;
}

async function replaceFolder(folder: string, temporary: string, existing: boolean): Promise<void> {
  const aside = beside(folder);
  try {
    if (existing) await rename(folder, aside);
  } catch (error) {
    throw writeFailure(error, folder);
  }
  try {
    await rename(temporary, folder);
  } catch (error) {
    if (existing) await rename(aside, folder);
    throw writeFailure(error, folder);
  }
  await removeQuietly(aside);
}

/** Parents are made only where they are missing: on some file systems a recursive attempt never ends. */
async function makeFolder(path: string): Promise<void> {
  const parent = dirname(path);
  if (!existsSync(parent)) await mkdir(parent, { recursive: true });
  await mkdir(path);
}

/** A name that nobody else uses, in the same folder and so on the same disk. */
function beside(path: string): string {
  const whole = resolve(path);
  return join(dirname(whole), `.${basename(whole)}.${randomBytes(6).toString('hex')}.partial`);
}

/** Writes a new file and waits until the disk has it. */
async function writeThrough(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Clears up after something else went right or wrong; that a leftover could not be removed is no news beside it. */
async function removeQuietly(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
