/**
 * Measures one workload in a process of its own and prints one line of JSON.
 *
 *     node measure.js flat SCALE SEEDS | kernel SCALE SEEDS | norway PROJECT | workers PROJECT
 *
 * What runs on one thread is timed by the processor time of this process: on a shared machine the clock on the wall also
 * counts what others do. Unmeasured runs come first, so that the code is compiled, and the fastest of the others counts.
 */
import type { ReferenceProgram } from './reference.ts';

/** What is said of a single-threaded workload. */
export interface Measurement {
  /** Events by second of processor time, in the fastest of the runs. */
  readonly eventsPerSecond: number;
  readonly peakMegabytes: number;
  /** Of the Norwegian model only: events in a simulated year. */
  readonly eventsPerYear?: number;
}

const [workload, first, second] = process.argv.slice(2);

if (workload === 'workers') {
  const { timeWorkers } = await import('./workers.ts');
  print(await timeWorkers(first!));
} else if (workload === 'norway') {
  const { norway, runNorway } = await import('./norway.ts');
  const scenario = norway(first!);
  const { events, years } = runNorway(scenario, 0);
  print({ ...fastest(2, (replicate) => runNorway(scenario, replicate).events), eventsPerYear: events / years });
} else if (workload === 'flat') {
  print(measured((await import('./reference-flat.ts')).runFlat));
} else if (workload === 'kernel') {
  print(measured((await import('./reference-kernel.ts')).runKernel));
} else {
  throw new Error(`there is no workload '${workload}'`);
}

function measured(program: ReferenceProgram): Measurement {
  for (const seed of [1, 2]) program(seed, 1);
  return fastest(Number(second), (seed) => program(seed, Number(first)).events);
}

function fastest(runs: number, eventsOf: (seed: number) => number): Measurement {
  let eventsPerSecond = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const before = process.cpuUsage();
    const events = eventsOf(seed);
    const { user, system } = process.cpuUsage(before);
    eventsPerSecond = Math.max(eventsPerSecond, (events / (user + system)) * 1e6);
  }
  return { eventsPerSecond, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
}

function print(result: object): void {
  console.log(JSON.stringify(result));
}
