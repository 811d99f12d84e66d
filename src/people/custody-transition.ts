/**
 * Custody transition: numbers the passages of the prison gate within a case, so that each stay, and each time after one,
 * has random draws of its own.
 *
 * The way out of a stay does not matter: released in full, on conditions or to serve at home, a person has the same draws.
 * Remand that passes straight into serving is one stay.
 */
import { occasionOf } from '../engine/random.ts';
import { isHeld, NONE, type Row, status } from './person.ts';
import type { World } from './world.ts';

/** The passage into a stay that begins in remand. */
export const INTO_REMAND = 0;

/** The passage that leads to the present legal status: 0 to 8, each at most once in most cases. */
export function gatePassageOf(standing: number, lastLevel: number, recall: number): number {
  if (isHeld(standing)) return standing === status.remand ? INTO_REMAND : 1 + recall;
  if (standing === status.absent) return 5;
  const afterServing = lastLevel !== NONE || standing === status.monitored;
  return afterServing ? 6 + recall : 4;
}

/** The occasion of the `nth` draw (0 to 127) of a kind since the last passage of the gate. */
export function occasionSinceGate(world: World, row: Row, nth = 0): number {
  const { episode, gatePassage } = world.people;
  return occasionOf(episode[row], gatePassage[row] * MOST + Math.min(nth, MOST - 1));
}

const MOST = 128;
