/**
 * Thread pool: threads that run batches of blocks, each thread one at a time.
 *
 * Piscina replaces a thread that dies. This file adds two guarantees: no batch waits if no thread is left to run it, and threads
 * are ended only once.
 */
import { Piscina } from 'piscina';
import type { BlockKey } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import type { DoneBatch } from './task.ts';

/** The settings with which threads are started. */
export interface PoolSettings {
  readonly threads: number;
  /** The path of the module whose default export runs a batch, and its `workerData`. */
  readonly task: string;
  readonly workerData: unknown;
  /** Heap limit of a thread in megabytes; undefined leaves it to Node. */
  readonly megabytes: number | undefined;
}

/** Running threads. */
export interface ThreadPool {
  /** Runs a batch on the next free thread. Rejects with the error of the batch, or of the thread if it dies. */
  readonly run: (batch: readonly BlockKey[]) => Promise<DoneBatch>;
  /** Ends all threads immediately and waits until they are gone; every open `run` rejects. */
  readonly end: () => Promise<void>;
}

/** Starts threads. */
export function startThreads({ threads, task, workerData, megabytes }: PoolSettings): ThreadPool {
  const pool = new Piscina<readonly BlockKey[], DoneBatch>({
    filename: task,
    workerData,
    minThreads: threads,
    maxThreads: threads,
    ...(megabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: megabytes } }),
  });
  const open = new Set<(error: Failure) => void>();
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
  return {
    run: (batch) =>
      new Promise((resolve, reject) => {
        open.add(reject);
        pool
          .run(batch)
          .then(resolve, reject)
          .finally(() => open.delete(reject));
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
