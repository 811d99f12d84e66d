/**
 * Roll: lists everybody held at a security level, once a week.
 *
 * Weekly steps (work, programmes, ties, climate, incidents, the account) run over the people on the roll and nobody else.
 * Whoever began to serve this morning is listed next week: their admission is handled later in the day, and until then columns
 * hold an earlier stay. So every column that a weekly step reads is of the present stay, and a stay of one week is on one roll.
 * Before the call, whoever is inside gets one of the first rows, in exchange with somebody outside: some two hundred exchanges
 * per week in Norway. So the columns of people inside lie together in the cache, and weekly steps take half the time. No
 * other part of the program keeps a row from one day to the next, and nothing may depend on the order of rows.
 *
 * Writes `World.roll` and `weeksInside`.
 */
import { NONE, type Row } from './person.ts';
import { tally } from './tallies.ts';
import type { World } from './world.ts';

/** Days from one roll to the next. */
export const DAYS_BETWEEN = 7;

/** Weeks of a case with draws of their own, 39 years of them; all later weeks share the last. */
const MOST_WEEKS = 2047;

/** Weekly step: calls the roll. */
export function step(world: World): void {
  const inside = gather(world);
  const { people, roll, levels, tallies, today } = world;
  let called = 0;
  for (let row = 0; row < inside; row++) {
    if (people.custodyDay[row] === today) continue;
    roll[called++] = row;
    if (people.weeksInside[row] < MOST_WEEKS) people.weeksInside[row]++;
    tallies[tally['inmate-weeks'] * (levels + 1) + people.level[row]]++;
  }
  world.called = called;
}

/** Gives everybody held at a level one of the first rows, in exchange with somebody who is not; returns how many they are. */
function gather(world: World): number {
  const { rows, levels, people } = world;
  let count = 0;
  for (let level = 0; level < levels; level++) count += world.inside[level];
  const fours = new Int32Array(people.level.buffer, 0, people.level.length >> 2);
  let gap = 0;
  for (let row = count; row < rows.highest; row++) {
    if ((row & 3) === 0 && fours[row >> 2] === FOUR_OUTSIDE) {
      row += 3;
      continue;
    }
    if (!isInside(world, row)) continue;
    while (isInside(world, gap)) gap++;
    world.exchange(row, gap);
  }
  return count;
}

function isInside(world: World, row: Row): boolean {
  return world.people.level[row] !== NONE && world.isPresent(row);
}

/** The levels of four people outside, read as one number: most are passed over four by four. */
const FOUR_OUTSIDE = -1;
