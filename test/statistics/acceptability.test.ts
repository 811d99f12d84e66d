/** Acceptability: a closed-form curve, shares that add up, and the frontier that is not the most frequent winner. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCumulative, normalQuantile } from '../../src/engine/mathematics.ts';
import { acceptabilityOf } from '../../src/statistics/acceptability.ts';

test('of an effect that is normal and a cost that is known, the curve is the normal distribution of the price', () => {
  // effect 2 with spread 1, cost 3: the new option is the better one at price k with chance Phi((2 - 3 / k) / 1)
  const effects = Array.from({ length: 2000 }, (_, at) => 2 + normalQuantile((at + 0.5) / 2000));
  for (const price of [1, 1.4, 2, 5]) {
    const [, own] = acceptabilityOf([effects.map((effect) => price * effect - 3)]);
    expect(own!.share).toBeCloseTo(normalCumulative(2 - 3 / price), 3);
    expect(own!.low).toBeLessThan(own!.share);
    expect(own!.high).toBeGreaterThan(own!.share);
    expect(own!.isFrontier).toBe(2 * price > 3);
  }
});

test('at price 0 the cheaper option is the best where costs are known', () => {
  const [first, other] = acceptabilityOf([[-3, -3, -3]]);
  expect([first!.share, first!.isFrontier, other!.share, other!.isFrontier]).toEqual([1, true, 0, false]);
});

test('the frontier is the highest mean, even where another option is the best more often', () => {
  const [first, other] = acceptabilityOf([[-1, -1, 10]]);
  expect(first!.share).toBeCloseTo(2 / 3, 12);
  expect(other!.isFrontier).toBe(true);
});

test('options that tie share a draw', () => {
  const [first, other, third] = acceptabilityOf([
    [0, 1],
    [0, -1],
  ]);
  expect([first!.share, other!.share, third!.share]).toEqual(
    [1 / 3 / 2, (1 / 3 + 1) / 2, 1 / 3 / 2].map((x) => expect.closeTo(x, 12)),
  );
});

test('shares add up to 1 and lie in their intervals, whatever the net benefits', () => {
  const draws = fc.integer({ min: 1, max: 30 });
  const gains = draws.chain((count) =>
    fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: count, maxLength: count }), {
      minLength: 1,
      maxLength: 4,
    }),
  );
  fc.assert(
    fc.property(gains, (expected) => {
      const all = acceptabilityOf(expected);
      expect(all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(all.filter(({ isFrontier }) => isFrontier)).toHaveLength(1);
      for (const { share, low, high } of all) {
        expect(low).toBeLessThanOrEqual(share + 1e-12);
        expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      }
    }),
  );
});
