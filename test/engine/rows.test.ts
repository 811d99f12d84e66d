import { describe, expect, test } from 'vitest';
import { RowAllocator, RowSet } from '../../src/engine/store.ts';

describe('rows are handed out', () => {
  test('from 0 up, and the one given back last first', () => {
    const rows = new RowAllocator();
    expect([rows.take(), rows.take(), rows.take()]).toEqual([0, 1, 2]);
    rows.give(0);
    rows.give(1);
    expect([rows.count, rows.highest, rows.has(1), rows.has(2)]).toEqual([1, 3, false, true]);
    expect([rows.take(), rows.take(), rows.take()]).toEqual([1, 0, 3]);
    expect([rows.count, rows.highest]).toEqual([4, 4]);
  });

  test('and never given back twice', () => {
    const rows = new RowAllocator();
    rows.take();
    rows.give(0);
    expect(() => rows.give(0)).toThrow('row 0');
    expect(() => rows.give(7)).toThrow('row 7');
  });

  test('and exchanged: the other is then in use', () => {
    const rows = new RowAllocator();
    for (let count = 0; count < 4; count++) rows.take();
    rows.give(1);
    rows.give(2);
    rows.exchange(1, 3);
    rows.exchange(0, 1);
    rows.exchange(2, 3);
    expect([0, 1, 2, 3].map((row) => rows.has(row))).toEqual([true, true, false, false]);
    expect([rows.count, rows.highest, rows.take(), rows.take(), rows.take()]).toEqual([2, 4, 2, 3, 4]);
  });

  test('in the same order after a snapshot, by thousands', () => {
    const rows = new RowAllocator();
    for (let i = 0; i < 3000; i++) rows.take();
    for (let i = 0; i < 3000; i += 3) rows.give(i);
    const branch = new RowAllocator();
    branch.restore(structuredClone(rows.snapshot()));
    const takeMany = (from: RowAllocator) => Array.from({ length: 1500 }, () => from.take());
    expect(takeMany(branch)).toEqual(takeMany(rows));
    expect([branch.count, branch.highest]).toEqual([rows.count, rows.highest]);
  });
});

describe('a set of rows', () => {
  const members = (set: RowSet) => [...set.rows.subarray(0, set.count)].sort((a, b) => a - b);

  test('holds each row once, and lets go of any', () => {
    const set = new RowSet(5);
    for (const row of [3, 0, 4, 3]) set.add(row);
    set.remove(0);
    set.remove(1);
    expect(members(set)).toEqual([3, 4]);
    expect([set.has(3), set.has(0)]).toEqual([true, false]);
    set.clear();
    expect([set.count, set.has(3)]).toEqual([0, false]);
  });

  test('grows, is copied, and refuses a row without room', () => {
    const set = new RowSet(2);
    set.add(1);
    expect(() => set.add(2)).toThrow('row 2 is outside a set of 2 rows');
    set.ensure(3);
    set.add(2);
    const copy = new RowSet(1);
    copy.restore(structuredClone(set.snapshot()));
    set.remove(1);
    expect([members(copy), members(set)]).toEqual([[1, 2], [2]]);
    copy.add(3);
    expect(members(copy)).toEqual([1, 2, 3]);
  });
});
