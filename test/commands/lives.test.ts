import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesUnder, tinyFolder, typed } from './typed.ts';

let folder: string;
let batch: ReadonlyMap<string, string>;
let alone: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = await tinyFolder();
  const options = '--years 1 --format csv --quiet';
  const runs = [
    `compare tiny open --replicates 3 --people 2,0 --out batch ${options}`,
    `run tiny --replicate 2 ${options}`,
  ];
  for (const run of runs) expect(await typed(run, folder)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  batch = await filesUnder(join(folder, 'batch'));
  alone = await filesUnder(join(folder, 'output', 'tiny-replicate-2'));
});

/** The rows of a table that begin so, without their ends of line. */
const rowsOf = (files: ReadonlyMap<string, string>, table: string, beginning: string) =>
  files
    .get(`tables/${table}.csv`)!
    .split('\r\n')
    .slice(1)
    .filter((row) => row.startsWith(beginning));

describe('--people', () => {
  test.each(['people', 'releases', 'events'])('writes %s of these replicates in all arms, and of no other', (table) => {
    const cells = new Set(rowsOf(batch, table, '').map((row) => row.split(',').slice(0, 3).join(' ')));
    expect([...cells].filter((cell) => cell !== '')).toEqual(['tiny 0 0', 'open 0 0', 'tiny 0 2', 'open 0 2']);
  });

  test('explains every column of them in tables/schema.json', () => {
    const { tables } = JSON.parse(batch.get('tables/schema.json')!);
    for (const table of ['people', 'releases', 'events']) {
      const header = batch.get(`tables/${table}.csv`)!.split('\r\n')[0];
      expect(header.split(',')).toEqual(Object.keys(tables[table].columns));
    }
  });

  test('refuses a replicate that is not run, and writes nothing', async () => {
    const { exitCode, stderr } = await typed('run tiny --replicates 2 --people 2 --out nothing', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('--people 2: no such replicate\n  there are 2 replicates, counted from 0\n');
    expect((await filesUnder(folder)).has('nothing/manifest.json')).toBe(false);
  });
});

describe('run --replicate', () => {
  test('gives the cell of the batch: the same digest, the same weeks', () => {
    const [cell, ...others] = rowsOf(alone, 'cells', 'tiny');
    expect(others).toEqual([]);
    expect(rowsOf(batch, 'cells', 'tiny,0,2')).toEqual([cell]);
    expect(rowsOf(batch, 'cells', 'tiny,0,1')).not.toEqual([cell!.replace('tiny,0,2', 'tiny,0,1')]);
    expect(rowsOf(alone, 'stock', 'tiny')).toEqual(rowsOf(batch, 'stock', 'tiny,0,2'));
  });

  test.each(['people', 'releases', 'events'])('with its lives: %s are those of the batch', (table) => {
    expect(rowsOf(alone, table, 'tiny').length).toBeGreaterThan(10);
    expect(rowsOf(alone, table, 'tiny')).toEqual(rowsOf(batch, table, 'tiny,0,2'));
  });

  test('says in the manifest what to type again', () => {
    expect(JSON.parse(alone.get('manifest.json')!).command).toBe('stepdown run tiny --replicate 2 --years 1');
  });
});
