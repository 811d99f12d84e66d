import { beforeEach, describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { personDays } from '../../src/measures/measure.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { custodyGrounds, NONE, type Row, recalls, status, statuses } from '../../src/people/person.ts';
import { classesOfWaiting, World } from '../../src/people/world.ts';
import { onPlanned } from '../../src/prison/plan.ts';
import {
  askForTreatment,
  maySeekTreatment,
  onFromTreatment,
  step,
  type TreatmentParameters,
} from '../../src/prison/treatment.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import type { Summary } from '../../src/simulation/summary.ts';
import { livesIn, tinyCell, withLevers } from '../tiny.ts';

const { drugs, opioids, alcohol, housing, work, thinking, mental } = need;
test.each([
  [drugs, 100, 30, 365, true, 'drugs'],
  [opioids, 100, 30, 365, true, 'opioids'],
  [alcohol, 100, 30, 365, true, 'alcohol'],
  [drugs | opioids, 100, 30, 365, true, 'both'],
  [alcohol | housing | mental, 100, 30, 365, true, 'alcohol among others'],
  [0, 100, 30, 365, false, 'no need at all'],
  [housing, 100, 30, 365, false, 'no home is not to be treated'],
  [work, 100, 30, 365, false, 'nor is no work'],
  [thinking, 100, 30, 365, false, 'nor thinking'],
  [mental, 100, 30, 365, false, 'mental health is for the health service inside'],
  [housing | work | thinking | mental, 100, 30, 365, false, 'nor all of these'],
  [drugs, 30, 30, 365, true, 'as short as it may be'],
  [drugs, 29, 30, 365, false, 'a day too short'],
  [drugs, 365, 30, 365, true, 'as long as it may be'],
  [drugs, 366, 30, 365, false, 'a day too long'],
  [drugs, 0, 0, 365, true, 'even the last day, where nothing forbids it'],
  [drugs, -1, 0, 365, false, 'not beyond the end'],
  [drugs, 100, 200, 150, false, 'bounds that leave nothing between them'],
  [drugs, 0, 0, 0, true, 'bounds that leave a single day'],
  [127, 100, 30, 365, true, 'every need there is'],
])('needs %i with %i days left, from %i to %i: %s, because %s', (needs, remaining, least, limit, may) => {
  expect(maySeekTreatment(needs, remaining, least, limit)).toBe(may);
});

const given: TreatmentParameters = { places: 2, leastDays: 10, limitDays: 365, suitedShare: 1, dropoutShare: 0 };
const plan = {
  daysToPlan: 0,
  contactHours: 1,
  usualHours: 1,
  matchShare: new Float64Array(7),
  reviewDays: 60,
  keptShare: 0,
};

let world: World;
beforeEach(() => {
  const settings = { firstDay: 100, lastDay: 2000, levels: 2, units: 1, keepLives: true };
  world = new World({ key: { low: 1, high: 2 }, ...settings });
});

interface Change {
  readonly needs?: number;
  readonly basis?: number;
  readonly standing?: number;
  readonly level?: number;
}

/** Somebody who has served at a level since day 40 and has 100 days left. */
function person(nth: number, change: Change = {}): Row {
  const row = world.enter(1, nth);
  const { people, diary } = world;
  people.needs[row] = change.needs ?? drugs;
  people.episode[row] = 1;
  people.basis[row] = change.basis ?? custodyGrounds.sentence;
  people.recall[row] = recalls.none;
  people.lastLevel[row] = NONE;
  people.levelDay[row] = 40;
  people.openDays[row] = 0;
  people.planDay[row] = 50;
  people.releaseDay[row] = world.today + 100;
  diary.set(row, event.released, world.today + 100);
  diary.set(row, event.reviewed, world.today + 5);
  world.moveTo(row, change.standing ?? status.serving, change.level ?? 1, 0);
  return row;
}

const isWaiting = (row: Row) => world.waiting.listOf(row) === world.listOf(world.treatment, classesOfWaiting.inside, 0);
const recorded = () => [...world.journal.rows().kind].map((kind) => lifeEventNames[kind]);

describe('asking', () => {
  test.each<[Change, boolean, string]>([
    [{}, true, 'a sentence, a need, and time enough'],
    [{ level: 0 }, true, 'from the most closed level as well'],
    [{ needs: housing }, false, 'no need for it'],
    [{ basis: custodyGrounds.detention, standing: status.detained }, false, 'preventive detention'],
    [{ basis: custodyGrounds.fineDefault, standing: status.defaulting }, false, 'a fine'],
    [{ standing: status.remand }, false, 'remand'],
  ])('%j: %s, because of %s', (change, may) => {
    const row = person(0, change);
    askForTreatment(world, row, given);
    expect(isWaiting(row)).toBe(may);
  });

  test('is for those whom luck and the share suit', () => {
    const rows = Array.from({ length: 400 }, (_, nth) => person(nth));
    for (const row of rows) askForTreatment(world, row, { ...given, suitedShare: 0.25 });
    const asking = rows.filter(isWaiting).length;
    // 400 draws of 0.25: within 5 s.d. of 8.7
    expect(Math.abs(asking - 100)).toBeLessThan(44);
  });

  test('is not for those who wait for a more open level, who have been treated, or who have been released before', () => {
    const [waiting, before] = [person(0, { level: 0 }), person(1)];
    world.wait(waiting, 1, classesOfWaiting.inside);
    world.people.lastLevel[before] = 1;
    for (const row of [waiting, before]) askForTreatment(world, row, given);
    expect([waiting, before].map(isWaiting)).toEqual([false, false]);
    expect(world.waiting.listOf(waiting)).toBe(world.listOf(1, classesOfWaiting.inside, 0));
  });
});

describe('places', () => {
  test('go to those who asked, by key, and nobody waits on', () => {
    const rows = [2, 0, 1].map((nth) => person(nth));
    for (const row of rows) askForTreatment(world, row, given);
    world.today++;
    step(world, given);
    const inTreatment = rows.filter((row) => world.people.status[row] === status.treatment);
    expect(inTreatment.map((row) => world.people.index[row]).sort()).toEqual([0, 1]);
    expect(rows.filter(isWaiting)).toEqual([]);
    step(world, given);
    expect(rows.map((row) => world.people.status[row])).toContain(status.serving);
  });

  test('that are full, or cut, take nobody and put nobody out', () => {
    const rows = [0, 1, 2].map((nth) => person(nth));
    for (const row of rows.slice(0, 2)) askForTreatment(world, row, given);
    step(world, given);
    askForTreatment(world, rows[2], given);
    step(world, { ...given, places: 1 });
    expect(rows.map((row) => world.people.status[row])).toEqual([status.treatment, status.treatment, status.serving]);
  });
});

describe('in treatment', () => {
  test('nobody is inside: level and unit are free, days at the open level are counted, and the level left is kept', () => {
    const row = person(0);
    askForTreatment(world, row, given);
    expect(world.inside[1]).toBe(1);
    step(world, given);
    expect([...world.inside]).toEqual([0, 0, 0]);
    expect(Math.max(...world.held)).toBe(0);
    const { level, unit, lastLevel, openDays } = world.people;
    expect([level[row], unit[row], lastLevel[row], openDays[row]]).toEqual([NONE, NONE, 1, 60]);
    expect(world.diary.due(row, event.released)).toBe(200);
    expect([event.reviewed, event.planned].map((kind) => world.diary.due(row, kind))).toEqual([NEVER, NEVER]);
    expect(recorded()).toEqual(['toTreatment']);
  });

  test('who drops out is back at the level left, is assessed, and does not go again', () => {
    const row = person(0);
    askForTreatment(world, row, given);
    step(world, { ...given, dropoutShare: 1 });
    const day = world.diary.due(row, event.fromTreatment);
    expect(day).toBeGreaterThan(100);
    expect(day).toBeLessThan(200);
    world.today = day;
    onFromTreatment(world, row);
    expect([world.people.status[row], world.people.level[row]]).toEqual([status.serving, 1]);
    expect(world.people.levelDay[row]).toBe(day);
    expect(world.diary.due(row, event.assessed)).toBe(day);
    expect(world.diary.due(row, event.planned)).toBe(day);
    onPlanned(world, row, plan, given);
    expect(world.diary.due(row, event.planned)).toBe(day + 60);
    expect(recorded()).toEqual(['toTreatment', 'moved']);
    expect(isWaiting(row)).toBe(false);
  });

  test('somebody may die', () => {
    const row = person(0);
    askForTreatment(world, row, given);
    step(world, given);
    world.leave(row);
    expect(Math.max(...world.stock)).toBe(0);
  });
});

describe('in the tiny world', () => {
  const usual = tinyCell().parameters[0].values.treatment;
  const plenty = withLevers(tinyCell(), { treatment: { places: 40, suitedShare: 0.6, limitDays: 120 } });
  const worldOf = (cell: Cell, levers: Partial<TreatmentParameters>) =>
    simulate(withLevers(cell, { treatment: levers }), true);
  const transfers = (cell: Cell, levers: Partial<TreatmentParameters>) => {
    const { world, summary } = worldOf(cell, levers);
    const count = [...livesIn(world).values()].flat().filter(({ event }) => event === 'toTreatment').length;
    return { count, days: personDays(summary, status.treatment) };
  };

  test.each<[string, Partial<TreatmentParameters>, number]>([
    ['more people suited', { suitedShare: 1 }, 1],
    ['fewer people suited', { suitedShare: 0.2 }, -1],
    ['a longer limit', { limitDays: 365 }, 1],
    ['a shorter limit', { limitDays: 60 }, -1],
    ['only short stays left out', { leastDays: 0 }, 1],
    ['short stays left out', { leastDays: 90 }, -1],
    ['fewer places', { places: 1 }, -1],
    ['no places', { places: 0 }, -1],
  ])('with places to spare, %s: the days in treatment follow', (_, levers, direction) => {
    expect(Math.sign(transfers(plenty, levers).days - transfers(plenty, {}).days)).toBe(direction);
  });

  test('who drops out spends fewer days there', () => {
    expect(transfers(plenty, { dropoutShare: 1 }).days).toBeLessThan(0.8 * transfers(plenty, { dropoutShare: 0 }).days);
  });

  test('it takes place as things are, and never beyond the places', () => {
    const { count } = transfers(tinyCell(), {});
    expect(count).toBeGreaterThan(0);
    const { summary } = worldOf(tinyCell(), {});
    expect(fullest(summary)).toBe(usual.places);
  });

  test('everybody who goes comes out again, or is there or dead at the end', () => {
    const { world } = worldOf(plenty, { dropoutShare: 0.5 });
    const there = world.stock[status.treatment * (world.levels + 1) + world.levels];
    const after = new Map<string, number>();
    let inTreatment = 0;
    for (const life of livesIn(world).values()) {
      for (const [at, { event }] of life.entries()) {
        if (event !== 'toTreatment') continue;
        const then = life.slice(at + 1).find(({ event: next }) => ENDS.has(next))?.event;
        if (then === undefined) inTreatment++;
        else after.set(then, (after.get(then) ?? 0) + 1);
      }
    }
    expect(inTreatment).toBe(there);
    expect(after.get('moved')).toBeGreaterThan(0);
    expect((after.get('fullTime') ?? 0) + (after.get('conditional') ?? 0)).toBeGreaterThan(0);
  });

  test('who is released from there is released from the level left', () => {
    const { world } = worldOf(plenty, { dropoutShare: 0 });
    let released = 0;
    for (const life of livesIn(world).values()) {
      for (const [at, { event, detail }] of life.entries()) {
        if (event !== 'toTreatment') continue;
        const then = life.slice(at + 1).find(({ event: next }) => next === 'fullTime' || next === 'conditional');
        if (then === undefined) continue;
        expect(then.detail).toBe(detail);
        released++;
      }
    }
    expect(released).toBeGreaterThan(10);
  });
});

/** What ends a stay in treatment. */
const ENDS = new Set<string>(['moved', 'fullTime', 'conditional', 'died']);

function fullest({ fullest: most, shape }: Summary): number {
  const cells = statuses.length * (shape.levels + 1);
  const at = status.treatment * (shape.levels + 1) + shape.levels;
  return Math.max(...Array.from({ length: shape.weeks }, (_, week) => most[week * cells + at]));
}
