/**
 * Experiments through the public door: comparisons, raw values and sweeps.
 */
import type { Day } from '../engine/calendar.ts';
import { compare as compareArms, type OnBlock } from '../experiment/compare.ts';
import type { Comparison } from '../experiment/comparison.ts';
import { measureValues as valuesOfMeasures } from '../experiment/reading.ts';
import { type PointResult, sweep as sweepLevers } from '../experiment/sensitivity/sweep.ts';
import { type CellResult, allCells as cellsOf, type Lose, type Progress, type RunBlocks } from '../experiment/study.ts';
import type { Measure } from '../measures/measure.ts';
import type { Scenario } from '../scenario/scenario.ts';
import {
  aLose,
  aRunner,
  aScenario,
  aStudy,
  replicatesOfStudy,
  type StudyAsked,
  someMeasures,
  tooLong,
  unlikeArms,
  wholeStudy,
} from './arguments.ts';
import { aFunction, checkedLater, listOf, objectOf, optional, someText, wholeNumber } from './checks.ts';

const STUDY = ['study', aStudy] as const;
const RUN = ['run', aRunner] as const;
const LOSE = ['lose', aLose] as const;
const MEASURES = ['measures', someMeasures] as const;
const armsOf = ({ arms }: StudyAsked) => unlikeArms('study.arms', arms);

/**
 * Runs a study and compares its arms with the first: every measure of every arm, paired differences with 95 % intervals, series
 * over time, and digests. `progress` is called as blocks are done, `onBlock` with the cells of each and their tables. Fails with a
 * Failure for a study that is not whole, and as `run` fails.
 */
export const compare = checkedLater(
  'compare',
  [
    STUDY,
    RUN,
    ['progress', optional(aFunction({ reason: 'it is called as blocks are done', remedy: 'leave it out' }))],
    ['onBlock', optional(aFunction({ reason: 'it receives the cells of each block', remedy: 'leave it out' }))],
  ],
  (study: StudyAsked, run: RunBlocks, progress?: Progress, onBlock?: OnBlock): Promise<Comparison> =>
    compareArms(wholeStudy(study), run, progress, onBlock),
  armsOf,
);

/**
 * Runs a study and gives the values of some measures, each in its own unit: `values[measure][arm]` holds one value per cell, in
 * order of parameter draw and replicate, so that equal places hold the same people with the same luck. NaN marks a missing value.
 * Fails as `run` fails; with `lose` it goes on, and a block that fails has NaN in every arm.
 */
export const measureValues = checkedLater(
  'measureValues',
  [STUDY, MEASURES, RUN, LOSE],
  (
    study: StudyAsked,
    measures: readonly Measure[],
    run: RunBlocks,
    lose?: Lose,
  ): Promise<readonly (readonly Float64Array[])[]> => valuesOfMeasures(wholeStudy(study), measures, run, lose),
  (study, measures) => [...armsOf(study), ...tooLong(measures, study.arms)],
);

/**
 * Runs a study and gives every cell, in order of draw, replicate and arm. Fails as `run` fails; with `lose` it goes on without the
 * blocks that fail. For many cells read the blocks of `run` instead.
 */
export const allCells = checkedLater(
  'allCells',
  [STUDY, RUN, LOSE],
  (study: StudyAsked, run: RunBlocks, lose?: Lose): Promise<readonly CellResult[]> =>
    cellsOf(wholeStudy(study), run, lose),
  armsOf,
);

const A_LEVER = "write ['placement.review_days: 30, 60, 120']";

/**
 * Varies one or two levers over values written as on the command line, such as `placement.review_days: 30, 60, 120`, from a day
 * on, by default the first observed. Gives every measure at every point, with its paired difference from the scenario itself and a
 * 95 % interval. Fails with a Failure for values that are unreadable or impossible, and as `run` fails; with `lose` it goes on without
 * points and replicates that fail, unless fewer than two replicates are left.
 */
export const sweep = checkedLater(
  'sweep',
  [
    ['scenario', aScenario],
    [
      'levers',
      listOf(
        'a list of one or two levers',
        someText({ reason: 'a lever is written with its values', remedy: A_LEVER }),
        1,
        { reason: 'each point of a sweep is one value of each lever', remedy: A_LEVER },
        2,
      ),
    ],
    [
      'options',
      objectOf(
        'an object of options',
        {
          from: optional(
            wholeNumber(-Infinity, Infinity, {
              reason: 'it is the day from which the values hold',
              remedy: "write parseDay('2016-01-01'), or leave it out for the first observed day",
            }),
          ),
          replicates: optional(replicatesOfStudy),
        },
        { reason: 'it says from which day on, and how many replicates', remedy: 'write {}, or { replicates: 8 }' },
      ),
    ],
    MEASURES,
    RUN,
    LOSE,
  ],
  (
    scenario: Scenario,
    levers: readonly string[],
    options: { readonly from?: Day; readonly replicates?: number },
    measures: readonly Measure[],
    run: RunBlocks,
    lose?: Lose,
  ): Promise<readonly PointResult[]> => sweepLevers(scenario, levers, options, measures, run, lose),
  (scenario, _, __, measures) => tooLong(measures, [{ scenario }]),
);
