/**
 * Arrivals: people who are charged for the first time in the window of observation.
 *
 * They come from outside the model as a Poisson stream, with a record of their own. From then on their returns are
 * simulated. Once some years have passed since arriving, the next release from prison, or the next sanction or
 * sentence at home long after serving, closes the window: later returns of such people are part of the arrivals, who come with records for that reason. Without a window, records would be counted
 * twice and stocks would drift for decades (`docs/decisions/0003-window-of-observation.md`).
 *
 * Writes the key and the day of arrival. Draws `arrivals`, once a day. Schedules `arrived`, `charged`. Handles `departed`.
 */
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { poisson } from '../engine/distribution.ts';
import { parametersOf, personsPerYear, type ValuesOf, years } from '../evidence/parameter.ts';
import { decisions } from './decisions.ts';
import { event } from './life-events.ts';
import { drawNeeds, type NeedsParameters } from './needs.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, recalls } from './person.ts';
import { type SynthesiseParameters, synthesise } from './synthesise.ts';
import type { World } from './world.ts';

export const parameters = parametersOf('arrivals', {
  perYear: personsPerYear('people charged for the first time in the window, in cases where prison is at stake'),
  windowYears: years('a spell of liberty that begins more than so many years after arriving closes the window', {
    bounds: [1, 80],
  }),
  followedYears: years('but not within so many years of serving, so that every return is seen', {
    bounds: [0, 30],
  }),
});
export type ArrivalsParameters = ValuesOf<typeof parameters>;

/** The stream of first charges; the outside world itself is stream 0. */
export const FIRST_CHARGES = 1;

/** The stream of those who are inside on the first day, where a scenario lists them. */
export const INSIDE_AT_FIRST = 2;

/** At most so many arrivals fit into one day's keys. */
export const MOST_A_DAY = 4096;

/** Days of the outside world are counted from 1900-01-01, so that dates before 1970 have a number too. */
const FIRST_DAY: Day = -25567;

/** The second half of the key of the n-th arrival of a day: injective, and the same however many came before. */
export function arrivalIndex(day: Day, nth: number): number {
  if (nth >= MOST_A_DAY) throw new RangeError(`more than ${MOST_A_DAY} arrivals on one day`);
  return (day - FIRST_DAY) * MOST_A_DAY + nth;
}

/** The day of the arrival that has this index. */
export function arrivalDayOf(index: number): Day {
  return Math.floor(index / MOST_A_DAY) + FIRST_DAY;
}

/** Whether the window of somebody who arrived then is over. */
export function isWindowOver(arrivalDay: Day, today: Day, { windowYears }: ArrivalsParameters): boolean {
  return today - arrivalDay > windowYears * DAYS_PER_YEAR;
}

/** Whether somebody whose serving ended then, or who never served, is still followed for a return. */
export function isFollowed(servedUntil: Day, today: Day, { followedYears }: ArrivalsParameters): boolean {
  return today - servedUntil <= followedYears * DAYS_PER_YEAR;
}

/** Daily step: today's arrivals, each charged today. */
export function step(
  world: World,
  { perYear }: ArrivalsParameters,
  traits: SynthesiseParameters,
  needs: NeedsParameters,
): void {
  const arriving = poisson(world.drawOutside(decisions.arrivals, world.today - FIRST_DAY), perYear / DAYS_PER_YEAR);
  world.reserve(arriving);
  for (let nth = 0; nth < arriving; nth++) arrive(world, FIRST_CHARGES, arrivalIndex(world.today, nth), traits, needs);
}

/** Life event: the person leaves the window; the row is used again. */
export function onDeparted(world: World, row: Row): void {
  world.record(event.departed, row);
  world.leave(row);
}

/** Somebody who comes into the window today, with a first charge. */
export function arrive(
  world: World,
  stream: number,
  index: number,
  traits: SynthesiseParameters,
  needs: NeedsParameters,
): Row {
  const row = world.enter(stream, index);
  const { people } = world;
  people.arrivalDay[row] = world.today;
  people.episode[row] = 0;
  people.convictionDay[row] = NOT_YET;
  people.spellDay[row] = NOT_YET;
  people.indexDay[row] = NOT_YET;
  people.homeDay[row] = NOT_YET;
  people.waitingSince[row] = NOT_YET;
  people.servedUntil[row] = NOT_YET;
  people.recall[row] = recalls.none;
  people.basis[row] = custodyGrounds.sentence;
  people.pausedDays[row] = 0;
  people.restDays[row] = 0;
  people.isolatedDays[row] = 0;
  people.gateDay[row] = NOT_YET;
  people.gatePassage[row] = 0;
  people.care[row] = 0;
  people.selfHarms[row] = 0;
  people.planDay[row] = NOT_YET;
  people.planReviews[row] = 0;
  people.matched[row] = 0;
  people.absenceDay[row] = NOT_YET;
  people.absenceChances[row] = 0;
  people.leaveDay[row] = NOT_YET;
  people.dayReleaseDay[row] = NOT_YET;
  people.workshop[row] = NONE;
  people.workDays[row] = 0;
  people.workAt[row] = 0;
  people.programme[row] = NONE;
  people.programmeSince[row] = NOT_YET;
  people.isEnrolled[row] = 0;
  people.seatAt[row] = 0;
  people.willDropOut[row] = 0;
  people.motivation[row] = -1;
  people.completed[row] = 0;
  people.attempted[row] = 0;
  people.fidelity[row] = 0;
  people.climateMet[row] = 0;
  people.weeksInside[row] = 0;
  people.standardMet[row] = 0;
  people.incidents[row] = 0;
  people.excludedUntil[row] = NOT_YET;
  people.ties[row] = -1;
  people.familyFlags[row] = 0;
  people.visited[row] = 0;
  people.asked[row] = 0;
  people.arranged[row] = 0;
  people.arrangedUntil[row] = NOT_YET;
  people.policyLogit[row] = 0;
  synthesise(world, row, traits);
  drawNeeds(world, row, needs);
  people.lastLevel[row] = NONE;
  world.diary.set(row, event.arrived, world.today);
  world.diary.set(row, event.charged, world.today);
  return row;
}
