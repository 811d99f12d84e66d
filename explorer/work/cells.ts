/**
 * Cells: the worker that computes replicates, one message each.
 *
 * It keeps burn-ins in memory, so that after a lever has moved only the years from its date on are simulated anew.
 */
import type { KeptPasts } from '../../src/experiment/past.ts';
import { runBlock } from '../../src/experiment/study.ts';
import type { Branch } from '../../src/simulation/simulate.ts';
import type { BlockWanted, StudyWanted } from '../messages.ts';
import { studyFrom } from './studied.ts';

/** Enough for the replicates of one worker; each is some megabytes. */
const MOST_KEPT = 24;

const kept = new Map<string, Branch>();
const pasts: KeptPasts = {
  find: (name) => kept.get(name),
  keep(name, past) {
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(name, past);
  },
};

let latest: { readonly run: number; readonly study: ReturnType<typeof studyFrom> } | undefined;

function studyOf(wanted: StudyWanted) {
  if (latest?.run !== wanted.run) latest = { run: wanted.run, study: studyFrom(wanted) };
  return latest.study;
}

addEventListener('message', ({ data }: MessageEvent<BlockWanted>) => {
  const { study: wanted, replicate } = data;
  const { run } = wanted;
  try {
    const study = studyOf(wanted);
    const arms = study.arms.map((_, arm) => arm);
    postMessage({ run, replicate, cells: runBlock(study, { draw: 0, replicate, arms }, pasts) });
  } catch (error) {
    postMessage({ run, replicate, failure: error instanceof Error ? error.message : String(error) });
  }
});
