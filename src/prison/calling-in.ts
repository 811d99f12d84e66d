/**
 * Calling in: who of the people who wait at liberty begins to serve this morning, and how many of them.
 *
 * The service can call in so many people in a week, however many places are free: letters, transport and admission are work.
 * Each day has its part of the week, in whole people. Whoever was remanded in the case, is assessed at a high risk or has a long
 * sentence goes before the others; within either class a free place calls whoever waits longest of those who may begin there.
 * A person waits on the list of the most open level at which they may begin, and begins at the level meant for them, or at
 * another within reach if that is full.
 *
 * Handles nothing; `bed-allocation` calls it when all others have their places. Recalls, detention, arrest and monitoring are
 * not called in and need no part of the week.
 */
import type { Day } from '../engine/calendar.ts';
import { type Row, SEXES } from '../people/person.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { type CapacityParameters, isAsNeeded } from './capacity.ts';
import { type FacilityParameters, placesNow, roomToHandOut } from './facility.ts';
import { firstLevel, type PlacementParameters } from './placement.ts';

/** People who may be called in on a day, of so many a week: whole people, which add up to the week's within one. */
export function callsOn(day: Day, aWeek: number): number {
  return Math.floor(((day + 1) * aWeek) / DAYS_OF_WEEK) - Math.floor((day * aWeek) / DAYS_OF_WEEK);
}

/** The level at which a person begins: the one meant for them, else the next more closed with room, else the next more open in reach; -1 for none. */
export function levelWithRoom(meant: number, inReach: number, hasRoom: (level: number) => boolean): number {
  for (let level = meant; level >= 0; level--) if (hasRoom(level)) return level;
  for (let level = meant + 1; level <= inReach; level++) if (hasRoom(level)) return level;
  return -1;
}

/** Calls in as many as may be today and have a place; `place` begins the sentence of one of them at a level. */
export function callIn(
  world: World,
  given: PlacementParameters,
  facility: FacilityParameters,
  capacity: CapacityParameters,
  place: (row: Row, level: number) => void,
): void {
  let calls = isAsNeeded(capacity) ? Infinity : callsOn(world.today, given.callInShare * allPlaces(world, facility));
  const free: number[] = [];
  for (let list = 0; list < world.levels * SEXES; list++)
    free.push(isAsNeeded(capacity) ? Infinity : roomToHandOut(world, facility, Math.floor(list / SEXES), list % SEXES));
  for (const kind of [classesOfWaiting.first, classesOfWaiting.atLiberty]) {
    for (; calls > 0; calls--) {
      const row = longestWaiting(world, kind, free);
      if (row < 0) break;
      const sex = world.people.sex[row];
      const inReach = levelOfList(world, row, kind);
      const meant = Math.min(firstLevel(world, row, given), inReach);
      const level = levelWithRoom(meant, inReach, (at) => free[at * SEXES + sex] > 0);
      free[level * SEXES + sex]--;
      place(row, level);
    }
  }
}

/** Of the heads of the lists of a class for which there is room, the one that waits longest; equal days in order of keys. -1 for none. */
function longestWaiting(world: World, kind: number, free: readonly number[]): Row {
  let longest = -1;
  for (let level = 0; level < world.levels; level++) {
    for (let sex = 0; sex < SEXES; sex++) {
      const row = world.waiting.first(world.listOf(level, kind, sex));
      if (row < 0 || levelWithRoom(level, level, (at) => free[at * SEXES + sex] > 0) < 0) continue;
      if (longest < 0 || comesBefore(world, row, longest)) longest = row;
    }
  }
  return longest;
}

function comesBefore({ people: { waitingSince, stream, index } }: World, a: Row, b: Row): boolean {
  if (waitingSince[a] !== waitingSince[b]) return waitingSince[a] < waitingSince[b];
  return stream[a] === stream[b] ? index[a] < index[b] : stream[a] < stream[b];
}

/** The level on whose list somebody waits: the most open one at which they may begin. */
function levelOfList(world: World, row: Row, kind: number): number {
  let level = 0;
  while (world.waiting.listOf(row) !== world.listOf(level, kind, world.people.sex[row])) level++;
  return level;
}

function allPlaces(world: World, facility: FacilityParameters): number {
  let places = 0;
  for (let level = 0; level < world.levels; level++) places += placesNow(world, facility, level);
  return places;
}

const DAYS_OF_WEEK = 7;
