/** `stepdown census` as typed: the account, the clean list, and a run that starts from it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

test('from a list of inmates to a scenario that starts with them', async () => {
  const folder = await tinyFolder();
  const rows = Array.from(
    { length: 12 },
    (_, at) => `${at};sentenced;A;${300 + at};${at};${at === 0 ? 'x' : 'M'};1980`,
  );
  await writeFile(
    join(folder, 'list.csv'),
    `id;status;level;sentence;served;gender;year of birth\n${rows.join('\n')}\n`,
  );
  const { exitCode, stdout, stderr } = await typed(
    'census list.csv --on 2012-01-01 --scenario tiny --word level:A=high',
    folder,
  );
  expect([exitCode, stderr]).toEqual([0, '']);
  for (const words of [
    '12 rows, cells separated by semicolons',
    '11 people read',
    '1 row left out',
    'sex: "x" is none of male, female (line 2)',
    'as if born on 1 July',
    'in a scenario beside it that starts on 2012-01-01: people_inside: list.clean.csv',
  ])
    expect(stdout).toContain(words);
  expect((await readFile(join(folder, 'list.clean.csv'), 'utf8')).split('\n')[1]).toBe(
    'serving,high,301,1,male,31,1,1,2012-01-01',
  );
  await writeFile(
    join(folder, 'scenarios', 'today.yaml'),
    'title: Today\nextends: tiny.yaml\npeople_inside: ../list.clean.csv\n',
  );
  expect((await typed('check today', folder)).stdout).toContain(
    'a list of 11 people inside on 2012-01-01, 1 of 12 rows (8.3 %) left out by stepdown census: high 11 (11 serving)',
  );

  expect((await typed('run today --replicates 1 --years 1 --no-cache', folder)).exitCode).toBe(0);
  const manifest = await readFile(join(folder, 'output', 'today', 'manifest.json'), 'utf8');
  expect(manifest).toMatch(/people_inside.{0,120}people.{0,6}11/);
  expect(manifest).not.toContain('serving,high');
  expect((await typed('report output/today', folder)).exitCode).toBe(0);
  expect((await typed('verify output/today', folder)).exitCode).toBe(0);

  await writeFile(join(folder, 'other.csv'), 'mine\n');
  const again = 'census list.csv --on 2012-01-01 --scenario tiny --word level:A=high';
  expect((await typed(`${again} --out other.csv`, folder)).stderr).toContain('which stepdown census did not write');
  expect(await readFile(join(folder, 'other.csv'), 'utf8')).toBe('mine\n');
  expect((await typed(again, folder)).exitCode).toBe(0);
});

test.each([
  ['census list.csv', 'list.csv'],
  ['census list.csv --column x', '--column: expected something like'],
  ['census list.csv --column a=b', 'there is no fact "b"'],
  ['census list.csv --on 1.1.2021', '--on: "1.1.2021" is no day'],
  ['census list.csv --scenario gone', 'there is no such scenario'],
])('refuses %s', async (line, complaint) => {
  const folder = await tinyFolder();
  const { exitCode, stderr } = await typed(line, folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(complaint);
});

test('a list in words of its own is refused with what would make it readable', async () => {
  const folder = await tinyFolder();
  await writeFile(
    join(folder, 'list.csv'),
    'status;level;sentence;served;sex\nsentenced;A;300;3;M\nsentenced;A;200;4;M\n',
  );
  const { exitCode, stderr } = await typed('census list.csv --scenario tiny', folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('none of 2 rows can be used\n  2 rows: level: "A" is none of high, low, transitional');
  expect(stderr).toContain('--scenario names, or are told with --word, as in --word "level:A=high"');
});
