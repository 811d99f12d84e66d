/**
 * Changed files: compares the files of a folder of results with the SHA-256 of each in its manifest.
 */
import { createReadStream, existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RunningDigest } from '../engine/digest.ts';
import { entriesIn } from '../files/disk.ts';
import { readFailure } from '../files/disk-failure.ts';

/** Paths in the folder, with slashes, in order. */
export interface FolderCheck {
  readonly same: readonly string[];
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** Files that the manifest does not list. */
  readonly extra: readonly string[];
}

/** Checks every file, read piece by piece, so that size does not matter. Throws a Failure if one cannot be read. */
export async function checkFiles(folder: string, digests: Readonly<Record<string, string>>): Promise<FolderCheck> {
  const check = { same: [] as string[], changed: [] as string[], missing: [] as string[] };
  for (const [path, digest] of Object.entries(digests)) {
    const file = join(folder, ...path.split('/'));
    const found = existsSync(file) ? await digestOfFile(file) : undefined;
    const verdict = found === undefined ? 'missing' : found === digest ? 'same' : 'changed';
    check[verdict].push(path);
  }
  const extra = (await filesIn(folder)).filter((path) => path !== 'manifest.json' && !Object.hasOwn(digests, path));
  return { ...check, extra };
}

async function digestOfFile(path: string): Promise<string> {
  const digest = new RunningDigest();
  try {
    for await (const piece of createReadStream(path)) digest.add(piece);
  } catch (error) {
    throw readFailure(error, path);
  }
  return digest.hex();
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await entriesIn(folder);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
