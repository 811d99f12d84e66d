/**
 * Lodging: assigns people to units.
 *
 * People who must be held at once (remand, recall, return) come to a level first and to a unit in the evening, when all
 * departures of the day are known; so the order within a day cannot matter. A unit with room in the home region is preferred,
 * then one that suits remand or the sentenced, then the one with most room; second beds come last. Beyond the limit of every unit people are held
 * outside the units, in police cells, and come first when there is room again.
 *
 * Sources: the rules of `facility`; the order of preference is *assumption*.
 */
import { event } from '../people/life-events.ts';
import { NONE, type Row, SEXES, status } from '../people/person.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { type CapacityParameters, isAsNeeded } from './capacity.ts';
import { type FacilityParameters, isMeantFor, placesOfUnits } from './facility.ts';

/** Moves a person inside to a level today; the evening step assigns a unit. */
export function lodge(world: World, row: Row, level: number): void {
  const { people } = world;
  people.levelDay[row] = world.today;
  world.moveTo(row, people.status[row], level);
}

/** The unit that takes a person at a level now, or NONE if no unit has room for their sex. With places as needed, there is room. */
export function unitFor(
  world: World,
  row: Row,
  level: number,
  given: FacilityParameters,
  capacity: CapacityParameters,
): number {
  const { people } = world;
  const sex = people.sex[row];
  const isRemand = people.status[row] === status.remand;
  const planned = placesOfUnits(given);
  const { added, doubled } = world.places;
  const asNeeded = isAsNeeded(capacity);
  let best = NONE;
  let bestRank = -1;
  let bestRoom = 0;
  for (let unit = 0; unit < world.units; unit++) {
    const cell = world.heldAt(level, unit, sex);
    const room = planned[cell] + added[cell] - world.held[cell];
    if (!asNeeded && room + doubled[cell] <= 0) continue;
    const isOwn = asNeeded || room > 0;
    const suits = level > 0 || (given.remandFirst[unit] === 1) === isRemand;
    const isMeant = isMeantFor(given, level, unit, sex);
    const rank = (isOwn ? 8 : 0) + (isMeant ? 4 : 0) + (isAtHome(world, row, unit, given) ? 2 : 0) + (suits ? 1 : 0);
    if (rank < bestRank || (rank === bestRank && room <= bestRoom)) continue;
    best = unit;
    bestRank = rank;
    bestRoom = room;
  }
  return best;
}

/** Places of a unit that nobody has, second beds apart. */
function freeIn(world: World, level: number, unit: number, sex: number, given: FacilityParameters): number {
  const cell = world.heldAt(level, unit, sex);
  return placesOfUnits(given)[cell] + world.places.added[cell] - world.held[cell];
}

/** Whether a unit lies in a person's home region. */
export function isAtHome(world: World, row: Row, unit: number, { unitRegion }: FacilityParameters): boolean {
  return unitRegion[unit] - 1 === world.people.home[row];
}

/** Daily step, in the evening: finds units for people held outside them. */
export function step(world: World, given: FacilityParameters, capacity: CapacityParameters): void {
  world.settleWaiting();
  for (let level = 0; level < world.levels; level++) bringIn(world, level, given, capacity);
}

/** Brings in people held outside the units of a level, as far as there is room, first come, first served. */
export function bringIn(world: World, level: number, given: FacilityParameters, capacity: CapacityParameters): void {
  for (let sex = 0; sex < SEXES; sex++) {
    const list = world.listOf(level, classesOfWaiting.outside, sex);
    for (let row = world.waiting.first(list); row >= 0; row = world.waiting.first(list)) {
      const unit = unitFor(world, row, level, given, capacity);
      if (unit === NONE) break;
      world.waiting.leave(row);
      world.moveTo(row, world.people.status[row], level, unit);
    }
  }
}

/** Moves people with a granted transfer to a unit of their home region if it has a place of its own this morning; the others stay. */
export function transfer(world: World, level: number, given: FacilityParameters, capacity: CapacityParameters): void {
  const { people, waiting } = world;
  for (let sex = 0; sex < SEXES; sex++) {
    const list = world.listOf(level, classesOfWaiting.transfer, sex);
    for (let row = waiting.first(list); row >= 0; row = waiting.first(list)) {
      waiting.leave(row);
      const unit = unitFor(world, row, level, given, capacity);
      if (unit === NONE || !isAtHome(world, row, unit, given)) continue;
      if (!isAsNeeded(capacity) && freeIn(world, level, unit, sex, given) <= 0) continue;
      world.moveTo(row, people.status[row], level, unit);
      world.record(event.transferred, row, unit);
    }
  }
}
