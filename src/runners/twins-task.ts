/**
 * Twins task: what a worker thread does for twins: it reads both scenarios once, then lives and reads the replicates it is sent.
 *
 * Each time that an arm has been lived it says so. What it sends back are counts and the pairs that parted, never people.
 */
import { parentPort } from 'node:worker_threads';
import { workerData } from 'piscina';
import { type TwinsPlan, type TwinsRead, twinsIn, twinsPlan } from '../lives/twins/twins.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';

/** A plan as it travels between threads. */
export interface WrittenPlan {
  readonly first: string;
  readonly second: string;
  readonly replicates: number;
  readonly quick: boolean;
}

/** The plan in the form that travels. */
export function writtenPlan({ first, second, replicates, switches }: TwinsPlan): WrittenPlan {
  return { first: first.text, second: second.text, replicates, quick: switches === undefined };
}

function readPlan({ first, second, replicates, quick }: WrittenPlan): TwinsPlan {
  const [one, other] = [first, second].map((text, at) => scenarioFrom(`scenario ${at}`, { read: () => text }));
  return twinsPlan(one!, other!, replicates, quick);
}

let plan: TwinsPlan | undefined;

/** Lives and reads one replicate. */
export default function readReplicate(replicate: number): TwinsRead {
  plan ??= readPlan(workerData as WrittenPlan);
  const steps = twinsIn(plan, replicate);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    parentPort?.postMessage('lived');
  }
}
