/**
 * Attribution: divides the effect of a bundle of policies among its parts, by their Shapley values.
 *
 * The parts in which one scenario differs from another (`policy-components.ts`) are switched on and off, all under common random
 * numbers (the same luck). Up to six parts, every combination is run. Beyond six, each replicate switches them on in a random order
 * and in its reverse: the mean over replicates is unbiased, and its interval covers both chance and the sampling of orders.
 */
import { randomKey, uniform } from '../../engine/random.ts';
import type { Measure } from '../../measures/measure.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { meanInterval } from '../../statistics/intervals.ts';
import { addedInOrders, coalitionsMet, shapleyValues } from '../../statistics/shapley.ts';
import { LossCount, partsOfStudy } from '../losses.ts';
import { isQueue, Queues } from '../queues.ts';
import { readingOf } from '../reading.ts';
import type { Unsettled } from '../settling.ts';
import type { BlockKey, Lose, RunBlocks, Study } from '../study.ts';
import { MovedParts } from './moved-parts.ts';
import { type PolicyComponent, policiesUnder } from './policy-components.ts';

/** Up to this number of parts every combination is run; beyond it, orders are drawn. */
export const EXACT = 6;

/** The runs of an attribution: arms are coalitions, and each replicate needs some of them. */
export interface AttributionPlan {
  readonly names: readonly string[];
  readonly study: Study;
  readonly blocks: readonly BlockKey[];
  /** The coalition of each arm. */
  readonly coalitions: readonly number[];
  /** The orders of each replicate; undefined where all combinations are run. */
  readonly orders: readonly (readonly (readonly number[])[])[] | undefined;
}

/** The plan that attributes the difference between a baseline and another scenario to its parts. */
export function attributionPlan(
  baseline: Scenario,
  parts: readonly PolicyComponent[],
  replicates: number,
): AttributionPlan {
  const count = parts.length;
  const orders =
    count <= EXACT
      ? undefined
      : Array.from({ length: replicates }, (_, replicate) => {
          const order = shuffled(count, `${baseline.seed} attribution`, replicate);
          return [order, order.toReversed()];
        });
  const all = Array.from({ length: 1 << Math.min(count, EXACT) }, (_, coalition) => coalition);
  const coalitions = orders === undefined ? all : coalitionsMet(orders.flat());
  const arms = coalitions.map((coalition) => ({
    name: `coalition-${coalition}`,
    scenario: withPolicies(baseline, policiesUnder(baseline, parts, coalition)),
  }));
  const blocks = Array.from({ length: replicates }, (_, replicate) => {
    const met = new Set(orders === undefined ? coalitions : coalitionsMet(orders[replicate]));
    return { draw: 0, replicate, arms: coalitions.flatMap((coalition, arm) => (met.has(coalition) ? [arm] : [])) };
  });
  return { names: parts.map(({ name }) => name), study: { arms, replicates, draws: 0 }, blocks, coalitions, orders };
}

/** The contribution of a part, or of the whole, to a measure: mean over replicates with 95 % interval, in the unit of differences. */
export interface Added {
  readonly measure: Measure;
  /** The name of a part; undefined for the whole. */
  readonly part: string | undefined;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Replicates that it is the mean of. */
  readonly replicates: number;
  /** How the queue of a combination of parts fails to settle, and its parts: where one does, nothing can be shared out. */
  readonly unsettled?: (Unsettled & { readonly under: string }) | undefined;
}

/**
 * Attributes the difference between two scenarios to the parts of a plan. Gives, per measure, the contribution of every part and
 * then the whole, which is the sum of the parts in every replicate (L. S. Shapley, 1953). Fails as `run` fails; with `lose` it goes
 * on without replicates that fail, unless fewer than two are left. Of a queue that does not settle under every combination, nothing
 * is shared out. Where a measure counts events among cohort members, an interval is at least as wide as what moved has it, as in a
 * comparison.
 */
export async function attribute(
  plan: AttributionPlan,
  measures: readonly Measure[],
  run: RunBlocks,
  lose?: Lose,
): Promise<readonly Added[]> {
  const added = measures.map(() => plan.names.map((): number[] => []));
  const moved = measures.map(({ events }) => events && new MovedParts(plan));
  const lost = new LossCount(partsOfStudy(plan.study), lose);
  const queues = measures.some(isQueue) ? new Queues(plan.study) : undefined;
  for await (const block of run(plan.study, plan.blocks, () => {}, lose && lost.lose)) {
    for (const cell of block) queues?.add(cell);
    const { replicate } = block[0].key;
    const readings = new Map(block.map((cell) => [cell.key.arm, readingOf(plan.study, cell)]));
    const digests = new Map(block.map((cell) => [cell.key.arm, cell.digest]));
    measures.forEach((measure, at) => {
      const values = new Map([...readings].map(([arm, reading]) => [arm, measure.value(reading)]));
      const parts = addedIn(plan, replicate, (arm) => values.get(arm)!);
      for (const [part, value] of parts.entries()) added[at][part].push(value);
      moved[at]?.add(
        replicate,
        (arm) => measure.events!(readings.get(arm)!),
        (arm) => digests.get(arm)!,
      );
    });
  }
  lost.check();
  const growing = queues && firstUnsettled(plan, queues);
  return measures.flatMap((measure, at) => {
    const parts = added[at];
    if (growing !== undefined && isQueue(measure)) {
      const nothing = { measure, mean: Number.NaN, low: Number.NaN, high: Number.NaN, unsettled: growing };
      return [...plan.names, undefined].map((part) => ({ ...nothing, part, replicates: parts[0].length }));
    }
    const whole = parts[0].map((_, replicate) => parts.reduce((sum, part) => sum + part[replicate], 0));
    const row = (values: readonly number[], part?: number): Added => {
      const { mean, ...student } = meanInterval(values);
      const { low, high } = moved[at]?.widened(mean, student, part) ?? student;
      return {
        measure,
        part: part === undefined ? part : plan.names[part],
        mean,
        low,
        high,
        replicates: values.length,
      };
    };
    return [...parts.map((values, part) => row(values, part)), row(whole)];
  });
}

/** The contribution of each part in one replicate; `worthOf` gives the value of a measure in an arm. */
export function addedIn(
  { names, coalitions, orders }: AttributionPlan,
  replicate: number,
  worthOf: (arm: number) => number,
): Float64Array {
  const at = (coalition: number) => worthOf(coalitions.indexOf(coalition));
  return orders === undefined ? shapleyValues(names.length, at) : addedInOrders(orders[replicate], at);
}

/** The first combination of parts whose queue does not settle; that without any part comes first. */
function firstUnsettled({ names, study, coalitions }: AttributionPlan, queues: Queues): Added['unsettled'] {
  for (const arm of study.arms.keys()) {
    const grows = queues.unsettled(arm);
    const on = names.filter((_, part) => (coalitions[arm] & (1 << part)) !== 0);
    if (grows !== undefined) return { ...grows, under: on.length === 0 ? NO_PART : on.join(' + ') };
  }
  return undefined;
}

const NO_PART = 'none of the parts';

/** A random order of `count` things, all orders equally likely. */
function shuffled(count: number, seed: string, replicate: number): readonly number[] {
  const { low, high } = randomKey(seed, replicate);
  const order = Array.from({ length: count }, (_, at) => at);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform(low, high, last, 0) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
