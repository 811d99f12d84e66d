import { beforeEach, expect, test } from 'vitest';
import { NONE, type Row, status } from '../../src/people/person.ts';
import { World } from '../../src/people/world.ts';
import {
  type FacilityParameters,
  overflow,
  placesOfUnits,
  room,
  roomToHandOut,
  spread,
  usablePlaces,
} from '../../src/prison/facility.ts';
import { noneByDate } from './none-by-date.ts';

test.each([
  [100, 1, 100, 'all of them'],
  [100, 0.95, 95, 'below the limit'],
  [105, 0.95, 99, '99.75: a part of a place holds nobody'],
  [100, 0.29, 29, 'a share that is a hair below what it says'],
  [100, 1.5, 150, 'two to every second cell'],
  [0, 1, 0, 'nothing is built'],
  [100, 0, 0, 'nothing may be filled'],
])('of %i places, filled up to %f, %i can be used: %s', (places, crowding, usable) => {
  expect(usablePlaces(places, crowding)).toBe(usable);
});

test.each([
  [100, [1], [0], [[100, 0]], 'one unit for men'],
  [100, [1], [1], [[0, 100]], 'one unit for women'],
  [100, [1], [0.05], [[95, 5]], 'a mixed one'],
  [
    100,
    [0.5, 0.5],
    [0, 0.1],
    [
      [50, 0],
      [45, 5],
    ],
    'women in one of two',
  ],
  [
    3,
    [0.5, 0.5],
    [0, 0],
    [
      [2, 0],
      [1, 0],
    ],
    'an odd place goes to the first',
  ],
  [
    23,
    [0.95, 0.05],
    [0, 1],
    [
      [22, 0],
      [0, 1],
    ],
    'a small unit has what is left',
  ],
  [
    1,
    [0.6, 0.4],
    [0.1, 0.1],
    [
      [1, 0],
      [0, 0],
    ],
    'one place, and it is for men',
  ],
  [
    0,
    [0.5, 0.5],
    [0.5, 0.5],
    [
      [0, 0],
      [0, 0],
    ],
    'nothing to spread',
  ],
])('%i places in units of %j with %j for women are %j: %s', (usable, shares, women, expected) => {
  const places = new Int32Array(2 + 2 * shares.length).fill(-1);
  spread(usable, Float64Array.from(shares), Float64Array.from(women), places, 2);
  expect([...places]).toEqual([-1, -1, ...expected.flat()]);
});

/** Two levels, three units: men, women, mixed. The last is at the most closed level only. */
const given: FacilityParameters = {
  places: Float64Array.of(20, 10),
  crowding: Float64Array.of(1, 0.8),
  unitShare: [Float64Array.of(0.5, 0.2, 0.3), Float64Array.of(0.75, 0.25, 0)],
  womenShare: Float64Array.of(0, 1, 0.5),
  remandReserve: [Float64Array.of(0, 0), Float64Array.of(0, 0)],
  remandFirst: Float64Array.of(0, 0, 1),
  unitRegion: Float64Array.of(1, 1, 2),
  ...noneByDate(2, 3),
};

let world: World;
beforeEach(() => {
  world = new World({ key: { low: 1, high: 2 }, firstDay: 100, lastDay: 200, levels: 2, units: 3 });
});

function hold(level: number, unit: number, sex: number, people: number): readonly Row[] {
  return Array.from({ length: people }, (_, index) => {
    const row = world.enter(1, 100 * level + 20 * unit + 10 * sex + index);
    world.people.sex[row] = sex;
    world.moveTo(row, status.serving, level, unit);
    return row;
  });
}

test('every level has its places in every unit, for men and for women', () => {
  const cells = [0, 1].map((level) => [0, 1, 2].map((unit) => [0, 1].map((sex) => world.heldAt(level, unit, sex))));
  const places = placesOfUnits(given);
  expect(cells.map((units) => units.map((sexes) => sexes.map((cell) => places[cell])))).toEqual([
    [
      [10, 0],
      [0, 4],
      [3, 3],
    ],
    [
      [6, 0],
      [0, 2],
      [0, 0],
    ],
  ]);
  expect(placesOfUnits(given)).toBe(places);
});

test('room is counted by level and by sex, and a unit that holds too many takes none from the others', () => {
  expect([room(world, given, 0, 0), room(world, given, 0, 1), room(world, given, 1, 0)]).toEqual([13, 7, 6]);
  hold(0, 0, 0, 12);
  hold(0, 2, 1, 1);
  expect([room(world, given, 0, 0), room(world, given, 0, 1), room(world, given, 1, 0)]).toEqual([3, 6, 6]);
});

test.each([
  [0, 0, 0, 0, 13, 'without a reserve all that is free'],
  [0, 0, 0.1, 0, 12, 'a tenth of 13 places for men, the nearest whole'],
  [0, 1, 0.1, 0, 6, 'a tenth of 7 places for women'],
  [0, 1, 0.05, 0, 7, 'less than half a place is none'],
  [0, 0, 0.1, 11, 1, 'two are free, one of them is kept'],
  [0, 0, 0.1, 12, 0, 'the last one is kept'],
  [0, 0, 0.1, 13, 0, 'where nothing is free nothing is handed out'],
  [0, 0, 1, 0, 0, 'all of it is for remand'],
  [1, 0, 1, 0, 6, 'the reserve of another level'],
])('level %i, sex %i, reserve %f, %i held: %i places to hand out: %s', (level, sex, reserve, held, left) => {
  hold(0, 0, sex, Math.min(held, 10));
  hold(0, 2, sex, Math.max(0, held - 10));
  const remandReserve = [Float64Array.of(reserve, reserve), Float64Array.of(0, 0)];
  expect(roomToHandOut(world, { ...given, remandReserve }, level, sex)).toBe(left);
});

test('overflow is who is held outside the units, and who is in one that was cut; it is counted where they are', () => {
  hold(0, 0, 0, 12);
  expect([overflow(world, given, 0), overflow(world, given, 1)]).toEqual([2, 0]);
  hold(0, NONE, 0, 3);
  hold(1, NONE, 1, 1);
  expect([overflow(world, given, 0), overflow(world, given, 1)]).toEqual([5, 1]);
});
