/** Few events keep their word: an interval of counts, where replicates that are all 0 leave Student's without width. */
import { expect, test } from 'vitest';
import { exp } from '../../src/engine/mathematics.ts';
import { netCountInterval } from '../../src/statistics/net-count.ts';

test('nothing on either side still has a width: the square of the normal quantile each way', () => {
  const { low, high } = netCountInterval(0, 0);
  expect(high).toBeCloseTo(3.8415, 4);
  expect(low).toBe(-high);
});

test('with one side empty and many on the other, it is the score interval of a Poisson mean', () => {
  const { low, high } = netCountInterval(100, 0);
  // R: 100 + qnorm(.975)^2 / 2 - qnorm(.975) * sqrt(100 + qnorm(.975)^2 / 4), widened by what may have been lost
  expect(100 - low).toBeCloseTo(Math.hypot(17.7726, 3.8415), 3);
  expect(high - 100).toBeCloseTo(21.6141, 3);
});

test('sides that change places change the sign', () => {
  const [one, other] = [netCountInterval(7, 2), netCountInterval(2, 7)];
  expect(one.low).toBe(-other.high);
  expect(one.high).toBe(-other.low);
});

test.each([
  [0.3, 0],
  [1, 0.1],
  [1, 1],
  [3, 0.5],
  [10, 2],
  [40, 40],
])('means of %f and %f are held in at least 95 of 100 studies, summed over all outcomes', (gained, lost) => {
  let held = 0;
  const [ups, downs] = [poisson(gained), poisson(lost)];
  for (const [up, chance] of ups.entries()) {
    for (const [down, other] of downs.entries()) {
      const { low, high } = netCountInterval(up, down);
      if (low <= gained - lost && gained - lost <= high) held += chance * other;
    }
  }
  expect(held).toBeGreaterThan(0.95);
});

test('what is no count is refused', () => {
  expect(() => netCountInterval(-1, 0)).toThrow('-1 and 0 are not counts');
});

/** Probabilities of 0 to 120 events. */
function poisson(mean: number): readonly number[] {
  const chances = [exp(-mean)];
  for (let count = 1; count <= 120; count++) chances.push((chances[count - 1]! * mean) / count);
  return chances;
}
