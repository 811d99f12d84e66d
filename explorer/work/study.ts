/**
 * Study: the worker that runs a study and tells its results as replicates arrive.
 *
 * Replicates are computed by workers of its own, one fewer than there are cores. They are added in order, so results after any number
 * of them are those of the command line with as many.
 */
import { Collection } from '../../src/experiment/compare.ts';
import type { CellResult } from '../../src/experiment/study.ts';
import type { BlockWanted, LeversWanted, StudyWanted } from '../messages.ts';
import { knobsOf } from './knobs.ts';
import { snapshotOf } from './snapshot.ts';
import { studyFrom } from './studied.ts';

interface Computed {
  readonly run: number;
  readonly replicate: number;
  readonly cells?: readonly CellResult[];
  readonly failure?: string;
}

type Asked = ({ readonly ask: 'run' } & StudyWanted) | ({ readonly ask: 'levers'; readonly id: number } & LeversWanted);

/** The file of these workers, beside this one. */
const CELLS = 'cells.js';

/** Workers, each with the next replicate of its own: always the same ones, because it keeps their burn-ins. */
const pool = Array.from({ length: Math.max(1, navigator.hardwareConcurrency - 1) }, () => {
  const worker = new Worker(new URL(CELLS, location.href), { type: 'module' });
  const one = { worker, isBusy: false, next: 0 };
  worker.addEventListener('message', ({ data }: MessageEvent<Computed>) => {
    one.isBusy = false;
    receive(data);
  });
  worker.addEventListener('error', ({ message }) => tellFailure(running?.wanted.run ?? 0, message));
  return one;
});

/** The study that runs: what was asked, the results in order, and the replicates that came before their turn. */
let running: Running | undefined;
interface Running {
  readonly wanted: StudyWanted;
  readonly study: ReturnType<typeof studyFrom>;
  readonly collection: Collection;
  readonly early: Map<number, readonly CellResult[]>;
  done: number;
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  try {
    if (data.ask === 'levers') postMessage({ said: 'levers', id: data.id, levers: knobsOf(data) });
    else begin(data);
  } catch (error) {
    tellFailure(data.ask === 'run' ? data.run : 0, error instanceof Error ? error.message : String(error));
  }
});

function begin({ ask: _, ...wanted }: Extract<Asked, { ask: 'run' }>): void {
  const study = studyFrom(wanted);
  running = { wanted, study, collection: new Collection(study), early: new Map(), done: 0 };
  for (const [at, one] of pool.entries()) one.next = at;
  hand();
}

/** Gives every idle worker its next replicate. */
function hand(): void {
  if (running === undefined) return;
  const { wanted } = running;
  for (const one of pool) {
    if (one.isBusy || one.next >= wanted.replicates) continue;
    const block: BlockWanted = { study: wanted, replicate: one.next };
    one.next += pool.length;
    one.isBusy = true;
    one.worker.postMessage(block);
  }
}

function receive({ run, replicate, cells, failure }: Computed): void {
  if (running !== undefined && run === running.wanted.run) {
    if (cells === undefined) tellFailure(run, failure ?? 'a replicate failed');
    else tell(running, replicate, cells);
  }
  hand();
}

/** Adds the replicates whose turn it is, and tells what is known then. */
function tell(now: Running, replicate: number, cells: readonly CellResult[]): void {
  const { early, collection, study, wanted } = now;
  early.set(replicate, cells);
  const before = now.done;
  for (let next = early.get(now.done); next !== undefined; next = early.get(now.done)) {
    collection.add(next);
    early.delete(now.done++);
  }
  if (now.done === before) return;
  const comparison = collection.comparison();
  postMessage({ said: 'snapshot', snapshot: snapshotOf(comparison, study, wanted.run, now.done) });
}

function tellFailure(run: number, message: string): void {
  running = undefined;
  postMessage({ said: 'failure', run, message });
}
