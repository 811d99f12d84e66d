/**
 * Task file: the path of the module that a worker thread runs.
 */
import { fileURLToPath } from 'node:url';

/** The path of the task `name`. From source, a thread first needs a loader for TypeScript, which the built program has not. */
export function taskFile(name: string): string {
  const isSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(isSource ? `./${name}-from-source.mjs` : `./${name}.js`, import.meta.url));
}
