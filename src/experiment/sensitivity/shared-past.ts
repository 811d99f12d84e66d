/**
 * Shared past: divides many arms that part on one day into blocks.
 *
 * A block simulates the common past of its arms once, so fewer blocks repeat less. But a block is run by one worker and kept as
 * a whole: too few blocks leave workers idle, and lose much work when the run is stopped.
 */
import type { BlockKey } from '../study.ts';

/** The work to divide: arms per replicate, and days before and after the arms part. */
export interface SharedPast {
  readonly arms: number;
  readonly replicates: number;
  readonly past: number;
  readonly future: number;
  readonly workers: number;
}

/** A block has no more arms than this, unless its past would still weigh more than an eighth of it. */
const MANY_ARMS = 16;

/**
 * The blocks of every replicate, each with some of the arms: among all divisions into equal parts the one that finishes first, and
 * among equally fast ones that with the fewest blocks.
 */
export function blocksOfSharedPast({ arms, replicates, past, future, workers }: SharedPast): readonly BlockKey[] {
  const most = Math.max(MANY_ARMS, Math.ceil((8 * past) / future));
  const fewest = Math.ceil(arms / most);
  const timeOf = (parts: number) =>
    Math.ceil((replicates * parts) / workers) * (past + Math.ceil(arms / parts) * future);
  let parts = fewest;
  for (let more = fewest + 1; more <= arms; more++) if (timeOf(more) < timeOf(parts)) parts = more;
  return Array.from({ length: parts }, (_, part) => {
    const [first, next] = [Math.floor((arms * part) / parts), Math.floor((arms * (part + 1)) / parts)];
    return Array.from({ length: next - first }, (_, at) => first + at);
  }).flatMap((some) => Array.from({ length: replicates }, (_, replicate) => ({ draw: 0, replicate, arms: some })));
}
