import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CELLS, STOCK } from '../../src/tables/cells.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { toParquet } from '../../src/tables/parquet.ts';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
  const { exitCode } = await typed('compare tiny open --replicates 2 --years 2 --format csv --out csv', folder);
  expect(exitCode).toBe(0);
});

/** A copy of a folder of results, to be spoilt. */
async function copyOf(name: string, copy: string) {
  const path = join(folder, copy);
  await rm(path, { recursive: true, force: true });
  await cp(join(folder, name), path, { recursive: true });
  return {
    at: (file: string) => join(path, file),
    rewrite: async (file: string, change: (text: string) => string) => {
      const before = await readFile(join(path, file), 'utf8');
      const after = change(before);
      expect(after).not.toBe(before);
      await writeFile(join(path, file), after);
    },
  };
}

/** The courts of the open arm become harsher on 2013-06-01: its lives are others from then on, those of the first arm are not. */
const otherScenario = (manifest: string) => {
  const parsed = JSON.parse(manifest);
  const scenario = JSON.parse(parsed.scenarios[1].text);
  scenario.policies.later = { from: '2013-06-01', set: { 'court.custody_odds': { multiply: 5 } } };
  parsed.scenarios[1].text = JSON.stringify(scenario);
  return JSON.stringify(parsed);
};

describe('verify', () => {
  test('finds a folder as it was written', async () => {
    const { exitCode, stdout, stderr } = await typed('verify csv', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^csv, written by stepdown \S+$/),
      expect.stringMatching(/^files {4}\d+ as recorded$/),
      expect.stringMatching(/^results {2}digest [0-9a-f]{10} as recorded: 2 arms, 4 cells$/),
      '',
    ]);
  });

  test('names every file that is changed, missing or extra, and with --quick runs nothing', async () => {
    const { at } = await copyOf('csv', 'spoilt');
    await writeFile(at('brief.md'), 'all is well');
    await rm(at('tables/flow.csv'));
    await writeFile(at('tables/notes.txt'), 'mine');
    const { exitCode, stdout, stderr } = await typed('verify spoilt --quick', folder);
    expect([exitCode, stderr]).toEqual([1, 'spoilt: not as recorded: 2 files\n']);
    expect(stdout.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^files {4}\d+ as recorded, 1 changed, 1 missing, 1 extra$/),
      '  changed  brief.md',
      '  missing  tables/flow.csv',
      '  extra    tables/notes.txt',
      '',
    ]);
  });

  test('mentions files of the user that lie beside the results, and finds nothing wrong with them', async () => {
    const { at } = await copyOf('csv', 'mine');
    await writeFile(at('tables/notes.txt'), 'mine');
    const { exitCode, stdout, stderr } = await typed('verify mine --quick', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\nfiles {4}\d+ as recorded, 1 extra\n {2}extra {4}tables\/notes\.txt\n$/);
  });

  test('names the arm, the cells and the first week that come out otherwise, whatever the format of the tables', async () => {
    const { at, rewrite } = await copyOf('csv', 'other');
    await rewrite('manifest.json', otherScenario);
    const { exitCode, stdout, stderr } = await typed('verify other', folder);
    expect([exitCode, stderr]).toEqual([1, 'other: not as recorded: results\n']);
    const lines = stdout.split('\n').slice(1);
    expect(lines).toEqual([
      expect.stringMatching(/^files {4}\d+ as recorded$/),
      expect.stringMatching(/^results {2}digest [0-9a-f]{10}, recorded [0-9a-f]{10}: 2 arms, 4 cells$/),
      '  tiny: as recorded',
      '  open: 2 of 2 cells differ',
      '    draw 0, replicate 0',
      '    draw 0, replicate 1',
      expect.stringMatching(
        /^ {2}first: open, draw 0, replicate 0, week \d+ from \d{4}-\d\d-\d\d: \w+(, \w+)?: [\d.]+ people [a-z ]+, recorded [\d.]+$/,
      ),
      '',
    ]);
    const week = /from (\S+):/.exec(lines[6])![1];
    expect(week > '2013-05-25' && week < '2013-12-01').toBe(true);
    for (const schema of [CELLS, STOCK]) {
      const csv = at(`tables/${schema.name}.csv`);
      await writeFile(csv.replace('.csv', '.parquet'), toParquet(parseCsv(await readFile(csv, 'utf8'), schema)));
      await rm(csv);
    }
    const again = await typed('verify other', folder);
    expect(again.stdout).toContain(`\n${lines.slice(2).join('\n')}`);
  });

  test('says so when the folder no longer tells which cells, or which week', async () => {
    const { at, rewrite } = await copyOf('csv', 'blind');
    await rewrite('manifest.json', otherScenario);
    await rm(at('tables/stock.csv'));
    const first = await typed('verify blind', folder);
    expect(first.stdout).toContain('replicate 0, the week is not known, because tables/stock does not hold it\n');
    await rewrite('tables/cells.csv', (text) => text.replace(/[0-9a-f]{64}\r\n$/, `${'0'.repeat(64)}\r\n`));
    const second = await typed('verify blind', folder);
    expect(second.stdout).toContain(
      '  open: differs; the cells are not known, because tables/cells does not belong to it\n',
    );
    expect(second.stdout).not.toContain('first:');
    expect(second.stderr).toBe('blind: not as recorded: 2 files, results\n');
  });

  test('finds a digest that was written over, though every arm is as recorded', async () => {
    const { rewrite } = await copyOf('csv', 'overwritten');
    await rewrite('manifest.json', (text) =>
      text.replace(/"resultDigest": "[0-9a-f]{10}/, '"resultDigest": "0123456789'),
    );
    const { exitCode, stdout } = await typed('verify overwritten', folder);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/, recorded 0123456789: 2 arms, 4 cells\n {2}tiny: as recorded\n {2}open: as recorded\n$/);
  });

  test('says which version wrote the folder, if it was another', async () => {
    const { rewrite } = await copyOf('csv', 'older');
    await rewrite('manifest.json', (text) => text.replace(/"stepdown": "[^"]*"/, '"stepdown": "0.0.1"'));
    const { exitCode, stdout } = await typed('verify older --quick', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^older, written by stepdown 0\.0\.1; this is \d/);
  });

  test('refuses what is not a folder of results, or not whole', async () => {
    const nowhere = await typed('verify nowhere', folder);
    expect([nowhere.exitCode, nowhere.stdout]).toEqual([2, '']);
    expect(nowhere.stderr).toContain('nowhere: is not a folder of results: it has no manifest.json');
    const { rewrite } = await copyOf('csv', 'cut');
    await rewrite('manifest.json', (text) => text.replace('"armDigests"', '"legDigests"'));
    const cut = await typed('verify cut', folder);
    expect([cut.exitCode, cut.stderr]).toEqual([
      2,
      'cut/manifest.json: is damaged: "armDigests" is missing or wrong\n' +
        '  restore it, or move the folder away and run its command again\n',
    ]);
  });
});

describe('a damaged manifest', () => {
  const damages: readonly (readonly [string, (manifest: Record<string, unknown>) => unknown, string])[] = [
    ['no JSON', () => undefined, 'is damaged: it is not JSON'],
    ['a list', () => [1], 'was not written by stepdown'],
    ['of another program', () => ({ name: 'page' }), 'was not written by stepdown'],
    ['with a version that is no text', (whole) => ({ ...whole, stepdown: 1 }), 'was not written by stepdown'],
    ['empty', ({ stepdown }) => ({ stepdown }), 'is damaged: "command" is missing or wrong'],
    ['without arms', (whole) => ({ ...whole, arms: [] }), 'is damaged: "arms" is missing or wrong'],
    [
      'with an empty scenario',
      (whole) => ({ ...whole, scenarios: [{}] }),
      'is damaged: "scenarios" is missing or wrong',
    ],
    [
      'with half a replicate',
      (whole) => ({ ...whole, replicates: 0.5 }),
      'is damaged: "replicates" is missing or wrong',
    ],
    [
      'with a digest that is none',
      (whole) => ({ ...whole, files: { a: 3 } }),
      'is damaged: "files" is missing or wrong',
    ],
    [
      'that leads elsewhere',
      (whole) => ({ ...whole, files: { '../a': 'x' } }),
      'is damaged: "files" is missing or wrong',
    ],
  ];

  test.each(damages)('%s: every command that reads it says the same', async (_, damage, complaint) => {
    const { rewrite } = await copyOf('csv', 'damaged');
    await rewrite('manifest.json', (text) => JSON.stringify(damage(JSON.parse(text))) ?? text.slice(0, 100));
    const told = [];
    for (const command of [
      'verify damaged',
      'report damaged',
      'run tiny --out damaged',
      'compare tiny open --out damaged/',
    ]) {
      const { exitCode, stdout, stderr } = await typed(command, folder);
      expect([command, exitCode, stdout]).toEqual([command, 2, '']);
      told.push(stderr);
    }
    expect(told[0]).toContain(`damaged/manifest.json: ${complaint}\n  `);
    expect(new Set(told).size).toBe(1);
  });

  test('of a calibration is whole: its files are checked, and it is no study', async () => {
    await cp('scenarios/norway/calibrated', join(folder, 'fitted'), { recursive: true });
    const { exitCode, stdout, stderr } = await typed('verify fitted', folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\nresults {2}not run again; they come from stepdown calibrate /);
    const report = await typed('report fitted', folder);
    expect([report.exitCode, report.stderr]).toEqual([2, expect.stringContaining('holds an experiment, not a study')]);
  });
});
