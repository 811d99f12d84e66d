/** Results of one command are never replaced by those of another, unless it is asked for. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { differing, filesUnder, tinyFolder, typed } from './typed.ts';

let folder: string;
const SHORT = '--years 1 --replicates 1 --quiet';
beforeAll(async () => {
  folder = await tinyFolder();
  expect(await typed(`run tiny ${SHORT}`, folder)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

const commandIn = async (path: string): Promise<string> =>
  JSON.parse(await readFile(join(folder, path, 'manifest.json'), 'utf8')).command;

test('the same command replaces its own results, also when its scenario was changed meanwhile', async () => {
  const path = join(folder, 'scenarios', 'mine.yaml');
  const titled = (title: string) => writeFile(path, `title: ${title}\nextends: tiny.yaml\n`);
  await titled('First');
  await typed(`run mine ${SHORT}`, folder);
  await titled('Second');
  expect(await typed(`run mine ${SHORT}`, folder)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  const manifest = await readFile(join(folder, 'output', 'mine', 'manifest.json'), 'utf8');
  expect(JSON.parse(manifest).scenarios[0].text).toContain('Second');
  expect((await filesUnder(folder)).has('output/mine-2/manifest.json')).toBe(false);
});

test('another seed takes the next free name and says so, and finds it again', async () => {
  const before = await filesUnder(join(folder, 'output', 'tiny'));
  const told = 'output/tiny holds results of another command, so these go to output/tiny-2\n';
  for (let time = 0; time < 2; time++) {
    const { exitCode, stderr } = await typed(`run tiny --seed other ${SHORT}`, folder);
    expect([exitCode, stderr]).toEqual([0, told]);
  }
  expect(differing(await filesUnder(join(folder, 'output', 'tiny')), before)).toEqual([]);
  expect(await commandIn('output/tiny-2')).toBe('stepdown run tiny --seed other --replicates 1 --years 1');
  expect((await filesUnder(folder)).has('output/tiny-3/manifest.json')).toBe(false);
});

test('a folder that is named and holds results of another command is refused before anything is run', async () => {
  const before = await filesUnder(folder);
  for (const line of [
    `run tiny --seed new ${SHORT}`,
    'compare tiny open',
    'sweep tiny --lever placement.review_days:30,60',
  ]) {
    expect(await typed(`${line} --out output/tiny`, folder)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr:
        'output/tiny: holds results of another command: stepdown run tiny --replicates 1 --years 1\n' +
        '  they would be replaced\n' +
        '  choose another folder with --out, or add --overwrite\n',
    });
  }
  expect(differing(await filesUnder(folder), before)).toEqual([]);
});

test('with --overwrite they are replaced', async () => {
  await cp(join(folder, 'output', 'tiny'), join(folder, 'given'), { recursive: true });
  const { exitCode, stderr } = await typed(`run tiny --seed new ${SHORT} --out given --overwrite`, folder);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(await commandIn('given')).toContain('--seed new');
});

test('a study with a precision replaces its own results, and those of no other', async () => {
  const precise = 'run tiny --precision occupancy:50 --years 1 --quiet';
  const told = 'output/tiny holds results of another command, so these go to output/tiny-3\n';
  for (let time = 0; time < 2; time++) expect((await typed(precise, folder)).stderr).toBe(told);
  expect(await commandIn('output/tiny-3')).toBe('stepdown run tiny --years 1 --replicates 8');
});

test('baselines of two jurisdictions go to two folders', async () => {
  for (const place of ['here', 'there']) {
    await mkdir(join(folder, 'scenarios', place));
    const text = `title: ${place}\nextends: ../tiny.yaml\n`;
    await writeFile(join(folder, 'scenarios', place, 'baseline.yaml'), text);
    expect((await typed(`run ${place}/baseline ${SHORT}`, folder)).stderr).toBe('');
    expect(await commandIn(`output/${place}-baseline`)).toContain(`run ${place}/baseline`);
  }
});
