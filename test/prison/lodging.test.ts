import { beforeEach, expect, test } from 'vitest';
import { lifeEventNames } from '../../src/people/life-events.ts';
import { NONE, type Row, status } from '../../src/people/person.ts';
import { classesOfWaiting, World } from '../../src/people/world.ts';
import type { FacilityParameters } from '../../src/prison/facility.ts';
import { bringIn, lodge, step, transfer, unitFor } from '../../src/prison/lodging.ts';
import { tinyCell } from '../tiny.ts';
import { noneByDate } from './none-by-date.ts';

/** Units 0 and 1 in region 0, the second for remand; 2 in region 1, larger; 3 for women, in region 1. */
const given: FacilityParameters = {
  places: Float64Array.of(16, 16),
  crowding: Float64Array.of(1, 1),
  unitShare: [Float64Array.of(0.25, 0.25, 0.375, 0.125), Float64Array.of(0.25, 0.25, 0.375, 0.125)],
  womenShare: Float64Array.of(0, 0, 0, 1),
  remandReserve: [Float64Array.of(0, 0), Float64Array.of(0, 0)],
  remandFirst: Float64Array.of(0, 1, 0, 0),
  unitRegion: Float64Array.of(1, 1, 2, 2),
  ...noneByDate(2, 4),
};

const { capacity } = tinyCell().parameters[0].values;

let world: World;
let people = 0;
beforeEach(() => {
  people = 0;
  const settings = { firstDay: 100, lastDay: 200, levels: 2, units: 4, keepLives: true };
  world = new World({ key: { low: 1, high: 2 }, ...settings });
});

function person(home: number, sex = 0): Row {
  const row = world.enter(1, people++);
  world.people.home[row] = home;
  world.people.sex[row] = sex;
  return row;
}

function fill(level: number, unit: number, count: number, sex = 0): void {
  for (let n = 0; n < count; n++) world.moveTo(person(unit < 2 ? 0 : 1, sex), status.serving, level, unit);
}

const { serving, remand } = status;
test.each([
  [0, 0, 0, serving, [0, 0, 0, 0], 0, 'the sentenced go to the unit of their home region that is not for remand'],
  [0, 0, 0, remand, [0, 0, 0, 0], 1, 'remand goes to the unit for it'],
  [0, 0, 0, serving, [4, 0, 0, 0], 1, 'the unit for remand at home comes before any elsewhere'],
  [0, 0, 0, remand, [0, 4, 0, 0], 0, 'remand stays near home as well'],
  [0, 0, 0, serving, [4, 4, 0, 0], 2, 'then elsewhere'],
  [0, 0, 0, serving, [4, 4, 6, 0], NONE, 'full: women have places, men have none'],
  [0, 1, 0, remand, [0, 0, 6, 0], 1, 'remand from elsewhere goes to a unit for it'],
  [0, 1, 0, serving, [0, 0, 6, 0], 0, 'the sentenced from elsewhere do not, while there is another'],
  [
    1,
    0,
    0,
    serving,
    [0, 0, 0, 0],
    0,
    'at another level all units of the home region are alike: the first of the largest',
  ],
  [1, 0, 0, serving, [2, 1, 0, 0], 1, 'most room at home'],
  [1, 1, 0, serving, [0, 0, 6, 0], 0, 'elsewhere the first of those with most room'],
  [1, 1, 0, serving, [1, 0, 6, 0], 1, 'elsewhere the one with most room'],
  [1, 7, 0, serving, [0, 0, 0, 0], 2, 'who is at home nowhere goes to the unit with most room'],
  [0, 0, 1, serving, [0, 0, 0, 0], 3, 'women are held where there are places for women'],
  [0, 0, 1, serving, [0, 0, 0, 2], NONE, 'men have places, women have none'],
])('at level %i, home %i, sex %i, standing %i, with %j held: unit %i, %s', (...facts) => {
  const [level, home, sex, standing, held, unit] = facts;
  for (const [at, count] of held.entries()) fill(level, at, count, at === 3 ? 1 : 0);
  const row = person(home, sex);
  world.moveTo(row, standing, level);
  expect(unitFor(world, row, level, given, capacity)).toBe(unit);
});

test('a unit that holds more than it may takes nobody', () => {
  fill(0, 0, 6);
  expect(unitFor(world, person(0), 0, given, capacity)).toBe(1);
});

test('who must be held at once is held outside the units by day and has a unit in the evening, if there is room', () => {
  fill(0, 0, 4);
  fill(0, 1, 3);
  fill(0, 2, 6);
  const [first, second] = [person(1), person(0)];
  for (const row of [second, first]) {
    world.moveTo(row, remand, 0);
    lodge(world, row, 0);
  }
  expect([world.people.unit[first], world.people.unit[second], world.people.levelDay[first]]).toEqual([
    NONE,
    NONE,
    100,
  ]);
  step(world, given, capacity);
  // both came today: the key decides, not the order of the day
  expect([world.people.unit[first], world.people.unit[second]]).toEqual([1, NONE]);
  expect([world.people.level[second], world.people.status[second]]).toEqual([0, remand]);
  expect(world.inside[0]).toBe(15);
});

test('who is held outside the units comes in first come, first served, and men do not wait behind women', () => {
  fill(0, 0, 4);
  fill(0, 1, 4);
  fill(0, 2, 6);
  fill(0, 3, 2, 1);
  const [man, woman, later] = [person(0), person(0, 1), person(0)];
  world.moveTo(woman, remand, 0);
  world.moveTo(later, remand, 0);
  step(world, given, capacity);
  world.moveTo(man, remand, 0);
  step(world, given, capacity);
  world.moveTo(0, status.liberty, NONE);
  step(world, given, capacity);
  expect([man, woman, later].map((row) => world.people.unit[row])).toEqual([NONE, NONE, 0]);
});

test('who leaves, or passes from remand into serving, while held outside the units', () => {
  const [leaves, stays] = [person(0), person(0)];
  world.moveTo(leaves, remand, 0);
  world.moveTo(stays, remand, 0);
  world.moveTo(leaves, status.liberty, NONE);
  world.moveTo(stays, serving, 0);
  const list = world.listOf(0, classesOfWaiting.outside, 0);
  expect([world.waiting.listOf(leaves), world.waiting.listOf(stays), world.waiting.length[list]]).toEqual([
    -1,
    list,
    1,
  ]);
  world.settleWaiting();
  bringIn(world, 0, given, capacity);
  expect([world.people.unit[stays], world.people.status[stays], world.waiting.listOf(stays)]).toEqual([0, serving, -1]);
});

test.each([
  [[4, 3, 0, 0], 1, 'room at home'],
  [[4, 4, 0, 0], 2, 'no room at home: all stays as it was, although there is room elsewhere'],
])('a transfer where %j are held ends in unit %i: %s', (held, unit) => {
  for (const [at, count] of held.entries()) fill(1, at, count);
  const row = person(0);
  world.moveTo(row, serving, 1, 2);
  world.wait(row, 1, classesOfWaiting.transfer);
  world.settleWaiting();
  transfer(world, 1, given, capacity);
  expect([world.people.unit[row], world.people.level[row], world.waiting.listOf(row)]).toEqual([unit, 1, -1]);
  const { kind, detail } = world.journal.rows();
  const told = [...kind].map((one, at) => `${lifeEventNames[one]} ${detail[at]}`);
  expect(told).toEqual(unit === 2 ? [] : [`transferred ${unit}`]);
});
