/** Waiting classes: who waits for a place, by where they wait and why. */
import { SEXES } from './person.ts';

/**
 * Classes of people who wait for a destination: the recalled, those who move on from another level, those at liberty, those
 * held outside the units of the level, those who may move to a unit of their home region, and those at liberty who go before others. A class has one list per sex. The
 * numbers are names: `prison/bed-allocation.ts` says which class is served first.
 */
export const classesOfWaiting = Object.freeze({
  recalled: 0,
  inside: 1,
  atLiberty: 2,
  outside: 3,
  transfer: 4,
  first: 5,
});
/** How many there are. */
export const CLASSES = 6;

/** The classes of people at liberty. */
export const FROM_LIBERTY = [classesOfWaiting.recalled, classesOfWaiting.first, classesOfWaiting.atLiberty] as const;

/** The class of a waiting list. */
export function classOf(list: number): number {
  return Math.floor(list / SEXES) % CLASSES;
}
