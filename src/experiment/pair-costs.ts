/**
 * Pair costs: what the people followed cost under one arm less under another, paired by run: the measures of the cohort, read for
 * those who enter from the day on which these two arms part.
 */
import { cohortMeasures } from '../measures/cohort.ts';
import { populationOf } from '../measures/cohort-counts.ts';
import type { Reading } from '../measures/measure.ts';
import { isSameMeasure } from '../measures/measure-identity.ts';
import type { Cohort } from '../simulation/summary.ts';
import type { meanInterval } from '../statistics/intervals.ts';
import { differenceOf } from './difference.ts';

/** A mean with the ends of its 95 % interval. */
export type Estimate = Pick<ReturnType<typeof meanInterval>, 'mean' | 'low' | 'high'>;

/** Differences in thousands of kroner per person: custody and supervision, and the crimes behind later charges. */
export interface PairCosts {
  readonly custody: Estimate;
  readonly crime: Estimate;
}

/** What the people followed cost in a run. */
interface RunCosts {
  readonly custody: number;
  readonly crime: number;
}

/** What they cost in a run under an arm and under the other. */
export type BothCosts = readonly [arm: RunCosts, other: RunCosts];

/** What the members of a cohort cost in a run, within so many years; the reading has the day on which the arms part. */
export function costsOfRun(reading: Reading, cohort: Cohort, years: number): RunCosts {
  const read = (measure: string) => {
    const identity = { measure, population: populationOf[cohort], horizon: years };
    return measures.find((one) => isSameMeasure({ ...one, measure: one.id }, identity))!.value(reading);
  };
  return { custody: read('cohort-cost'), crime: read('cohort-crime-cost') };
}

/** The differences over all runs, `size` of which share a parameter draw. */
export function pairCosts(runs: readonly BothCosts[], size: number): PairCosts {
  const of = (name: keyof RunCosts): Estimate => {
    const [own, others] = ([0, 1] as const).map((at) => Float64Array.from(runs, (run) => run[at][name])) as Two;
    const { difference, low, high } = differenceOf(own, others, size, []);
    return { mean: difference, low, high };
  };
  return { custody: of('custody'), crime: of('crime') };
}

type Two = [Float64Array, Float64Array];
const measures = cohortMeasures();
