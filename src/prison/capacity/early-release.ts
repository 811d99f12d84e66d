/**
 * Early release: room for people who need a place, made by those who are nearest to release.
 *
 * Each morning, at every level and for each sex, the people who need a place there are set against the free places and the
 * people who leave today or tomorrow. If places are short, as many as are missing leave tomorrow: those nearest to release
 * first, equal days in order of their keys. Only sentences count, within some days of release, served for the first time and
 * not for an excluded offence. The days left are remitted.
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
}

/** Whole days by which a release is brought forward to `day`, or 0 if that is not allowed. */
export function daysEarly(releaseDay: number, day: number, earlyDays: number): number {
  const early = releaseDay - day;
  return early > 0 && early <= earlyDays ? early : 0;
}

/** Lets as many people leave tomorrow as places are missing. */
export function makeRoom(world: World, facility: FacilityParameters, terms: EarlyReleaseTerms): void {
  const missing = placesMissing(world, facility);
  if (!missing.some((count) => count > 0)) return;
  const tomorrow = world.today + 1;
  const { people, diary, rows } = world;
  const candidates: Row[] = [];
  for (let row = 0; row < rows.highest; row++) {
    if (!world.isPresent(row) || people.level[row] === NONE) continue;
    const list = people.level[row] * SEXES + people.sex[row];
    if (diary.due(row, event.released) <= tomorrow) missing[list]--;
    else if (missing[list] > 0 && mayLeaveEarly(world, row, terms)) candidates.push(row);
  }
  candidates.sort((a, b) => inOrder(world, a, b));
  for (const row of candidates) {
    const list = people.level[row] * SEXES + people.sex[row];
    if (missing[list] <= 0) continue;
    missing[list]--;
    leaveTomorrow(world, row);
  }
}

/** People in need of a place less free places, by level and sex. */
function placesMissing(world: World, facility: FacilityParameters): Int32Array {
  const { recalled, first, atLiberty, outside } = classesOfWaiting;
  const missing = new Int32Array(world.levels * SEXES);
  for (let level = 0; level < world.levels; level++) {
    for (let sex = 0; sex < SEXES; sex++) {
      let needed = 0;
      for (const kind of [recalled, first, atLiberty, outside])
        needed += world.waiting.length[world.listOf(level, kind, sex)];
      missing[level * SEXES + sex] = needed - roomToHandOut(world, facility, level, sex);
    }
  }
  return missing;
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

function inOrder({ people }: World, a: Row, b: Row): number {
  const { releaseDay, stream, index } = people;
  return releaseDay[a] - releaseDay[b] || stream[a] - stream[b] || index[a] - index[b];
}
