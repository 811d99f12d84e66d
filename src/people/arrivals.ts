/**
 * Arrivals: people who are charged for the first time in the window of observation.
 *
 * They come from outside the model as a Poisson process, each with a record, and their returns are simulated. Some years
 * after arrival the next release from prison closes the window. For a person who has not served for long, the next sanction or
 * sentence at home closes it too. Arrivals have records because later returns of such people are part of them. Without a window, records would be
 * counted twice and stocks would drift for decades (`docs/decisions/0003-window-of-observation.md`).
 *
 * Writes the key and the day of arrival. Draws `arrivals` once per day. Schedules `arrived`, `charged`. Handles `departed`.
 */
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { poisson } from '../engine/distribution.ts';
import { parametersOf, personsPerYear, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { decisions } from './decisions.ts';
import { event } from './life-events.ts';
import { drawNeeds, type NeedsParameters } from './needs.ts';
import type { Row } from './person.ts';
import { type SynthesiseParameters, synthesise } from './synthesise.ts';
import type { World } from './world.ts';

export const parameters = parametersOf('arrivals', {
  perYear: personsPerYear('people charged for the first time in the window, in cases where prison is at stake'),
  windowYears: years('time after arrival beyond which a new spell of liberty closes the window', {
    bounds: [1, 80],
  }),
  followedYears: years('time after serving in which the window stays open, so that every return is seen', {
    bounds: [0, 30],
  }),
  renewedShare: share(
    'of the people who may return, those who have come anew within a year: decides how charging follows a forecast of admissions, and no life without one',
  ),
});
export type ArrivalsParameters = ValuesOf<typeof parameters>;

/** The stream of first charges; the outside world itself is stream 0. */
export const FIRST_CHARGES = 1;

/** The stream of the initial stock: people inside on the first day, where a scenario lists them. */
export const INSIDE_AT_FIRST = 2;

/** The most arrivals for which the keys of one day have room. */
export const MOST_A_DAY = 4096;

/** Days of the outside world are counted from 1900-01-01, so that dates before 1970 have a number too. */
const FIRST_DAY: Day = -25567;

/** The second half of the key of a day's n-th arrival: injective, and independent of how many came before. */
export function arrivalIndex(day: Day, nth: number): number {
  if (nth >= MOST_A_DAY) throw new RangeError(`more than ${MOST_A_DAY} arrivals on one day`);
  return (day - FIRST_DAY) * MOST_A_DAY + nth;
}

/** The day of the arrival that has this index. */
export function arrivalDayOf(index: number): Day {
  return Math.floor(index / MOST_A_DAY) + FIRST_DAY;
}

/** Whether the window of a person who arrived on that day is over. */
export function isWindowOver(arrivalDay: Day, today: Day, { windowYears }: ArrivalsParameters): boolean {
  return today - arrivalDay > windowYears * DAYS_PER_YEAR;
}

/** Whether a person whose serving ended on that day is still followed for a return; false for NOT_YET. */
export function isFollowed(servedUntil: Day, today: Day, { followedYears }: ArrivalsParameters): boolean {
  return today - servedUntil <= followedYears * DAYS_PER_YEAR;
}

/** Daily step: today's arrivals, each charged today; `charging` is the factor on the hazard of every charge. */
export function step(
  world: World,
  { perYear }: ArrivalsParameters,
  charging: number,
  traits: SynthesiseParameters,
  needs: NeedsParameters,
): void {
  const mean = (perYear * charging) / DAYS_PER_YEAR;
  const arriving = poisson(world.drawOutside(decisions.arrivals, world.today - FIRST_DAY), mean);
  world.reserve(arriving);
  for (let nth = 0; nth < arriving; nth++) arrive(world, FIRST_CHARGES, arrivalIndex(world.today, nth), traits, needs);
}

/** Life event: the person leaves the window; the row is recycled. */
export function onDeparted(world: World, row: Row): void {
  world.record(event.departed, row);
  world.leave(row);
}

/** Brings a person into the window today, with a first charge. */
export function arrive(
  world: World,
  stream: number,
  index: number,
  traits: SynthesiseParameters,
  needs: NeedsParameters,
): Row {
  const row = world.enter(stream, index);
  world.people.arrivalDay[row] = world.today;
  synthesise(world, row, traits);
  drawNeeds(world, row, needs);
  world.diary.set(row, event.arrived, world.today);
  world.diary.set(row, event.charged, world.today);
  return row;
}
