/** How many comparisons are shown, and how many would look clear by chance. */
import { expect, test } from 'vitest';
import { looksSentence } from '../../src/report/looks.ts';

const ends = { low: -1, high: 2 };
const many = (count: number) => Array.from({ length: count }, () => ends);

test.each([
  [2, '2 comparisons are shown: if none of these arms differed, about 0.1 of them'],
  [14, '14 comparisons are shown: if none of these arms differed, about 0.7 of them'],
  [84, '84 comparisons are shown: if none of these arms differed, about 4 of them'],
  [660, '660 comparisons are shown: if none of these arms differed, about 33 of them'],
])('of %i', (count, words) => {
  expect(looksSentence(many(count))).toContain(words);
});

test('one alone is no look among many, and what has no interval or no width cannot look clear', () => {
  const none = { low: null, high: null };
  expect(looksSentence([ends, none, { low: 0, high: 0 }])).toBeUndefined();
  expect(looksSentence([ends, ends, none, { low: Number.NaN, high: Number.NaN }])).toMatch(/^2 comparisons/);
});
