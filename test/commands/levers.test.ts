import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

test('tells what it is, unit, value in force, bounds, evidence, source, what it moves, and a scenario that check accepts', async () => {
  const { exitCode, stdout } = await typed(['levers', 'ankle tag', '--scenario', 'tiny'], folder);
  expect(exitCode).toBe(0);
  const [first] = stdout.split(/\n(?=\S)/);
  expect(first).toContain('monitoring.places\n  what       people who can be monitored at once');
  expect(first).toMatch(/in force {3}3 \(places\), tiny, 2012-01-01; policies of the scenario move it/);
  for (const label of ['essay', 'allowed', 'evidence', 'source', 'moves']) expect(first).toMatch(`\n  ${label} `);
  const pasted = /\n\n((?: {4}.*\n)+)/.exec(`${first}\n`)![1].replace(/^ {4}/gm, '');
  writeFileSync(join(folder, 'scenarios', 'pasted.yaml'), pasted);
  const checked = await typed('check pasted', folder);
  expect([checked.exitCode, checked.stderr]).toEqual([0, '']);
  expect(checked.stdout).toMatch(/\nok(, \d+ warnings?)?\n$/);
});

test('without words lists every lever by section of the essay', async () => {
  const { stdout } = await typed('levers', folder);
  const headings = stdout.split('\n').filter((line) => /^\S/.test(line));
  expect(headings[0]).toBe('Philosophy');
  expect(headings.at(-1)).toBe('Not in the essay');
  expect(stdout).toContain('  court.days_to_verdict = ');
});

test('says what nothing has to do with, and ends with exit code 2', async () => {
  const { exitCode, stderr } = await typed('levers xylophone', folder);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('no lever has to do with "xylophone"')]);
  expect((await typed('levers monopoly', folder)).stderr).toContain('words near it: ');
});

test.each([50, 80])('fits a terminal of %d columns, apart from what is to be pasted', async (columns) => {
  let text = '';
  const stdout = { isTTY: true, columns, write: (more: string) => (text += more) };
  await typed(['levers', 'drug treatment'], folder, { stdout });
  const told = text.split('\n').filter((line) => !line.startsWith('    '));
  expect(told.filter((line) => line.length > columns)).toEqual([]);
});
