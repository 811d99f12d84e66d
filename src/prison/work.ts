/**
 * Work: places in workshops, kitchens and gardens, and their allocation.
 *
 * Once a week free places go to people without a class that fills the week, first come, first served. The sentenced have a
 * duty to be active and nearly all take work; in remand work is voluntary. A place lies in a unit, so a person who moves or
 * leaves gives it up; a person excluded from company stays away but keeps it. Work or study outside by day needs no place
 * inside. Pay is in `regime`.
 *
 * Writes `workshop`, `workDays`, `workAt`. Sources: duty IN0051, day of activity IN0049, IN0050; places are *assumption*.
 */
import { amount, parametersOf, places, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { NONE, NOT_YET, type People, type Row, status } from '../people/person.ts';
import { PriorityQueue } from '../people/priority-queue.ts';
import { DAYS_BETWEEN } from '../people/roll.ts';
import { tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { attends } from './enrolment.ts';
import type { FacilityParameters } from './facility.ts';
import type { ProgrammeParameters } from './programme.ts';
import { type Seats, seatsOf } from './seats.ts';

/** The workshops, in the order of the dimension `workshop`. */
export const workshopNames = ['carpentry', 'metalwork', 'kitchen', 'laundry', 'maintenance', 'horticulture'] as const;

export const parameters = parametersOf('work', {
  places: places('people who can work at once, at a level', { by: ['workshop', 'level'] }),
  hours: amount('hours per week', 'hours on offer', { by: 'workshop', bounds: [0, 60] }),
  attendance: share('hours worked, of those on offer', { by: 'level' }),
  takenShare: share('sentenced people who take work on offer'),
  takenInRemand: share('people in remand who take work on offer'),
  fullClass: amount('hours per week', 'hours of a programme from which it leaves no time for work', {
    bounds: [0, 60],
  }),
});
export type WorkParameters = ValuesOf<typeof parameters>;

/** Whether a person works inside now. */
export function works({ workshop }: People, row: Row): boolean {
  return workshop[row] !== NONE;
}

/** Whether a person works or studies outside by day, after a grant in the present stay. */
export function isOnDayRelease({ dayReleaseDay, gateDay, status: standing }: People, row: Row): boolean {
  const since = dayReleaseDay[row];
  return since !== NOT_YET && since >= gateDay[row] && standing[row] === status.serving;
}

/** A new case begins without days of work. */
export function forgetWork({ people }: World, row: Row): void {
  people.workshop[row] = NONE;
  people.workDays[row] = 0;
}

/** Weekly step: counts the week of people with work, and hands out free places. */
export function step(
  world: World,
  given: WorkParameters,
  programmes: ProgrammeParameters,
  facility: FacilityParameters,
): void {
  const { people, roll, today, units, levels, tallies } = world;
  const { free, table, byLevel } = seatsFor(given, facility);
  const column = levels + 1;
  free.set(table);
  for (let level = 0; level < levels; level++) tallies[tally['work-places'] * column + level] += byLevel[level];
  queue.begin(people, world.rows.highest + 1);
  for (let at = 0; at < world.called; at++) {
    const row = roll[at];
    const level = people.level[row];
    const unit = people.unit[row];
    if (isOnDayRelease(people, row)) {
      people.workshop[row] = NONE;
      people.workDays[row] = people.workDays[row] + WORKING_DAYS;
      tallies[tally['day-release-weeks'] * column + level]++;
      continue;
    }
    const isFull = attends(people, row) && programmes.hours[people.programme[row]] >= given.fullClass;
    if (works(people, row) && !isFull && unit !== NONE && people.workAt[row] === level * units + unit) {
      if (people.levelDay[row] <= today - DAYS_BETWEEN) {
        free[people.workAt[row] * KINDS + people.workshop[row]]--;
        if (people.excludedUntil[row] <= today) work(world, row, given);
        continue;
      }
    }
    people.workshop[row] = NONE;
    if (!isFull && unit !== NONE && people.excludedUntil[row] <= today) queue.note(row);
  }
  for (let at = 0; at < queue.waiting; at++) {
    const row = queue.noted[at];
    const place = people.level[row] * units + people.unit[row];
    if (hasAny(free, place) && takesWork(world, row, given)) queue.call(row, people.levelDay[row]);
  }
  queue.settle();
  for (let at = 0; at < queue.length; at++) handOut(world, queue.rows[at], given, free);
}

/** Whether a person takes work on offer in the present case. */
function takesWork(world: World, row: Row, { takenInRemand, takenShare }: WorkParameters): boolean {
  const { status: standing, episode } = world.people;
  const taken = standing[row] === status.remand ? takenInRemand : takenShare;
  return world.draw(decisions.work, row, episode[row]) < taken;
}

/** Gives a person a place in the workshop of their unit with the most free places, if there is one. */
function handOut(world: World, row: Row, given: WorkParameters, free: Int32Array): void {
  const { people, units } = world;
  const place = people.level[row] * units + people.unit[row];
  let best = 0;
  for (let workshop = 1; workshop < KINDS; workshop++) {
    if (free[place * KINDS + workshop] > free[place * KINDS + best]) best = workshop;
  }
  if (free[place * KINDS + best] <= 0) return;
  free[place * KINDS + best]--;
  people.workshop[row] = best;
  people.workAt[row] = place;
  work(world, row, given);
}

/** Whether any workshop of a unit has a place left. */
function hasAny(free: Int32Array, place: number): boolean {
  for (let workshop = 0; workshop < KINDS; workshop++) if (free[place * KINDS + workshop] > 0) return true;
  return false;
}

/** A week of work. */
function work({ people, tallies, levels }: World, row: Row, { hours, attendance }: WorkParameters): void {
  const level = people.level[row];
  people.workDays[row] = people.workDays[row] + WORKING_DAYS;
  tallies[tally['work-weeks'] * (levels + 1) + level]++;
  tallies[tally['work-minutes'] * (levels + 1) + level] += Math.round(
    60 * hours[people.workshop[row]] * attendance[level],
  );
}

/** The places of every unit, computed once per set of parameters. */
function seatsFor(given: WorkParameters, { unitShare }: FacilityParameters): Seats {
  let found = seats.get(given);
  if (found === undefined || found.unitShare !== unitShare) {
    found = seatsOf(given.places, unitShare);
    seats.set(given, found);
  }
  return found;
}

const seats = new WeakMap<WorkParameters, Seats>();
const queue = new PriorityQueue();
const KINDS = workshopNames.length;
const WORKING_DAYS = 5;
