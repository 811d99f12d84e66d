/** A list of people inside: on the first observed day they are there as listed, and nothing jumps. */
import { describe, expect, test } from 'vitest';
import { randomKey } from '../../src/engine/random.ts';
import { event } from '../../src/people/life-events.ts';
import { isServing, NONE, status } from '../../src/people/person.ts';
import { classesOfWaiting, classOf, World } from '../../src/people/world.ts';
import { replaceInsiders } from '../../src/prison/initial-stock.ts';
import { insidersOf } from '../../src/prison/stock/like-insiders.ts';
import type { ListedPerson } from '../../src/prison/stock/listed-person.ts';
import { type Cell, liveUntil, simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { tinyCell, withLevers } from '../tiny.ts';
import { stockOf } from './own-stock.ts';

const listed = (key: number, over: Partial<ListedPerson> = {}): ListedPerson => ({
  key,
  status: status.serving,
  level: 0,
  unit: undefined,
  sex: 0,
  ageYears: 30,
  offence: undefined,
  foreign: undefined,
  sentenceDays: 300,
  servedDays: 100,
  release: undefined,
  ...over,
});

const fifty = Array.from({ length: 50 }, (_, at) =>
  listed(1000 + at, {
    level: at % 3,
    sentenceDays: 200 + 10 * at,
    servedDays: 4 * at,
    sex: at % 10 === 0 ? 1 : 0,
    ageYears: 20 + at,
    offence: at % 4,
    foreign: at % 5 === 0,
  }),
);

const cell: Cell = { ...tinyCell(), inside: fifty };

/** The world on the morning on which the list holds, before anything else happens. */
function morningOf(one: Cell) {
  return liveUntil({ ...one, end: one.start + 1 }, one.start + 1).world.people;
}

describe('a list of fifty who serve', () => {
  const people = morningOf(cell);
  const rows = [...people.stream.keys()].filter((row) => people.stream[row] === 2);

  test('is inside on the first evening, each as the list says, whatever the burn-in had brought there', () => {
    expect(rows.length).toBeGreaterThanOrEqual(49);
    for (const row of rows) {
      if (!isServing(people.status[row])) continue;
      const one = fifty.find(({ key }) => key === people.index[row])!;
      expect([people.sex[row], people.group[row], people.foreign[row] === 1]).toEqual([
        one.sex,
        one.offence,
        one.foreign,
      ]);
      expect(people.sentenceDays[row]).toBe(one.sentenceDays);
      expect(people.servedDays[row] + cell.start - people.custodyDay[row]).toBe(one.servedDays);
      expect(people.releaseDay[row]).toBeGreaterThan(cell.start);
    }
  });

  test('has a risk category that people of the listed offence can have', () => {
    const { categoryShare } = cell.parameters.at(-1)!.values.synthesise;
    for (const row of rows) expect(categoryShare[people.group[row]!]![people.category[row]!]).toBeGreaterThan(0);
  });

  test('takes the place of everybody who was inside', () => {
    const others = [...people.stream.keys()].filter(
      (row) => people.stream[row] === 1 && people.status[row] !== 255 && people.level[row] !== NONE,
    );
    for (const row of others) expect(people.custodyDay[row]).toBeGreaterThanOrEqual(cell.start);
  });

  test('does not depend on the order of the list', () => {
    expect(digestOf(simulate({ ...cell, inside: [...fifty].reverse() }).summary)).toBe(
      digestOf(simulate(cell).summary),
    );
  });

  test('counts nobody of it as admitted', () => {
    const { world } = simulate({ ...cell, end: cell.start + 400 }, true);
    const { kind, stream } = world.journal.rows();
    const counted = (name: number) => kind.filter((one, at) => one === name && stream[at] === 2).length;
    expect(counted(event.listed)).toBe(50);
    expect(counted(event.conditional) + counted(event.fullTime) + counted(event.expelled)).toBeGreaterThan(20);
    const firstDay = simulate({ ...cell, end: cell.start + 1 }, true).world.journal.rows();
    expect(firstDay.kind.filter((one, at) => one === event.admitted && firstDay.stream[at] === 2)).toHaveLength(0);
  });
});

test('the last day of a sentence is the day on which it is served, or the day that the list gives', () => {
  const list = [
    listed(1, { sentenceDays: 60, servedDays: 20 }),
    listed(2, { sentenceDays: 400, servedDays: 390 }),
    listed(3, { sentenceDays: 400, servedDays: 100, release: cell.start + 33 }),
    listed(4, { sentenceDays: 400, servedDays: 500, release: cell.start - 5 }),
    listed(5, { sentenceDays: 30_000, servedDays: 500, release: Infinity }),
  ];
  const people = morningOf({ ...cell, inside: list });
  const release = (key: number) => {
    const row = [...people.stream.keys()].find((one) => people.stream[one] === 2 && people.index[one] === key)!;
    return people.releaseDay[row] - cell.start;
  };
  expect([1, 2, 3, 4].map(release)).toEqual([40, 10, 33, 1]);
  expect(release(5)).toBeGreaterThan(100 * 365);
});

test('people on remand, in detention and in place of a fine have a form of their own', () => {
  const list = [
    ...Array.from({ length: 20 }, (_, at) =>
      listed(100 + at, { status: status.remand, sentenceDays: 0, servedDays: 9 }),
    ),
    listed(1, { status: status.detained, sentenceDays: 4000, servedDays: 900 }),
    listed(2, { status: status.defaulting, sentenceDays: 20, servedDays: 4 }),
  ];
  const { world } = simulate({ ...cell, inside: list }, true);
  const { kind, stream } = world.journal.rows();
  const counted = (name: number) => kind.filter((one, at) => one === name && stream[at] === 2).length;
  expect(counted(event.remandEnded)).toBeGreaterThanOrEqual(19);
  expect(counted(event.verdict)).toBeGreaterThanOrEqual(15);
  expect(counted(event.fineServed)).toBeGreaterThanOrEqual(1);
});

test('an empty list changes nothing', () => {
  expect(digestOf(simulate({ ...cell, inside: [] }).summary)).toBe(digestOf(simulate(tinyCell()).summary));
});

test('who is listed in a unit waits for no unit, also in place of somebody whom no unit could take', () => {
  const { facility } = tinyCell().parameters[0].values;
  const full = withLevers(tinyCell(), {
    facility: { ...facility, places: facility.places.map((places) => Math.floor(places / 12)) },
  });
  const { levels, units, burnInStart: firstDay, end, start, seed, replicate } = full;
  const world = new World({ key: randomKey(seed, replicate), firstDay, lastDay: end - 1, levels, units });
  world.restore(liveUntil(full, start).world);
  const outside = () =>
    insidersOf(world).filter((row) => classOf(world.waiting.listOf(row)) === classesOfWaiting.outside);
  expect(outside().length).toBeGreaterThan(5);
  const inUnits = stockOf(full).map((one) => ({ ...one, unit: one.unit ?? 0 }));
  replaceInsiders(world, inUnits, full.parameters[0].values);
  expect(outside()).toEqual([]);
});

describe('a list where the burn-in has left nobody inside', () => {
  const empty = withLevers(cell, { arrivals: { ...tinyCell().parameters[0].values.arrivals, perYear: 0 } });
  const list = [
    ...fifty.map((one) => ({ ...one, sentenceDays: one.servedDays + 800 })),
    ...Array.from({ length: 9 }, (_, at) =>
      listed(10 + at, { status: status.remand, sentenceDays: 0, servedDays: 9, offence: at % 4 }),
    ),
    listed(1, { status: status.detained, sentenceDays: 4000, servedDays: 900 }),
    listed(2, { status: status.defaulting, sentenceDays: 20, servedDays: 4 }),
  ];
  const people = morningOf({ ...empty, inside: list });
  const rows = [...people.stream.keys()].filter(
    (row) => people.stream[row] === 2 && people.status[row] !== 255 && people.level[row] !== NONE,
  );

  test('is inside all the same, as listed', () => {
    expect(rows.length).toBeGreaterThanOrEqual(list.length - 3);
    for (const row of rows) {
      const one = list.find(({ key }) => key === people.index[row])!;
      expect(people.deathDay[row]).toBeGreaterThan(cell.start);
      expect([people.sex[row], people.episode[row]]).toEqual([one.sex, 1]);
      if (!isServing(people.status[row]) || !isServing(one.status)) continue;
      expect([people.sentenceDays[row], people.custodyDay[row]]).toEqual([
        one.sentenceDays,
        cell.start - one.servedDays,
      ]);
    }
  });

  test('goes on from there, in no order of rows, and counts nobody of it as admitted that day', () => {
    const { summary, world } = simulate({ ...empty, inside: list }, true);
    expect(digestOf(simulate({ ...empty, inside: [...list].reverse() }).summary)).toBe(digestOf(summary));
    const { kind } = world.journal.rows();
    const counted = (name: number) => kind.filter((one) => one === name).length;
    expect(counted(event.listed)).toBe(list.length);
    expect(counted(event.remandEnded)).toBeGreaterThanOrEqual(8);
    expect(counted(event.planned)).toBeGreaterThan(10);
    expect(counted(event.conditional) + counted(event.fullTime)).toBeGreaterThan(10);
  });
});
