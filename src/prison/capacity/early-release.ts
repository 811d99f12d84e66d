/**
 * Early release: room for people who need a place, made by those who are nearest to release.
 *
 * Each morning, at every level and for each sex, the people who need a place there are set against the free places and the
 * people who leave today or tomorrow. If places are short, as many as are missing leave tomorrow: those nearest to release
 * first, equal days in order of their keys. Only sentences count, within some days of release, served for the first time and
 * not for an excluded offence. The days left are remitted.
 *
 * So it is level by level. By the whole estate nobody leaves while a place for their sex is free at any level; when none is, as
 * many leave as need a place at any, from whatever level, and others move on to where they were (`making-way`).
 *
 * Schedules `released`, `prepared`. A response of `capacity`; rules like the End of Custody Licence of England and Wales, 2007-2010.
 */
import { NEVER } from '../../engine/agenda.ts';
import { event } from '../../people/life-events.ts';
import { custodyGrounds, NONE, type Row, recalls, SEXES, status } from '../../people/person.ts';
import { classesOfWaiting, type World } from '../../people/world.ts';
import { type FacilityParameters, roomToHandOut } from '../facility.ts';

/** Who may be released early. */
export interface EarlyReleaseTerms {
  /** Most days before the planned release. */
  readonly earlyDays: number;
  /** 1 for offence groups that are excluded, otherwise 0. */
  readonly earlyExcluded: Float64Array;
  /** Where places must be short, and where room is made: each level by itself, or all of them together. */
  readonly releaseScope: 'level' | 'estate';
}

/** Whole days by which a release is brought forward to `day`, or 0 if that is not allowed. */
export function daysEarly(releaseDay: number, day: number, earlyDays: number): number {
  const early = releaseDay - day;
  return early > 0 && early <= earlyDays ? early : 0;
}

/** Lets as many people leave tomorrow as places are missing. */
export function makeRoom(world: World, facility: FacilityParameters, terms: EarlyReleaseTerms): void {
  const byEstate = terms.releaseScope === 'estate';
  const missing = byEstate ? missingInEstate(world, facility) : missingByLevel(world, facility);
  if (!missing.some((count) => count > 0)) return;
  const tomorrow = world.today + 1;
  const { people, diary, rows } = world;
  const listOf = (row: Row) => (byEstate ? 0 : people.level[row] * SEXES) + people.sex[row];
  const candidates: Row[] = [];
  for (let row = 0; row < rows.highest; row++) {
    if (!world.isPresent(row) || people.level[row] === NONE) continue;
    const list = listOf(row);
    if (diary.due(row, event.released) <= tomorrow) missing[list]--;
    else if (missing[list] > 0 && mayLeaveEarly(world, row, terms)) candidates.push(row);
  }
  candidates.sort((a, b) => nearestToRelease(world, a, b));
  for (const row of candidates) {
    const list = listOf(row);
    if (missing[list] <= 0) continue;
    missing[list]--;
    leaveTomorrow(world, row);
  }
}

/** People in need of a place less free places, by level and sex. */
function missingByLevel(world: World, facility: FacilityParameters): Int32Array {
  const missing = new Int32Array(world.levels * SEXES);
  for (let level = 0; level < world.levels; level++)
    for (let sex = 0; sex < SEXES; sex++)
      missing[level * SEXES + sex] = needing(world, level, sex) - roomToHandOut(world, facility, level, sex);
  return missing;
}

/** People in need of a place at any level, by sex; nobody while a place is free at any. */
function missingInEstate(world: World, facility: FacilityParameters): Int32Array {
  const missing = new Int32Array(SEXES);
  for (let sex = 0; sex < SEXES; sex++) {
    let [needed, free] = [0, 0];
    for (let level = 0; level < world.levels; level++) {
      needed += needing(world, level, sex);
      free += roomToHandOut(world, facility, level, sex);
    }
    missing[sex] = free > 0 ? 0 : needed;
  }
  return missing;
}

function needing(world: World, level: number, sex: number): number {
  const { recalled, first, atLiberty, outside } = classesOfWaiting;
  let people = 0;
  for (const kind of [recalled, first, atLiberty, outside])
    people += world.waiting.length[world.listOf(level, kind, sex)];
  return people;
}

function mayLeaveEarly({ people, diary, today }: World, row: Row, { earlyDays, earlyExcluded }: EarlyReleaseTerms) {
  return (
    people.status[row] === status.serving &&
    people.basis[row] === custodyGrounds.sentence &&
    people.recall[row] === recalls.none &&
    earlyExcluded[people.group[row]] === 0 &&
    diary.due(row, event.released) === people.releaseDay[row] &&
    daysEarly(people.releaseDay[row], today + 1, earlyDays) > 0
  );
}

function leaveTomorrow(world: World, row: Row): void {
  const { people, diary, today } = world;
  world.record(event.releasedEarly, row, people.releaseDay[row] - today - 1);
  people.releaseDay[row] = today + 1;
  diary.set(row, event.released, today + 1);
  if (diary.due(row, event.prepared) > today && diary.due(row, event.prepared) !== NEVER)
    diary.set(row, event.prepared, today);
}

/** Orders people by their day of release, equal days by their keys. */
export function nearestToRelease({ people }: World, a: Row, b: Row): number {
  const { releaseDay, stream, index } = people;
  return releaseDay[a] - releaseDay[b] || stream[a] - stream[b] || index[a] - index[b];
}
