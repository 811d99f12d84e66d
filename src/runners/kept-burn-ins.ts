/**
 * Kept burn-ins: the pasts that runs of this program on this machine keep for later ones, in the cache of the user.
 */
import { join } from 'node:path';
import { digestOfText } from '../engine/digest.ts';
import type { KeptPasts } from '../experiment/past.ts';
import { boundedFolder } from '../files/bounded-folder.ts';
import type { Cache } from '../files/cache-folder.ts';
import { engineVersion } from '../files/engine-version.ts';
import { pastFromBytes, pastToBytes } from './written-past.ts';

/**
 * The pasts in a cache, under the version of the engine that simulated them. A study of very many replicates would replace
 * everything again and again, so all workers together write at most half of the bytes; `workers` is their number.
 */
export function keptBurnIns({ folder, bytes }: Cache, workers = 1): KeptPasts {
  const files = boundedFolder(join(folder, 'burn-ins'), bytes);
  const nameOf = (name: string) => digestOfText(`${engineVersion()}\n${name}`);
  let left = bytes / 2 / workers;
  return {
    find: (name) => {
      const content = files.read(nameOf(name));
      const past = content && pastFromBytes(content);
      if (content !== undefined && past === undefined) files.remove(nameOf(name));
      return past;
    },
    keep: (name, past) => {
      if (left <= 0) return;
      const parts = pastToBytes(past);
      const size = parts === undefined ? 0 : files.write(nameOf(name), parts);
      // what cannot be written once is not tried again
      left = size === 0 ? 0 : left - size;
    },
  };
}
