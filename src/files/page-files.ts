/** Page files: the built page of `stepdown explore`, read alike by the built program and from source. */
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../failure.ts';

const FOLDER = fileURLToPath(new URL('../../dist/explorer', import.meta.url));

/** Gives the content of a file of the page by its path; undefined if there is none. Throws a Failure if the page is not built. */
export function pageFiles(): (path: string) => Uint8Array | undefined {
  if (!existsSync(join(FOLDER, 'index.html')))
    throw new Failure({ problem: 'the page is not built', remedy: 'npm run build:explorer' });
  return (path) => {
    const file = normalize(join(FOLDER, path));
    if (!file.startsWith(`${FOLDER}${sep}`) || path.includes('\0')) return undefined;
    try {
      return readFileSync(file);
    } catch {
      return undefined;
    }
  };
}
