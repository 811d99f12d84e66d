/**
 * Capacity: what is done when places run short.
 *
 * Places may be *fixed*: those that `facility` plans, and no others. Or there are *enough*: whoever needs a place in an
 * institution has one the next morning and is never held outside the units, and the places of a unit are the people held there
 * and a share kept free, more or fewer than planned. So two regimes can be compared, and not their queues. Or places are *built*
 * where they run short (`building`), or people *released* early to make room (`early-release`), or cells *doubled*: some people
 * beyond the places of a unit share a cell, and officers stay as they are; so they do where double cells are planned by date.
 *
 * The step writes places beyond the plan into the world, where those who hand out places, officers and cost find them.
 * Sources: none; what a prison service does is *assumption*.
 */
import { choice, count, days, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { SEXES } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { LONGEST_BUILDING, open, order } from './capacity/building.ts';
import { makeRoom } from './capacity/early-release.ts';
import { doubledByDate, type FacilityParameters, placesOfUnits, spread } from './facility.ts';

export const parameters = parametersOf('capacity', {
  response: choice('what is done when places run short', ['fixed', 'enough', 'build', 'release', 'double']),
  freeShare: share('places kept free per person held, where there are enough'),
  orderAt: share('occupancy of a level at which places are ordered', { bounds: [0.01, 1] }),
  orderMost: share('most places of a level on order at once, as a share of those that stand'),
  buildDays: days('time from the order of places to their opening, at the least', { bounds: [0, LONGEST_BUILDING] }),
  earlyDays: days('most days by which a release is brought forward to make room'),
  earlyExcluded: count('1 for offence groups whose release is never brought forward, otherwise 0', {
    by: 'offence',
    bounds: [0, 1],
  }),
  releaseScope: choice(
    'where places must be short before releases are brought forward: at a level, or in the whole estate',
    ['level', 'estate'],
  ),
  doubleShare: share('people who may share cells, beyond the places of a unit, as a share of these'),
});
export type CapacityParameters = ValuesOf<typeof parameters>;

/** Whether there is a place for everybody who needs one. */
export function isAsNeeded({ response }: CapacityParameters): boolean {
  return response === 'enough';
}

/** Whether releases are brought forward for the whole estate, so that people make way for others. */
export function releasesByEstate({ response, releaseScope }: CapacityParameters): boolean {
  return response === 'release' && releaseScope === 'estate';
}

/** The places of a unit that holds so many people, where there are enough. */
export function placesNeeded(held: number, freeShare: number): number {
  return Math.round(held * (1 + freeShare));
}

/** People who may share cells in a unit of so many places. */
export function secondBeds(places: number, doubleShare: number): number {
  return Math.max(0, Math.floor(places * doubleShare + ROUNDING));
}

/** 100 places doubled to 0.29 have 29 second beds: a share read from decimals may miss a whole bed by a hair. */
const ROUNDING = 1e-6;

/** Second beds of a level by plan, in all units for both sexes: those by date, and those of a share of the places. */
export function secondBedsByPlan(given: CapacityParameters, facility: FacilityParameters, level: number): number {
  const planned = placesOfUnits(facility);
  const units = facility.womenShare.length;
  let beds = 0;
  for (let unit = 0; unit < units; unit++)
    for (let sex = 0; sex < SEXES; sex++) {
      const places = planned[(level * units + unit) * SEXES + sex];
      beds += doubledByDate(facility, level, unit, sex) + secondBeds(places, shareDoubled(given));
    }
  return beds;
}

function shareDoubled({ response, doubleShare }: CapacityParameters): number {
  return response === 'double' ? doubleShare : 0;
}

/** Daily step, in the morning before places are handed out: sets the places, or makes room. */
export function step(world: World, given: CapacityParameters, facility: FacilityParameters): void {
  open(world);
  setPlaces(world, given, facility);
  if (given.response === 'build') order(world, facility, given);
  if (given.response === 'release') makeRoom(world, facility, given);
}

/** Daily step, in the evening when all are held: places follow the people, where there are enough. */
export function settle(world: World, given: CapacityParameters, facility: FacilityParameters): void {
  if (isAsNeeded(given)) setPlaces(world, given, facility);
}

function setPlaces(world: World, given: CapacityParameters, facility: FacilityParameters): void {
  const planned = placesOfUnits(facility);
  const { added, doubled } = world.places;
  if (isAsNeeded(given))
    for (let cell = 0; cell < added.length; cell++)
      added[cell] = placesNeeded(world.held[cell], given.freeShare) - planned[cell];
  else addBuilt(world, facility);
  const share = shareDoubled(given);
  for (let level = 0; level < world.levels; level++)
    for (let unit = 0; unit < world.units; unit++)
      for (let sex = 0; sex < SEXES; sex++) {
        const cell = world.heldAt(level, unit, sex);
        doubled[cell] = doubledByDate(facility, level, unit, sex) + secondBeds(planned[cell] + added[cell], share);
      }
}

/** Places that were built stay, whatever the response. */
function addBuilt({ places: { added, built }, units }: World, { unitShare, womenShare }: FacilityParameters): void {
  for (let level = 0; level < built.length; level++) {
    const from = level * units * SEXES;
    if (built[level] === 0) added.fill(0, from, from + units * SEXES);
    else spread(built[level], unitShare[level], womenShare, added, from);
  }
}
