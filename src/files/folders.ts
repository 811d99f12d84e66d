/**
 * Folders: made one by one, so that a place where nothing can be made says so.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those it lies in, where they are missing. Not with the option `recursive` of Node, which never ends
 * on file systems that refuse folders as if their parents were missing, such as /proc. Throws what the system says.
 */
export function makeFolders(path: string): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
