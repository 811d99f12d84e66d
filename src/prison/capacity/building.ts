/**
 * Building: orders places where they run short, and opens them when they are built.
 *
 * On the first day of a quarter (91 days) the places that are due open. Where the occupancy of a level is at or above a stated
 * share, as many places are ordered as bring the people held there, and those who wait at liberty for it, back to that share,
 * less what is on order; but no more are on order at once than a stated share of the places that stand. They open on the first day of a quarter once the time of building is over, and stay; orders stand
 * whatever policy follows. A level for which no places are planned is not built. Built places are spread over units like
 * planned ones.
 *
 * A response of `capacity`. Sources: none; real orders are political and come in whole prisons.
 */
import type { Day } from '../../engine/calendar.ts';
import { SEXES } from '../../people/person.ts';
import { QUARTERS_AHEAD } from '../../people/places.ts';
import { classesOfWaiting, type World } from '../../people/world.ts';
import { type FacilityParameters, plannedAt } from '../facility.ts';

/** When places are ordered, and how long they take. */
export interface BuildingTerms {
  /** The occupancy at which places are ordered. */
  readonly orderAt: number;
  /** Most places on order at once, as a share of those that stand. */
  readonly orderMost: number;
  /** Days from order to opening, at the least. */
  readonly buildDays: number;
}

/** Days of a quarter, after which orders are considered again. */
export const DAYS_PER_QUARTER = 91;

/** The longest time of building, in days, for which the world keeps orders. */
export const LONGEST_BUILDING = (QUARTERS_AHEAD - 1) * DAYS_PER_QUARTER;

/**
 * Places to order at a level with `inside` people held and `waiting` at liberty, where so many places stand and are on order.
 * None below the occupancy that calls for them.
 */
export function placesToOrder(
  inside: number,
  waiting: number,
  standing: number,
  onOrder: number,
  { orderAt, orderMost }: Pick<BuildingTerms, 'orderAt' | 'orderMost'>,
): number {
  if (inside < orderAt * standing) return 0;
  const lacking = Math.ceil((inside + waiting) / orderAt) - standing;
  return Math.max(0, Math.min(lacking, Math.ceil(orderMost * standing)) - onOrder);
}

/** The first day from `day` on which orders are considered, and places open. */
export function nextOrderDay(day: Day): Day {
  return DAYS_PER_QUARTER * Math.ceil(day / DAYS_PER_QUARTER);
}

/** The day on which places open that are ordered on `day`, the first of a quarter. */
export function opensOn(day: Day, { buildDays }: Pick<BuildingTerms, 'buildDays'>): Day {
  return day + DAYS_PER_QUARTER * Math.max(1, Math.ceil(buildDays / DAYS_PER_QUARTER));
}

/** Opens the places that are due today, if a quarter begins. */
export function open(world: World): void {
  if (world.today % DAYS_PER_QUARTER !== 0) return;
  const { built, ordered } = world.places;
  for (let level = 0; level < built.length; level++) {
    const at = slotOf(level, quarterOf(world.today));
    built[level] += ordered[at];
    ordered[at] = 0;
  }
}

/** Orders places where they are short, if a quarter begins. */
export function order(world: World, facility: FacilityParameters, terms: BuildingTerms): void {
  if (world.today % DAYS_PER_QUARTER !== 0) return;
  const { built, ordered } = world.places;
  const opens = quarterOf(opensOn(world.today, terms));
  for (let level = 0; level < world.levels; level++) {
    const planned = plannedAt(facility, level);
    if (planned === 0) continue;
    const waiting = waitingAtLiberty(world, level);
    const needed = placesToOrder(world.inside[level], waiting, planned + built[level], onOrder(world, level), terms);
    ordered[slotOf(level, opens)] += needed;
  }
}

/** Places of a level that are ordered and not yet open. */
export function onOrder({ places: { ordered } }: World, level: number): number {
  let all = 0;
  for (let quarter = 0; quarter < QUARTERS_AHEAD; quarter++) all += ordered[level * QUARTERS_AHEAD + quarter];
  return all;
}

function waitingAtLiberty(world: World, level: number): number {
  let people = 0;
  for (let sex = 0; sex < SEXES; sex++)
    for (const kind of [classesOfWaiting.first, classesOfWaiting.atLiberty])
      people += world.waiting.length[world.listOf(level, kind, sex)];
  return people;
}

function quarterOf(day: Day): number {
  return Math.floor(day / DAYS_PER_QUARTER);
}

/** Where the orders that open in a quarter are kept; quarters before 1970 count below zero. */
function slotOf(level: number, quarter: number): number {
  return level * QUARTERS_AHEAD + (((quarter % QUARTERS_AHEAD) + QUARTERS_AHEAD) % QUARTERS_AHEAD);
}
