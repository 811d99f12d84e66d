/**
 * The reference workload of SPEC.md by the flat program and by the kernel. Work is events.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReferenceProgram } from '../reference.ts';
import { runFlat } from '../reference-flat.ts';
import { costOf, processorMilliseconds, type Turn } from './processor-time.ts';

/** A workload: the flat program of this tree. A turn is a seed. */
export async function flat(scale: string): Promise<(turn: number) => Turn> {
  return seeds(runFlat, Number(scale));
}

/** A workload: the flat program as a measure of the machine. A turn is the best of five seeds at scale 1. */
export async function yardstick(): Promise<() => Turn> {
  const run = seeds(runFlat, 1);
  return () => [0, 1, 2, 3, 4].map(run).reduce((best, turn) => (costOf(turn) < costOf(best) ? turn : best));
}

/** A workload: the kernel of the compiled tree in a folder, by its own `bench/reference-kernel.ts`. A turn is a seed. */
export async function kernel(folder: string, scale: string): Promise<(turn: number) => Turn> {
  const { href } = pathToFileURL(join(folder, 'bench', 'reference-kernel.js'));
  const { runKernel }: typeof import('../reference-kernel.ts') = await import(href);
  return seeds(runKernel, Number(scale));
}

/** Two seeds are not counted, so that the code is compiled. */
function seeds(program: ReferenceProgram, scale: number): (turn: number) => Turn {
  for (const seed of [1, 2]) program(seed, 1);
  return (turn) => {
    const began = process.cpuUsage();
    const { events } = program(turn + 1, scale);
    return { milliseconds: processorMilliseconds(began), work: events };
  };
}
