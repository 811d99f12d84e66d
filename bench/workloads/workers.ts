/**
 * Two workers: how much faster a study of the Norwegian model ends on two threads than on one, beside what the machine allows.
 */
import { allCells, type Study } from '../../src/experiment/study.ts';
import { readScenario, workerThreads } from '../../src/index.ts';
import { secondsOfLoops } from './two-loops.ts';

/** Wall-clock seconds. */
export interface WorkerTimes {
  readonly loopAlone: number;
  readonly twoLoops: number;
  readonly studyOnOne: number;
  readonly studyOnTwo: number;
}

const REPLICATES = 6;

/** A workload: the loops and the study once each, on one thread and on two. Start-up is part of it. */
export async function workers(folder: string): Promise<() => Promise<WorkerTimes>> {
  const study: Study = {
    arms: [{ name: 'baseline', scenario: readScenario('scenarios/norway/baseline.yaml', folder) }],
    replicates: REPLICATES,
    draws: 0,
  };
  return async () => ({
    loopAlone: await secondsOfLoops(1),
    twoLoops: await secondsOfLoops(2),
    studyOnOne: await secondsOfStudy(study, 1),
    studyOnTwo: await secondsOfStudy(study, 2),
  });
}

async function secondsOfStudy(study: Study, threads: number): Promise<number> {
  const started = performance.now();
  const cells = await allCells(study, workerThreads({ workers: threads }));
  if (cells.length !== REPLICATES) throw new Error(`${cells.length} cells came back from ${REPLICATES} replicates`);
  return (performance.now() - started) / 1000;
}
