/**
 * Parameter draw: one possible truth about every uncertain number (probabilistic sensitivity analysis).
 *
 * Draw 0 takes each parameter at its central value. Any other draw makes one uniform number per parameter from the seed, the draw
 * and the name of the parameter, and takes that quantile of the distribution in its passport. So all arms share a draw, and an
 * added parameter changes no other. An experiment may lay out its draws itself, see `Design`.
 *
 * A scenario with members gives each draw a member: its numbers stand in the policies, and its own seed decides the quantiles of all
 * parameters outside, or they stay central, as the member says. So a draw is a whole set of numbers that was simulated and held against the observed figures. A scenario
 * without members draws each parameter on its own, whatever follows from them together: nothing is conditioned on figures.
 */
import type { Day } from '../engine/calendar.ts';
import { randomKey, uniform } from '../engine/random.ts';
import { central, epochsOf, type QuantileOf } from '../scenario/epoch.ts';
import { memberOfDraw } from '../scenario/members.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { withMember } from '../scenario/with-member.ts';
import { catalogue, type Parameters } from '../simulation/parameters.ts';

/** A designed experiment: the quantile of each parameter named, in draw 1, 2, ...; others are central. */
export type Design = readonly Readonly<Record<string, number>>[];

/** A scenario as it is in one draw. */
export interface Drawn {
  /** With the numbers of a member in its policies, if it has members. */
  readonly scenario: Scenario;
  /** The quantile at which each parameter of the evidence is drawn. */
  readonly quantileOf: QuantileOf;
}

/** A scenario in a draw: as designed, by a member, or each parameter at random. */
export function drawnFrom(scenario: Scenario, draw: number, design?: Design): Drawn {
  const { members, seed } = scenario;
  if (draw === 0) return { scenario, quantileOf: central };
  if (design !== undefined) return { scenario, quantileOf: (path) => design[draw - 1][path] };
  if (members === undefined) return { scenario, quantileOf: randomly(seed, draw) };
  const latest = withMembers.get(scenario);
  if (latest?.draw === draw) return latest.drawn;
  const member = memberOfDraw(members, draw);
  const covered = new Set(members.columns.map(({ path }) => path));
  const outside = randomly(member.seed, 1);
  const quantileOf: QuantileOf =
    member.others === 'central' ? central : (path) => (covered.has(path) ? undefined : outside(path));
  const drawn = { scenario: withMember(scenario, member), quantileOf };
  withMembers.set(scenario, { draw, drawn });
  return drawn;
}

/** The latest member of each scenario, since blocks come draw by draw. */
const withMembers = new WeakMap<Scenario, { readonly draw: number; readonly drawn: Drawn }>();

/** A quantile for each parameter by chance. */
function randomly(seed: string, draw: number): QuantileOf {
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
  const drawn = drawnFrom(scenario, draw, design);
  const epochs = epochsOf(drawn.scenario, catalogue, drawn.quantileOf);
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
