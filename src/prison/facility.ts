/**
 * Facility: places by security level and unit, and how many of them may be filled.
 *
 * The places of a level lie in units, each in a region; some places are for women, some units take remand first. Units
 * are filled up to a limit: repairs, and places that suit nobody who waits, keep it below all places; two people per cell
 * would put it above. Places that open or close in one unit by date come on top of its share, all of them usable. Remand and recall always enter: beyond the limit they are held outside the units. The sentenced
 * wait until there is room, and do not get the last places, which are kept for people who arrive later in the day. Cutting
 * places expels nobody: it stops admissions.
 *
 * Pure rules only. Sources: white papers and the directorate of correctional service; places by year are interpolated,
 * their spread over units is *assumption*.
 */
import { count, factor, parametersOf, places, placesMore, share, type ValuesOf } from '../evidence/parameter.ts';
import { SEXES } from '../people/person.ts';
import { classesOfWaiting, type World } from '../people/world.ts';

const ADDED = { by: ['level', 'unit'], bounds: [-100_000, 100_000] } as const;
const DOUBLED = { by: ['level', 'unit'], bounds: [0, 100_000] } as const;

export const parameters = parametersOf('facility', {
  places: places('places that may be used', { by: 'level' }),
  crowding: factor('people who may be held in units, relative to their places', { by: 'level', bounds: [0, 3] }),
  unitShare: share('places of a level by unit; each level adds up to 1', { by: ['level', 'unit'], addsUpTo: 1 }),
  womenShare: share('places of a unit for women', { by: 'unit' }),
  remandReserve: share('places of a level kept free for remand and recall when the sentenced get theirs', {
    by: ['level', 'sex'],
  }),
  remandFirst: count('1 if a unit at the most closed level takes remand first, otherwise 0', {
    by: 'unit',
    bounds: [0, 1],
  }),
  unitRegion: count('region in which a unit lies: its place in the list of regions, from 1', {
    by: 'unit',
    bounds: [1, 254],
  }),
  menAdded: placesMore('places for men that opened by date, less those that closed', ADDED),
  womenAdded: placesMore('places for women that opened by date, less those that closed', ADDED),
  menDoubled: places('second beds for men by date: people who may share cells beyond the places of a unit', DOUBLED),
  womenDoubled: places(
    'second beds for women by date: people who may share cells beyond the places of a unit',
    DOUBLED,
  ),
});
export type FacilityParameters = ValuesOf<typeof parameters>;

/** Whether a unit is meant for a sex at a level: it has a share of the places, or places opened there by date. */
export function isMeantFor(given: FacilityParameters, level: number, unit: number, sex: number): boolean {
  const { unitShare, womenShare } = given;
  const share = unitShare[level][unit] * (sex === 1 ? womenShare[unit] : 1 - womenShare[unit]);
  return share > 0 || addedByDate(given, level, unit, sex) > 0;
}

/** Places of a unit for a sex that opened by date, less those that closed. */
export function addedByDate(
  { menAdded, womenAdded }: FacilityParameters,
  level: number,
  unit: number,
  sex: number,
): number {
  return (sex === 1 ? womenAdded : menAdded)[level][unit];
}

/** Second beds of a unit for a sex by date. */
export function doubledByDate(
  { menDoubled, womenDoubled }: FacilityParameters,
  level: number,
  unit: number,
  sex: number,
): number {
  return (sex === 1 ? womenDoubled : menDoubled)[level][unit];
}

/** How many people may be held in the units of a level. */
export function usablePlaces(places: number, crowding: number): number {
  return Math.floor(places * crowding + ROUNDING);
}

/** 100 places filled to 0.29 are 29: a share read from decimals may miss a whole place by a hair. */
const ROUNDING = 1e-6;

/**
 * Whole places that may be filled at a level, by unit and sex (all units for men, then all for women): each within one of
 * its share, and adding up exactly. Written into `places` from `from` on, as `cellOf` counts.
 */
export function spread(
  usable: number,
  unitShare: Float64Array,
  womenShare: Float64Array,
  places: Int32Array,
  from: number,
): void {
  let share = 0;
  let before = 0;
  for (let sex = 0; sex < SEXES; sex++) {
    for (let unit = 0; unit < unitShare.length; unit++) {
      share += unitShare[unit] * (sex === 1 ? womenShare[unit] : 1 - womenShare[unit]);
      const upTo = Math.round(usable * share);
      places[from + unit * SEXES + sex] = upTo - before;
      before = upTo;
    }
  }
}

/**
 * Places planned that may be filled by level, unit and sex, in the order of `World.cellOf`: those of the level, spread by the shares
 * of its units, and those opened by date. A closure takes no more than there is. Computed once per set of parameters.
 */
export function placesOfUnits(given: FacilityParameters): Int32Array {
  let table = reckoned.get(given);
  if (table === undefined) {
    const units = given.womenShare.length;
    table = new Int32Array(given.places.length * units * SEXES);
    for (let level = 0; level < given.places.length; level++) {
      const usable = usablePlaces(given.places[level], given.crowding[level]);
      spread(usable, given.unitShare[level], given.womenShare, table, level * units * SEXES);
    }
    eachCell(given, (level, unit, sex, cell) => {
      table![cell] = Math.max(0, table![cell] + addedByDate(given, level, unit, sex));
    });
    reckoned.set(given, table);
  }
  return table;
}

/** Units of which more places close by date than they have: the places that they have, and those closed. */
export function placesClosedBeyond(given: FacilityParameters): readonly ClosedBeyond[] {
  const none = given.menAdded.map((units) => new Float64Array(units.length));
  const before = placesOfUnits({ ...given, menAdded: none, womenAdded: none });
  const found: ClosedBeyond[] = [];
  eachCell(given, (level, unit, sex, cell) => {
    const closed = -addedByDate(given, level, unit, sex);
    if (closed > before[cell]) found.push({ level, unit, sex, has: before[cell], closed });
  });
  return found;
}

/** Units with more second beds by date than places: the places that they have, and the beds. */
export function bedsBeyondPlaces(given: FacilityParameters): readonly BedsBeyond[] {
  const places = placesOfUnits(given);
  const found: BedsBeyond[] = [];
  eachCell(given, (level, unit, sex, cell) => {
    const beds = doubledByDate(given, level, unit, sex);
    if (beds > places[cell]) found.push({ level, unit, sex, has: places[cell], beds });
  });
  return found;
}

interface BedsBeyond {
  readonly level: number;
  readonly unit: number;
  readonly sex: number;
  readonly has: number;
  readonly beds: number;
}

interface ClosedBeyond {
  readonly level: number;
  readonly unit: number;
  readonly sex: number;
  readonly has: number;
  readonly closed: number;
}

function eachCell(
  given: FacilityParameters,
  visit: (level: number, unit: number, sex: number, cell: number) => void,
): void {
  const units = given.womenShare.length;
  for (let level = 0; level < given.places.length; level++)
    for (let unit = 0; unit < units; unit++)
      for (let sex = 0; sex < SEXES; sex++) visit(level, unit, sex, (level * units + unit) * SEXES + sex);
}

/** Places planned that may be filled at a level, in all units for both sexes. */
export function plannedAt(given: FacilityParameters, level: number): number {
  const cells = given.womenShare.length * SEXES;
  let all = 0;
  for (const places of placesOfUnits(given).subarray(level * cells, (level + 1) * cells)) all += places;
  return all;
}

const reckoned = new WeakMap<FacilityParameters, Int32Array>();

/** Free places for one sex at a level now, second beds that may be used included; an overfull unit counts as none. */
export function room(world: World, given: FacilityParameters, level: number, sex: number): number {
  const planned = placesOfUnits(given);
  const { added, doubled } = world.places;
  let free = 0;
  for (let unit = 0; unit < world.units; unit++) {
    const cell = world.heldAt(level, unit, sex);
    free += Math.max(0, planned[cell] + added[cell] + doubled[cell] - world.held[cell]);
  }
  return free;
}

/** Free places for one sex at a level that waiting people may have now: all but the reserve for remand. */
export function roomToHandOut(world: World, given: FacilityParameters, level: number, sex: number): number {
  let all = 0;
  const planned = placesOfUnits(given);
  for (let unit = 0; unit < world.units; unit++) {
    const cell = world.heldAt(level, unit, sex);
    all += planned[cell] + world.places.added[cell];
  }
  const reserve = Math.round(all * given.remandReserve[level][sex]);
  return Math.max(0, room(world, given, level, sex) - reserve);
}

/** People at a level beyond its places and second beds: held outside the units, or in a unit that was cut. */
export function overflow(world: World, given: FacilityParameters, level: number): number {
  const planned = placesOfUnits(given);
  const { added, doubled } = world.places;
  let over = 0;
  for (let sex = 0; sex < SEXES; sex++) {
    over += world.waiting.length[world.listOf(level, classesOfWaiting.outside, sex)];
    for (let unit = 0; unit < world.units; unit++) {
      const cell = world.heldAt(level, unit, sex);
      over += Math.max(0, world.held[cell] - planned[cell] - added[cell] - doubled[cell]);
    }
  }
  return over;
}

/** People at a level in second beds: beyond the places of their unit, within what may share cells. */
export function sharing(world: World, given: FacilityParameters, level: number): number {
  const planned = placesOfUnits(given);
  const { added, doubled } = world.places;
  const cells = world.units * SEXES;
  let people = 0;
  for (let cell = level * cells; cell < (level + 1) * cells; cell++) {
    people += Math.min(doubled[cell], Math.max(0, world.held[cell] - planned[cell] - added[cell]));
  }
  return people;
}

/** Places of a level that may be filled now, second beds left out, all units and both sexes: those planned, and those that `capacity` added. */
export function placesNow(world: World, given: FacilityParameters, level: number): number {
  const planned = placesOfUnits(given);
  const cells = world.units * SEXES;
  let all = 0;
  for (let cell = level * cells; cell < (level + 1) * cells; cell++) all += planned[cell] + world.places.added[cell];
  return all;
}

/** Second beds of a level that may be used now, all units and both sexes. */
function secondBedsNow({ places: { doubled }, units }: World, level: number): number {
  const cells = units * SEXES;
  let all = 0;
  for (let cell = level * cells; cell < (level + 1) * cells; cell++) all += doubled[cell];
  return all;
}

/** Usable places of a level now, all units and both sexes: places that may be filled, and second beds. Overflow lies beyond these. */
export function usableNow(world: World, given: FacilityParameters, level: number): number {
  return placesNow(world, given, level) + secondBedsNow(world, level);
}

/** Places of a level beyond those planned, or 0. */
export function placesAdded(world: World, level: number): number {
  const cells = world.units * SEXES;
  let all = 0;
  for (let cell = level * cells; cell < (level + 1) * cells; cell++) all += world.places.added[cell];
  return Math.max(0, all);
}
