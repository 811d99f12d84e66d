/**
 * Block failure: the Failure thrown if a block cannot be run, with the command that reproduces it.
 */
import type { BlockKey } from '../experiment/study.ts';
import { Failure } from '../failure.ts';

/** Gives the command that runs a block alone. */
export type Reproduce = (block: BlockKey) => string;

/**
 * A Failure (exit code 1) that names the block and the number of failed attempts, with the error itself as its `cause`. An error
 * that is a Failure already only gains the command that reproduces it.
 */
export function failureOfBlock(
  block: BlockKey,
  error: unknown,
  times: number,
  reproduce: Reproduce | undefined,
): Failure {
  if (error instanceof Failure) {
    return new Failure(
      ...error.facts.map((facts) => ({ ...facts, ...(reproduce && { reproduce: reproduce(block) }) })),
    );
  }
  const often = times === 1 ? 'failed' : `failed ${times} times`;
  const failure = new Failure({
    problem: `draw ${block.draw}, replicate ${block.replicate} ${often}: ${messageOf(error)}`,
    remedy: remedyFor(error),
    ...(reproduce && { reproduce: reproduce(block) }),
    exitCode: 1,
  });
  failure.cause = error;
  return failure;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function remedyFor(error: unknown): string {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (isMemory) return 'give it more memory, with fewer workers or on a larger machine; cells computed so far are kept';
  return 'a block depends on its scenario alone, so this is a defect of stepdown: please report it';
}
