/** One person in the tiny world, for rules that are told by what becomes of somebody. */
import type { LifeEventName } from '../../src/people/life-events.ts';
import { lifeEventNames } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, recalls } from '../../src/people/person.ts';
import type { World } from '../../src/people/world.ts';
import { handlers } from '../../src/simulation/day.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { newWorld } from '../laws/walk.ts';
import { type Levers, tinyCell } from '../tiny.ts';

/** Somebody aged thirty without a record, at liberty on the first day of the tiny world. */
export interface OnePerson {
  readonly world: World;
  readonly row: Row;
}

/** The one person. `nth` is the second half of the key: another number, other luck. */
export function onePerson(nth = 1): OnePerson {
  const world = newWorld(tinyCell());
  const row = world.enter(1, nth);
  const { people } = world;
  people.arrivalDay[row] = world.today;
  people.birthDay[row] = world.today - 30 * 365;
  for (const column of [people.firstSanctionDay, people.convictionDay, people.spellDay, people.waitingSince]) {
    column[row] = NOT_YET;
  }
  people.indexDay[row] = NOT_YET;
  people.homeDay[row] = NOT_YET;
  people.servedUntil[row] = NOT_YET;
  people.lastLevel[row] = NONE;
  people.basis[row] = custodyGrounds.sentence;
  people.recall[row] = recalls.none;
  handlers.arrived(world, row, lawWith());
  return { world, row };
}

/** The numbers of the tiny world, with some in their place. */
export function lawWith(levers: Levers = {}): Parameters {
  const { values } = tinyCell().parameters[0];
  const nouns = Object.entries(values).map(([noun, own]) => [noun, { ...own, ...levers[noun as keyof Parameters] }]);
  return Object.fromEntries(nouns) as Parameters;
}

/** Opens the diary of everybody from today to the evening before `until`. Nobody arrives and no place is handed out. */
export function liveUntil(world: World, until: number, given: Parameters): void {
  const { diary } = world;
  for (; world.today < until; world.today++) {
    diary.open(world.today);
    for (let row = diary.next(); row >= 0; row = diary.next()) {
      for (let kind = diary.takeDue(row); kind >= 0; kind = diary.takeDue(row)) {
        handlers[lifeEventNames[kind] as keyof typeof handlers](world, row, given);
      }
      diary.settle(row);
    }
  }
}

/** What is on record, in order, as `day event detail`, days counted from the first. */
export function recordOf(world: World): readonly string[] {
  const { kind, day, detail } = world.journal.rows();
  const first = tinyCell().burnInStart;
  return Array.from(kind, (number, at) => `${day[at] - first} ${lifeEventNames[number]} ${detail[at]}`);
}

/** How often an event is on record. */
export function countOf(world: World, event: LifeEventName): number {
  return recordOf(world).filter((line) => line.split(' ')[1] === event).length;
}

/** Has somebody stand inside since some days ago, in the first unit of a level. */
export function standInside({ world, row }: OnePerson, standing: number, days: number): void {
  world.moveTo(row, standing, 0, 0);
  world.people.custodyDay[row] = world.today - days;
  world.people.levelDay[row] = world.today - days;
}
