/**
 * Sweep: varies one or two levers over several values, all else equal.
 *
 * Every point of the grid is the scenario with one addition: from a day on, the swept levers have the values of the point,
 * whatever other policies do to them before or after. All points have the same people with the same luck as the scenario itself,
 * which is the baseline; a point at which no number differs is the baseline.
 */
import type { Day } from '../../engine/calendar.ts';
import { digestOfText } from '../../engine/digest.ts';
import type { Problems } from '../../evidence/document.ts';
import { Failure } from '../../failure.ts';
import type { Measure, MemberEvents } from '../../measures/measure.ts';
import { type Change, overlap } from '../../scenario/change.ts';
import { impossibleNumbers } from '../../scenario/epoch.ts';
import { historyOf } from '../../scenario/history.ts';
import { type LeverValues, readLeverValues } from '../../scenario/lever-values.ts';
import type { Policy } from '../../scenario/policy.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { mean } from '../../statistics/describe.ts';
import { differenceOf, type Moved, movedBetween, NOTHING } from '../difference.ts';
import { LossCount } from '../losses.ts';
import { isQueue, Queues } from '../queues.ts';
import { readingOf } from '../reading.ts';
import type { Unsettled } from '../settling.ts';
import { type Arm, type BlockKey, blocksOf, type CellResult, type Lose, type RunBlocks, type Study } from '../study.ts';

/** One point of the grid. */
export interface Point {
  /** The index of the value of each lever. */
  readonly at: readonly number[];
  /** The arm that is run for it; 0, the baseline, if the point changes nothing. */
  readonly arm: number;
}

/** The runs of a sweep: the scenario itself, and one arm per distinct point. */
export interface SweepPlan {
  readonly levers: readonly LeverValues[];
  /** The last lever changes fastest. */
  readonly points: readonly Point[];
  readonly study: Study;
}

/** The result of a point for one measure, over the replicates in which both it and the baseline are known. */
export interface PointResult {
  readonly point: Point;
  readonly measure: Measure;
  readonly mean: number;
  /** The mean of the scenario itself. */
  readonly baseline: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly replicates: number;
  /** How the queue fails to settle, at this point and in the scenario itself: where it does, there is no mean and no difference. */
  readonly unsettled?: Unsettled | undefined;
  readonly baselineUnsettled?: Unsettled | undefined;
}

/**
 * Varies one or two levers over values written as on the command line, such as `placement.review_days: 30, 60, 120`, from a day
 * on, by default the first observed. Gives every measure at every point, with its paired difference from the scenario itself and a
 * 95 % interval. Throws a Failure for values that are unreadable or impossible; fails as `run` fails, or goes on with `lose`, see
 * `resultsOfSweep`.
 */
export async function sweep(
  scenario: Scenario,
  levers: readonly string[],
  { from = scenario.start, replicates = scenario.replicates }: { readonly from?: Day; readonly replicates?: number },
  measures: readonly Measure[],
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly PointResult[]> {
  const problems: Problems = [];
  const read = levers.map((text) => readLeverValues(text, 'sweep', catalogue, scenario.dimensions, problems));
  if (problems.length > 0) throw new Failure(...problems);
  const plan = sweepPlan(scenario, read as readonly LeverValues[], from, replicates);
  const complaints = complaintsAboutPoints(plan).map((problem) => ({ place: 'sweep', problem }));
  if (complaints.length > 0) throw new Failure(...complaints);
  return resultsOfSweep(plan, blocksOf(plan.study), measures, run, lose);
}

/** The plan for every combination of the values of the levers, which hold from a day on. */
export function sweepPlan(
  scenario: Scenario,
  levers: readonly LeverValues[],
  from: Day,
  replicates: number,
): SweepPlan {
  const arms: Arm[] = [{ name: 'as it is', scenario }];
  const known = new Map([[numbersOf(scenario), 0]]);
  const points = combinations(levers.map(({ values }) => values.length)).map((at): Point => {
    const chosen = levers.map(({ values }, lever) => values[at[lever]]);
    const moved = scenarioAt(
      scenario,
      chosen.map(({ change }) => change),
      from,
    );
    const numbers = numbersOf(moved);
    const arm = known.get(numbers) ?? arms.length;
    if (arm === arms.length) {
      arms.push({
        name: levers.map(({ path }, lever) => `${path}: ${chosen[lever].text}`).join(', '),
        scenario: moved,
      });
      known.set(numbers, arm);
    }
    return { at, arm };
  });
  return { levers, points, study: { arms, replicates, draws: 0 } };
}

/** Complaints about the points: a change out of bounds, shares that no longer add up. Empty if there are none. */
export function complaintsAboutPoints({ study }: SweepPlan): readonly string[] {
  const complaints = study.arms
    .slice(1)
    .flatMap(({ name, scenario }) =>
      impossibleNumbers(scenario, catalogue).map(({ complaint, isSum }) =>
        isSum ? `${name}: ${complaint}` : complaint,
      ),
    );
  return [...new Set(complaints)];
}

/**
 * Every measure at every point, in order of measures. Fails as `run` fails; with `lose` it goes on without cells that fail, unless
 * the scenario itself is left with fewer than two replicates. A block may hold many points, so one that is lost is run again arm
 * by arm: then `lose` receives only the arms that fail. The mean of a queue that does not settle is withheld, see `settling.ts`.
 */
export async function resultsOfSweep(
  { points, study }: SweepPlan,
  blocks: readonly BlockKey[],
  measures: readonly Measure[],
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly PointResult[]> {
  const values = measures.map(() => study.arms.map(() => new Float64Array(study.replicates).fill(Number.NaN)));
  const events = measures.map(() => study.arms.map((): MemberEvents[] => []));
  const digests = study.arms.map((): string[] => []);
  const queues = measures.some(isQueue) ? new Queues(study) : undefined;
  const read = (cell: CellResult) => {
    const { arm, replicate } = cell.key;
    queues?.add(cell);
    digests[arm][replicate] = cell.digest;
    const reading = readingOf(study, cell);
    for (const [at, measure] of measures.entries()) {
      values[at][arm][replicate] = measure.value(reading);
      if (measure.events !== undefined) events[at][arm][replicate] = measure.events(reading);
    }
  };
  const movedTo = (arm: number, at: number): readonly Moved[] => {
    const isAlike = digests[arm].every((digest, replicate) => digest === digests[0][replicate]);
    if (isAlike) return [];
    return events[at][arm].map((own, replicate) => {
      const other = events[at][0][replicate];
      return other === undefined ? NOTHING : movedBetween(own, other);
    });
  };
  const again: BlockKey[] = [];
  const baseline = new LossCount({
    name: 'replicates of the scenario itself',
    asked: study.replicates,
    partOf: (one) => one.replicate,
  });
  const alone: Lose = (lost) => {
    lose?.(lost);
    if (lost.arm === 0) baseline.lose(lost);
  };
  const whole: Lose = (lost) => {
    if (lost.block.arms.length === 1) alone(lost);
    else again.push(...lost.block.arms.map((arm) => ({ ...lost.block, arms: [arm] })));
  };
  for await (const block of run(study, blocks, () => {}, lose && whole)) for (const cell of block) read(cell);
  if (again.length > 0) for await (const [cell] of run(study, again, () => {}, alone)) read(cell!);
  baseline.check();
  const growing = study.arms.map((_, arm) => queues?.unsettled(arm));
  return measures.flatMap((measure, at) =>
    points.map((point) => {
      if (!isQueue(measure))
        return { point, measure, ...resultOf(values[at][point.arm], values[at][0], movedTo(point.arm, at)) };
      const valuesOf = (arm: number) => (growing[arm] ? NOT_KNOWN : values[at][arm]);
      const found = resultOf(valuesOf(point.arm), valuesOf(0), movedTo(point.arm, at));
      return { point, measure, ...found, unsettled: growing[point.arm], baselineUnsettled: growing[0] };
    }),
  );
}

/** No values. */
const NOT_KNOWN = new Float64Array(0);

/** A digest of every number at every time. */
function numbersOf(scenario: Scenario): string {
  return digestOfText(historyOf(scenario, catalogue, scenario.end));
}

function resultOf(values: Float64Array, others: Float64Array, moved: readonly Moved[]) {
  const { difference, low, high, known } = differenceOf(values, others, 1, moved);
  return { mean: meanKnown(values), baseline: meanKnown(others), difference, low, high, replicates: known.length };
}

function meanKnown(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? NaN : mean(known);
}

/**
 * The scenario with these changes from a day on. A policy that begins later and moves the same numbers would override them, so the
 * changes are repeated on the first day of each such policy, after all policies in force by then.
 */
function scenarioAt(scenario: Scenario, changes: readonly Change[], from: Day): Scenario {
  const { policies, end } = scenario;
  const later = policies.filter(
    (policy) =>
      policy.from > from && policy.from < end && policy.changes.some((one) => changes.some((own) => overlap(one, own))),
  );
  const days = [...new Set([from, ...later.map((policy) => policy.from)])].sort((a, b) => a - b);
  const pieces = days.map(
    (day, at): Policy => ({
      name: freeName(`sweep ${at + 1}`, policies),
      from: day,
      until: days[at + 1] ?? Infinity,
      label: undefined,
      because: undefined,
      after: policies
        .filter((policy) => policy.from <= day)
        .map(({ name }) => name)
        .sort(),
      changes,
    }),
  );
  return withPolicies(scenario, [...policies, ...pieces]);
}

function freeName(name: string, policies: readonly Policy[]): string {
  return policies.some((policy) => policy.name === name) ? freeName(`${name}'`, policies) : name;
}

function combinations(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((at) => Array.from({ length: size }, (_, next) => [...at, next])),
    [[]],
  );
}
