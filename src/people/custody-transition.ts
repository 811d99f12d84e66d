/**
 * Custody transition: which passage of the prison gate in a case, so that each stay, and each time after one, has its own luck.
 *
 * The way out of a stay does not matter: released in full, on conditions or to serve at home, the same person meets the
 * same luck. Remand that passes straight into serving is one stay.
 */
import { occasionOf } from '../engine/random.ts';
import { isHeld, NONE, type Row, status } from './person.ts';
import type { World } from './world.ts';

/** The passage of those whose stay begins in remand. */
export const INTO_REMAND = 0;

/** The passage that a person makes on coming to the present standing: from 0 to 8, each at most once in most cases. */
export function gatePassageOf(standing: number, lastLevel: number, recall: number): number {
  if (isHeld(standing)) return standing === status.remand ? INTO_REMAND : 1 + recall;
  if (standing === status.absent) return 5;
  const afterServing = lastLevel !== NONE || standing === status.monitored;
  return afterServing ? 6 + recall : 4;
}

/** The occasion of the `nth` draw (0 to 127) of a kind since the gate was passed last. */
export function occasionSinceGate(world: World, row: Row, nth = 0): number {
  const { episode, gatePassage } = world.people;
  return occasionOf(episode[row], gatePassage[row] * MOST + Math.min(nth, MOST - 1));
}

const MOST = 128;
