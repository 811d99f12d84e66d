/**
 * Block failure: what is thrown when a block cannot be run. Blocks depend on their key alone, so this is a defect of ours.
 */
import type { BlockKey } from '../experiment/study.ts';

/** An Error that says which block it was; the error itself is its `cause`. */
export function failureOfBlock({ draw, replicate }: BlockKey, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(`draw ${draw}, replicate ${replicate}: ${message}`, { cause: error });
}
