/**
 * Capacity: what is done when places run short.
 *
 * Places may be *fixed*: those that `facility` plans, and no others. Or there are *enough*: nobody waits for a place in an
 * institution or is held outside the units, and the places of a unit are the people held there and a share kept free, more
 * or fewer than planned. So two regimes can be compared, and not their queues. Or people are *released* early to make room
 * (`early-release`).
 *
 * The step writes places beyond the plan into the world, where those who hand out places, officers and cost find them.
 * Sources: none; what a prison service does is *assumption*.
 */
import { choice, count, days, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import type { World } from '../people/world.ts';
import { makeRoom } from './early-release.ts';
import { type FacilityParameters, placesOfUnits } from './facility.ts';

export const parameters = parametersOf('capacity', {
  response: choice('what is done when places run short', ['fixed', 'enough', 'release']),
  freeShare: share('places kept free per person held, where there are enough'),
  earlyDays: days('most days by which a release is brought forward to make room'),
  earlyExcluded: count('1 for offence groups whose release is never brought forward, otherwise 0', {
    by: 'offence',
    bounds: [0, 1],
  }),
});
export type CapacityParameters = ValuesOf<typeof parameters>;

/** Whether there is a place for everybody who needs one. */
export function isAsNeeded({ response }: CapacityParameters): boolean {
  return response === 'enough';
}

/** The places of a unit that holds so many people, where there are enough. */
export function placesNeeded(held: number, freeShare: number): number {
  return Math.round(held * (1 + freeShare));
}

/** Daily step, in the morning before places are handed out: sets the places, or makes room. */
export function step(world: World, given: CapacityParameters, facility: FacilityParameters): void {
  setPlaces(world, given, facility);
  if (given.response === 'release') makeRoom(world, facility, given);
}

/** Daily step, in the evening when all are held: places follow the people, where there are enough. */
export function settle(world: World, given: CapacityParameters, facility: FacilityParameters): void {
  if (isAsNeeded(given)) setPlaces(world, given, facility);
}

function setPlaces(world: World, given: CapacityParameters, facility: FacilityParameters): void {
  if (!isAsNeeded(given)) {
    world.added.fill(0);
    return;
  }
  const planned = placesOfUnits(facility);
  for (let cell = 0; cell < world.added.length; cell++) {
    world.added[cell] = placesNeeded(world.held[cell], given.freeShare) - planned[cell];
  }
}
