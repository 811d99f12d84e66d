/** Exponents of growth. */
import { expect, test } from 'vitest';
import { exponentOf } from '../../../bench/sections/growth.ts';

test.each([0.5, 1, 1.2])('time that grows as size to the power of %d', (power) => {
  const steps = [0.1, 1, 5, 20].map((size) => ({ size, milliseconds: 7 * size ** power }));
  expect(exponentOf(steps)).toBeCloseTo(power, 12);
});

test('a start-up that does not grow lowers it', () => {
  const steps = [1, 2, 4].map((size) => ({ size, milliseconds: 10 + size }));
  expect(exponentOf(steps)).toBeLessThan(0.3);
});
