import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WaitingLists } from '../../src/engine/waiting-lists.ts';

const LISTS = 3;
const ROWS = 60;

/** One thing that happens in a day: [what, row, list], and with whom a row is exchanged. */
const act = fc.tuple(
  fc.constantFrom('join', 'join', 'join', 'leave', 'exchange'),
  fc.nat(ROWS - 1),
  fc.nat(LISTS - 1),
  fc.nat(ROWS - 1),
);

/** The plainest lists there are: who waits, since which day. */
class PlainLists {
  readonly waiting = new Map<number, { readonly list: number; readonly day: number }>();
  exchange(a: number, b: number) {
    const [first, second] = [this.waiting.get(a), this.waiting.get(b)];
    this.waiting.delete(a);
    this.waiting.delete(b);
    if (second) this.waiting.set(a, second);
    if (first) this.waiting.set(b, first);
  }
  inOrder(list: number, before: (a: number, b: number) => boolean): number[] {
    return [...this.waiting]
      .filter(([, each]) => each.list === list)
      .sort(([a, { day: one }], [b, { day: other }]) => one - other || (before(a, b) ? -1 : 1))
      .map(([row]) => row);
  }
}

test('lists hold who a search through everybody finds, in that order, every evening', () => {
  const days = fc.array(fc.array(act, { maxLength: 80 }), { minLength: 1, maxLength: 6 });
  /** Keys that are no order of rows; none comes twice. */
  const keys = fc.shuffledSubarray(
    Array.from({ length: ROWS }, (_, index) => index),
    { minLength: ROWS },
  );
  fc.assert(
    fc.property(days, keys, (acts, keysAtFirst) => {
      const key = [...keysAtFirst];
      const before = (a: number, b: number) => key[a] < key[b];
      let waiting = new WaitingLists(LISTS, ROWS);
      const plain = new PlainLists();
      acts.forEach((today, day) => {
        for (const [what, row, list, other] of today) {
          if (what === 'exchange') {
            waiting.exchange(row, other);
            plain.exchange(row, other);
            [key[row], key[other]] = [key[other], key[row]];
            continue;
          }
          if (what === 'join') waiting.join(list, row);
          else waiting.leave(row);
          plain.waiting.delete(row);
          if (what === 'join') plain.waiting.set(row, { list, day });
        }
        const branch = new WaitingLists(LISTS, 1);
        branch.restore(waiting.snapshot());
        waiting.settle(before);
        const asked = new WaitingLists(LISTS, ROWS);
        asked.restore(waiting.snapshot());
        for (let list = 0; list < LISTS; list++) {
          const expected = plain.inOrder(list, before);
          expect(waiting.length[list]).toBe(expected.length);
          for (const row of expected) {
            expect([asked.first(list), asked.listOf(row)]).toEqual([row, list]);
            asked.leave(row);
          }
          expect(asked.first(list)).toBe(-1);
        }
        branch.settle(before);
        waiting = branch;
      });
    }),
    { seed: 1, numRuns: 150 },
  );
});
