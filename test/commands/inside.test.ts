/** A scenario with a list of the people inside runs, verifies and compares like any other. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

test('people inside on the first day: run, verify, compare, and a complaint with its line', async () => {
  const folder = await tinyFolder();
  const rows = Array.from({ length: 30 }, (_, at) => `serving,high,${300 + at},${at},male,${20 + at}`);
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, 'scenarios', name), `status,level,sentence_days,served_days,sex,age\n${lines.join('\n')}\n`);
  await write('inside.csv', rows);
  await write('wrong.csv', [...rows, 'serving,high,10,20,male,30']);
  const text = 'title: Full\nextends: tiny.yaml\nburn_in_years: 0\npeople_inside: ';
  await writeFile(join(folder, 'scenarios', 'full.yaml'), `${text}inside.csv\n`);
  await writeFile(join(folder, 'scenarios', 'empty.yaml'), 'title: Empty\nextends: tiny.yaml\nburn_in_years: 0\n');
  await writeFile(join(folder, 'scenarios', 'wrong.yaml'), `${text}wrong.csv\n`);
  for (const command of ['run full --replicates 2 --out out --quiet', 'verify out']) {
    const { exitCode, stderr } = await typed(command, folder);
    expect([command, exitCode, stderr.replace(/.*warning.*\n/g, '')]).toEqual([command, 0, '']);
  }
  const compared = await typed('compare empty full --replicates 2 --out both --json', folder);
  const { differences } = JSON.parse(compared.stdout);
  const inside = differences.find((one: { label: string }) => one.label === 'people inside, mean');
  expect(inside.difference).toBeGreaterThan(5);
  const wrong = await typed('check wrong', folder);
  expect(wrong.exitCode).toBe(2);
  expect(wrong.stderr).toContain('scenarios/wrong.csv:32:17: served_days: 20 of a sentence of 10 days');
});
