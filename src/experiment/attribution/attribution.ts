/**
 * Attribution: which part of a bundle of policies did it.
 *
 * The parts in which one scenario differs from another (`parts.ts`) are switched on and off, all under the same luck, and each
 * gets its Shapley value. Up to six of them every combination is run. Beyond, each replicate switches them on in an order of its
 * own and in the opposite one: the mean over replicates is unbiased, and its interval holds chance and order alike.
 */
import { randomKey, uniform } from '../../engine/random.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { addedInOrders, coalitionsMet, shapleyValues } from '../../statistics/shapley.ts';
import type { BlockKey, Study } from '../study.ts';
import { type PolicyComponent, policiesUnder } from './policy-components.ts';

/** Beyond so many parts orders are drawn. */
export const EXACT = 6;

/** What is run for an attribution: arms are coalitions, and each replicate needs some of them. */
export interface AttributionPlan {
  readonly names: readonly string[];
  readonly study: Study;
  readonly blocks: readonly BlockKey[];
  /** The coalition of each arm. */
  readonly coalitions: readonly number[];
  /** The orders of each replicate; undefined where all combinations are run. */
  readonly orders: readonly (readonly (readonly number[])[])[] | undefined;
}

/** The plan for so many replicates of the parts between a baseline and another scenario. */
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

/** What each part adds in one replicate; `worthOf` gives what is measured in an arm. */
export function addedIn(
  { names, coalitions, orders }: AttributionPlan,
  replicate: number,
  worthOf: (arm: number) => number,
): Float64Array {
  const at = (coalition: number) => worthOf(coalitions.indexOf(coalition));
  return orders === undefined ? shapleyValues(names.length, at) : addedInOrders(orders[replicate], at);
}

/** An order of so many things, every one as likely. */
function shuffled(count: number, seed: string, replicate: number): readonly number[] {
  const { low, high } = randomKey(seed, replicate);
  const order = Array.from({ length: count }, (_, at) => at);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform(low, high, last, 0) * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
