/**
 * The reference workload of SPEC.md by the flat program and by the kernel. Work is events; a turn is a seed.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReferenceProgram } from '../reference.ts';
import { runFlat } from '../reference-flat.ts';
import { processorMilliseconds, type Turn } from './processor-time.ts';

/** A workload: the flat program of this commit. */
export async function flat(scale: string): Promise<(turn: number) => Turn> {
  return seeds(runFlat, Number(scale));
}

/** A workload: the kernel of the compiled tree in a folder, by its own `bench/reference-kernel.ts`. */
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
