/**
 * Two workers: how much faster a study of the Norwegian model ends on two threads than on one, beside what the machine allows.
 */
import { blocksOf, type Study } from '../src/experiment/study.ts';
import { workerThreads } from '../src/runners/worker-threads.ts';
import { secondsOfLoops } from './calibration.ts';
import { norway } from './norway.ts';

/** Wall-clock seconds. */
export interface WorkerTimes {
  readonly loopAlone: number;
  readonly twoLoops: number;
  readonly studyOnOne: number;
  readonly studyOnTwo: number;
}

const REPLICATES = 6;

/** Runs the loops and the study once each, on one thread and on two. Start-up is part of it. */
export async function timeWorkers(project: string): Promise<WorkerTimes> {
  const study: Study = {
    arms: [{ name: 'baseline', scenario: norway(project) }],
    replicates: REPLICATES,
    draws: 0,
  };
  return {
    loopAlone: await secondsOfLoops(1),
    twoLoops: await secondsOfLoops(2),
    studyOnOne: await secondsOfStudy(study, 1),
    studyOnTwo: await secondsOfStudy(study, 2),
  };
}

async function secondsOfStudy(study: Study, workers: number): Promise<number> {
  const started = performance.now();
  let cells = 0;
  for await (const block of workerThreads({ workers })(study, blocksOf(study), () => {})) cells += block.length;
  if (cells !== REPLICATES) throw new Error(`${cells} cells came back from ${REPLICATES} replicates`);
  return (performance.now() - started) / 1000;
}
