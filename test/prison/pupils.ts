/** People inside who want a programme or work, for rules that are told by what becomes of a few of them. */
import { event } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, status } from '../../src/people/person.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import { World } from '../../src/people/world.ts';
import { programmeNames } from '../../src/prison/enrolment.ts';
import type { FacilityParameters } from '../../src/prison/facility.ts';
import { onProgrammeEnded, type ProgrammeParameters, step } from '../../src/prison/programme.ts';

/** Two levels of two units, half of the places in each. */
export const facility = {
  unitShare: [Float64Array.of(0.5, 0.5), Float64Array.of(0.5, 0.5)],
} as unknown as FacilityParameters;

const all = (value: number) => new Float64Array(programmeNames.length).fill(value);

/** Two seats of each programme in every unit, ten weeks long, open to everybody; all want them, and nobody drops out. */
export const given: ProgrammeParameters = {
  places: programmeNames.map(() => Float64Array.of(4, 4)),
  hours: all(10),
  weeks: all(10),
  eligible: programmeNames.map(() => 'everybody'),
  needFor: programmeNames.map((_, at) => Float64Array.from({ length: 7 }, (_, bit) => (at === 3 && bit === 5 ? 1 : 0))),
  wishPlanned: all(1),
  wishOther: Float64Array.of(1, 0, 0, 0, 0, 0),
  waitingRule: 'first-come',
  attendance: all(0.5),
  dropoutShare: all(0),
  dropoutRisk: 1,
  climateDropout: 0,
  usualClimate: 0.5,
  passShare: all(1),
  fidelity: all(0.8),
};

/** A prison on a Monday long ago, before the year from which days are counted. */
export function emptyPrison(): World {
  const firstDay = -4000;
  return new World({
    key: { low: 1, high: 2 },
    firstDay,
    lastDay: firstDay + 2000,
    levels: 2,
    units: 2,
    keepLives: true,
  });
}

/** Somebody who serves at a level, in a unit, with a year left. */
export function inmate(world: World, index: number, level = 0, unit = 0): Row {
  const row = world.enter(1, index);
  const { people } = world;
  people.sentenceDays[row] = 400;
  people.basis[row] = custodyGrounds.sentence;
  people.episode[row] = 1;
  people.programme[row] = NONE;
  people.workshop[row] = NONE;
  people.motivation[row] = -1;
  people.assessedRisk[row] = 0.5;
  people.needs[row] = need.thinking;
  people.excludedUntil[row] = NOT_YET;
  people.dayReleaseDay[row] = NOT_YET;
  for (const column of [people.custodyDay, people.levelDay, people.gateDay]) column[row] = world.today - 30;
  people.releaseDay[row] = world.today + 365;
  world.moveTo(row, status.serving, level, unit);
  world.diary.clear(row, event.passedGate);
  return row;
}

/** The first morning of a week: the roll is called, programmes are handed out. */
export function week(world: World, programmes: ProgrammeParameters = given): void {
  callRoll(world);
  step(world, programmes, facility);
}

/** Lets days go by; programmes end where they fall due. */
export function pass(world: World, days: number, programmes: ProgrammeParameters = given): void {
  const until = world.today + days;
  for (; world.today < until; world.today++) {
    world.diary.open(world.today);
    for (let row = world.diary.next(); row >= 0; row = world.diary.next()) {
      for (let kind = world.diary.takeDue(row); kind >= 0; kind = world.diary.takeDue(row)) {
        if (kind === event.programmeEnded) onProgrammeEnded(world, row, programmes);
      }
      world.diary.settle(row);
    }
  }
}
