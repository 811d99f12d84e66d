import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tellParts } from '../../src/studies/attribute.ts';
import { ATTRIBUTION, WHOLE } from '../../src/tables/attribution.ts';
import { tableOfRows } from '../../src/tables/table.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
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
  await bundle('early', part('harder', 'reoffending.shift', '1.5').replace('2013', '2012'));
  await bundle(
    'tied',
    `${length}  more: {from: 2013-02-01, after: shorter, set: {sentence.length_factor: {add: 0.1}}}\n`,
  );
  await writeFile(join(folder, 'scenarios', 'other.yaml'), 'title: Other\nextends: bundle.yaml\nburn_in_years: 3\n');
});

test('where shown parts do not add up to the shown whole, rounding is said', async () => {
  const ofMeasure = (measure: string, whole: number) =>
    ['one', 'other', WHOLE].map((part) => [measure, 'days', part, part === WHOLE ? whole : 2, ...ENDS[part], '']);
  const ENDS: Readonly<Record<string, readonly number[]>> = { one: [-28, 32], other: [-28, 32], [WHOLE]: [1, 7] };
  let printed = '';
  const terminal = { environment: {}, stdout: { write: (text: string) => (printed += text) } };
  const table = tableOfRows(ATTRIBUTION, [...ofMeasure('stay', 4), ...ofMeasure('wait', 0.2)]);
  await tellParts(table, terminal as unknown as Terminal);
  const [stay, wait] = printed.split(/\n(?=wait)/) as [string, string];
  expect(stay).toMatch(
    /one +0 {2}\(\u221230 to \+30\)\n.*\n {2}all together +\+4 {2}\(\+1 to \+7\); the sum of its parts before rounding/,
  );
  expect(wait).not.toContain('rounding');
});

describe('attribute', () => {
  test('prints parts that add up to the whole, and leaves a table and a chart', async () => {
    const { exitCode, stdout, stderr } = await typed('attribute tiny bundle --out out', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('all 4 combinations of 2 parts\nThese are 2 runs only: ');
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

  test('divides what happened to the same people into places, effects and a rest, also for one policy', async () => {
    const line = 'attribute tiny early --into places-and-evidence --out nested';
    const { exitCode, stdout, stderr } = await typed(line, folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/charged again within 2 years, people newly sentenced to prison in 2012/);
    expect(stdout).toMatch(/The same \d+ people in all runs/);
    expect(stdout).toContain('8 different runs in each replicate');
    expect(stdout).toContain('These are 2 runs only');
    expect(stdout).toMatch(/grades B and C[\s\S]*grade A/);
    const rows = readFileSync(join(folder, 'nested/attribution.csv'), 'utf8').trim().split('\r\n').slice(1);
    const added = rows.map((row) => Number(row.split(',').at(-4)));
    expect(rows.length).toBe(7);
    expect(added[0]! + added[1]! + added[2]!).toBeCloseTo(added[3]!, 6);
    expect(added[4]! + added[5]!).toBeCloseTo(added[6]!, 6);
    expect(added[6]).toBe(added[1]);
    expect(added[3]).toBeGreaterThan(0);
    const runs = readFileSync(join(folder, 'nested/runs.csv'), 'utf8').trim().split('\r\n').slice(1);
    expect(runs.length).toBe(16);
    expect(new Set(runs.map((row) => row.split(',').slice(-2)[0])).size).toBeLessThanOrEqual(2);
    expect(existsSync(join(folder, 'nested/waterfall.png'))).toBe(true);
    expect((await typed('verify nested', folder)).stdout).toContain(
      'must come from stepdown attribute tiny early --into places-and-evidence',
    );
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
    ['bundle --into halves', 'policies, places-and-evidence'],
    ['bundle --into places-and-evidence --group in:shorter', '--group does not go with --into places-and-evidence'],
    ['bundle --into places-and-evidence --measures cost', '--measures does not go with --into places-and-evidence'],
    ['other --into places-and-evidence', 'its difference from scenarios/tiny.yaml cannot be divided'],
    ['one --into places-and-evidence --years 1', 'can be followed for a year'],
  ])('refuses %s', async (name, complaint) => {
    const { exitCode, stderr } = await typed(`attribute tiny ${name} --out no`, folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
