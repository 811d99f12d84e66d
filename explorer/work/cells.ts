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

/** Enough for most studies; each is some megabytes. */
const MOST_KEPT = 24;

const kept = new Map<string, Branch>();
const pasts: KeptPasts = {
  find: (name) => kept.get(name),
  keep(name, past) {
    if (kept.size < MOST_KEPT) kept.set(name, past);
  },
};

let latest: Latest | undefined;

/** The study of the last message; `baseline` is what its burn-ins come from. */
interface Latest {
  readonly run: number;
  readonly study: ReturnType<typeof studyFrom>;
  readonly baseline: string;
}

function studyOf(wanted: StudyWanted) {
  const baseline = `${wanted.seed} ${wanted.texts[wanted.arms[0].path]}`;
  if (latest?.baseline !== baseline) kept.clear();
  if (latest?.run !== wanted.run) latest = { run: wanted.run, study: studyFrom(wanted), baseline };
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
