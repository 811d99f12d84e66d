/** The essay is carried whole: every paragraph has its mechanism, a lever that is one and a measure that is one. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../src/measures/measures.ts';
import { catalogue } from '../src/simulation/parameters.ts';

const rows = readFileSync('docs/essay.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| **') && !line.startsWith('| the essay'))
  .map((line) => line.split('|').slice(1, -1));
const measures = new Set(measuresOf(['high', 'low', 'transitional']).map(({ id }) => id));

test('there is a row for every paragraph', () => {
  expect(rows.length).toBeGreaterThanOrEqual(28);
});

describe('no cell is empty, and what it names exists', () => {
  test.each(rows.map((cells) => [cells[0].trim().slice(0, 60), cells] as const))('%s', (_, cells) => {
    const [says, mechanism, lever, output] = cells.map((cell) => cell.trim()) as [string, string, string, string];
    expect([says, mechanism, lever, output].filter((cell) => cell === '')).toEqual([]);
    expect(mechanism).toMatch(/\]\(mechanisms\/[a-z]+\.md\)/);
    for (const [, path] of lever.matchAll(/`([^`]+)`/g)) expect([...catalogue.keys()]).toContain(path);
    for (const [, id] of output.matchAll(/`([^`]+)`/g)) expect([...measures]).toContain(id);
  });
});

test('every mechanism is carried by some paragraph', () => {
  const named = new Set(
    rows.flatMap(([, cell]) => [...cell!.matchAll(/mechanisms\/([a-z]+)\.md/g)].map(([, noun]) => noun!)),
  );
  const nouns = new Set([...catalogue.keys()].map((path) => path.split('.')[0]));
  const elsewhere = ['absence', 'capacity', 'fine'];
  expect([...nouns].filter((noun) => !named.has(noun)).sort()).toEqual(elsewhere);
});
