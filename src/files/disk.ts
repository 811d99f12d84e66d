/**
 * Disk: reads input files, and writes results atomically: whole or not at all.
 *
 * Everything is written first under a temporary name beside its place, which begins with a dot and ends in `.partial`, and then
 * moved into place in one step. A power cut leaves at most such a leftover, which the next run removes. Errors become a Failure
 * with file, reason and remedy; exit code 2 if the place is wrong or an input cannot be read, 1 if the machine gave out.
 */
import { constants, type Dirent, existsSync } from 'node:fs';
import { access, cp, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Failure } from '../failure.ts';
import { encodingFailure, readFailure, writeFailure } from './disk-failure.ts';
import { makeFolders } from './folders.ts';
import { clearLeftovers, nameBeside, removeQuietly } from './leftovers.ts';

/** The file in every folder of results whose `files` lists all others; a folder without it is not replaced. */
const MARK = 'manifest.json';

/** The text of a UTF-8 file, without byte order mark. Throws a Failure (exit code 2) if it cannot be read. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw encodingFailure(path, bytes);
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
 * Writes a file: a reader sees the old one or the whole new one, never a part. Creates the folders it needs. If the file cannot be
 * written, throws a Failure (see `writeFailure`) and leaves nothing behind.
 */
export async function writeAtomically(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = nameBeside(path, 'partial');
  try {
    makeFolders(dirname(temporary));
    await writeThrough(temporary, data);
    await rename(temporary, path);
  } catch (error) {
    await removeQuietly(temporary);
    throw writeFailure(error, path);
  }
}

/**
 * Writes a folder: `fill` receives a temporary folder, which then becomes `folder` as a whole; gives the result of `fill`. Checks
 * that the place can be written before `fill` begins. Replaces older results, but files that their manifest does not list belong to
 * the user and stay. If `fill` throws, everything stays untouched; if the swap fails, everything comes back. A folder that
 * holds files but no `manifest.json` was not written by this program and is refused (exit code 2), so that a mistyped folder
 * never costs the user files. Errors of `fill` pass through unchanged. The caller must hold the lock of the folder.
 */
export async function writeFolderAtomically<Result>(
  folder: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<Result> {
  await clearLeftovers(folder);
  const existing = await existingResults(folder);
  const temporary = nameBeside(folder, 'partial');
  try {
    makeFolders(dirname(temporary));
    await mkdir(temporary);
  } catch (error) {
    throw writeFailure(error, folder);
  }
  try {
    const result = await fill(temporary);
    if (existing) await keepForeign(folder, temporary);
    await replaceFolder(folder, temporary, existing);
    return result;
  } finally {
    await removeQuietly(temporary);
  }
}

/**
 * Copies what lies in one folder into another, so that the copies may be changed and removed even if the originals may not. Throws a
 * Failure that names the file that cannot be read, or `place` if the copies cannot be written.
 */
export async function copyFolder(from: string, to: string, place = to): Promise<void> {
  for (const entry of await entriesIn(from)) {
    const path = relative(from, join(entry.parentPath, entry.name));
    if (!entry.isDirectory()) await copyEntry(join(from, path), join(to, path), place);
  }
}

/** Everything in a folder and below it. Throws a Failure (exit code 2) if it cannot be read. */
export async function entriesIn(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw readFailure(error, folder);
  }
}

/** Copies a file or link with the folders it needs. `place` is what cannot be written, in words of the user. */
async function copyEntry(from: string, to: string, place: string): Promise<void> {
  try {
    makeFolders(dirname(to));
    await cp(from, to, { verbatimSymlinks: true, preserveTimestamps: true });
  } catch (error) {
    const isReadable = await access(from, constants.R_OK).then(
      () => true,
      () => false,
    );
    throw isReadable ? writeFailure(error, place) : readFailure(error, from);
  }
}

/** Whether the folder exists; refuses one whose files are not results. */
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
      reason: 'results replace the whole folder, and these files are not results of this program',
      remedy: 'choose another folder, or empty this one first',
    });
  }
  return true;
}

/** Copies files that the older results do not list into the new folder, unless it has a file of that name. */
async function keepForeign(folder: string, temporary: string): Promise<void> {
  if (!existsSync(temporary)) return;
  const listed = await listedIn(folder);
  for (const entry of await entriesIn(folder)) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    const target = join(temporary, path);
    if (entry.isDirectory() || listed.has(path.replaceAll(sep, '/')) || existsSync(target)) continue;
    await copyEntry(join(folder, path), target, folder);
  }
}

/** The files listed in the manifest of older results, and the manifest; only the manifest if it cannot be read. */
async function listedIn(folder: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(folder, MARK), 'utf8').catch(() => '');
  try {
    return new Set([MARK, ...Object.keys(JSON.parse(text).files)]);
  } catch {
    return new Set([MARK]);
  }
}

async function replaceFolder(folder: string, temporary: string, existing: boolean): Promise<void> {
  const aside = nameBeside(folder, 'replaced');
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

/** Writes a new file and waits until it is on disk. */
async function writeThrough(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}
