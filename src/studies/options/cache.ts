/**
 * Cache: the option `--no-cache`, and where burn-ins are kept without it.
 */
import { type Cache, cacheOf } from '../../files/cache-folder.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** The cache of the user; undefined with `--no-cache`, or if the environment switches it off. Throws a Failure as `cacheOf` does. */
export function cacheAsked(
  { cache }: { readonly cache: boolean },
  { environment, cwd }: Pick<Terminal, 'environment' | 'cwd'>,
): Cache | undefined {
  return cache ? cacheOf(environment, process.platform, cwd) : undefined;
}
