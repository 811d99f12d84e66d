/**
 * Batch size: the number of blocks sent to a worker at once.
 *
 * A message costs the same for one block or a hundred, so small blocks travel together. But a failed batch is run again, and towards
 * the end every thread should still have work. So a batch takes about half a second, and never more than its share of half of the
 * remaining blocks.
 */

const MILLISECONDS_A_BATCH = 500;
/** The largest batch: results must fit into memory while they wait for their turn. */
const MOST_BLOCKS = 256;

/** The size of the next batch; `perBlock` is the time of a block in milliseconds, undefined before any was measured. */
export function batchSize(left: number, threads: number, perBlock: number | undefined): number {
  if (perBlock === undefined) return 1;
  const byTime = Math.round(MILLISECONDS_A_BATCH / Math.max(perBlock, MILLISECONDS_A_BATCH / MOST_BLOCKS));
  return Math.max(1, Math.min(byTime, Math.ceil(left / (2 * threads))));
}
