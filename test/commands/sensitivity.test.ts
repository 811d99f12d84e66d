import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

const LINE = 'sensitivity tiny open --of court --years 1 --trajectories 2 --points 2 --measures occupancy';

describe('sensitivity', () => {
  test('says how much it will run, prints what moves the difference, and leaves tables and charts', async () => {
    const { exitCode, stdout, stderr } = await typed(`${LINE} --out out`, folder);
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^\d+ factors: \d+ cells, then up to 56; after a stop the same command goes on from there\n$/,
    );
    expect(stdout).toContain('people inside, mean ');
    expect(stdout).toMatch(/ {2}court\.\w+ +[\d.]+ {2}\([\d.]+ to [\d.]+\)/);
    expect(stdout).toMatch(/chart {2}out\/tornado\.svg {3}digest [0-9a-f]{10}\n$/);
    const lines = readFileSync(join(folder, 'out/screening.csv'), 'utf8').trim().split('\r\n');
    expect(lines[0]).toContain('mu_star,low,high');
    expect(lines.length).toBeGreaterThan(5);
    expect(existsSync(join(folder, 'out/tornado.png'))).toBe(true);
  });

  test('gives the same again from the cells that it kept', async () => {
    await typed(`${LINE} --out again --quiet`, folder);
    const [one, other] = ['out', 'again'].map((name) => readFileSync(join(folder, name, 'screening.csv'), 'utf8'));
    expect(other).toBe(one);
  });

  test.each([
    ['sensitivity tiny open --of cuort', '--of: no mechanism "cuort" has an uncertain number\n  did you mean "court"?'],
    ['sensitivity tiny open --trajectories 1', '--trajectories 1: expected a whole number from 2 to 1000'],
    ['sensitivity tiny tiny', 'is named twice'],
    ['sensitivity tiny gone', 'there is no such scenario'],
    ['sensitivity tiny open --measures occupnacy', '--measures: there is no measure "occupnacy"'],
  ])('refuses %s', async (line, complaint) => {
    const { exitCode, stderr } = await typed(`${line} --out no`, folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
