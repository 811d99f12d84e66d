/**
 * Spell: the clock of a spell at liberty, which custody stops and release starts again.
 *
 * `spellDay` is the day on which the spell began, moved on by the time that the clock stood still; `pausedDays` are the days at
 * risk when it stopped, above 0 only while it stands. What the clock is for is in `reoffending`.
 */
import { NOT_YET, type Row } from './person.ts';
import type { World } from './world.ts';

/** Custody stops the clock of a spell that is to go on after it, if one runs: the days at risk so far are kept. */
export function pauseClock({ people, today }: World, row: Row): void {
  if (people.spellDay[row] === NOT_YET) return;
  people.pausedDays[row] = Math.max(1, today - people.spellDay[row]);
}

/** The clock goes on where it stopped. */
export function resumeClock({ people, today }: World, row: Row): void {
  people.spellDay[row] = today - people.pausedDays[row];
  people.pausedDays[row] = 0;
}
