/**
 * Leftovers: the names that things have on their way in and out, and what a killed run left under such names.
 *
 * `.NAME.<12 hexadecimal digits>.partial` is being written; `.NAME.<12 hexadecimal digits>.replaced` makes room.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A name that nobody else uses, in the same folder and so on the same disk. */
export function nameBeside(path: string, ending: 'partial' | 'replaced'): string {
  const whole = resolve(path);
  return join(dirname(whole), `.${basename(whole)}.${randomBytes(6).toString('hex')}.${ending}`);
}

/**
 * Removes what killed runs left beside a folder; if the last was killed while it changed the folder for a new one, the old
 * one comes back. Only whoever holds the lock of the folder may call this.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  const whole = resolve(folder);
  const names = await readdir(dirname(whole)).catch(() => []);
  const start = `.${basename(whole)}.`;
  for (const name of names) {
    if (!name.startsWith(start)) continue;
    const ending = /^[0-9a-f]{12}\.(partial|replaced)$/.exec(name.slice(start.length))?.[1];
    if (ending === undefined) continue;
    const path = join(dirname(whole), name);
    if (ending === 'replaced' && !existsSync(whole)) await rename(path, whole).catch(() => undefined);
    else await removeQuietly(path);
  }
}

/** Clears up after something else went right or wrong; that a leftover could not be removed is no news beside it. */
export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
