/** Who comes first on a waiting list for a programme, and how one motivation ranks the wish for each of them. */
import { expect, test } from 'vitest';
import { priorityOf, wishRank } from '../../src/prison/programme-allocation.ts';

test.each([
  ['first-come', 3, 900, true, 3],
  ['first-come', 3, 900, false, 3],
  ['need-first', 3, 900, true, 3],
  ['need-first', 3, 900, false, 1_000_003],
  ['release-date-first', 3, 900, true, 900],
  ['release-date-first', 3, 900, false, 900],
] as const)('%s, since %i, release %i, needed %s: %i', (rule, since, release, isNeeded, expected) => {
  expect(priorityOf(rule, since, release, isNeeded)).toBe(expected);
});

test.each([
  [0.25, 0, 0.25],
  [0.25, 1, 0.868],
  [0.25, 2, 0.4861],
  [0.999, 5, 0.0892],
])('motivation %f for programme %i: rank %f', (motivation, programme, rank) => {
  expect(wishRank(motivation, programme)).toBeCloseTo(rank, 4);
});
