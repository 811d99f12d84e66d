/**
 * How often an interval holds the truth if its own width, or the time, has ended the study.
 *
 * To stop when the data look narrow is to look at the data, so such an interval could hold the truth less often than it says. Two
 * arms have normal values with luck of their own and the same mean, so the truth is no difference, and an interval that misses it
 * calls pure luck an effect. The real rule receives them from a runner that simulates nothing and takes a random time for each.
 */
import { normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { replicatesFor, type Stop } from '../../src/experiment/stopping.ts';
import type { CellResult, RunBlocks, Study } from '../../src/experiment/study.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { tinyScenario } from '../tiny.ts';

/** A way to end a study: half the width in standard deviations of a difference, and the time for so many replicates on average. */
interface Ending {
  readonly margin: number;
  readonly time: number;
}

const NEVER = Number.POSITIVE_INFINITY;
export const ENDINGS: readonly Ending[] = [
  ...[0.8, 0.65, 0.5, 0.3].map((margin) => ({ margin, time: NEVER })),
  ...[12, 30].map((time) => ({ margin: 0, time })),
  ...[12, 30].map((time) => ({ margin: 0.5, time })),
];

/** The studies that one ending ended. */
export interface Ended extends Ending {
  /** Intervals that held the truth; each of the others called pure luck an effect. */
  readonly held: number;
  /** Studies that their time ended. */
  readonly byTime: number;
  /** The replicates of each study. */
  readonly replicates: readonly number[];
}

/** So many studies with each ending. */
export async function heldAtTheStop(studies: number): Promise<readonly Ended[]> {
  const results: Ended[] = [];
  for (const ending of ENDINGS) {
    let [held, byTime] = [0, 0];
    const replicates: number[] = [];
    for (let number = 0; number < studies; number++) {
      const { stop, differs } = await studyOf(`stop ${number}`, ending);
      if (!differs) held++;
      if (stop.stoppedBy === 'budget') byTime++;
      replicates.push(stop.replicates);
    }
    results.push({ ...ending, held, byTime, replicates });
  }
  return results;
}

const scenario = tinyScenario();
const study: Study = { arms: ['one', 'other'].map((name) => ({ name, scenario })), draws: 0, replicates: 8 };
const measure = { value: ({ summary }) => summary as unknown as number } as Measure;

async function studyOf(seed: string, { margin, time }: Ending): Promise<{ stop: Stop; differs: boolean }> {
  const key = randomKey(seed, 0);
  const luck = (replicate: number, what: number) => uniform(key.low, key.high, replicate, what);
  const valueIn = (arm: number, replicate: number) => normalQuantile(luck(replicate, arm)) / Math.SQRT2;
  let seconds = 0;
  const run: RunBlocks = async function* (_, blocks) {
    for (const { arms, draw, replicate } of blocks) {
      seconds += 2 * luck(replicate, arms.length);
      yield arms.map((arm) => {
        const cell = { key: { arm, draw, replicate }, summary: valueIn(arm, replicate) as unknown };
        return cell as CellResult;
      });
    }
  };
  const wanted = [{ name: 'any', measure, margin, isRelative: false }];
  const stop = await replicatesFor(study, { wanted, budget: time, most: 10_000 }, run, () => seconds);
  const valuesOf = (arm: number) => Array.from({ length: stop.replicates }, (_, replicate) => valueIn(arm, replicate));
  const { low, high } = pairedDifference(valuesOf(1), valuesOf(0));
  return { stop, differs: low > 0 || high < 0 };
}
