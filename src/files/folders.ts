/**
 * Folders: creates folders one by one, so that a place where none can be created gives an error.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a folder and its missing parents. It does not use the option `recursive` of Node, which never ends on file systems
 * that refuse folders as if their parents were missing, such as /proc. Throws the error of the system.
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
