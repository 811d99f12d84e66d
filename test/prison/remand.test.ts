import { expect, test } from 'vitest';
import { remandClass } from '../../src/prison/remand.ts';

test.each([
  [1, 0, 'the shortest'],
  [30, 0, 'a bound belongs to the class it ends'],
  [31, 1, 'a day longer begins the next'],
  [90, 1, 'the end of the second'],
  [91, 2, 'the beginning of the last'],
  [7670, 2, 'the end of the last'],
  [9999, 2, 'beyond the last bound is the last class'],
])('a sentence of %i days to be expected is in class %i: %s', (days, expected) => {
  expect(remandClass(days, Float64Array.of(30, 90, 7670))).toBe(expected);
});
