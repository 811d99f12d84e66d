/**
 * In process: runs blocks one after another in this thread. The simplest runner, and the standard for the others.
 */
import { type RunBlocks, runBlock } from '../experiment/study.ts';
import { failureOfBlock, type Reproduce } from './block-failure.ts';

/**
 * A runner that stops between two blocks if the signal is aborted, and throws its reason. A block that fails here would fail
 * again, so the first failure stops the study, with the command of `reproduce`.
 */
export function inProcess({
  signal,
  reproduce,
}: {
  readonly signal?: AbortSignal;
  readonly reproduce?: Reproduce;
} = {}): RunBlocks {
  return async function* (study, blocks, progress) {
    for (const [done, block] of blocks.entries()) {
      await breath();
      signal?.throwIfAborted();
      let cells: ReturnType<typeof runBlock>;
      try {
        cells = runBlock(study, block);
      } catch (error) {
        throw failureOfBlock(block, error, 1, reproduce);
      }
      progress(done + 1, blocks.length);
      yield cells;
    }
  };
}

/** Yields to the signal, timers and a page. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
