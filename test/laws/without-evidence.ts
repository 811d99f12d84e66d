/** The tiny world under `--evidence none`, in which no lever of policy may move what people need or the odds they start with. */

import type { Lever } from '../../src/evidence/catalogue.ts';
import { event } from '../../src/people/life-events.ts';
import { riskOf } from '../../src/people/risk.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { tinyCell, withLevers } from '../tiny.ts';
import { levers, otherValues, valueIn, withMoved } from './levers.ts';
import { newWorld, walk } from './walk.ts';

/** The nouns that say who people are and what becomes of them without any prison; all others are for policies to move. */
const notForPolicies = ['arrivals', 'synthesise', 'needs', 'reoffending', 'mortality'];

/** Which evidence counts, and the centre that goes with it. */
const modes = ['effects.evidence', 'effects.centre'];

/** The levers that a policy may move. */
export const leversOfPolicy: readonly Lever[] = levers.filter(
  ({ noun, path }) => !notForPolicies.includes(noun) && !modes.includes(path),
);

/** The tiny world in which no evidence moves the odds. */
export const withoutEvidence: Cell = withLevers(tinyCell(), { effects: { evidence: 'none' } });

/** What a life leaves that a policy could have moved. */
export interface Standing {
  /** Needs of the living at the end, by key. */
  readonly needs: ReadonlyMap<string, number>;
  /** The largest size of a shift by policy in the log-odds with which a spell of liberty began. */
  readonly largestShift: number;
}

/** Lives a cell and looks at its people. */
export function standingIn(cell: Cell): Standing {
  const world = newWorld(cell);
  const { reoffending } = cell.parameters[0].values;
  let largestShift = 0;
  world.observer = (_, kind, row) => {
    if (kind !== event.atRisk) return;
    largestShift = Math.max(largestShift, Math.abs(world.people.logit[row] - riskOf(world, row, reoffending)));
  };
  walk(cell, () => {}, world);
  const { stream, index, needs } = world.people;
  const rows = Array.from({ length: world.rows.highest }, (_, row) => row).filter((row) => world.isPresent(row));
  return { needs: new Map(rows.map((row) => [`${stream[row]}:${index[row]}`, needs[row]])), largestShift };
}

/** What a lever moves that it may not, in words; nothing where it keeps the law. */
export function movedBy(lever: Lever, before: Standing): readonly string[] {
  return otherValues(lever, valueIn(withoutEvidence, lever)).flatMap((value) => {
    const { needs, largestShift } = standingIn(withMoved(withoutEvidence, lever, value));
    const moved = [...needs].filter(([key, bits]) => (before.needs.get(key) ?? bits) !== bits);
    return [
      ...moved.map(([key, bits]) => `the needs of ${key}: ${before.needs.get(key)} and ${bits}`),
      ...(largestShift > 0 ? [`log-odds by ${largestShift}`] : []),
    ];
  });
}
