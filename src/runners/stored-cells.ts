/**
 * Stored: the runner of a study, which computes only cells that are not stored yet.
 *
 * It takes existing cells from the store, lets another runner, in this thread or on several, compute the missing ones, and stores
 * each as it comes. So a stopped study continues where it stopped, and a study with more replicates or another arm computes only
 * what is new.
 */
import { dirname, join } from 'node:path';
import {
  addressesOf,
  type BlockKey,
  type CellKey,
  type CellResult,
  type Lose,
  type Progress,
  type RunBlocks,
} from '../experiment/study.ts';
import type { Cache } from '../files/cache-folder.ts';
import { type CellStore, cellStore } from '../files/cell-store.ts';
import { engineVersion } from '../files/engine-version.ts';
import { digestOf } from '../simulation/summary.ts';
import type { Reproduce } from './block-failure.ts';
import type { OpenRunner } from './worker-threads.ts';
import { fromBytes, toBytes } from './written-summary.ts';

/** The settings of a runner. */
export interface RunnerSettings {
  readonly workers: number;
  /** If aborted, its reason is thrown. */
  readonly signal: AbortSignal;
  readonly reproduce: Reproduce;
  /** Where burn-ins are kept for later runs, if anywhere. */
  readonly cache?: Cache | undefined;
}

/** A runner in this thread for one worker, otherwise on one thread per worker; threads stay open until its `end`. */
export async function runnerFor(settings: RunnerSettings): Promise<OpenRunner> {
  if (settings.workers > 1) return (await import('./worker-threads.ts')).openThreads(settings);
  const pasts = settings.cache && (await import('./kept-burn-ins.ts')).keptBurnIns(settings.cache);
  const run = (await import('./in-process.ts')).inProcess({ ...settings, pasts });
  return { run, end: async () => {} };
}

/** A runner that stores cells beside the folder of results, to be ended too. `tell` receives one line per damaged cell. */
export async function storedBeside(
  folder: string,
  settings: RunnerSettings,
  tell: (line: string) => void,
  tally: Tally = { found: 0, computed: 0 },
): Promise<OpenRunner> {
  const store = cellStore(join(dirname(folder), '.cells'), tell);
  const { run, end } = await runnerFor(settings);
  return { run: stored({ store, engine: engineVersion(), tally }, run), end };
}

/** Number of cells taken from the store, and of cells computed, so far. */
export interface Tally {
  found: number;
  computed: number;
}

/**
 * A runner over a store. `engine` is the version of the computing program, see `addressesOf`. Blocks come whole, in the order
 * requested, their cells in order of arm; `tally` counts as they come. A block that is lost is not kept, nor any part of it.
 */
export function stored(
  { store, engine, tally }: { readonly store: CellStore; readonly engine: string; readonly tally: Tally },
  inner: RunBlocks,
): RunBlocks {
  return async function* (study, blocks, progress, lose) {
    const addressOf = addressesOf(study, engine);
    /** For each block with missing cells, the block of these alone. */
    const missing = new Map<BlockKey, BlockKey>();
    for (const block of blocks) {
      const arms = block.arms.filter((arm) => !isStored(store, addressOf, keyOf(block, arm)));
      if (arms.length > 0) missing.set(block, { ...block, arms });
    }
    const whole = blocks.length - missing.size;
    if (whole > 0) progress(whole, blocks.length);

    const take = (key: CellKey): CellResult | undefined => {
      const address = addressOf(key);
      const bytes = store.read(address);
      const summary = bytes && fromBytes(bytes);
      if (bytes !== undefined && summary === undefined) store.discard(address);
      return summary && { key, summary, digest: digestOf(summary) };
    };
    const keep = (cells: readonly CellResult[]) => {
      for (const { key, summary } of cells) store.write(addressOf(key), toBytes(summary));
      tally.computed += cells.length;
      return cells;
    };
    /** Cells found at first that have disappeared since. */
    const again = async (block: BlockKey, arms: readonly number[]) => {
      const cells: CellResult[] = [];
      if (arms.length > 0) for await (const some of inner(study, [{ ...block, arms }], () => {})) cells.push(...some);
      return keep(cells);
    };
    const told: Progress = (done) => progress(whole + done, blocks.length);
    const wholeOf = new Map([...missing].map(([block, part]) => [part, block]));
    const computing = new Computing(
      (losing) => inner(study, [...missing.values()], told, losing),
      lose && ((lost) => lose({ ...lost, block: wholeOf.get(lost.block)! })),
    );
    try {
      for (const block of blocks) {
        const part = missing.get(block);
        const computed = part === undefined ? [] : await computing.cellsOf(part);
        if (computed === undefined) continue;
        keep(computed);
        const found = block.arms.filter((arm) => !part?.arms.includes(arm)).map((arm) => take(keyOf(block, arm)));
        const there = found.filter((cell) => cell !== undefined);
        tally.found += there.length;
        const has = new Set([...computed, ...there].map(({ key }) => key.arm));
        const rest = await again(
          block,
          block.arms.filter((arm) => !has.has(arm)),
        );
        const byArm = new Map([...computed, ...there, ...rest].map((cell) => [cell.key.arm, cell]));
        yield block.arms.map((arm) => byArm.get(arm)!);
      }
    } finally {
      await computing.end();
    }
  };
}

/** The computed cells of one block after another; a runner goes on to the next block by itself if one is lost. */
class Computing {
  readonly #cells: AsyncIterator<readonly CellResult[]>;
  readonly #lost = new Set<BlockKey>();
  /** Computed, and not yet asked for. */
  #ahead: readonly CellResult[] | undefined;

  constructor(start: (lose?: Lose) => ReturnType<RunBlocks>, lose?: Lose) {
    const losing: Lose = (lost) => {
      this.#lost.add(lost.block);
      lose?.(lost);
    };
    this.#cells = start(lose && losing)[Symbol.asyncIterator]();
  }

  /** The cells of the next block; undefined if it is lost. */
  async cellsOf(block: BlockKey): Promise<readonly CellResult[] | undefined> {
    if (!this.#lost.has(block)) this.#ahead ??= (await this.#cells.next()).value;
    if (this.#lost.has(block)) return undefined;
    const cells = this.#ahead;
    this.#ahead = undefined;
    return cells ?? [];
  }

  async end(): Promise<void> {
    await this.#cells.return?.();
  }
}

/** Whether a cell is stored. A parameter draw that is impossible has no address; the runner tells what is wrong with it. */
function isStored(store: CellStore, addressOf: (key: CellKey) => string, key: CellKey): boolean {
  let address: string;
  try {
    address = addressOf(key);
  } catch {
    return false;
  }
  return store.has(address);
}

function keyOf({ draw, replicate }: BlockKey, arm: number): CellKey {
  return { arm, draw, replicate };
}
