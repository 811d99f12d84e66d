/** Shapley value: known games, and the axioms over random ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedInOrders, coalitionsMet, shapleyValues } from '../../src/statistics/shapley.ts';

const close = (values: ArrayLike<number>) => Array.from(values, (value) => expect.closeTo(value, 10));

describe('known games', () => {
  test('gloves: one left and two right ones; a pair is worth 1, and the left one two thirds of it', () => {
    const pair = (coalition: number) => ((coalition & 1) !== 0 && (coalition & 6) !== 0 ? 1 : 0);
    expect([...shapleyValues(3, pair)]).toEqual(close([2 / 3, 1 / 6, 1 / 6]));
  });

  test('the runway of three airlines that need 1, 2 and 4 lengths: each length is shared by those who need it', () => {
    const need = [1, 2, 4];
    const cost = (coalition: number) => Math.max(0, ...need.filter((_, at) => (coalition & (1 << at)) !== 0));
    expect([...shapleyValues(3, cost)]).toEqual(close([1 / 3, 5 / 6, 17 / 6]));
  });

  test('a parliament of 4, 3, 2 and 1 seats that needs 6: power is 5, 3, 3 and 1 of 12', () => {
    const seats = [4, 3, 2, 1];
    const wins = (coalition: number) =>
      seats.reduce((sum, one, at) => sum + ((coalition >> at) & 1) * one, 0) >= 6 ? 1 : 0;
    expect([...shapleyValues(4, wins)]).toEqual(close([5 / 12, 3 / 12, 3 / 12, 1 / 12]));
  });
});

describe('in any game', () => {
  const game = fc.integer({ min: 1, max: 5 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      worth: fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2 ** count, maxLength: 2 ** count }),
    }),
  );
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

  test('the values add up to what all do together', () => {
    fc.assert(
      fc.property(game, ({ count, worth }) => {
        const values = shapleyValues(count, (coalition) => worth[coalition]);
        expect(total(values)).toBeCloseTo(worth.at(-1)! - worth[0], 8);
      }),
    );
  });

  test('who adds the same to every coalition has that value, and who adds nothing none', () => {
    fc.assert(
      fc.property(game, fc.double({ min: -5, max: 5, noNaN: true }), ({ count, worth }, own) => {
        const bit = 1 << count;
        const values = shapleyValues(
          count + 1,
          (coalition) => worth[coalition & (bit - 1)] + ((coalition & bit) !== 0 ? own : 0),
        );
        expect(values[count]).toBeCloseTo(own, 8);
      }),
    );
  });

  test('all orders together give the value itself, and any orders add up to the whole', () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    fc.assert(
      fc.property(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 8, maxLength: 8 }), (worth) => {
        const worthOf = (coalition: number) => worth[coalition];
        expect([...addedInOrders(orders, worthOf)]).toEqual(close(shapleyValues(3, worthOf)));
        expect(total(addedInOrders(orders.slice(2, 3), worthOf))).toBeCloseTo(worth[7] - worth[0], 8);
      }),
    );
  });
});

test('two opposite orders of three things meet six coalitions', () => {
  expect(
    coalitionsMet([
      [0, 1, 2],
      [2, 1, 0],
    ]),
  ).toEqual([0, 1, 3, 4, 6, 7]);
});
