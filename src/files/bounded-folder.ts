/**
 * Bounded folder: files under names, as a cache: never more than so many bytes, the least recently used removed first.
 *
 * Nothing here ever fails. A file that is damaged, of another program or of another format counts as missing, and is removed; a
 * folder that cannot be written keeps nothing. Several programs may use one folder at once: a file appears as a whole, and one
 * that vanishes is missing.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Files by name: letters and digits. */
export interface BoundedFolder {
  /** The content of a sound file; undefined if there is none. It counts as used now. */
  readonly read: (name: string) => Uint8Array | undefined;
  /** Writes a file of these parts, one after another, and makes room for it. Gives its size; 0 if it is not kept. */
  readonly write: (name: string, parts: readonly Uint8Array[]) => number;
  /** Removes a file. */
  readonly remove: (name: string) => void;
}

/** A file: these letters with the version of the format, the content, SHA-256 of the name and the content. */
const MAGIC = Buffer.from('steppast1');
const HASH_BYTES = 32;
const ENDING = '.past';
const PARTIAL = /^\.[0-9a-f]{12}\.partial$/;
/** A temporary file of this age in milliseconds was left by a program that was killed. */
const ABANDONED = 3_600_000;

/** The files in a folder, which is created with the first, of at most so many bytes together. */
export function boundedFolder(folder: string, bytes: number): BoundedFolder {
  const pathOf = (name: string) => join(folder, `${name}${ENDING}`);
  const remove = (name: string) => quietly(() => rmSync(pathOf(name), { force: true }));
  return {
    remove,
    read: (name) => {
      const file = quietly(() => readFileSync(pathOf(name)));
      if (file === undefined) return undefined;
      const [head, content, hash] = [
        file.subarray(0, MAGIC.length),
        file.subarray(MAGIC.length, -HASH_BYTES),
        file.subarray(-HASH_BYTES),
      ];
      if (!head.equals(MAGIC) || !hashOf(name, [content]).equals(hash)) {
        remove(name);
        return undefined;
      }
      const now = new Date();
      quietly(() => utimesSync(pathOf(name), now, now));
      return content;
    },
    write: (name, parts) => {
      const size = parts.reduce((sum, part) => sum + part.length, MAGIC.length + HASH_BYTES);
      if (size > bytes) return 0;
      const temporary = join(folder, `.${randomBytes(6).toString('hex')}.partial`);
      const isWritten = quietly(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeWhole(temporary, [MAGIC, ...parts, hashOf(name, parts)]);
        renameSync(temporary, pathOf(name));
        return true;
      });
      if (isWritten !== true) {
        quietly(() => rmSync(temporary, { force: true }));
        return 0;
      }
      quietly(() => prune(folder, bytes));
      return size;
    },
  };
}

function writeWhole(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    }
  } finally {
    closeSync(file);
  }
}

/** Removes what was used least recently until the rest fits, and what killed programs left. */
function prune(folder: string, bytes: number): void {
  const files = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const found = name.endsWith(ENDING) || PARTIAL.test(name) ? quietly(() => statSync(path)) : undefined;
    return found === undefined ? [] : [{ path, isWhole: name.endsWith(ENDING), size: found.size, used: found.mtimeMs }];
  });
  const now = Date.now();
  const remove = (path: string) => quietly(() => rmSync(path, { force: true }));
  for (const { path, isWhole, used } of files) if (!isWhole && now - used > ABANDONED) remove(path);
  const whole = files.filter(({ isWhole }) => isWhole).sort((a, b) => a.used - b.used);
  let total = whole.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of whole) {
    if (total <= bytes) return;
    remove(path);
    total -= size;
  }
}

function hashOf(name: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256').update(`${name}\n`);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The result of an attempt; undefined if the disk refuses. */
function quietly<Result>(attempt: () => Result): Result | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}
