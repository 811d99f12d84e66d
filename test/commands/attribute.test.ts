import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
  const bundle = (name: string, policies: string) =>
    writeFile(join(folder, 'scenarios', `${name}.yaml`), `title: Bundle\nextends: tiny.yaml\npolicies:\n${policies}`);
  const part = (name: string, lever: string, value: string) =>
    `  ${name}: {from: 2013-01-01, set: {${lever}: ${value}}}\n`;
  const length = part('shorter', 'sentence.length_factor', '0.6');
  await bundle('bundle', `${length}${part('lapsing', 'sentence.lapsed_share', '0.5')}`);
  await bundle('one', length);
  await bundle(
    'tied',
    `${length}  more: {from: 2013-02-01, after: shorter, set: {sentence.length_factor: {add: 0.1}}}\n`,
  );
  await writeFile(join(folder, 'scenarios', 'other.yaml'), 'title: Other\nextends: bundle.yaml\nburn_in_years: 3\n');
});

describe('attribute', () => {
  test('prints parts that add up to the whole, and leaves a table and a chart', async () => {
    const { exitCode, stdout, stderr } = await typed('attribute tiny bundle --out out', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('all 4 combinations of 2 parts');
    const rows = readFileSync(join(folder, 'out/attribution.csv'), 'utf8').trim().split('\r\n').slice(1);
    const inside = rows
      .map((row) => row.split(','))
      .filter((cells) => cells.some((cell) => cell.includes('people inside')));
    const added = rows.filter((row) => row.includes('people inside')).map((row) => Number(row.split(',').at(-4)));
    expect(inside.length).toBe(3);
    expect(added[0] + added[1]).toBeCloseTo(added[2], 6);
    expect(added[0]).toBeLessThan(0);
    expect(existsSync(join(folder, 'out/waterfall.png'))).toBe(true);
  });

  test('gives the same table again', async () => {
    await typed('attribute tiny bundle --out again --quiet', folder);
    const [one, other] = ['out', 'again'].map((name) => readFileSync(join(folder, name, 'attribution.csv'), 'utf8'));
    expect(other).toBe(one);
  });

  test('leaves what verify checks and what no report is made of', async () => {
    await typed('attribute tiny bundle --out kept --quiet', folder);
    const { exitCode, stdout } = await typed('verify kept', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /files {4}\d+ as recorded\nresults {2}not run again; digest [0-9a-f]{10} must come from stepdown attribute tiny bundle\n/,
    );
    await writeFile(join(folder, 'kept/attribution.csv'), 'all is well');
    expect((await typed('verify kept', folder)).exitCode).toBe(1);
    const { exitCode: refused, stderr } = await typed('report kept', folder);
    expect([refused, stderr]).toEqual([2, expect.stringContaining('holds an experiment, not a study')]);
  });

  test.each([
    ['one', 'differs from scenarios/tiny.yaml in 1 part\n  shorter is the only part in which they differ'],
    ['tied', 'shorter + more is the only part in which they differ (policies that move the same number are one part)'],
    ['tiny.yaml', 'their policies are the same, so there is nothing to divide'],
    ['bundle --group nothing', '--group "nothing": expected a name and policies'],
    ['bundle --group in:shortr', '"shortr" is not a policy in which the scenarios differ\n  did you mean "shorter"?'],
    ['bundle --group in:shorter --group out:shorter', '--group out: shorter is in another group'],
    ['other', 'its difference from scenarios/tiny.yaml cannot be divided'],
    ['gone', 'there is no such scenario'],
  ])('refuses %s', async (name, complaint) => {
    const { exitCode, stderr } = await typed(`attribute tiny ${name} --out no`, folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
