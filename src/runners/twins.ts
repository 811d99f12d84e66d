/**
 * Twins: runs and reads the replicates of a twins plan, in this thread or on several. Replicates come in order.
 */
import { Piscina } from 'piscina';
import { type TwinsPlan, type TwinsRead, twinsIn } from '../lives/twins/twins.ts';
import { inSteps } from './in-steps.ts';
import { taskFile } from './task-file.ts';
import { writtenPlan } from './twins-task.ts';

/** The settings of the run. */
export interface TwinsSettings {
  readonly workers: number;
  /** If aborted, its reason is thrown. */
  readonly signal: AbortSignal;
  /** Called after each run of an arm. */
  readonly lived: () => void;
}

/** The results of every replicate of the plan. */
export function readTwins(plan: TwinsPlan, settings: TwinsSettings): AsyncIterable<TwinsRead> {
  const workers = Math.min(settings.workers, plan.replicates);
  return workers === 1 ? readHere(plan, settings) : readOnThreads(plan, { ...settings, workers });
}

async function* readHere(plan: TwinsPlan, settings: TwinsSettings): AsyncGenerator<TwinsRead> {
  for (let replicate = 0; replicate < plan.replicates; replicate++)
    yield await inSteps(twinsIn(plan, replicate), settings);
}

/** Each thread gets one replicate at a time, and the threads together run ahead of the reader by at most one replicate per thread. */
async function* readOnThreads(plan: TwinsPlan, { workers, signal, lived }: TwinsSettings): AsyncGenerator<TwinsRead> {
  signal.throwIfAborted();
  const pool = new Piscina<number, TwinsRead>({
    filename: taskFile('twins-task'),
    workerData: writtenPlan(plan),
    minThreads: workers,
    maxThreads: workers,
  });
  pool.on('message', lived);
  const end = () => void pool.destroy();
  signal.addEventListener('abort', end, { once: true });
  const waiting: Promise<TwinsRead>[] = [];
  let asked = 0;
  const askAhead = () => {
    while (waiting.length < workers && asked < plan.replicates) {
      const read = pool.run(asked++);
      read.catch(() => {});
      waiting.push(read);
    }
  };
  try {
    for (askAhead(); waiting.length > 0; askAhead()) yield await waiting.shift()!;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    await pool.destroy();
  }
}
