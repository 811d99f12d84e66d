import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowAllocator, RowSet } from '../../src/engine/store.ts';

const laws = { seed: 1, numRuns: 300 };

test('no two who hold a row at once hold the same one, and all are below the highest', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(), { freq: 3 }), { maxLength: 200 }), (acts) => {
      const rows = new RowAllocator();
      const held: number[] = [];
      let most = 0;
      for (const act of acts) {
        if (act === null && held.length > 0) rows.give(held.pop()!);
        else if (act !== null && act % 3 === 0 && held.length > 0) rows.give(held.splice(act % held.length, 1)[0]);
        else held.push(rows.take());
        most = Math.max(most, held.length);
        expect(new Set(held).size).toBe(rows.count);
        expect(rows.highest).toBe(most);
        expect(held.every((row) => row < rows.highest && rows.has(row))).toBe(true);
      }
    }),
    laws,
  );
});

test('a set of rows is a set', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(20)), { maxLength: 200 }), (acts) => {
      const set = new RowSet(21);
      const plain = new Set<number>();
      for (const [adding, row] of acts) {
        if (adding) set.add(row);
        else set.remove(row);
        if (adding) plain.add(row);
        else plain.delete(row);
        expect(new Set(set.rows.subarray(0, set.count))).toEqual(plain);
        expect([set.count, set.has(row)]).toEqual([plain.size, adding]);
      }
    }),
    laws,
  );
});
