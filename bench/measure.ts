/**
 * Measure: one workload in a process of its own. The process that forked it asks for turns, one after another, so that two
 * commits can take turns in the same seconds.
 *
 *     fork('measure.js', [WORKLOAD, ARGUMENT...])   message: number of the turn; answer: what it gave
 */
import { peakMegabytes } from './workloads/processor-time.ts';

/** Each makes ready and gives the function of a turn. A process loads only what its workload needs. */
const workloads = {
  calibration: async () => (await import('./workloads/calibration.ts')).calibrate,
  flat: async (scale: string) => (await import('./workloads/reference-programs.ts')).flat(scale),
  yardstick: async () => (await import('./workloads/reference-programs.ts')).yardstick(),
  kernel: async (tree: string, scale: string) =>
    (await import('./workloads/reference-programs.ts')).kernel(tree, scale),
  burnIn: async (tree: string, file: string) => (await import('./workloads/observed-years.ts')).burnIn(tree, file),
  observedYears: async (tree: string, file: string) =>
    (await import('./workloads/observed-years.ts')).observedYears(tree, file),
  wholeRun: async (tree: string) => (await import('./workloads/whole-run.ts')).wholeRun(tree),
  mechanisms: async (tree: string, file: string) => (await import('./workloads/mechanisms.ts')).mechanisms(tree, file),
  workers: async (tree: string) => (await import('./workloads/workers.ts')).workers(tree),
  growthWithPeople: async (tree: string, scale: string) =>
    (await import('./workloads/growth.ts')).growthWithPeople(tree, scale),
  growthWithYears: async (tree: string) => (await import('./workloads/growth.ts')).growthWithYears(tree),
  growthWithReplicates: async (tree: string) => (await import('./workloads/growth.ts')).growthWithReplicates(tree),
} as const;

/** What may be measured. */
export type Workload = keyof typeof workloads;

/** What a workload is told before its first turn. */
export type Given<Name extends Workload> = Parameters<(typeof workloads)[Name]>;

/** What a turn of a workload gives. */
export type Result<Name extends Workload> = Awaited<ReturnType<Awaited<ReturnType<(typeof workloads)[Name]>>>>;

/** The answer to one turn. */
export interface Answer<Result> {
  readonly result: Result;
  readonly peakMegabytes: number;
}

const [name, ...given] = process.argv.slice(2);
if (!Object.hasOwn(workloads, name)) throw new Error(`there is no workload '${name}'`);
const prepare = workloads[name as Workload] as (...given: string[]) => Promise<(turn: number) => unknown>;
const take = await prepare(...given);
process.on('message', async (turn: number) => {
  const result = await take(turn);
  process.send?.({ result, peakMegabytes: peakMegabytes() } satisfies Answer<unknown>);
});
process.send?.('ready');
