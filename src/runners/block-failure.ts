/**
 * Block failure: the words for a cell that fails, and for a block that cannot be run because the machine fails.
 */

import type { FailedCell } from '../experiment/failed-cell.ts';
import type { BlockKey, CellKey, LostBlock, Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { nameInList } from '../tables/format.ts';

/** Gives the command that runs a cell alone. */
export type Reproduce = (cell: CellKey) => string;

/**
 * The loss of a block to a failed cell. Its Failure names arm, draw and replicate, and the command that runs this cell alone; the
 * error itself is its `cause`. An error that is a Failure already keeps its words and its exit code; any other has exit code 1.
 */
export function lostBlock(
  { arms }: Study,
  block: BlockKey,
  { arm, cause }: Pick<FailedCell, 'arm' | 'cause'>,
  reproduce: Reproduce | undefined,
): LostBlock {
  const { draw, replicate } = block;
  const { name } = arms[arm];
  const place = [nameInList(name), ...(draw === 0 ? [] : [`draw ${draw}`]), `replicate ${replicate}`].join(', ');
  const again = reproduce && { reproduce: reproduce({ arm, draw, replicate }) };
  const defect = { problem: messageOf(cause), remedy: DEFECT, exitCode: 1 } as const;
  const told = cause instanceof Failure ? cause.facts : [defect];
  const failure = new Failure(...told.map((facts) => ({ place, ...facts, ...again })));
  failure.cause = cause;
  return { block, arm, name, failure };
}

/**
 * A Failure (exit code 1) for a block that the machine could not run: it names the block, the number of failed attempts, and the
 * commands that run its cells alone, with the error itself as its `cause`.
 */
export function failureOfBlock(
  { draw, replicate, arms }: BlockKey,
  error: unknown,
  times: number,
  reproduce: Reproduce | undefined,
): Failure {
  const often = times === 1 ? 'failed' : `failed ${times} times`;
  const commands = new Set(arms.map((arm) => reproduce?.({ arm, draw, replicate }) ?? ''));
  const failure = new Failure({
    problem: `draw ${draw}, replicate ${replicate} ${often}: ${messageOf(error)}`,
    remedy: remedyFor(error),
    ...(reproduce && { reproduce: [...commands].join('\n         or: ') }),
    exitCode: 1,
  });
  failure.cause = error;
  return failure;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const DEFECT =
  'a cell depends on its scenario alone, so this is a defect of stepdown, or a range allows impossible numbers: please report it';
const MEMORY = 'give it more memory, with fewer workers or on a larger machine; cells computed so far are kept';

function remedyFor(error: unknown): string {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory || /allocation failed/.test(messageOf(error)) ? MEMORY : 'if it happens again, please report it';
}
