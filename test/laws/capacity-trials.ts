/**
 * Capacity trials: whether the places that a search finds keep the risk that was asked for, on the engine itself.
 *
 * A small world, small enough for hundreds of searches: people are held from the charge on, some twenty at once, for three weeks each. Each trial
 * is a whole search with a seed of its own. The true risk of its answer comes from fresh runs that no search has seen; those of one
 * number of places are shared by all trials that found it.
 *
 * Nobody in this world waits for a place, so nobody's stay depends on their number. Each run is therefore lived once, and the people of its
 * fullest evening are held against every number of places tried; a test lives some trials in full and finds the same.
 */
import { findCapacity } from '../../src/experiment/places/capacity.ts';
import { type CapacityQuestion, tryPlaces } from '../../src/experiment/places/trial.ts';
import { type CellResult, cellOf, type RunBlocks } from '../../src/experiment/study.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf, peakAt, type Summary } from '../../src/simulation/summary.ts';
import { policy, tinyScenario, withLevers } from '../tiny.ts';
import { remandAlone } from './textbook.ts';

/** The size of the small world. */
export const HELD = 20;
export const STAY = 20;
/** Days lived before the quarter that is judged, and days of it. */
const BEFORE = 140;
const QUARTER = 91;

/** What the trials showed. */
export interface CapacityTrials {
  /** Answers, with the number of trials that found each and its true risk. */
  readonly answers: readonly { readonly places: number; readonly trials: number; readonly risk: number }[];
  readonly trials: number;
  /** Trials whose answer has a true risk of at most that asked. */
  readonly kept: number;
  /** Mean true risk over trials. */
  readonly meanRisk: number;
}

/** Lives every run with the places asked. */
export const livedInFull: RunBlocks = async function* (study, blocks) {
  for (const { draw, replicate, arms } of blocks)
    yield arms.map((arm) => {
      const cell = cellOf(study.arms[arm]!.scenario, { draw, replicate });
      const { values } = cell.parameters.at(-1)!;
      const burnInStart = cell.start - BEFORE;
      const short = { ...cell, burnInStart, end: cell.start + QUARTER, parameters: [{ from: burnInStart, values }] };
      const levers = remandAlone((HELD / STAY) * 365.25, STAY, values.facility.places[0]!);
      const { summary } = simulate(withLevers(short, levers));
      return { key: { arm, draw, replicate }, summary, digest: digestOf(summary) };
    });
};

/** Lives every run of a seed once. */
export function livedOnce(): RunBlocks {
  const known = new Map<string, CellResult>();
  return async function* (study, blocks, progress) {
    for (const block of blocks) {
      const cells: CellResult[] = [];
      for (const arm of block.arms) {
        const { scenario } = study.arms[arm]!;
        const name = `${scenario.seed} ${block.replicate}`;
        if (!known.has(name))
          for await (const [cell] of livedInFull(study, [{ ...block, arms: [arm] }], progress)) known.set(name, cell!);
        const places = cellOf(scenario, block).parameters.at(-1)!.values.facility.places[0]!;
        cells.push({
          ...known.get(name)!,
          key: { ...block, arm },
          summary: withPlaces(known.get(name)!.summary, places),
        });
      }
      yield cells;
    }
  };
}

/** The first quarter of the most closed level as it is with another number of places. */
function withPlaces(summary: Summary, places: number): Summary {
  const peaks = summary.peaks.slice();
  peaks[peakAt(summary.shape, 0, 0, 'short')] = Math.max(0, peaks[peakAt(summary.shape, 0, 0, 'people')]! - places);
  return { ...summary, peaks };
}

/** So many searches of so many runs for every number of places, judged by so many fresh runs. `start` is in force before. */
export async function capacityTrials(
  trials: number,
  asked: { readonly risk: number; readonly confidence: number; readonly replicates: number; readonly fresh: number },
  small = livedOnce(),
  start = 30,
): Promise<CapacityTrials> {
  const scenario = tinyScenario(policy('places', '1901-01-01', 'facility.places.high', `${start}`));
  const { fresh, ...limits } = asked;
  const question = (seed: string): CapacityQuestion => ({
    scenario: withRun(scenario, { years: 1, seed }),
    level: 0,
    by: scenario.start,
    from: scenario.start,
    anyQuarter: false,
    wait: 60,
    ...limits,
  });
  const found = new Map<number, number>();
  for (let trial = 1; trial <= trials; trial++) {
    const { answer } = await findCapacity(question(`trial ${trial}`), 1, small);
    if (answer === undefined) throw new Error(`trial ${trial} found no number of places`);
    found.set(answer, (found.get(answer) ?? 0) + 1);
  }
  const answers = [];
  for (const [places, count] of [...found].sort(([a], [b]) => a - b)) {
    const { breaches } = await tryPlaces({ ...question('fresh'), replicates: fresh }, places, small);
    answers.push({ places, trials: count, risk: breaches / fresh });
  }
  const kept = answers.filter(({ risk }) => risk <= asked.risk).reduce((sum, one) => sum + one.trials, 0);
  const meanRisk = answers.reduce((sum, one) => sum + one.trials * one.risk, 0) / trials;
  return { answers, trials, kept, meanRisk };
}
