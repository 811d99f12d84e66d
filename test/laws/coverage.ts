/**
 * A thousand studies of eight replicates of the tiny world, and how many of their 95 % intervals hold the truth.
 *
 * Eight is the fewest that a study runs if nothing else is asked for. The truth is the mean over all eight thousand, whose
 * own error is a thirtieth of that of a study. A third world, the same but for its seed, stands for luck that is not shared:
 * against it a policy that does nothing must be called significant in about one study of twenty.
 */

import { differenceOf, type Moved, movedBetween } from '../../src/experiment/difference.ts';
import { readingOf } from '../../src/experiment/reading.ts';
import { sampleOf } from '../../src/experiment/samples.ts';
import { shareInterval } from '../../src/experiment/series.ts';
import { blocksOf, type RunBlocks, type Study } from '../../src/experiment/study.ts';
import { lookUpMeasure } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { ALL_SERVED } from '../../src/measures/recidivism.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { mean } from '../../src/statistics/describe.ts';
import { type Interval, meanInterval } from '../../src/statistics/intervals.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { policy, tinyScenario } from '../tiny.ts';

/** How many of `of` intervals held the truth, or excluded nothing where `claim` says so. */
export interface Count {
  readonly claim: string;
  readonly count: number;
  readonly of: number;
  readonly expected: number;
  /** Whether more than expected is right too: counts of few people come in whole numbers, so their intervals hold the truth more often. */
  readonly isAtLeast?: boolean;
}

export const REPLICATES = 8;
/** A longer study, of the same replicates put together otherwise. */
export const MANY = 30;
const COHORT = ['cohort-charged@2y/newly-charged', 'cohort-charges@2y/newly-charged', 'cohort-cost@2y/newly-charged'];
const MEASURES = ['occupancy', 'charges', 'new-charge@1y', 'cost', ...COHORT];
const MONTHS_SHOWN = [6, 12, 24];

const baseline = tinyScenario();
const shorter = tinyScenario(policy('shorter', '2012-01-01', 'sentence.length_factor', '0.8'));
const measures = MEASURES.map((name) => lookUpMeasure(name, measuresOf(baseline.dimensions['level']))!);

/** All counts of so many studies. */
export async function coverageOf(studies: number, run: RunBlocks): Promise<readonly Count[]> {
  const replicates = studies * REPLICATES;
  const study: Study = { arms: [armOf('baseline', baseline), armOf('shorter', shorter)], draws: 0, replicates };
  const other: Study = { arms: [armOf('other luck', withRun(baseline, { seed: 'other luck' }))], draws: 0, replicates };
  const [own, others] = [await valuesOf(study, run), await valuesOf(other, run)];
  const counted = (claim: string, expected: number, holds: (slice: Slice) => boolean, size = REPLICATES) => {
    const of = Math.floor(replicates / size);
    let count = 0;
    for (let at = 0; at < of; at++) if (holds((all) => all.slice(at * size, (at + 1) * size))) count++;
    return { claim, count, of, expected };
  };
  const ofDifference = (claim: string, index: number, size?: number): Count => {
    const [before, after] = own.measures[index] as [number[], number[]];
    const [difference, moved] = [mean(after) - mean(before), own.moved[index]];
    const holds = (slice: Slice) =>
      isIn(
        differenceOf(Float64Array.from(slice(after)), Float64Array.from(slice(before)), 1, slice(moved)),
        difference,
      );
    return { ...counted(claim, 0.95, holds, size), isAtLeast: moved.length > 0 };
  };
  const ofMeasures = measures.flatMap(({ label }, index) => {
    const [before] = own.measures[index] as [number[]];
    const independent = others.measures[index][0];
    return [
      counted(`mean: ${label}`, 0.95, (slice) => isIn(meanInterval(slice(before)), mean(before))),
      ofDifference(`paired difference: ${label}`, index),
      counted(
        `no effect, luck not shared, called one: ${label}`,
        0.05,
        (slice) => !isIn(pairedDifference(slice(independent), slice(before)), 0),
      ),
    ];
  });
  const ofCurves = MONTHS_SHOWN.map((month, index) => {
    const shares = own.curves[index];
    const claim = `curve: charged again within ${month} months, ${ALL_SERVED}`;
    return counted(claim, 0.95, (slice) => isIn(shareInterval(slice(shares)), mean(shares)));
  });
  const ofLonger = measures.flatMap((measure, index) => {
    if (!measure.id.startsWith('cohort-')) return [];
    return [ofDifference(`${MANY} replicates, paired difference: ${measure.label}`, index, MANY)];
  });
  return [...ofMeasures, ...ofCurves, ...ofLonger];
}

/** A part of a list, as long as a study. */
type Slice = <Value>(all: readonly Value[]) => Value[];

/** By measure and arm, with what moved between two arms, and by month of the curves of the first arm: a value a replicate. */
async function valuesOf(study: Study, run: RunBlocks) {
  const values = measures.map(() => study.arms.map((): number[] => []));
  const moved = measures.map((): Moved[] => []);
  const curves = MONTHS_SHOWN.map((): number[] => []);
  for await (const cells of run(study, blocksOf(study), () => {})) {
    const [before, after] = cells.map((cell) => readingOf(study, cell));
    for (const [index, { events }] of measures.entries())
      if (events !== undefined && after !== undefined) moved[index].push(movedBetween(events(after), events(before!)));
    for (const cell of cells) {
      const reading = readingOf(study, cell);
      for (const [index, measure] of measures.entries()) values[index][cell.key.arm].push(measure.value(reading));
      if (cell.key.arm > 0) continue;
      const { returns } = sampleOf(cell.summary, reading.days);
      for (const [index, month] of MONTHS_SHOWN.entries()) curves[index].push(returns[month - 1]);
    }
  }
  return { measures: values, moved, curves };
}

function armOf(name: string, scenario: typeof baseline) {
  return { name, scenario };
}

function isIn({ low, high }: Interval, truth: number): boolean {
  return low <= truth && truth <= high;
}
