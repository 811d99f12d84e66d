import { expect, test } from 'vitest';
import { daysToMisconduct, entryClass, entryLevel, mayMoveOn } from '../../src/prison/placement.ts';

const shares = Float64Array.of(0.5, 0.3, 0.2);
test.each([
  [0, 2, 'the lowest risk begins at the most open level'],
  [0.19, 2, 'within its fifth'],
  [0.21, 1, 'the next three tenths one level up'],
  [0.49, 1, 'within them'],
  [0.51, 0, 'the higher half at the most closed'],
  [1, 0, 'the highest risk'],
])('with shares of 0.5, 0.3 and 0.2, rank %f begins at level %i: %s', (rank, level) => {
  expect(entryLevel(rank, shares)).toBe(level);
});

test('a class that begins at the most closed level begins there whatever the risk', () => {
  for (const rank of [0, 0.5, 1]) expect(entryLevel(rank, Float64Array.of(1, 0, 0))).toBe(0);
});

test.each([
  [90, 0, 'a bound belongs to the class it ends'],
  [91, 1, 'a day longer begins the next'],
  [730, 1, 'the end of the last'],
  [7670, 1, 'beyond the last bound is the last class'],
])('a sentence of %i days enters in class %i: %s', (days, expected) => {
  expect(entryClass(days, Float64Array.of(90, 730))).toBe(expected);
});

test.each([
  [50, 100, 0.4, 0.5, 30, 0.6, true, 'half is served, and the risk is low enough'],
  [49, 100, 0.4, 0.5, 30, 0.6, false, 'not yet half, and not yet near the end'],
  [50, 100, 0.61, 0.5, 30, 0.6, false, 'the risk is too high'],
  [50, 100, 0.6, 0.5, 30, 0.6, true, 'a rank at the ceiling is not above it'],
  [10, 40, 0.4, 0.5, 30, 0.6, true, 'near the end before half is served'],
  [9, 40, 0.4, 0.5, 30, 0.6, false, 'a day too early for either'],
  [95, 100, 0.9, 0.5, 30, 0.6, false, 'nearness does not help against risk'],
  [0, 365, 0.4, 0, 0, 1, true, 'nothing needs to be served'],
  [364, 365, 0.4, 1, 0, 1, false, 'all needs to be served'],
])('served %i of %i, rank %f, share %f, last %i, ceiling %f: %s, because %s', (...facts) => {
  const [served, total, rank, share, last, ceiling, may] = facts;
  expect(mayMoveOn(served, total, rank, share, last, ceiling)).toBe(may);
});

test.each([
  [0.5, 1, 254, 'half have had it by 0.693 of a year'],
  [0.5, 4, 64, 'four times as often, four times as soon'],
  [0.001, 1, 1, 'the day after at the earliest'],
  [1 - 1e-12, 1e-6, 1_000_001, 'hardly ever: later than any stay ends'],
])('a draw of %f at %f returns a year is misconduct after %i days: %s', (u, rate, days) => {
  expect(daysToMisconduct(u, rate)).toBe(days);
});
