/** Calibration: the loads go through all of the memory before they come back. */
import { expect, test } from 'vitest';
import { roundTrip } from '../../../bench/workloads/calibration.ts';

test.each([2, 3, 64, 4096])('a round trip through %d cells visits each once', (cells) => {
  const next = roundTrip(cells);
  const seen = new Set<number>();
  for (let at = 0; !seen.has(at); at = next[at]) seen.add(at);
  expect(seen.size).toBe(cells);
});

test('neighbours do not follow one another, which a processor would foresee', () => {
  const next = roundTrip(4096);
  const near = next.filter((cell, from) => Math.abs(cell - from) < 8).length;
  expect(near).toBeLessThan(4096 / 100);
});
