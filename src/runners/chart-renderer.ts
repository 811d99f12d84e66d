/**
 * Chart renderer: draws charts on threads, which are idle once the last cell is computed, while this thread writes the report.
 *
 * A chart depends on its specification alone, so it is the same on any number of threads. A thread that dies takes one chart with
 * it, which is named, and nothing else. With one worker, or where no thread can be started, this thread draws.
 */
import type { RenderChart, RenderedChart, VegaLiteSpec } from '../charts/chart.ts';
import { taskFile } from './task-file.ts';
import { startThreads, type ThreadPool } from './thread-pool.ts';

/** The settings of a renderer. */
export interface RendererSettings {
  readonly workers: number;
  /** If aborted, its reason is thrown. */
  readonly signal: AbortSignal;
  /** The path of another task; tests use tasks that die. */
  readonly task?: string;
}

/** Draws charts until it is ended. */
export interface ChartRenderer {
  /** Starts the threads; they load their libraries while there is nothing to draw yet. */
  readonly prepare: () => void;
  /** Draws a chart. What cannot be drawn is told in the result. */
  readonly render: RenderChart;
  /** Ends the threads, and whatever they are drawing. */
  readonly end: () => Promise<void>;
}

/** More threads than this spend longer on loading Vega than they save. */
const MOST_THREADS = 4;

/** A renderer whose threads start with the first chart, or earlier if asked to. */
export function chartRenderer({ workers, signal, task = taskFile('render-task') }: RendererSettings): ChartRenderer {
  let pool: ThreadPool<VegaLiteSpec | undefined, RenderedChart> | undefined;
  let works: Promise<boolean> = Promise.resolve(false);
  const end = async () => {
    signal.removeEventListener('abort', end);
    await pool?.end();
  };
  const prepare = () => {
    if (workers === 1 || pool !== undefined) return;
    signal.addEventListener('abort', end, { once: true });
    pool = startThreads({ threads: Math.min(workers, MOST_THREADS), task });
    works = pool.run(undefined).then(
      () => true,
      () => false,
    );
  };
  let last: Promise<unknown> = Promise.resolve();
  /** Draws in this thread, one chart after another, with pauses in which the signal is heard. */
  const here: RenderChart = (spec) => {
    const rendering = last.then(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      return (await import('./render-task.ts')).default(spec);
    });
    last = rendering.catch(() => {});
    return rendering;
  };
  const render: RenderChart = async (spec) => {
    signal.throwIfAborted();
    prepare();
    if (pool === undefined || !(await works)) return here(spec);
    try {
      return await pool.run(spec);
    } catch (error) {
      signal.throwIfAborted();
      return { problem: `the thread that drew it failed: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
  return { prepare, render, end };
}
