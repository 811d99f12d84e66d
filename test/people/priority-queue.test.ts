/** Turns and seats: who comes first does not depend on rows, and there are as many seats as were given. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { People } from '../../src/people/person.ts';
import { PriorityQueue } from '../../src/people/priority-queue.ts';
import { seatsOf } from '../../src/prison/seats.ts';

test('the lowest number comes first, equal numbers go by key, whoever holds which row', () => {
  const waiting = fc.uniqueArray(
    fc.record({ number: fc.integer({ min: 0, max: 3 }), stream: fc.integer({ min: 1, max: 2 }), index: fc.nat(9) }),
    { selector: ({ stream, index }) => `${stream}:${index}`, maxLength: 20 },
  );
  fc.assert(
    fc.property(
      waiting.chain((people) =>
        fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
      ),
      ([people, otherwise]) => {
        expect(order(otherwise)).toEqual(order(people));
        const sorted = [...people].sort((a, b) => a.number - b.number || a.stream - b.stream || a.index - b.index);
        expect(order(people)).toEqual(sorted);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test('a queue of more people than it had room for', () => {
  const turn = new PriorityQueue();
  const people = { stream: new Uint8Array(5000), index: Uint32Array.from({ length: 5000 }, (_, at) => at) };
  turn.begin(people as unknown as People, 5000);
  for (let row = 4999; row >= 0; row--) turn.note(row);
  for (let at = 0; at < turn.waiting; at++) turn.call(turn.noted[at], 0);
  turn.settle();
  expect([...turn.rows.subarray(0, turn.length)]).toEqual([...people.index]);
});

test('units have together as many seats of a kind as their level, each within one of its share', () => {
  const shares = fc
    .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 2 })
    .filter((rows) => rows.every((row) => row.some((weight) => weight > 0)));
  const places = fc.array(fc.array(fc.nat(400), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(shares, places, (weights, kinds) => {
      const unitShare = weights.map((row) => {
        const sum = row.reduce((total, weight) => total + weight, 0);
        return Float64Array.from(row, (weight) => weight / sum);
      });
      const { table, byLevel } = seatsOf(
        kinds.map((row) => Float64Array.from(row)),
        unitShare,
      );
      for (let level = 0; level < 2; level++) {
        let all = 0;
        for (let kind = 0; kind < 3; kind++) {
          const seats = [0, 1, 2, 3].map((unit) => table[(level * 4 + unit) * 3 + kind]);
          expect(seats.reduce((sum, seat) => sum + seat)).toBe(kinds[kind][level]);
          for (const [unit, seat] of seats.entries()) {
            expect(Math.abs(seat - kinds[kind][level] * unitShare[level][unit])).toBeLessThanOrEqual(1 + 1e-9);
          }
          all += kinds[kind][level];
        }
        expect(byLevel[level]).toBe(all);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

interface Waiting {
  readonly number: number;
  readonly stream: number;
  readonly index: number;
}

/** Those who wait in their turn, each in the row of their place in the list. */
function order(waiting: readonly Waiting[]): readonly Waiting[] {
  const turn = new PriorityQueue();
  const people = {
    stream: Uint8Array.from(waiting, ({ stream }) => stream),
    index: Uint32Array.from(waiting, ({ index }) => index),
  };
  turn.begin(people as unknown as People, waiting.length);
  for (const [row, { number }] of waiting.entries()) turn.call(row, number);
  turn.settle();
  return Array.from(turn.rows.subarray(0, turn.length), (row) => waiting[row]);
}
