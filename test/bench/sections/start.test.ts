/** The times of a shell. */
import { expect, test } from 'vitest';
import { secondsOfChildren } from '../../../bench/sections/start.ts';

test('user and system time of what it ran, not its own', () => {
  expect(secondsOfChildren('0m0.010000s 0m0.020000s\n2m3.500000s 0m1.250000s\n')).toBe(124.75);
  expect(secondsOfChildren('0m0.000s 0m0.001s\n0m2.000s 1m0.500s\n')).toBe(62.5);
});

test('anything else is refused', () => {
  expect(() => secondsOfChildren('0m0.01s 0m0.02s\n')).toThrow(/not the times of a shell/);
});
