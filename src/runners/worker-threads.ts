/**
 * Worker threads: runs blocks on several cores, a block a thread at a time.
 *
 * Results come in the order asked for, whatever thread was first. Only a few blocks a thread are asked for ahead, so that
 * a thousand replicates wait nowhere in memory.
 */
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { BlockKey, CellResult, RunBlocks } from '../experiment/study.ts';
import { failureOfBlock } from './block-failure.ts';
import { writtenStudy } from './task.ts';

const BLOCKS_AHEAD = 4;

/** A runner on so many threads. When the signal says so it ends them, mid-block, and throws the signal's reason. */
export function workerThreads({
  workers,
  signal,
}: {
  readonly workers: number;
  readonly signal?: AbortSignal;
}): RunBlocks {
  return async function* (study, blocks, progress) {
    signal?.throwIfAborted();
    const threads = Math.min(workers, blocks.length);
    const pool = new Piscina<BlockKey, readonly CellResult[]>({
      filename: taskFile(),
      workerData: writtenStudy(study),
      minThreads: threads,
      maxThreads: threads,
    });
    const stop = () => void pool.destroy();
    signal?.addEventListener('abort', stop, { once: true });
    const waiting: Promise<readonly CellResult[]>[] = [];
    let asked = 0;
    let done = 0;
    const ask = () => {
      const block = blocks[asked++]!;
      const cells = run(pool, block, signal).then((result) => {
        progress(++done, blocks.length);
        return result;
      });
      cells.catch(() => {});
      waiting.push(cells);
    };
    try {
      while (asked < Math.min(threads * BLOCKS_AHEAD, blocks.length)) ask();
      for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
        const cells = await first;
        if (asked < blocks.length) ask();
        yield cells;
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      await pool.destroy();
    }
  };
}

async function run(pool: Piscina<BlockKey, readonly CellResult[]>, block: BlockKey, signal: AbortSignal | undefined) {
  try {
    return await pool.run(block);
  } catch (error) {
    signal?.throwIfAborted();
    throw failureOfBlock(block, error);
  }
}

/** From source, a worker first learns to read TypeScript; that file is not part of the program that is built. */
function taskFile(): string {
  const isSource = import.meta.url.endsWith('.ts');
  return fileURLToPath(new URL(isSource ? './task-from-source.mjs' : './task.js', import.meta.url));
}
