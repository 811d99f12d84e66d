/** Where nothing can be written, every command that writes says so in words before it simulates; none calls it a defect. */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});

/** Folders in which even root can write nothing. */
const UNWRITABLE = '/proc/self';

describe.runIf(existsSync(UNWRITABLE))('in a folder that can only be read', () => {
  test.each([
    'init greenland',
    'run TINY',
    'compare TINY OPEN',
    'attribute norway/baseline normality',
    'sensitivity TINY OPEN --replicates 2',
    'sweep TINY --lever placement.review_days:30,60',
    'twins TINY OPEN --quick',
    `calibrate ${resolve('scenarios/norway/calibration.yaml')}`,
  ])('%s', async (line) => {
    const scenario = (name: string) => join(folder, 'scenarios', `${name}.yaml`);
    const words = line.replace('TINY', scenario('tiny')).replace('OPEN', scenario('open')).split(' ');
    const { exitCode, stdout, stderr } = await typed(words, UNWRITABLE);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/: cannot be written: .+\n {2}.+\n$/);
    expect(stderr).not.toContain('defect');
  });
});

describe('below a file', () => {
  test.each(['init greenland', 'run TINY --out notes/out', 'compare TINY OPEN --out notes/out'])('%s', async (line) => {
    const below = await tinyFolder();
    writeFileSync(join(below, 'notes'), '');
    const cwd = line.startsWith('init') ? join(below, 'notes') : below;
    const words = line.replace('TINY', 'tiny').replace('OPEN', 'open').split(' ');
    const { exitCode, stdout, stderr } = await typed(words, cwd);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('cannot be written: a file stands where a folder is needed\n  check the path\n');
    expect(stderr).not.toContain('defect');
  });
});
