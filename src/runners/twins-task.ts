/**
 * Twins task: the work of a worker thread for twins: reads both scenarios once, then runs and reads the replicates sent to it.
 *
 * It reports each completed run of an arm. It returns counts and the pairs that part, never people.
 */
import { parentPort } from 'node:worker_threads';
import { workerData } from 'piscina';
import { type TwinsPlan, type TwinsRead, twinsIn, twinsPlan } from '../lives/twins/twins.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';

/** A plan in the form sent to threads. */
export interface WrittenPlan {
  readonly first: string;
  readonly second: string;
  readonly replicates: number;
  readonly quick: boolean;
}

/** The plan in the form sent to threads. */
export function writtenPlan({ first, second, replicates, switches }: TwinsPlan): WrittenPlan {
  return { first: first.text, second: second.text, replicates, quick: switches === undefined };
}

function readPlan({ first, second, replicates, quick }: WrittenPlan): TwinsPlan {
  const [one, other] = [first, second].map((text, at) => scenarioFrom(`scenario ${at}`, { read: () => text }));
  return twinsPlan(one!, other!, replicates, quick);
}

let plan: TwinsPlan | undefined;

/** Runs and reads one replicate. */
export default function readReplicate(replicate: number): TwinsRead {
  plan ??= readPlan(workerData as WrittenPlan);
  const steps = twinsIn(plan, replicate);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    parentPort?.postMessage('lived');
  }
}
