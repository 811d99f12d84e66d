/**
 * Worker threads: runs blocks on several cores, one batch per thread at a time.
 *
 * Threads that are kept open take one study after another: a thread that starts loads the program and its machine code is slow at
 * first, which costs more than a small study. Results come in the order requested, whichever thread is first. A run stays only a few batches per thread ahead of the
 * reader, so that a thousand replicates never wait in memory. A worker that dies or runs out of memory loses only its batch, whose
 * blocks are run again, one by one; a block that ends its worker for the third time stops the study. A cell that fails is no such
 * death: it would fail again, so its block is lost at once.
 */
import { setMaxListeners } from 'node:events';
import type { BlockKey, CellResult, LostBlock, RunBlocks, Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import type { Cache } from '../files/cache-folder.ts';
import { engineVersion } from '../files/engine-version.ts';
import { batchSize } from './batch-size.ts';
import { failureOfBlock, lostBlock, type Reproduce } from './block-failure.ts';
import { type Batch, causeOf, type DoneBatch, type SentStudy, sentStudy, type TaskData } from './task.ts';
import { taskFile } from './task-file.ts';
import { startThreads, type ThreadPool } from './thread-pool.ts';

const BATCHES_AHEAD = 3;
const MOST_FAILURES = 3;

/** The settings of worker threads. */
export interface WorkerSettings {
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** Gives the command that reproduces a failure. */
  readonly reproduce?: Reproduce;
  /** Where burn-ins are kept for later runs; without, each is simulated. */
  readonly cache?: Cache | undefined;
  /** Heap limit of a thread in megabytes; by default that of Node. */
  readonly megabytes?: number;
  /** The path of another task; tests use tasks that die. */
  readonly task?: string;
}

/** The cells of each block of a batch, or its loss. */
type Results = readonly (readonly CellResult[] | LostBlock)[];

/** A runner whose threads stay open between studies. */
export interface OpenRunner {
  readonly run: RunBlocks;
  /** Ends the threads, and whatever they run. A study after that starts them anew. */
  readonly end: () => Promise<void>;
}

/** A runner on `workers` threads per study. If the signal is aborted, it ends them, even within a block, and throws its reason. */
export function workerThreads(settings: WorkerSettings): RunBlocks {
  return async function* (study, blocks, progress, lose) {
    const { run, end } = openThreads(settings);
    try {
      yield* run(study, blocks, progress, lose);
    } finally {
      await end();
    }
  };
}

/**
 * A runner on at most `workers` threads, which start with the first study that has something to run and stay until `end`. If the
 * signal is aborted, it ends them, even within a block, and throws its reason. A run that is left early gives up its own blocks alone.
 */
export function openThreads({
  workers,
  signal,
  reproduce,
  cache,
  megabytes,
  task = taskFile('task'),
}: WorkerSettings): OpenRunner {
  const ours = engineVersion();
  const studies = new WeakMap<Study, SentStudy>();
  let pool: ThreadPool<Batch, DoneBatch> | undefined;
  let ended: Promise<unknown> = Promise.resolve();
  let [sent, running] = [0, 0];

  const end = async () => {
    signal?.removeEventListener('abort', end);
    if (pool !== undefined) ended = Promise.all([ended, pool.end()]);
    pool = undefined;
    await ended;
  };
  /** The open threads, in place of which more are started if they are too few and idle. */
  const threadsFor = (threads: number) => {
    if (pool !== undefined && (pool.threads >= threads || running > 0)) return pool;
    void end();
    const workerData: TaskData = { cache, threads };
    pool = startThreads<Batch, DoneBatch>({ threads, task, workerData, megabytes });
    signal?.addEventListener('abort', end, { once: true });
    return pool;
  };
  const sentOnce = (study: Study): SentStudy => {
    const known = studies.get(study) ?? sentStudy(study, sent++);
    studies.set(study, known);
    return known;
  };

  const run: RunBlocks = async function* (study, blocks, progress, lose) {
    signal?.throwIfAborted();
    if (blocks.length === 0) return;
    const threads = Math.min(workers, blocks.length);
    const work = sentOnce(study);
    const own = threadsFor(threads);
    running++;
    const leaving = new AbortController();
    setMaxListeners(0, leaving.signal);
    let [asked, done] = [0, 0];
    let perBlock: number | undefined;

    const attempt = async (batch: readonly BlockKey[], failures: number): Promise<Results> => {
      signal?.throwIfAborted();
      try {
        const { engine, results, milliseconds } = await own.run({ study: work, blocks: batch }, leaving.signal);
        if (engine !== ours) throw programChanged();
        perBlock = milliseconds / batch.length;
        done += batch.length;
        progress(done, blocks.length);
        return results.map((result, at) =>
          'arm' in result
            ? lostBlock(study, batch[at], { arm: result.arm, cause: causeOf(result) }, reproduce)
            : result,
        );
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof Failure || leaving.signal.aborted) throw error;
        if (failures + 1 === MOST_FAILURES) throw failureOfBlock(batch[0], error, MOST_FAILURES, reproduce);
        return (await Promise.all(batch.map((block) => attempt([block], failures + 1)))).flat();
      }
    };
    const waiting: Promise<Results>[] = [];
    const askAhead = () => {
      while (waiting.length < threads * BATCHES_AHEAD && asked < blocks.length) {
        const size = batchSize(blocks.length - asked, threads, perBlock);
        const results = attempt(blocks.slice(asked, asked + size), 0);
        results.catch(() => {});
        waiting.push(results);
        asked += size;
      }
    };
    try {
      for (askAhead(); waiting.length > 0; askAhead()) {
        for (const result of await waiting.shift()!) {
          if (!('failure' in result)) yield result;
          else if (lose === undefined) throw result.failure;
          else lose(result);
        }
      }
    } finally {
      running--;
      leaving.abort();
    }
  };
  return { run, end };
}

/** Threads read the program when they start, so the replacement of a dead thread may read a changed one. */
function programChanged(): Failure {
  return new Failure({
    problem: 'the program was changed while it ran',
    reason: 'cells of two versions cannot form one study',
    remedy: 'run the same command again',
    exitCode: 1,
  });
}
