/**
 * Runner: where the blocks of a study are run: in this thread, or in several.
 */
import type { BlockKey, RunBlocks } from '../experiment/study.ts';

/** A runner for so many workers, which stops when the signal says so. `reproduce` gives the command that shows a failure again. */
export async function runnerFor(
  workers: number,
  signal: AbortSignal,
  reproduce: (block: BlockKey) => string,
): Promise<RunBlocks> {
  if (workers === 1) return (await import('../runners/in-process.ts')).inProcess({ signal, reproduce });
  return (await import('../runners/worker-threads.ts')).workerThreads({ workers, signal, reproduce });
}
