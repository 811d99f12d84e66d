import { beforeEach, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { decisions } from '../../src/people/decisions.ts';
import { event } from '../../src/people/life-events.ts';
import { NONE, status } from '../../src/people/person.ts';
import { classesOfWaiting, classOf, World } from '../../src/people/world.ts';

const settings = { key: { low: 1, high: 2 }, firstDay: 100, lastDay: 200, levels: 3, units: 2 };
let world: World;
beforeEach(() => {
  world = new World(settings);
});

test('who enters is at liberty and counted; who stands elsewhere is counted there; who leaves is counted nowhere', () => {
  const row = world.enter(1, 7);
  expect(world.stock[status.liberty * 4 + 3]).toBe(1);
  world.moveTo(row, status.serving, 1);
  expect([world.stock[status.liberty * 4 + 3], world.stock[status.serving * 4 + 1], world.inside[1]]).toEqual([
    0, 1, 1,
  ]);
  world.moveTo(row, status.monitored, NONE);
  expect([world.inside[1], world.inside[world.monitoring]]).toEqual([0, 1]);
  world.leave(row);
  expect([...world.stock, ...world.inside].every((count) => count === 0)).toBe(true);
  expect(world.isPresent(row)).toBe(false);
});

test('who leaves, leaves the waiting list and the diary as well, and the row is used again', () => {
  const row = world.enter(1, 7);
  world.waiting.join(world.listOf(2, classesOfWaiting.atLiberty, 0), row);
  world.diary.set(row, event.charged, 150);
  world.leave(row);
  expect(world.waiting.listOf(row)).toBe(-1);
  expect(world.diary.due(row, event.charged)).toBe(NEVER);
  expect(world.enter(1, 8)).toBe(row);
  expect(world.diary.due(row, event.charged)).toBe(NEVER);
});

test('luck belongs to the key of a person, not to the row', () => {
  const [first, second] = [world.enter(1, 7), world.enter(1, 8)];
  const luck = world.draw(decisions.verdict, second, 3);
  expect(world.draw(decisions.verdict, first, 3)).not.toBe(luck);
  world.leave(first);
  world.leave(second);
  const again = world.enter(1, 8);
  expect(world.draw(decisions.verdict, again, 3)).toBe(luck);
  expect(world.draw(decisions.verdict, again, 4)).not.toBe(luck);
  expect(world.draw(decisions.acquittal, again, 3)).not.toBe(luck);
});

test('every level has a list of its own for every class of waiting and either sex; for monitoring both wait alike', () => {
  const lists = [0, 1, 2, world.monitoring].map((to) =>
    Object.values(classesOfWaiting).flatMap((kind) => [0, 1].map((sex) => world.listOf(to, kind, sex))),
  );
  expect(lists.map((list) => new Set(list).size)).toEqual([12, 12, 12, 6]);
  expect(new Set(lists.flat()).size).toBe(42);
  expect(Math.max(...lists.flat())).toBeLessThan(world.waiting.length.length);
  for (const kind of Object.values(classesOfWaiting)) {
    for (const to of [0, 2, world.monitoring]) expect(classOf(world.listOf(to, kind, 1))).toBe(kind);
  }
});

test('who is given a unit is counted there by sex; who stays at the level stays in it, who leaves the level leaves it', () => {
  const row = world.enter(1, 7);
  world.people.sex[row] = 1;
  const counts = () => [1, 2].flatMap((level) => [0, 1].map((unit) => world.held[world.heldAt(level, unit, 1)]));
  world.moveTo(row, status.remand, 1, 1);
  expect([world.people.unit[row], ...counts()]).toEqual([1, 0, 1, 0, 0]);
  world.moveTo(row, status.serving, 1);
  expect([world.people.unit[row], ...counts()]).toEqual([1, 0, 1, 0, 0]);
  world.moveTo(row, status.serving, 2);
  expect([world.people.unit[row], ...counts()]).toEqual([NONE, 0, 0, 0, 0]);
  world.moveTo(row, status.serving, 2, 0);
  expect([world.people.unit[row], ...counts()]).toEqual([0, 0, 0, 1, 0]);
  world.leave(row);
  expect([...world.held].every((count) => count === 0)).toBe(true);
});

test('who is at a level and in no unit waits to come in, until there is a unit or the level is left', () => {
  const row = world.enter(1, 7);
  const { outside, inside } = classesOfWaiting;
  world.moveTo(row, status.serving, 1);
  expect(world.waiting.listOf(row)).toBe(world.listOf(1, outside, 0));
  world.moveTo(row, status.serving, 1, 0);
  expect(world.waiting.listOf(row)).toBe(-1);
  world.wait(row, 2, inside);
  world.moveTo(row, status.serving, 0);
  expect(world.waiting.listOf(row)).toBe(world.listOf(0, outside, 0));
  world.moveTo(row, status.absent, NONE);
  expect(world.waiting.listOf(row)).toBe(-1);
});

test('those who join a list on one day stand in order of their keys, behind those of earlier days', () => {
  const list = world.listOf(0, classesOfWaiting.atLiberty, 0);
  const [late, early, yesterday] = [world.enter(1, 30), world.enter(1, 20), world.enter(1, 99)];
  world.waiting.join(list, yesterday);
  world.settleWaiting();
  world.waiting.join(list, late);
  world.waiting.join(list, early);
  world.settleWaiting();
  const order: number[] = [];
  for (let row = world.waiting.first(list); row >= 0; row = world.waiting.first(list)) {
    order.push(row);
    world.waiting.leave(row);
  }
  expect(order).toEqual([yesterday, early, late]);
});

test('two people exchange rows, with their diaries, places in line and luck', () => {
  const [first, second] = [world.enter(1, 7), world.enter(1, 8)];
  const luck = world.draw(decisions.verdict, second, 3);
  world.moveTo(second, status.serving, 1);
  world.diary.set(second, event.released, 150);
  const counts = [...world.stock];
  world.exchange(first, second);
  expect([world.people.index[first], world.people.index[second]]).toEqual([8, 7]);
  expect(world.draw(decisions.verdict, first, 3)).toBe(luck);
  expect([world.diary.due(first, event.released), world.diary.due(second, event.released)]).toEqual([150, NEVER]);
  world.settleWaiting();
  expect(world.waiting.first(world.listOf(1, classesOfWaiting.outside, 0))).toBe(first);
  expect([...world.stock]).toEqual(counts);
});

test('a person and nobody exchange rows', () => {
  const [first, second] = [world.enter(1, 7), world.enter(1, 8)];
  world.leave(first);
  world.exchange(first, second);
  expect([world.isPresent(first), world.isPresent(second)]).toEqual([true, false]);
  expect(world.enter(1, 9)).toBe(second);
});

test('a snapshot is the whole world, and what happens afterwards does not touch it', () => {
  const row = world.enter(1, 7);
  world.moveTo(row, status.serving, 1, 1);
  world.diary.set(row, event.released, 150);
  world.record(event.admitted, row, 1);
  const snapshot = world.snapshot();
  world.leave(row);
  const restored = new World(settings);
  restored.restore(snapshot);
  expect(restored.isPresent(row)).toBe(true);
  expect(restored.inside[1]).toBe(1);
  expect(restored.held[restored.heldAt(1, 1, 0)]).toBe(1);
  expect(restored.diary.due(row, event.released)).toBe(150);
  expect(restored.journal.count).toBe(1);
  expect(restored.snapshot()).toEqual(snapshot);
});
