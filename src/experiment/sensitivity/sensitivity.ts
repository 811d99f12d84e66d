/**
 * Sensitivity: finds the uncertain inputs that decide the difference between two scenarios.
 *
 * The outcome is always the paired difference: the same people, the same luck and the same numbers in both arms. First Morris
 * screening covers every factor, then Sobol indices divide the variance among the few that matter. All points share the same
 * replicates, so luck is not mistaken for a factor; the replicates also show the size of an effect that luck alone could give.
 */
import { randomKey } from '../../engine/random.ts';
import type { Measure } from '../../measures/measure.ts';
import { mean, variance } from '../../statistics/describe.ts';
import { latinHypercube } from '../../statistics/latin-hypercube.ts';
import { elementaryEffects, type Screened, screened, type Trajectory, trajectoryOf } from '../../statistics/morris.ts';
import { type FactorIndices, sobolIndices } from '../../statistics/sobol-indices.ts';
import { MOST_DIMENSIONS, sobolPoints } from '../../statistics/sobol-sequence.ts';
import { fQuantile } from '../../statistics/variance-components.ts';
import { LossCount, type Parts } from '../losses.ts';
import type { Design } from '../parameter-draw.ts';
import { readingOf } from '../reading.ts';
import type { Arm, BlockKey, Lose, RunBlocks, Study } from '../study.ts';
import { type Factor, mechanismFactors } from './factors.ts';

/** Morris screening moves every number between these quantiles of its distribution. */
export const LOW_QUANTILE = 0.05;
export const HIGH_QUANTILE = 0.95;

/** A study whose draws are the points of a design, and its blocks. Draw 0 is the centre. */
export interface SensitivityPlan {
  readonly factors: readonly Factor[];
  readonly study: Study;
  readonly blocks: readonly BlockKey[];
  /** Trajectories or points; a lost block takes the whole of one with it. */
  readonly parts: Parts;
}

/** Morris screening: trajectories one after another, each with one point more than there are factors. */
export interface ScreeningPlan extends SensitivityPlan {
  readonly trajectories: readonly Trajectory[];
}

/** Sobol indices: the points of sample A, of sample B, then of A with one factor at a time taken from B. */
export interface SharingPlan extends SensitivityPlan {
  readonly points: number;
}

/** Differences of every measure at every point: `[measure][draw][replicate]`; NaN where a block is lost. */
export type Outcomes = readonly (readonly (readonly number[])[])[];

/** The screening of a factor. */
export interface ScreenedFactor extends Screened {
  /** Mean absolute effect that luck alone would give, in the unit of the measure; NaN for a single replicate. */
  readonly byLuck: number;
  /** Whether its effects exceed those of luck alone: by an F test at 1 %, or always for a single replicate. */
  readonly standsOut: boolean;
}

/** The screening of a factor for one measure. */
export interface FactorEffect extends ScreenedFactor {
  readonly measure: Measure;
  readonly factor: string;
}

/**
 * Screens, by the method of Morris, the mechanisms whose uncertain numbers move the difference between two arms: per measure and
 * factor, the mean and the spread of its effects, in the unit of the measure. Needs (factors + 1) x trajectories x replicates runs
 * of each arm. Fails as `run` fails; with `lose` it goes on without trajectories that fail, unless fewer than two are left.
 */
export async function screenFactors(
  arms: readonly [Arm, Arm],
  { trajectories = 10, replicates = 2 }: { readonly trajectories?: number; readonly replicates?: number },
  measures: readonly Measure[],
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly FactorEffect[]> {
  const factors = mechanismFactors(arms[0].scenario);
  const plan = screeningPlan(arms, factors, trajectories, replicates);
  const outcomes = await differencesAtPoints(plan, measures, run, lose);
  return measures.flatMap((measure, at) =>
    screenedFactors(plan, outcomes[at]).map((screened, factor) => ({
      ...screened,
      measure,
      factor: factors[factor].name,
    })),
  );
}

/** The plan that screens all factors along a number of trajectories. */
export function screeningPlan(
  arms: readonly [Arm, Arm],
  factors: readonly Factor[],
  trajectories: number,
  replicates: number,
): ScreeningPlan {
  const key = randomKey(`${arms[0].scenario.seed}/screening`, 0);
  const paths = factors.flatMap((factor) => factor.paths);
  const members = factors.map((factor) => factor.paths.map((path) => paths.indexOf(path)));
  const walked = Array.from({ length: trajectories }, (_, number) => trajectoryOf(members, key, number));
  const quantileAt = (level: number) => LOW_QUANTILE + (HIGH_QUANTILE - LOW_QUANTILE) * level;
  const design = walked.flatMap(({ points }) => points.map((point) => rowOf(paths, point.map(quantileAt))));
  const partOf: Parts['partOf'] = ({ draw }) => Math.floor((draw - 1) / (factors.length + 1));
  const parts = { name: 'trajectories', asked: trajectories, partOf };
  return { factors, trajectories: walked, parts, ...laidOut(arms, design, replicates, true) };
}

/** The plan for Sobol indices of some factors, from a number of points per sample. */
export function sharingPlan(
  arms: readonly [Arm, Arm],
  factors: readonly Factor[],
  points: number,
  replicates: number,
): SharingPlan {
  const key = randomKey(`${arms[0].scenario.seed}/sharing`, 0);
  const paths = factors.flatMap((factor) => factor.paths);
  const dimensions = 2 * paths.length;
  const rows = (dimensions <= MOST_DIMENSIONS ? sobolPoints : latinHypercube)(points, dimensions, key);
  const a = rows.map((row) => rowOf(paths, row.subarray(0, paths.length)));
  const b = rows.map((row) => rowOf(paths, row.subarray(paths.length)));
  const mixed = factors.flatMap((factor) =>
    a.map((row, at) => ({ ...row, ...Object.fromEntries(factor.paths.map((path) => [path, b[at][path]])) })),
  );
  const parts: Parts = { name: 'points', asked: points, partOf: ({ draw }) => (draw - 1) % points };
  return { factors, points, parts, ...laidOut(arms, [...a, ...b, ...mixed], replicates, false) };
}

/**
 * Runs a plan: the second arm less the first in every measure, at every point, replicate by replicate. Fails as `run` fails; with
 * `lose` it goes on without blocks that fail, unless fewer than two trajectories or points are left whole.
 */
export async function differencesAtPoints(
  { study, blocks, parts }: SensitivityPlan,
  measures: readonly Measure[],
  run: RunBlocks,
  lose?: Lose,
): Promise<Outcomes> {
  const outcomes = measures.map(() => Array.from({ length: study.draws + 1 }, (): number[] => []));
  for (const { draw, replicate } of blocks) for (const own of outcomes) own[draw][replicate] = Number.NaN;
  const centre = new LossCount(
    { name: 'replicates of the central values', asked: study.replicates, partOf: (one) => one.replicate },
    lose,
  );
  const lost = new LossCount(parts, lose);
  const losing: Lose = (one) => (one.block.draw === 0 ? centre : lost).lose(one);
  for await (const [baseline, other] of run(study, blocks, () => {}, lose && losing)) {
    const { draw, replicate } = baseline!.key;
    const [before, after] = [readingOf(study, baseline!), readingOf(study, other!)];
    for (const [at, { value }] of measures.entries()) outcomes[at][draw][replicate] = value(after) - value(before);
  }
  centre.check();
  lost.check();
  return outcomes;
}

/** The screening of each factor, from the outcomes of one measure by draw and replicate, over trajectories known as a whole. */
export function screenedFactors(
  { factors, trajectories: walked }: ScreeningPlan,
  outcomes: readonly (readonly number[])[],
): readonly ScreenedFactor[] {
  const size = factors.length + 1;
  const replicates = outcomes[1].length;
  const trajectories = wholeOr(
    walked.map((trajectory, number) => ({
      trajectory,
      values: outcomes.slice(1 + number * size, 1 + (number + 1) * size),
    })),
    ({ values }) => values.flat(),
  );
  const effects = trajectories.map(({ trajectory, values }) =>
    Array.from({ length: replicates }, (_, replicate) =>
      elementaryEffects(
        trajectory,
        values.map((point) => point[replicate]),
      ),
    ),
  );
  return factors.map((_, factor) => {
    const byTrajectory = effects.map((byReplicate) => byReplicate.map((one) => one[factor]));
    const noise = mean(byTrajectory.map((values) => variance(values) / replicates));
    const means = byTrajectory.map((values) => mean(values));
    const size = mean(means.map((value) => value * value));
    const most = fQuantile(0.99, trajectories.length, trajectories.length * (replicates - 1));
    const standsOut = size > 0 && (replicates === 1 || size > most * noise);
    return { ...screened(means), byLuck: MEAN_SIZE_OF_NORMAL * Math.sqrt(noise), standsOut };
  });
}

/** The Sobol indices of each factor, from the outcomes of one measure by draw and replicate, over points known in every sample. */
export function sharedOut(
  { factors, points, study }: SharingPlan,
  outcomes: readonly (readonly number[])[],
): readonly FactorIndices[] {
  const means = outcomes.slice(1).map((values) => mean(values));
  const samples = 2 + factors.length;
  const known = wholeOr(
    Array.from({ length: points }, (_, point) =>
      Array.from({ length: samples }, (_, at) => means[at * points + point]),
    ),
    (values) => values,
  );
  const sample = (number: number) => known.map((values) => values[number]);
  const key = randomKey(`${study.arms[0].scenario.seed}/bootstrap`, 0);
  const mixed = factors.map((_, factor) => sample(2 + factor));
  return sobolIndices({ a: sample(0), b: sample(1), mixed }, key);
}

/**
 * The factors that matter, at most `most`: for some measure they stand out from luck and make up a twentieth of the sum of all
 * effects. `screenings` are by measure.
 */
export function thoseThatMatter(
  factors: readonly Factor[],
  screenings: readonly (readonly ScreenedFactor[])[],
  most: number,
): readonly Factor[] {
  const weights = factors.map((_, at) =>
    Math.max(
      ...screenings.map((screening) => {
        const sum = screening.reduce((total, { muStar }) => total + muStar, 0);
        return sum > 0 && screening[at].standsOut ? screening[at].muStar / sum : 0;
      }),
    ),
  );
  const inOrder = [...factors.keys()].sort((a, b) => weights[b] - weights[a] || a - b);
  return inOrder
    .filter((at) => weights[at] >= LEAST_WEIGHT)
    .slice(0, most)
    .map((at) => factors[at]);
}

/** The items all of whose values are known; all of them if none is, so that what cannot be measured stays unknown. */
function wholeOr<Item>(items: readonly Item[], valuesOf: (item: Item) => readonly number[]): readonly Item[] {
  const whole = items.filter((item) => !valuesOf(item).some(Number.isNaN));
  return whole.length === 0 ? items : whole;
}

const LEAST_WEIGHT = 0.05;

/** The mean absolute value of a standard normal variable: the square root of 2/pi. */
const MEAN_SIZE_OF_NORMAL = 0.7978845608028654;

function laidOut(arms: readonly [Arm, Arm], design: Design, replicates: number, withCentre: boolean) {
  const study: Study = { arms, replicates, draws: design.length, design };
  const draws = Array.from({ length: design.length + (withCentre ? 1 : 0) }, (_, at) => at + (withCentre ? 0 : 1));
  const blocks = draws.flatMap((draw) =>
    Array.from({ length: replicates }, (_, replicate): BlockKey => ({ draw, replicate, arms: [0, 1] })),
  );
  return { study, blocks };
}

function rowOf(paths: readonly string[], quantiles: ArrayLike<number>): Readonly<Record<string, number>> {
  return Object.fromEntries(paths.map((path, at) => [path, quantiles[at]]));
}
