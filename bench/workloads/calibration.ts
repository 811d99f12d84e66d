/**
 * Calibration: the speed of the machine at this moment, by processor time: arithmetic, and memory at three distances.
 *
 * A figure without it says little: machines on which arithmetic is equally fast have differed by a factor of four in what lies
 * beyond the second cache, and the model lives there.
 */
import { processorMilliseconds } from './processor-time.ts';

/** Nanoseconds per step. */
export interface Calibration {
  /** One multiplication and one addition, each after the last. */
  readonly arithmetic: number;
  /** One load whose address is the result of the last, at random within 256 KB: the second cache of most processors. */
  readonly within256KB: number;
  /** The same within 4 MB: the cache that all cores share. */
  readonly within4MB: number;
  /** The same within 40 MB, as large as the people of Norway: memory. */
  readonly within40MB: number;
}

/** Measures the machine, in two or three seconds. */
export function calibrate(): Calibration {
  return {
    arithmetic: nanosecondsPerStep(multiplyAndAdd, 100_000_000),
    within256KB: nanosecondsPerLoad(1 << 18),
    within4MB: nanosecondsPerLoad(1 << 22),
    within40MB: nanosecondsPerLoad(40 << 20),
  };
}

/** The order of loads through so many cells of 64 bytes: `next[cell]` is the cell after it, and all are on one round. */
export function roundTrip(cells: number): Int32Array {
  const next = Int32Array.from({ length: cells }, (_, cell) => cell);
  let state = 12_345;
  for (let last = cells - 1; last > 0; last--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const other = Math.floor((state / 2 ** 32) * last);
    [next[last], next[other]] = [next[other], next[last]];
  }
  return next;
}

function nanosecondsPerLoad(bytes: number): number {
  const next = roundTrip(bytes / LINE);
  const memory = new Int32Array(bytes / 4);
  next.forEach((cell, from) => {
    memory[from * (LINE / 4)] = cell * (LINE / 4);
  });
  const walk = (steps: number) => {
    let at = 0;
    for (let step = 0; step < steps; step++) at = memory[at];
    return at;
  };
  return nanosecondsPerStep(walk, 2_000_000);
}

/**
 * The better of two, after one that is not counted: others disturb, nothing helps. The results are compared, so that no compiler
 * leaves the loop out.
 */
function nanosecondsPerStep(loop: (steps: number) => number, steps: number): number {
  const first = loop(steps);
  const times = [1, 2].map(() => {
    const began = process.cpuUsage();
    if (loop(steps) !== first) throw new Error('the same loop has two results');
    return (processorMilliseconds(began) * 1e6) / steps;
  });
  return Math.min(...times);
}

function multiplyAndAdd(steps: number): number {
  let value = 1;
  for (let step = 0; step < steps; step++) value = (Math.imul(value, 1_664_525) + step) | 0;
  return value;
}

/** Bytes that come from memory at once. */
const LINE = 64;
