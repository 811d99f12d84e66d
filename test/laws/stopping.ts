/**
 * How often an interval holds the truth that `--precision` has made narrow enough.
 *
 * To stop when the data look narrow is to look at the data, so such an interval holds it a little less often than it says.
 * Values are normal with a spread of one, handed to the real rule by a runner that simulates nothing.
 */
import { normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { replicatesFor } from '../../src/experiment/precision.ts';
import type { CellResult, RunBlocks, Study } from '../../src/experiment/study.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { tinyScenario } from '../tiny.ts';

/** Half the widths asked for, as parts of the spread, and the intervals of so many studies that held the truth at the stop. */
export async function heldAtTheStop(
  studies: number,
): Promise<readonly { margin: number; held: number; mean: number }[]> {
  const results = [];
  for (const margin of [0.8, 0.5, 0.3]) {
    let [held, replicates] = [0, 0];
    for (let number = 0; number < studies; number++) {
      const stopped = await valuesAtTheStop(`stop ${number}`, margin);
      const { low, high } = meanInterval(stopped);
      if (low <= 0 && 0 <= high) held++;
      replicates += stopped.length;
    }
    results.push({ margin, held, mean: replicates / studies });
  }
  return results;
}

const scenario = tinyScenario();
const study: Study = { arms: [{ name: 'one', scenario }], draws: 0, replicates: 8 };
const measure = { value: ({ summary }) => summary as unknown as number } as Measure;

async function valuesAtTheStop(seed: string, margin: number): Promise<readonly number[]> {
  const key = randomKey(seed, 0);
  const drawn = (replicate: number) => normalQuantile(uniform(key.low, key.high, replicate, 0));
  const run: RunBlocks = async function* (_, blocks) {
    for (const { draw, replicate } of blocks) {
      const cell = { key: { arm: 0, draw, replicate }, summary: drawn(replicate) as unknown };
      yield [cell as CellResult];
    }
  };
  const wanted = [{ name: 'any', measure, margin, isRelative: false }];
  const { replicates } = await replicatesFor(study, wanted, 10_000, run);
  return Array.from({ length: replicates }, (_, replicate) => drawn(replicate));
}
