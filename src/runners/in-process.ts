/**
 * In process: runs blocks one after another in this thread. The simplest runner, and the standard for the others.
 */
import { FailedCell } from '../experiment/failed-cell.ts';
import type { KeptPasts } from '../experiment/past.ts';
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
  pasts,
}: {
  readonly signal?: AbortSignal;
  readonly reproduce?: Reproduce;
  /** Burn-ins of earlier runs; without, each is simulated. */
  readonly pasts?: KeptPasts | undefined;
} = {}): RunBlocks {
  return async function* (study, blocks, progress, lose) {
    for (const [done, block] of blocks.entries()) {
      await breath();
      signal?.throwIfAborted();
      const result = resultOf(study, block, reproduce, pasts);
      progress(done + 1, blocks.length);
      if (!('failure' in result)) yield result;
      else if (lose === undefined) throw result.failure;
      else lose(result);
    }
  };
}

function resultOf(
  study: Study,
  block: BlockKey,
  reproduce: Reproduce | undefined,
  pasts: KeptPasts | undefined,
): readonly CellResult[] | LostBlock {
  try {
    return runBlock(study, block, pasts);
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
