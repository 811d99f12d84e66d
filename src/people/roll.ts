/**
 * Roll: lists everybody held at a security level, once a week.
 *
 * Weekly steps (work, programmes, ties, climate, incidents, the account) run over the people on the roll and nobody else.
 * Whoever began to serve this morning is listed next week: their admission is handled later in the day, and until then columns
 * hold an earlier stay. So every column that a weekly step reads is of the present stay, and a stay of one week is on one roll.
 * People are listed in order of rows, which lets a processor fetch ahead (a set in no order cost a tenth of a year); nothing
 * may depend on it.
 *
 * Writes `World.roll` and `weeksInside`.
 */
import { NONE } from './person.ts';
import { tally } from './tallies.ts';
import type { World } from './world.ts';

/** Days from one roll to the next. */
export const DAYS_BETWEEN = 7;

/** Weeks of a case with draws of their own, 39 years of them; all later weeks share the last. */
const MOST_WEEKS = 2047;

/** Weekly step: calls the roll. */
export function step(world: World): void {
  const { people, roll, rows, levels, tallies, today } = world;
  let called = 0;
  for (let row = 0; row < rows.highest; row++) {
    const level = people.level[row];
    if (level === NONE || !world.isPresent(row) || people.custodyDay[row] === today) continue;
    roll[called++] = row;
    if (people.weeksInside[row] < MOST_WEEKS) people.weeksInside[row]++;
    tallies[tally['inmate-weeks'] * (levels + 1) + level]++;
  }
  world.called = called;
}
