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
    expect([exitCode, stderr]).toEqual([1, 'spoilt: not as recorded: 3 files\n']);
    expect(stdout.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^files {4}\d+ as recorded, 1 changed, 1 missing, 1 extra$/),
      '  changed  brief.md',
      '  missing  tables/flow.csv',
      '  extra    tables/notes.txt',
      '',
    ]);
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
      'cut/manifest.json: has no "armDigests"\n  it was changed by hand\n',
    ]);
  });
});
