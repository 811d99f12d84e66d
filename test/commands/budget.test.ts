/** Without --replicates a study ends by itself, says what ended it, and can be repeated by the number that it reached. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Printed, tinyFolder, typed } from './typed.ts';

let folder: string;
let first: Printed;
let clock = 0;
/** A clock that moves on by a second whenever it is read. */
const now = () => 1000 * clock++;
const OPTIONS = '--years 1 --format csv';

beforeAll(async () => {
  folder = await tinyFolder();
  const early =
    'title: Early\nextends: tiny.yaml\npolicies:\n  short: {from: 2012-01-01, after: tiny, label: invented, ';
  await writeFile(join(folder, 'scenarios', 'early.yaml'), `${early}set: {sentence.length_factor: 0.8}}\n`);
  first = await typed(`compare tiny early --precision occupancy:0.001 --budget 4s ${OPTIONS} --out by-time`, folder, {
    now,
  });
});

const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'));

describe('a study that its time ended', () => {
  test('says so, and how to have the same again', async () => {
    expect([first.exitCode, first.stderr.replace(/.*warning.*\n/g, '')]).toEqual([0, '']);
    const { replicates } = await read('by-time/manifest.json');
    expect(replicates).toBeGreaterThanOrEqual(8);
    expect(first.stdout).toMatch(/\nprecision {3}occupancy: ±\S+, wanted ±0.001\n/);
    const stopped = `${replicates}, stopped by time (see --budget): not narrow enough yet`;
    expect(first.stdout).toContain(`\nreplicates  ${stopped}; --replicates ${replicates} gives the same digest\n`);
    expect(first.stdout).toContain(`cells   ${2 * replicates} computed, 0 found`);
  });

  test('keeps what was typed, what ended it, and a command that gives the same results', async () => {
    const manifest = await read('by-time/manifest.json');
    expect(manifest).toMatchObject({
      command: `stepdown compare tiny early --years 1 --replicates ${manifest.replicates}`,
      typed: 'stepdown compare tiny early --years 1 --precision occupancy:0.001 --budget 4s',
      stoppedBy: 'budget',
    });
    const again = await typed(`${manifest.command.replace('stepdown ', '')} --out fixed`, folder);
    const fixed = await read('fixed/manifest.json');
    expect([again.exitCode, fixed.stoppedBy, fixed.typed]).toEqual([0, undefined, undefined]);
    expect([fixed.resultDigest, fixed.armDigests]).toEqual([manifest.resultDigest, manifest.armDigests]);
    expect(await read('fixed/summary.json')).toEqual(await read('by-time/summary.json'));
    expect(again.stdout).toContain(`cells   0 computed, ${2 * manifest.replicates} found`);
  });

  test('has it in its report', async () => {
    const { replicates } = await read('by-time/manifest.json');
    const report = await readFile(join(folder, 'by-time', 'report.html'), 'utf8');
    expect(report).toContain(`stepdown compare tiny early --years 1 --replicates ${replicates}<`);
    expect(report).toContain('Replicates were added until the time was used');
  });
});

test('one whose intervals are narrow enough says that, for a single scenario too', async () => {
  const { stdout } = await typed(`run tiny --precision occupancy:50 ${OPTIONS} --out narrow`, folder, { now });
  expect(stdout).toMatch(
    /\nprecision {3}occupancy: ±[\d.]+, wanted ±50\nreplicates {2}8, narrow enough; --replicates 8 gives/,
  );
  expect(await read('narrow/manifest.json')).toMatchObject({ replicates: 8, stoppedBy: 'precision' });
});

test.each([
  ['--budget 0s', '--budget 0s: a budget is above 0 and at most a thousand hours\n  as in 30s, 5min or 1.5h\n'],
  ['--budget tomorrow', '--budget tomorrow: expected a time with its unit\n  as in 30s, 5min or 1.5h\n'],
  ['--budget 1min --replicates 9', '--budget does not go with --replicates\n'],
])('%s is refused before anything is run', async (options, complaint) => {
  const { exitCode, stdout, stderr } = await typed(`compare tiny open ${options}`, folder);
  expect([exitCode, stdout, stderr.startsWith(complaint)]).toEqual([2, '', true]);
});
