/**
 * A thousand studies of five replicates of the tiny world, and how many of their 95 % intervals hold the truth.
 *
 * The truth is the mean over all five thousand replicates, whose own error is a thirtieth of that of a study. A third world,
 * the same but for its seed, stands for luck that is not shared: against it a policy that does nothing must be called
 * significant in about one study of twenty.
 */

import { followUp } from '../../src/experiment/measure.ts';
import { measureNamed } from '../../src/experiment/measure-name.ts';
import { measuresOf } from '../../src/experiment/measures.ts';
import { readingOf } from '../../src/experiment/reading.ts';
import { ALL_SERVED } from '../../src/experiment/recidivism.ts';
import { runBlock, type Study } from '../../src/experiment/study.ts';
import type { Summary } from '../../src/simulation/summary.ts';
import { mean } from '../../src/statistics/describe.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { cumulativeIncidence, type MonthlyCounts } from '../../src/statistics/survival.ts';
import { policy, tinyScenario } from '../tiny.ts';

/** How many of `of` intervals held the truth, or excluded nothing where `claim` says so. */
export interface Count {
  readonly claim: string;
  readonly count: number;
  readonly of: number;
  readonly expected: number;
}

export const REPLICATES = 5;
const MEASURES = ['occupancy', 'charges', 'cost'];
const MONTHS_SHOWN = [6, 12, 24];

const worlds = {
  baseline: tinyScenario(),
  shorter: tinyScenario(policy('shorter', '2012-01-01', 'sentence.length_factor', '0.8')),
};

/** All counts of so many studies. */
export function coverageOf(studies: number): readonly Count[] {
  const study: Study = {
    arms: Object.entries(worlds).map(([name, scenario]) => ({ name, scenario })),
    draws: 0,
    replicates: studies * REPLICATES,
  };
  const other: Study = {
    ...study,
    arms: [{ name: 'other luck', scenario: { ...worlds.baseline, seed: 'other luck' } }],
  };
  const measures = MEASURES.map((name) => measureNamed(name, measuresOf(worlds.baseline.dimensions['level']!))!);
  const values = measures.map(() => [[], [], []] as [number[], number[], number[]]);
  const curves: MonthlyCounts[] = [];
  for (let replicate = 0; replicate < study.replicates; replicate++) {
    const cells = [
      ...runBlock(study, { draw: 0, replicate, arms: [0, 1] }).map((cell) => ({ of: study, cell, at: cell.key.arm })),
      ...runBlock(other, { draw: 0, replicate, arms: [0] }).map((cell) => ({ of: other, cell, at: 2 })),
    ];
    for (const { of, cell, at } of cells) {
      const reading = readingOf(of, cell);
      for (const [index, measure] of measures.entries()) values[index]![at]!.push(measure.value(reading));
      if (at === 0) curves.push(countsOf(cell.summary));
    }
  }
  const slice = (all: readonly number[], at: number) => all.slice(at * REPLICATES, (at + 1) * REPLICATES);
  const tally = (claim: string, expected: number, holds: (at: number) => boolean): Count => {
    let count = 0;
    for (let at = 0; at < studies; at++) if (holds(at)) count++;
    return { claim, count, of: studies, expected };
  };
  const holds = ({ low, high }: { low: number; high: number }, truth: number) => low <= truth && truth <= high;
  const own = measures.flatMap(({ label }, index) => {
    const [baseline, shorter, independent] = values[index]!;
    const difference = mean(shorter) - mean(baseline);
    return [
      tally(`mean: ${label}`, 0.95, (at) => holds(meanInterval(slice(baseline, at)), mean(baseline))),
      tally(`paired difference: ${label}`, 0.95, (at) =>
        holds(pairedDifference(slice(shorter, at), slice(baseline, at)), difference),
      ),
      tally(
        `no effect, luck not shared, called one: ${label}`,
        0.05,
        (at) => !holds(pairedDifference(slice(independent, at), slice(baseline, at)), 0),
      ),
    ];
  });
  const truth = cumulativeIncidence(together(curves));
  const months = MONTHS_SHOWN.map((month) =>
    tally(`curve: charged again within ${month} months, ${ALL_SERVED}`, 0.95, (at) => {
      const { low, high } = cumulativeIncidence(together(curves.slice(at * REPLICATES, (at + 1) * REPLICATES)));
      return holds({ low: low[month - 1]!, high: high[month - 1]! }, truth.estimate[month - 1]!);
    }),
  );
  return [...own, ...months];
}

function countsOf(summary: Summary): MonthlyCounts {
  const levels = Array.from({ length: summary.shape.levels + 1 }, (_, level) => level);
  const of = (part: 'events' | 'competing' | 'censored') => followUp(summary, part, 0, levels);
  return { events: of('events'), competing: of('competing'), censored: of('censored') };
}

function together(all: readonly MonthlyCounts[]): MonthlyCounts {
  const sum = (of: (counts: MonthlyCounts) => Int32Array) =>
    of(all[0]!).map((_, month) => all.reduce((total, counts) => total + of(counts)[month]!, 0));
  return {
    events: sum((counts) => counts.events as Int32Array),
    competing: sum((counts) => counts.competing as Int32Array),
    censored: sum((counts) => counts.censored as Int32Array),
  };
}
