/**
 * Shapley value: divides the joint effect of several players, here policies, among them.
 *
 * It is the marginal contribution of a player, averaged over all orders in which the players could be switched on (L. S. Shapley,
 * in Contributions to the Theory of Games II, 1953). The values add up to the joint effect, interactions included. A coalition
 * is a bit set: bit i is set if player i is on.
 */

/** The value of each of `count` players, from the worth of every coalition. */
export function shapleyValues(count: number, worthOf: (coalition: number) => number): Float64Array {
  return shapleyMeans(count, (without, joined) => worthOf(joined) - worthOf(without));
}

/** The mean contribution of each player over these orders: an estimate of its value that needs fewer coalitions. */
export function addedInOrders(
  orders: readonly (readonly number[])[],
  worthOf: (coalition: number) => number,
): Float64Array {
  return meansInOrders(orders, (without, joined) => worthOf(joined) - worthOf(without));
}

/** What a step from a coalition to the same with one more player brings. */
type StepOf = (without: number, joined: number) => number;

/** The mean over all orders of what the step of each of `count` players brings. */
export function shapleyMeans(count: number, stepOf: StepOf): Float64Array {
  const weights = Float64Array.from({ length: count }, (_, size) => weightOf(size, count));
  const values = new Float64Array(count);
  for (let coalition = 0; coalition < 1 << count; coalition++) {
    const size = sizeOf(coalition);
    for (let thing = 0; thing < count; thing++) {
      if ((coalition & (1 << thing)) !== 0) continue;
      values[thing] += weights[size] * stepOf(coalition, coalition | (1 << thing));
    }
  }
  return values;
}

/** The mean over these orders of what the step of each player brings. */
export function meansInOrders(orders: readonly (readonly number[])[], stepOf: StepOf): Float64Array {
  const values = new Float64Array(orders[0].length);
  for (const order of orders) {
    let coalition = 0;
    for (const thing of order) {
      const joined = coalition | (1 << thing);
      values[thing] += stepOf(coalition, joined) / orders.length;
      coalition = joined;
    }
  }
  return values;
}

/** The coalitions that occur when players are switched on in these orders, each once, the smallest number first. */
export function coalitionsMet(orders: readonly (readonly number[])[]): readonly number[] {
  const met = new Set<number>([0]);
  for (const order of orders) {
    let coalition = 0;
    for (const thing of order) {
      coalition |= 1 << thing;
      met.add(coalition);
    }
  }
  return [...met].sort((a, b) => a - b);
}

/** The weight of a coalition: the share of all orders in which exactly these players come before a given one. */
function weightOf(before: number, count: number): number {
  let weight = 1 / count;
  for (let at = 1; at <= before; at++) weight *= at / (count - at);
  return weight;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let left = coalition; left > 0; left &= left - 1) size++;
  return size;
}
