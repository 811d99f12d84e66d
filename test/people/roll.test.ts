/** The roll lists who slept inside, and they stand in the first rows. */
import { expect, test } from 'vitest';
import { NONE, status } from '../../src/people/person.ts';
import * as roll from '../../src/people/roll.ts';
import { tally } from '../../src/people/tallies.ts';
import { World } from '../../src/people/world.ts';

const settings = { key: { low: 1, high: 2 }, firstDay: 100, lastDay: 200, levels: 3, units: 2 };

/** A world of so many people, numbered from 0, those named held at level 1 since yesterday. */
function worldOf(people: number, held: readonly number[]): World {
  const world = new World(settings);
  for (let index = 0; index < people; index++) world.enter(1, index);
  for (const row of held) {
    world.moveTo(row, status.serving, 1, 0);
    world.people.custodyDay[row] = 99;
  }
  return world;
}

function called({ people, roll, called }: World): readonly number[] {
  return [...roll.subarray(0, called)].map((row) => people.index[row]);
}

test('everybody held at a level is listed once, in the first rows, wherever they stood', () => {
  const held = [1, 2, 7, 30, 31, 32, 33, 50, 51];
  const world = worldOf(52, held);
  roll.step(world);
  expect([...called(world)].sort((a, b) => a - b)).toEqual(held);
  expect([...world.roll.subarray(0, world.called)]).toEqual(held.map((_, place) => place));
  expect([...world.people.weeksInside.subarray(0, 10)]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  expect(world.tallies[tally['inmate-weeks'] * 4 + 1]).toBe(9);
});

test('who came this morning is listed next week; who left or died inside no more', () => {
  const world = worldOf(20, [5, 9, 12, 19]);
  world.people.custodyDay[9] = 100;
  world.moveTo(5, status.liberty, NONE);
  world.leave(12);
  roll.step(world);
  expect(called(world)).toEqual([19]);
  world.today = 107;
  roll.step(world);
  expect([...called(world)].sort((a, b) => a - b)).toEqual([9, 19]);
  expect(world.enter(1, 99)).toBeLessThan(20);
});

test('nobody inside, nobody on the roll', () => {
  const world = worldOf(3, []);
  roll.step(world);
  expect(world.called).toBe(0);
});
