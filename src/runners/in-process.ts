/**
 * In process: runs blocks one after another in this thread. The simplest runner, and the standard for the others.
 */
import { FailedCell } from '../experiment/failed-cell.ts';
import {
  type BlockKey,
  type CellResult,
  type LostBlock,
  type RunBlocks,
  runBlock,
  type Study,
} from '../experiment/study.ts';
import { failureOfBlock, lostBlock, type Reproduce } from './block-failure.ts';

/** A runner that stops between two blocks if the signal is aborted, and throws its reason. Failures tell `reproduce`. */
export function inProcess({
  signal,
  reproduce,
}: {
  readonly signal?: AbortSignal;
  readonly reproduce?: Reproduce;
} = {}): RunBlocks {
  return async function* (study, blocks, progress, lose) {
    for (const [done, block] of blocks.entries()) {
      await breath();
      signal?.throwIfAborted();
      const result = resultOf(study, block, reproduce);
      progress(done + 1, blocks.length);
      if (!('failure' in result)) yield result;
      else if (lose === undefined) throw result.failure;
      else lose(result);
    }
  };
}

function resultOf(study: Study, block: BlockKey, reproduce: Reproduce | undefined): readonly CellResult[] | LostBlock {
  try {
    return runBlock(study, block);
  } catch (error) {
    if (error instanceof FailedCell) return lostBlock(study, block, error, reproduce);
    throw failureOfBlock(block, error, 1, reproduce);
  }
}

/** Yields to the signal, timers and a page. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
