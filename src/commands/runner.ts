/**
 * Runner: where the blocks of a study are run: in this thread, or in several.
 */
import type { RunBlocks } from '../experiment/study.ts';

/** A runner for so many workers; it stops when the signal says so. */
export async function runnerFor(workers: number, signal: AbortSignal): Promise<RunBlocks> {
  if (workers === 1) return (await import('../runners/in-process.ts')).inProcess({ signal });
  return (await import('../runners/worker-threads.ts')).workerThreads({ workers, signal });
}
