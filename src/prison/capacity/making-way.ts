/**
 * Making way: moves towards more open levels, so that the free places of the estate serve whoever needs one elsewhere.
 *
 * Where early release looks at the whole estate, a place may be free at one level while people need one at a more closed one:
 * people held outside its units or recalled first, then people at liberty. As many as need a place there, less those who leave
 * the level anyway, move on to levels that have more free places than people who need one, the next level first. Only
 * sentences count, served for the first time; only people who, with the time they have left and their assessed risk, might
 * begin there while other levels are full; those nearest to release first.
 *
 * Handles nothing; `bed-allocation` calls it each morning, and moves those whom it puts on the lists of the levels.
 */
import { NEVER } from '../../engine/agenda.ts';
import { event } from '../../people/life-events.ts';
import { custodyGrounds, NONE, type Row, recalls, status } from '../../people/person.ts';
import { classesOfWaiting, type World } from '../../people/world.ts';
import { type FacilityParameters, roomToHandOut } from '../facility.ts';
import { mayBeAt, type PlacementParameters } from '../placement.ts';
import { nearestToRelease } from './early-release.ts';

const { recalled, inside, first, atLiberty, outside } = classesOfWaiting;

/** Puts on the lists of more open levels those of a sex who make way. */
export function makeWay(world: World, sex: number, placement: PlacementParameters, facility: FacilityParameters): void {
  for (const classes of [
    [outside, recalled],
    [outside, recalled, first, atLiberty],
  ])
    makeWayFor(world, sex, classes, placement, facility);
}

function makeWayFor(
  world: World,
  sex: number,
  classes: readonly number[],
  placement: PlacementParameters,
  facility: FacilityParameters,
): void {
  const levels = Array.from({ length: world.levels }, (_, level) => level);
  const free = levels.map((level) => roomToHandOut(world, facility, level, sex));
  const spare = levels.map((level) => free[level] - needing(world, level, sex, [...classes, inside]));
  const short = levels.map((level) => needing(world, level, sex, classes) - free[level]);
  if (!spare.some((count) => count > 0) || !short.some((count) => count > 0)) return;
  const { people } = world;
  const candidates: Row[] = [];
  for (let row = 0; row < world.rows.highest; row++) {
    if (!world.isPresent(row) || people.level[row] === NONE || people.sex[row] !== sex) continue;
    if (leavesLevel(world, row, spare)) short[people.level[row]]--;
    else if (mayMove(world, row)) candidates.push(row);
  }
  candidates.sort((a, b) => nearestToRelease(world, a, b));
  for (const row of candidates) {
    const level = people.level[row];
    if (short[level] <= 0) continue;
    const next = levels.find((more) => more > level && spare[more] > 0 && mayBeAt(world, row, more, placement));
    if (next === undefined) continue;
    world.wait(row, next, inside);
    short[level]--;
    spare[next]--;
  }
}

function needing(world: World, level: number, sex: number, classes: readonly number[]): number {
  let people = 0;
  for (const kind of classes) people += world.waiting.length[world.listOf(level, kind, sex)];
  return people;
}

/** Whether somebody is released by tomorrow, or waits for a level that has room for all who wait there. */
function leavesLevel(world: World, row: Row, spare: readonly number[]): boolean {
  const { people, diary, waiting, today } = world;
  if (diary.due(row, event.released) <= today + 1) return true;
  const list = waiting.listOf(row);
  return list >= 0 && spare.some((count, level) => count >= 0 && list === world.listOf(level, inside, people.sex[row]));
}

/** Whether somebody serves a sentence for the first time, is assessed, and waits for nothing else. */
function mayMove({ people, diary, waiting }: World, row: Row): boolean {
  return (
    people.status[row] === status.serving &&
    people.basis[row] === custodyGrounds.sentence &&
    people.recall[row] === recalls.none &&
    diary.due(row, event.reviewed) !== NEVER &&
    waiting.listOf(row) < 0
  );
}
