/**
 * Two workers: whether a study on two threads ends in half the time. The standard is two plain loops on the same machine.
 */
import { medians } from '../contest.ts';
import { pairedRatio } from '../paired-ratio.ts';
import { once } from '../session.ts';
import type { WorkerTimes } from '../workloads/workers.ts';
import type { Bench, Section } from './section.ts';

/** Measures the loops and the study, by the clock on the wall. */
export async function workers({ ours, calibrate, say }: Bench): Promise<Section> {
  const times: WorkerTimes[] = [];
  const calibrations = [];
  for (let round = 0; round < ROUNDS; round++) {
    say(`round ${round + 1}: two workers`);
    calibrations.push(await calibrate());
    times.push(await once(ours, 'workers', ours.folder));
  }
  const best = (name: keyof WorkerTimes) => Math.min(...times.map((time) => time[name]));
  const possible = times.map(({ loopAlone, twoLoops }) => loopAlone / twoLoops);
  const reached = times.map(({ studyOnOne, studyOnTwo }) => studyOnOne / studyOnTwo / 2);
  return {
    name: 'two workers',
    calibration: medians(calibrations),
    ratios: { 'efficiency: two workers / two loops': pairedRatio(reached, possible) },
    figures: {
      'two loops at once: efficiency': best('loopAlone') / best('twoLoops'),
      'two workers: efficiency': best('studyOnOne') / best('studyOnTwo') / 2,
    },
    against: {},
  };
}

const ROUNDS = 3;
