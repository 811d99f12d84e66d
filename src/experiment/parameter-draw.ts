/**
 * Parameter draw: one possible truth about every uncertain number (probabilistic sensitivity analysis).
 *
 * Draw 0 takes each parameter at its central value. Any other draw makes one uniform number per parameter from the seed, the draw
 * and the name of the parameter, and takes that quantile of the distribution in its passport. So all arms share a draw, and an
 * added parameter changes no other. An experiment may lay out its draws itself, see `Design`.
 */
import type { Day } from '../engine/calendar.ts';
import { randomKey, uniform } from '../engine/random.ts';
import { epochsOf, type QuantileOf } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue, type Parameters } from '../simulation/parameters.ts';

/** A designed experiment: the quantile of each parameter named, in draw 1, 2, ...; others are central. */
export type Design = readonly Readonly<Record<string, number>>[];

/** The quantile at which each parameter is drawn: from the design, or random without one. */
export function quantilesOf(seed: string, draw: number, design?: Design): QuantileOf {
  if (draw === 0) return () => undefined;
  if (design !== undefined) return (path) => design[draw - 1][path];
  const key = randomKey(`${seed}/parameters`, draw);
  return (path) => uniform(key.low, key.high, nameHash(path, FIRST_BASIS), nameHash(path, SECOND_BASIS));
}

/** The dated parameters of a scenario in a draw. The latest draw is kept, since blocks come draw by draw. */
export function parametersInDraw(
  scenario: Scenario,
  draw: number,
  design?: Design,
): readonly { readonly from: Day; readonly values: Parameters }[] {
  const latest = kept.get(scenario);
  if (latest?.draw === draw && latest.design === design) return latest.dated;
  const epochs = epochsOf(scenario, catalogue, quantilesOf(scenario.seed, draw, design));
  const dated = epochs.map(({ from, values }) => ({ from, values: values as unknown as Parameters }));
  kept.set(scenario, { draw, design, dated });
  return dated;
}

interface Kept {
  readonly draw: number;
  readonly design: Design | undefined;
  readonly dated: ReturnType<typeof parametersInDraw>;
}

const kept = new WeakMap<Scenario, Kept>();

/** FNV-1a over the characters of a name, from two bases, so that 64 bits distinguish names. */
function nameHash(name: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

const FIRST_BASIS = 0x811c9dc5;
const SECOND_BASIS = 0x050c5d1f;
