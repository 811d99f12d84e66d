import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/tables/csv.ts';
import { SWEEP } from '../../src/tables/sweep.ts';
import { toRecords } from '../../src/tables/table.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
const LENGTH = 'sentence.length_factor: x0.6, x1';
const PLACES = 'facility.places.low: +0, +5, +-3';

function sweep(levers: readonly string[], options: string, other: Partial<Terminal> = {}) {
  const words = ['sweep', 'tiny', ...levers.flatMap((lever) => ['--lever', lever]), ...options.split(' ')];
  return typed(words, folder, other);
}

function rowsOf(name: string): readonly Record<string, unknown>[] {
  return toRecords(parseCsv(readFileSync(join(folder, name, 'sweep.csv'), 'utf8'), SWEEP));
}

const cellsKept = () =>
  readdirSync(join(folder, '.cells'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

beforeAll(async () => {
  folder = await tinyFolder();
});

describe('two levers', () => {
  test('give a grid of paired differences, a table and a heat map', async () => {
    const { exitCode, stdout, stderr } = await sweep([LENGTH, PLACES], '--out two --measures occupancy,queue-length');
    expect([exitCode, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^people inside, mean, as it is [\d.]+$/);
    expect(lines[1]).toBe('  down facility.places.low, across sentence.length_factor');
    expect(lines[2]).toMatch(/^ +x0\.6 +x1$/);
    expect(lines[4]).toMatch(/^ +\+0 +−[\d.]+ +~? +0 +=$/);
    expect(stdout).toContain('\nthe other measure is in the chart and the table\n');
    expect(stdout).toMatch(/\nchart {2}two\/heat-map\.svg {3}digest [0-9a-f]{10}\n$/);
    const rows = rowsOf('two');
    expect(rows).toHaveLength(12);
    expect(rows.filter((row) => row['in_force']).map(({ difference, low, high }) => [difference, low, high])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    for (const name of ['heat-map.png', 'heat-map.vl.json', 'manifest.json', 'schema.json']) {
      expect(existsSync(join(folder, 'two', name))).toBe(true);
    }
  });

  test('say again by one command, with levers that a shell keeps whole', async () => {
    const { command } = JSON.parse(readFileSync(join(folder, 'two/manifest.json'), 'utf8'));
    expect(command).toBe(
      `stepdown sweep tiny --lever '${LENGTH}' --lever '${PLACES}' --measures occupancy,queue-length`,
    );
  });

  test('whose grid is wider than the terminal point to the table', async () => {
    const { stdout } = await sweep([LENGTH, PLACES], '--out narrow --measures occupancy', {
      environment: { COLUMNS: '30' },
    });
    expect(stdout).toContain('wider than the terminal');
  });
});

test('a lever alone gives a line, and finds the cells that another sweep has left', async () => {
  const before = cellsKept().length;
  expect(before).toBeGreaterThan(0);
  const { stdout } = await sweep([LENGTH], '--out line --measures occupancy');
  expect(cellsKept()).toHaveLength(before);
  expect(stdout).toMatch(
    /\n +sentence\.length_factor +mean +change\n +x0\.6 +[\d.]+ +−[\d.]+ +~? +\(.*\)\n +x1 +[\d.]+ +0 +=\n/,
  );
  expect(existsSync(join(folder, 'line/line.svg'))).toBe(true);
});

test('values that hold from later on do less', async () => {
  await sweep([LENGTH], '--from 2014-06-01 --out late --quiet');
  const change = (name: string) =>
    Math.abs(Number(rowsOf(name).find((row) => row['measure'] === 'occupancy')!['difference']));
  expect(change('late')).toBeLessThan(change('line'));
});

describe('is refused, in clear words and before anything runs', () => {
  const length = '--lever sentence.length_factor:0.6,1';
  test.each([
    ['no lever', '', '--lever is missing'],
    [
      'a third lever',
      `${length} --lever work.attendance:0.5,1 --lever release.prepare_days:30,60`,
      '--lever is given 3 times\n  a sweep takes one lever for a line chart, or two for a heat map',
    ],
    [
      'a misspelt lever',
      '--lever sentence.lenght_factor:0.6,1',
      '--lever: there is no lever "sentence.lenght_factor"\n  did you mean "sentence.length_factor"?',
    ],
    [
      'a text for a number',
      '--lever sentence.length_factor:0.6,short',
      'sentence.length_factor: expected a number, got the text "short"',
    ],
    [
      'a value out of bounds',
      '--lever placement.review_days:0.5,30',
      'placement.review_days: must be from 1 to 3650, got 0.5',
    ],
    [
      'a factor out of bounds',
      '--lever placement.review_days:x1,x100',
      '--lever: placement.review_days must be from 1 to 3650, got 9000',
    ],
    [
      'a part of a place',
      '--lever facility.places.low:10.5,11',
      'facility.places.low: must be a whole number, got 10.5',
    ],
    [
      'one lever twice',
      `${length} --lever sentence.length_factor:x1,x2`,
      '--lever: sentence.length_factor and sentence.length_factor move the same number',
    ],
    [
      'a lever and a part of it',
      '--lever placement.review_days:30,60 --lever placement.review_days.high:30,60',
      'placement.review_days and placement.review_days.high move the same number',
    ],
    [
      'a level of a lever that has none',
      '--lever sentence.length_factor.high:0.6,1',
      'there is no lever "sentence.length_factor.high"\n  sentence.length_factor does not vary',
    ],
    [
      'a level that is none',
      '--lever placement.review_days.hihg:30,60',
      'placement.review_days: there is no level "hihg"\n  did you mean "high"?',
    ],
    ['a range without steps', '--lever sentence.length_factor:0.6..1/0', '0.6..1/0: a range has 2 to 400 values'],
    [
      'too many points',
      '--lever sentence.length_factor:0.6..1/30 --lever work.attendance:0.1..0.9/30',
      '30 x 30 are 900 points\n  a sweep has at most 400',
    ],
    [
      'a day before there is anything',
      `${length} --from 2001-01-01`,
      '--from 2001-01-01: nothing is simulated from then on\n  days are simulated from 2010-01-01 to 2014-12-31',
    ],
    ['a day after the end', `${length} --from 2015-01-01`, '--from 2015-01-01: nothing is simulated from then on'],
    [
      'a day that is none',
      `${length} --from 2012-02-30`,
      "--from 2012-02-30: '2012-02-30' is not a date of the calendar",
    ],
    ['a measure that is none', `${length} --measures ocupancy`, 'did you mean "occupancy"?'],
    ['one replicate', `${length} --replicates 1`, '--replicates 1: expected a whole number from 2'],
    ['a lever without its text', '--lever', 'lever'],
    ['a misspelt option', '--levers sentence.length_factor:0.6,1', 'did you mean --lever?'],
    ['a scenario that is none', `${length} --out no`, 'there is no such scenario'],
  ])('%s', async (what, options, complaint) => {
    const scenario = what === 'a scenario that is none' ? 'gone' : 'tiny';
    const { exitCode, stderr, stdout } = await typed(`sweep ${scenario}${options === '' ? '' : ` ${options}`}`, folder);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'output')) || existsSync(join(folder, 'no'))).toBe(false);
  });

  test('a scenario of one replicate, which says nothing of chance', async () => {
    await writeFile(join(folder, 'scenarios', 'once.yaml'), 'title: Once\nextends: tiny.yaml\nreplicates: 1\n');
    const { exitCode, stderr } = await typed(`sweep once ${length}`, folder);
    expect([exitCode, stderr.includes('use --replicates 20')]).toEqual([2, true]);
  });
});
