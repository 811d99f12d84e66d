/**
 * Parameter draw: one possible truth about every number.
 *
 * Draw 0 takes each parameter at its central value. Any other draw pushes one uniform a parameter, made from the seed, the
 * draw and the parameter's name, through the distribution of its passport. So all arms meet the same draw, whatever else
 * they read, and adding a parameter changes no other.
 */
import type { Day } from '../engine/calendar.ts';
import { randomKey, uniform } from '../engine/random.ts';
import { epochsOf, type QuantileOf } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue, type Parameters } from '../simulation/parameters.ts';

/** Where in its uncertainty each parameter is drawn. */
export function quantilesOf(seed: string, draw: number): QuantileOf {
  if (draw === 0) return () => undefined;
  const key = randomKey(`${seed}/parameters`, draw);
  return (path) => uniform(key.low, key.high, nameHash(path, FIRST_BASIS), nameHash(path, SECOND_BASIS));
}

/** The dated parameters of a scenario in a draw; the latest draw is kept, since blocks come draw by draw. */
export function parametersOf(
  scenario: Scenario,
  draw: number,
): readonly { readonly from: Day; readonly values: Parameters }[] {
  const latest = kept.get(scenario);
  if (latest?.draw === draw) return latest.dated;
  const epochs = epochsOf(scenario, catalogue, quantilesOf(scenario.seed, draw));
  const dated = epochs.map(({ from, values }) => ({ from, values: values as unknown as Parameters }));
  kept.set(scenario, { draw, dated });
  return dated;
}

const kept = new WeakMap<Scenario, { draw: number; dated: ReturnType<typeof parametersOf> }>();

/** FNV-1a over the characters of a name, from two bases, so that 64 bits tell names apart. */
function nameHash(name: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

const FIRST_BASIS = 0x811c9dc5;
const SECOND_BASIS = 0x050c5d1f;
