import { expect, test } from 'vitest';
import { packOccasion } from '../../src/engine/random.ts';
import { decisionNames, decisions } from '../../src/people/decisions.ts';

test('a decision is its place in the list, and no two share one', () => {
  expect(decisionNames.map((name) => decisions[name])).toEqual([...decisionNames.keys()]);
  expect(new Set(decisionNames).size).toBe(decisionNames.length);
});

test('every decision fits into the counter of a draw, and no two draws share a counter', () => {
  const counters = decisionNames.flatMap((name) =>
    [0, 1, 500].map((occasion) => packOccasion(1, decisions[name], occasion)),
  );
  expect(new Set(counters).size).toBe(counters.length);
});
