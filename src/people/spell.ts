/**
 * Spell: the clock of a spell at liberty, which custody stops and release starts again.
 *
 * `spellDay` is the day on which the spell began, moved on by the time that the clock stood still; `pausedDays` holds the
 * days at risk while the clock stands still, otherwise 0. `reoffending` reads the clock.
 */
import { NOT_YET, type Row } from './person.ts';
import type { World } from './world.ts';

/** Stops the clock of a running spell that goes on after custody; the days at risk so far are kept. */
export function pauseClock({ people, today }: World, row: Row): void {
  if (people.spellDay[row] === NOT_YET) return;
  people.pausedDays[row] = Math.max(1, today - people.spellDay[row]);
}

/** Restarts the clock where it stopped. */
export function resumeClock({ people, today }: World, row: Row): void {
  people.spellDay[row] = today - people.pausedDays[row];
  people.pausedDays[row] = 0;
}
