/** Places are ordered when they run short, open when they are built, and stay. */
import { beforeEach, expect, test } from 'vitest';
import { NONE, status } from '../../../src/people/person.ts';
import { classesOfWaiting, World } from '../../../src/people/world.ts';
import {
  DAYS_PER_QUARTER,
  LONGEST_BUILDING,
  onOrder,
  open,
  order,
  placesToOrder,
} from '../../../src/prison/capacity/building.ts';
import { tinyCell } from '../../tiny.ts';

test.each([
  [89, 50, 100, 0, 0.9, 1, 0, 'below the share nothing is ordered, whoever waits'],
  [90, 0, 100, 0, 0.9, 1, 0, 'at the share there is enough'],
  [95, 0, 100, 0, 0.9, 1, 6, 'above it, what brings occupancy back'],
  [90, 36, 100, 0, 0.9, 1, 40, 'those who wait count'],
  [90, 36, 100, 0, 0.9, 0.1, 10, 'no more at once than a tenth of what stands'],
  [90, 36, 100, 7, 0.9, 0.1, 3, 'what is on order is part of that tenth'],
  [95, 0, 100, 4, 0.9, 1, 2, 'less what is on order'],
  [95, 0, 100, 50, 0.9, 1, 0, 'never fewer than nothing'],
  [110, 0, 100, 0, 1, 1, 10, 'beyond all places'],
])('%i inside and %i waiting on %i places and %i on order, at %d, at most %d: %i more; %s', (...facts) => {
  const [inside, waiting, standing, ordered, orderAt, orderMost, more] = facts;
  expect(placesToOrder(inside, waiting, standing, ordered, { orderAt, orderMost })).toBe(more);
});

const facility = {
  ...tinyCell().parameters[0].values.facility,
  places: Float64Array.of(10, 0, 10),
  crowding: Float64Array.of(1, 1, 1),
};
const terms = { orderAt: 1, orderMost: 0.5, buildDays: DAYS_PER_QUARTER + 1 };
let world: World;
beforeEach(() => {
  const settings = { firstDay: 0, lastDay: 8000, levels: 3, units: 7 };
  world = new World({ key: { low: 1, high: 2 }, ...settings });
  for (let index = 0; index < 30; index++) {
    const row = world.enter(1, index);
    if (index < 12) world.moveTo(row, status.serving, 0, 0);
    else if (index < 24) world.moveTo(row, status.serving, 1, 0);
    else world.moveTo(row, status.waiting, NONE);
    if (index >= 27) world.wait(row, 0, classesOfWaiting.atLiberty);
  }
});

function pass(days: number, before = terms): void {
  for (let day = 0; day < days; day++) {
    world.today++;
    open(world);
    order(world, facility, before);
  }
}

test('orders wait for the quarter, open with the quarter after the time of building, and are not repeated', () => {
  pass(DAYS_PER_QUARTER - 1);
  expect(onOrder(world, 0)).toBe(0);
  pass(1);
  expect([0, 1, 2].map((level) => onOrder(world, level))).toEqual([5, 0, 0]);
  pass(DAYS_PER_QUARTER);
  expect([...world.places.built, onOrder(world, 0)]).toEqual([0, 0, 0, 5]);
  pass(DAYS_PER_QUARTER);
  expect([...world.places.built, onOrder(world, 0)]).toEqual([5, 0, 0, 0]);
  pass(20 * DAYS_PER_QUARTER);
  expect([...world.places.built, onOrder(world, 0)]).toEqual([5, 0, 0, 0]);
});

test.each([0, 1, LONGEST_BUILDING])('a building time of %i days is kept to the quarter', (buildDays) => {
  const after = Math.max(1, Math.ceil(buildDays / DAYS_PER_QUARTER)) * DAYS_PER_QUARTER;
  pass(DAYS_PER_QUARTER, { ...terms, buildDays });
  pass(after - 1, { ...terms, buildDays });
  expect(world.places.built[0]).toBe(0);
  pass(1, { ...terms, buildDays });
  expect(world.places.built[0]).toBe(5);
});

test('orders stand when nothing more is ordered', () => {
  pass(DAYS_PER_QUARTER);
  const half = world.snapshot();
  for (let day = 0; day < 2 * DAYS_PER_QUARTER; day++, open(world)) world.today++;
  expect([...world.places.built]).toEqual([5, 0, 0]);
  world.restore(half);
  expect([...world.places.built, onOrder(world, 0)]).toEqual([0, 0, 0, 5]);
});
