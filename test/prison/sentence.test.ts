import { expect, test } from 'vitest';
import { executedLength, lawfulLength, lengthWithin } from '../../src/prison/sentence.ts';

test.each([
  [0.5, 30, 90, 60, 60, 'with the mean in the middle every length is alike'],
  [0.25, 30, 90, 60, 45, 'a quarter of the way'],
  [0.5, 30, 90, 50, 45, 'a mean at a third of the way: the square of u'],
  [0.25, 0, 100, 80, 70.71067811865476, 'a mean at four fifths: the fourth root of u'],
  [0.9, 30, 30, 30, 30, 'a class of one length'],
  [0.5, 10, 20, 10, 10, 'a mean at the lower end: nobody is above it'],
  [0.5, 10, 20, 20, 20, 'a mean at the upper end: nobody is below it'],
])('draw %f in a class from %i to %i with mean %i is %f: %s', (u, from, to, mean, length) => {
  expect(lengthWithin(u, from, to, mean)).toBeCloseTo(length, 10);
});

test.each([
  [0.2, 21, 1, 'never less than a day'],
  [0, 21, 1, 'never less than a day'],
  [-5, 21, 1, 'never less than a day'],
  [1.49, 21, 1, 'the nearest whole day'],
  [1.5, 21, 2, 'half a day counts up'],
  [7669.4, 21, 7669, 'just under 21 years'],
  [7670, 21, 7670, '21 years of 365.25 days are 7670.25, whole days 7670'],
  [7671, 21, 7670, 'the law caps'],
  [40_000, 21, 7670, 'the law caps'],
  [40_000, 30, 10957, 'another law caps later'],
])('a length of %f under a maximum of %i years is %i days: %s', (length, maximumYears, days) => {
  expect(lawfulLength(length, maximumYears)).toBe(days);
});

test.each([
  [60, 90, 0.8, 60, 'short: as imposed'],
  [89, 90, 0.8, 89, 'a day under the bound'],
  [90, 90, 0.8, 90, 'at the bound, never less than it, or a longer sentence would be the shorter'],
  [112, 90, 0.8, 90, '89.6 is less than the bound'],
  [200, 90, 0.8, 160, 'beyond it, the factor'],
  [90, 90, 1.2, 108, 'merged days lengthen'],
  [7670, 90, 1.2, 7670, 'the law caps'],
  [3652, 90, 1, 3652, 'a factor of 1 changes nothing'],
])('of %i days imposed, factor from %i of %f, %i are served: %s', (imposed, from, factor, days) => {
  expect(executedLength(imposed, from, factor, 21)).toBe(days);
});
