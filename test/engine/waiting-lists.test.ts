import { describe, expect, test } from 'vitest';
import { WaitingLists } from '../../src/engine/waiting-lists.ts';

const byRow = (a: number, b: number) => a < b;

/** Everybody in a list, in turn; afterwards the list is empty. */
function served(waiting: WaitingLists, list: number): number[] {
  const rows: number[] = [];
  for (let row = waiting.first(list); row >= 0; row = waiting.first(list)) {
    rows.push(row);
    waiting.leave(row);
  }
  return rows;
}

test('who came on an earlier day goes first; those of one day go in the order of their keys', () => {
  const waiting = new WaitingLists(2, 40);
  for (const row of [9, 7, 8]) waiting.join(1, row);
  waiting.settle(byRow);
  for (let row = 30; row > 10; row--) waiting.join(1, row);
  waiting.join(1, 3);
  waiting.settle(byRow);
  expect(waiting.length).toEqual(Int32Array.of(0, 24));
  expect(served(waiting, 1)).toEqual([7, 8, 9, 3, ...Array.from({ length: 20 }, (_, index) => 11 + index)]);
  expect(waiting.length).toEqual(Int32Array.of(0, 0));
});

test('newcomers count at once, and have their turn from the evening on', () => {
  const waiting = new WaitingLists(1, 4);
  waiting.join(0, 2);
  expect([waiting.listOf(2), waiting.length[0], waiting.first(0)]).toEqual([0, 1, -1]);
  waiting.settle(byRow);
  expect(waiting.first(0)).toBe(2);
});

test('the rows of a list are those in line and the newcomers of the day, whether or not another list has any', () => {
  const waiting = new WaitingLists(2, 8);
  for (const row of [5, 3]) waiting.join(0, row);
  waiting.settle(byRow);
  for (const row of [1, 2]) waiting.join(0, row);
  waiting.join(1, 4);
  waiting.leave(1);
  expect([waiting.rowsOf(0), waiting.rowsOf(1)]).toEqual([[3, 5, 2], [4]]);
});

test('who leaves on the day of coming was never there, and may come again the same day', () => {
  const waiting = new WaitingLists(2, 4);
  for (const row of [0, 1, 2]) waiting.join(0, row);
  waiting.leave(1);
  waiting.leave(1);
  waiting.leave(0);
  waiting.join(0, 0);
  waiting.settle(byRow);
  expect([waiting.listOf(1), served(waiting, 0)]).toEqual([-1, [0, 2]]);
});

describe('a snapshot', () => {
  test('taken in the middle of a day goes on as the lists themselves do, in smaller lists and in larger ones', () => {
    const waiting = new WaitingLists(2, 20);
    for (const row of [4, 2]) waiting.join(0, row);
    waiting.settle(byRow);
    for (const row of [12, 11, 10]) waiting.join(0, row);
    waiting.leave(11);
    const snapshot = structuredClone(waiting.snapshot());
    waiting.leave(12);
    for (const capacity of [1, 90]) {
      const other = new WaitingLists(2, capacity);
      other.join(1, 0);
      other.restore(snapshot);
      expect(other.listOf(0)).toBe(-1);
      other.leave(10);
      other.join(0, 1);
      other.settle(byRow);
      expect(served(other, 0)).toEqual([2, 4, 1, 12]);
    }
    waiting.settle(byRow);
    expect(served(waiting, 0)).toEqual([2, 4, 10]);
  });
});

test('more room keeps every place in line, and a hundred may come in a day', () => {
  const waiting = new WaitingLists(1, 2);
  waiting.join(0, 1);
  waiting.ensure(200);
  for (let row = 199; row >= 100; row--) waiting.join(0, row);
  waiting.settle(byRow);
  expect(served(waiting, 0)).toEqual([1, ...Array.from({ length: 100 }, (_, index) => 100 + index)]);
});
