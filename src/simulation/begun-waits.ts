/**
 * Begun waits: how long those who begin to serve from liberty waited for a place, by year, where they begin and what they serve.
 *
 * Days run from the summons to the place, so that processing (paper) is no part of them. They are counted whole to a year, from there
 * on by whole weeks to five years, and all longer waits together.
 */
import { NONE, type Row } from '../people/person.ts';
import { sentenceClasses, sentenceClassOf } from '../people/sentence-classes.ts';
import type { World } from '../people/world.ts';

/** Waits counted by the day: 0 to 365. */
const DAYS = 366;
/** Longer ones counted by the week: to five years. */
const WEEKS = 209;
/** What is counted apart; the last counts all longer waits. */
export const WAIT_STEPS = DAYS + WEEKS + 1;

/** The length of the array, for a number of levels; monitoring has a place after them. */
export function begunWaitsLength(years: number, levels: number): number {
  return years * (levels + 1) * sentenceClasses.length * WAIT_STEPS;
}

/** Where the steps of a year, a place (a level, or `levels` for monitoring) and a sentence class begin. */
export function begunAt(levels: number, year: number, place: number, sentence: number): number {
  return ((year * (levels + 1) + place) * sentenceClasses.length + sentence) * WAIT_STEPS;
}

/** Somebody begins to serve after so many days. */
export function countBegun(world: World, begunWaits: Int32Array, year: number, row: Row, days: number): void {
  const { level, basis, sentenceDays } = world.people;
  const place = level[row] === NONE ? world.levels : level[row];
  const sentence = sentenceClassOf(basis[row], sentenceDays[row]);
  begunWaits[begunAt(world.levels, year, place, sentence) + stepOf(days)]++;
}

/** The step in which a wait of so many days is counted. */
export function stepOf(days: number): number {
  return days < DAYS ? days : Math.min(DAYS + Math.floor((days - DAYS) / 7), WAIT_STEPS - 1);
}

/**
 * The least days within which a share of the people in these steps began, from a year on the end of a week; Infinity if that is not
 * counted, NaN if nobody began.
 */
export function begunWithin(steps: ArrayLike<number>, share: number): number {
  let people = 0;
  for (let step = 0; step < WAIT_STEPS; step++) people += steps[step];
  if (people === 0) return Number.NaN;
  let within = steps[0];
  let step = 0;
  while (within < share * people) within += steps[++step];
  if (step === WAIT_STEPS - 1) return Infinity;
  return step < DAYS ? step : DAYS + 7 * (step - DAYS) + 6;
}
