import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

test('people inside on the first observed day: check, run, verify, compare, and complaints with their lines', async () => {
  const folder = await tinyFolder();
  const rows = Array.from({ length: 30 }, (_, at) => `serving,high,${300 + at},${at},male,${20 + at}`);
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(folder, 'scenarios', name), `status,level,sentence_days,served_days,sex,age\n${lines.join('\n')}\n`);
  await write('inside.csv', rows);
  await write('wrong.csv', [...rows, 'serving,high,10,20,male,30']);
  const scenario = (name: string, text: string) =>
    writeFile(join(folder, 'scenarios', `${name}.yaml`), `title: ${name}\nextends: tiny.yaml\n${text}\n`);
  await scenario('full', 'people_inside: inside.csv');
  await scenario('wrong', 'people_inside: wrong.csv');
  await scenario('sudden', 'burn_in_years: 0\npeople_inside: inside.csv');
  await scenario(
    'kind',
    'people_inside: inside.csv\npolicies:\n  kind: {from: 2014-01-01, after: tiny, set: {release.conditional_granted: 1}}',
  );
  for (const command of ['run full --replicates 2 --out out --quiet --people 0', 'verify out']) {
    const { exitCode, stderr } = await typed(command, folder);
    expect([command, exitCode, stderr.replace(/.*warning.*\n/g, '')]).toEqual([command, 0, '']);
  }
  const checked = await typed('check full', folder);
  expect(checked.stdout).toContain('a list of 30 people inside on 2012-01-01: high 30 (30 serving)');
  expect(await readFile(join(folder, 'out', 'brief.md'), 'utf8')).toContain('a list of 30 people inside on 2012-01-01');
  const header = 'status,level,sentence_days,served_days,sex,age,left_out,release';
  const some = rows.map((row, at) => `${row},3,${at === 2 ? '2030-01-01' : at === 4 ? 'none' : ''}`);
  await writeFile(join(folder, 'scenarios', 'some.csv'), `${header}\n${some.join('\n')}\n`);
  await scenario('some', 'people_inside: some.csv');
  const missing = await typed('check some', folder);
  expect(missing.stdout).toContain(
    '30 people inside on 2012-01-01, 3 of 33 rows (9.1 %) left out by stepdown census: high',
  );
  expect(missing.stdout).toMatch(/warning: scenarios\/some.csv:4:\d+: release 2030-01-01 is \d+ days after the end/);
  expect(missing.stdout).toMatch(/warning: scenarios\/some.csv:6:\d+: release none, with 4 of 304 days served/);
  await writeFile(join(folder, 'scenarios', 'never.csv'), `${header}\n${rows[0]},,2099-12-31\n`);
  await scenario('never', 'people_inside: never.csv');
  const never = await typed('check never', folder);
  expect([never.exitCode, never.stderr]).toEqual([2, expect.stringContaining('2099-12-31 stands for no day')]);
  const compared = await typed('compare full kind --replicates 2 --out both --json', folder);
  expect(compared.exitCode).toBe(0);
  await scenario(
    'crowded',
    'people_inside: inside.csv\npolicies:\n  few: {from: 2011-06-01, after: tiny, set: {facility.places.high: 9}}',
  );
  const crowded = await typed('check crowded', folder);
  expect(crowded.stdout).toMatch(
    /\nwarning: high: the list puts 30 people there on 2012-01-01, and \d places are usable, so 2\d begin beyond them;/,
  );
  const complaints = [
    ['check wrong', 'scenarios/wrong.csv:32:17: served_days: 20 of a sentence of 10 days'],
    ['check sudden', 'people_inside: a list needs a burn-in'],
    ['compare tiny full --replicates 2 --out no', 'people_inside is 30 people, digest'],
  ] as const;
  for (const [command, complaint] of complaints) {
    const { exitCode, stderr } = await typed(command, folder);
    expect([command, exitCode]).toEqual([command, 2]);
    expect(stderr).toContain(complaint);
  }
});
