/**
 * Leftovers: the temporary names of files and folders being written or replaced, and the removal of those a killed run left.
 *
 * `.NAME.<12 hexadecimal digits>.partial` is being written; `.NAME.<12 hexadecimal digits>.replaced` is being replaced.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A unique name in the same folder, and so on the same disk. */
export function nameBeside(path: string, ending: 'partial' | 'replaced'): string {
  const whole = resolve(path);
  return join(dirname(whole), `.${basename(whole)}.${randomBytes(6).toString('hex')}.${ending}`);
}

/**
 * Removes leftovers of killed runs beside a folder; if the last run was killed while it replaced the folder, the old one comes
 * back. The caller must hold the lock of the folder.
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

/** Removes a file or folder and ignores failure, since another result or error matters more. */
export async function removeQuietly(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}
