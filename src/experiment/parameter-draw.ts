/**
 * Parameter draw: one possible truth about every number.
 *
 * Draw 0 takes each parameter at its central value. Any other draw pushes one uniform a parameter, made from the seed, the
 * draw and the parameter's name, through the distribution of its passport. So all arms meet the same draw, whatever else
 * they read, and adding a parameter changes no other. An experiment may lay out its draws itself, see `Design`.
 */
import type { Day } from '../engine/calendar.ts';
import { randomKey, uniform } from '../engine/random.ts';
import { epochsOf, type QuantileOf } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue, type Parameters } from '../simulation/parameters.ts';

/** Draws that somebody laid out: where in its uncertainty each parameter named stands in draw 1, 2, ...; others are central. */
export type Design = readonly Readonly<Record<string, number>>[];

/** Where in its uncertainty each parameter is drawn: as the design says, or by chance where there is none. */
export function quantilesOf(seed: string, draw: number, design?: Design): QuantileOf {
  if (draw === 0) return () => undefined;
  if (design !== undefined) return (path) => design[draw - 1][path];
  const key = randomKey(`${seed}/parameters`, draw);
  return (path) => uniform(key.low, key.high, nameHash(path, FIRST_BASIS), nameHash(path, SECOND_BASIS));
}

/** The dated parameters of a scenario in a draw; the latest draw is kept, since blocks come draw by draw. */
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

/** FNV-1a over the characters of a name, from two bases, so that 64 bits tell names apart. */
function nameHash(name: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

const FIRST_BASIS = 0x811c9dc5;
const SECOND_BASIS = 0x050c5d1f;
