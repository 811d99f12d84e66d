/**
 * Shared past: many arms that part on one day, cut into blocks.
 *
 * A block lives the past of its arms once, so the fewer blocks the less is lived twice. But a block is what one worker does
 * and what is kept as a whole: too few leave workers idle, and lose much when they are stopped.
 */
import type { BlockKey } from '../study.ts';

/** What is to be cut: so many arms in each replicate, and the days before and after they part. */
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
 * Blocks of every replicate, each with some of the arms: of all cuts into equal parts the one that is done first, and of those
 * that take equally long the one with the fewest blocks.
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
