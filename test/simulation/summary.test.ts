import { expect, test } from 'vitest';
import { copyOf, digestOf, emptySummary, type Summary } from '../../src/simulation/summary.ts';

const shape = { weeks: 2, years: 1, levels: 3, offences: 2, units: 2 };
const tables = Object.keys(emptySummary(shape)).filter((name) => name !== 'shape') as Exclude<keyof Summary, 'shape'>[];

test.each(tables)('one more in %s is another digest', (name) => {
  const summary = emptySummary(shape);
  const before = digestOf(summary);
  summary[name][summary[name].length - 1]++;
  expect(digestOf(summary)).not.toBe(before);
});

test('a copy has the same digest and shares nothing', () => {
  const summary = emptySummary(shape);
  const copy = copyOf(summary);
  const before = digestOf(summary);
  for (const name of tables) copy[name][0]++;
  expect(digestOf(summary)).toBe(before);
  expect(digestOf(copy)).not.toBe(before);
});
