/**
 * Thread pool: threads that do one kind of work, each thread one piece at a time.
 *
 * Piscina replaces a thread that dies. This file adds three guarantees: work begins in the order in which it is given, none waits if no
 * thread is left to run it, and threads are ended only once.
 */
import { Piscina } from 'piscina';
import { Failure } from '../failure.ts';

/** The settings with which threads are started. */
export interface PoolSettings {
  readonly threads: number;
  /** The path of the module whose default export does a piece of work, and its `workerData`. */
  readonly task: string;
  readonly workerData?: unknown;
  /** Heap limit of a thread in megabytes; undefined leaves it to Node. */
  readonly megabytes?: number | undefined;
}

/** Running threads. */
export interface ThreadPool<Work, Done> {
  readonly threads: number;
  /**
   * Does a piece of work on the next free thread. Rejects with its error, that of the thread if it dies, or a Failure if none starts. If
   * the signal is aborted, it rejects, and a thread that is within the work is replaced by another.
   */
  readonly run: (work: Work, signal?: AbortSignal) => Promise<Done>;
  /** Ends all threads immediately and waits until they are gone; every open `run` rejects. */
  readonly end: () => Promise<void>;
}

/** Starts threads. */
export function startThreads<Work, Done>({
  threads,
  task,
  workerData,
  megabytes,
}: PoolSettings): ThreadPool<Work, Done> {
  const pool = new Piscina<Work, Done>({
    filename: task,
    ...(workerData !== undefined && { workerData }),
    minThreads: threads,
    maxThreads: threads,
    ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
  });
  const open = new Set<(error: Failure) => void>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let reason = 'it ended before it could begin';
  let ended: Promise<void> | undefined;
  pool.on('error', (error: Error) => {
    reason = error.message;
  });
  pool.on('workerDestroy', () => {
    setImmediate(() => {
      if (pool.threads.length > 0 || ended !== undefined) return;
      for (const reject of open) reject(noThread(reason));
    });
  });
  const onThread = (work: Work, signal?: AbortSignal): Promise<Done> =>
    ended === undefined
      ? pool.run(work, { signal: signal ?? null })
      : Promise.reject(new Error('the threads have ended'));
  return {
    threads,
    run: (work, signal) =>
      new Promise((resolve, reject) => {
        open.add(reject);
        const begin = () => {
          busy++;
          onThread(work, signal)
            .then(resolve, reject)
            .finally(() => {
              busy--;
              open.delete(reject);
              waiting.shift()?.();
            });
        };
        if (busy < threads) begin();
        else waiting.push(begin);
      }),
    end: () => {
      ended ??= pool.destroy();
      return ended;
    },
  };
}

function noThread(reason: string): Failure {
  return new Failure({
    problem: 'no worker thread can be started',
    reason,
    remedy: 'use --workers 1, which needs no thread',
    exitCode: 1,
  });
}
