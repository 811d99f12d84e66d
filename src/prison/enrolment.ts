/**
 * Enrolment: the columns that say who is enrolled in a programme and who waits for one, and every change between the two.
 *
 * A person has no programme, waits for one (`programme`, and `programmeSince` the day of asking) or is enrolled in it
 * (`isEnrolled`, `programmeSince` the day of beginning, and `seatAt` the unit of the seat). A seat that is lost inside the
 * estate leaves the days to the end (`programmeLeft`), which go on in the next one. Nothing else writes these columns, so
 * nobody without a programme is ever enrolled.
 */
import { event } from '../people/life-events.ts';
import { NONE, type People, type Row } from '../people/person.ts';
import type { World } from '../people/world.ts';

/** The programmes, in the order of the dimension `programme`. */
export const programmeNames = ['basic', 'vocational', 'higher', 'cognitive', 'addiction', 'violence'] as const;

/** The number of programmes that are education: the first of the list. */
export const EDUCATION = 3;

/** Whether a person attends a programme now. */
export function attends({ isEnrolled }: People, row: Row): boolean {
  return isEnrolled[row] === 1;
}

/** Whether a person attends education now. */
export function isInClass({ programme, isEnrolled }: People, row: Row): boolean {
  return isEnrolled[row] === 1 && programme[row] < EDUCATION;
}

/** Whether a person waits for a programme. */
export function isWaitingForProgramme({ programme, isEnrolled }: People, row: Row): boolean {
  return programme[row] !== NONE && isEnrolled[row] === 0;
}

/** Whether a person could attend a class of their unit: has a unit, and is not excluded from company. */
export function isAvailable({ people, today }: World, row: Row): boolean {
  return people.unit[row] !== NONE && people.excludedUntil[row] <= today;
}

/** Puts a person on the wait for a programme from today, with `left` days of it to go if it was begun. */
export function waitFor({ people, today }: World, row: Row, programme: number, left = 0): void {
  people.programme[row] = programme;
  people.programmeSince[row] = today;
  people.programmeLeft[row] = left;
  people.isEnrolled[row] = 0;
}

/** Whether a waiting person has begun the programme, and waits to go on with the rest. */
export function waitsToGoOn({ programmeLeft }: People, row: Row): boolean {
  return programmeLeft[row] > 0;
}

/** Enrols a waiting person today, in a seat of a unit. */
export function enrol({ people, today }: World, row: Row, place: number): void {
  people.programmeSince[row] = today;
  people.programmeLeft[row] = 0;
  people.isEnrolled[row] = 1;
  people.seatAt[row] = place;
}

/** Ends both attending and waiting. */
export function leaveProgramme({ people, diary }: World, row: Row): void {
  people.programme[row] = NONE;
  people.programmeLeft[row] = 0;
  people.isEnrolled[row] = 0;
  diary.clear(row, event.programmeEnded);
}

/**
 * Leaving prison ends enrolment and waiting. A move or an exclusion loses the seat: from today the person waits to go on,
 * with the days left of the programme, at least one.
 */
export function updateEnrolment(world: World, row: Row, left?: number): void {
  const { people, diary, today } = world;
  if (hasLeftPrison(people, row)) {
    leaveProgramme(world, row);
  } else if (attends(people, row) && (!isAvailable(world, row) || hasMoved(world, row))) {
    const daysLeft = left ?? diary.due(row, event.programmeEnded) - today;
    waitFor(world, row, people.programme[row], Math.max(1, daysLeft));
    diary.clear(row, event.programmeEnded);
  }
}

/** Whether an enrolled person is no longer where the seat is, or was away from there. */
export function hasMoved({ people, units }: World, row: Row): boolean {
  if (people.level[row] === NONE || people.levelDay[row] > people.programmeSince[row]) return true;
  return people.level[row] * units + people.unit[row] !== people.seatAt[row];
}

/** Whether a person is outside, or was since the programme began or was asked for. */
function hasLeftPrison({ level, levelDay, gateDay, programmeSince }: People, row: Row): boolean {
  const since = programmeSince[row];
  return level[row] === NONE || (levelDay[row] > since && gateDay[row] > since);
}
