/** Tables for others: a data package that says what is in the files, dates that are dates, and guides whose programs give our own figures. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { DICTIONARY, dictionaryPage } from '../../scripts/dictionary.ts';
import { splitRecords } from '../../src/tables/csv.ts';
import { tinyFolder, typed } from './typed.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: { readonly required: true };
}
interface Resource {
  readonly name: string;
  readonly path: string;
  readonly profile: string;
  readonly format: string;
  readonly schema: { readonly fields: readonly Field[]; readonly missingValues: readonly string[] };
}

const guide = readFileSync('docs/guides/data.md', 'utf8');
let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
  const options = '--years 2 --replicates 2 --people 0 --quiet';
  for (const format of ['csv', 'parquet'])
    expect(await typed(`compare tiny open ${options} --format ${format} --out output/${format}`, folder)).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: '',
    });
});
const packageIn = (name: string) =>
  JSON.parse(readFileSync(join(folder, 'output', name, 'datapackage.json'), 'utf8')) as {
    name: string;
    profile: string;
    resources: readonly Resource[];
  };

/** The lexical forms of the types of Frictionless that we use. */
const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(true|false)$/,
};

describe('datapackage.json', () => {
  test.each(['csv', 'parquet'])('has the shape of the specification, and names every table: %s', (format) => {
    const { name, profile, resources } = packageIn(format);
    expect([name, profile]).toEqual(['stepdown-tiny-open', 'data-package']);
    const names = resources.map((resource) => resource.name);
    expect(new Set(names).size).toBe(names.length);
    for (const resource of resources) {
      expect(resource.name).toMatch(/^[-a-z0-9._]+$/);
      expect(resource.path).toBe(`${resource.path.split('/')[0]}/${resource.path.split('/')[1]}`);
      expect(existsSync(join(folder, 'output', format, resource.path))).toBe(true);
      expect(resource.format).toBe(format);
      expect(resource.schema.missingValues).toEqual(['']);
      for (const field of resource.schema.fields) {
        expect(Object.keys(FORMS)).toContain(field.type);
        expect(field.description).not.toBe('');
      }
    }
    const manifest = JSON.parse(readFileSync(join(folder, 'output', format, 'manifest.json'), 'utf8'));
    const files = Object.keys(manifest.files).filter((path) => path.endsWith(`.${format}`));
    expect(resources.map(({ path }) => path).sort()).toEqual(files.sort());
  });

  test('tells the columns of every file in order, and every cell is of its type', () => {
    for (const { path, schema } of packageIn('csv').resources) {
      const text = readFileSync(join(folder, 'output', 'csv', path), 'utf8');
      const [header, ...rows] = splitRecords(text, path);
      expect(header!.cells).toEqual(schema.fields.map(({ name }) => name));
      schema.fields.forEach((field, at) => {
        const cells = new Set(rows.map((row) => row.cells[at]));
        if (field.constraints === undefined) cells.delete('');
        const wrong = [...cells].filter((cell) => !FORMS[field.type]!.test(cell));
        expect(wrong.map((cell) => `${path} ${field.name} (${field.type}): ${cell}`)).toEqual([]);
      });
    }
  });

  test('is beside the tables of an experiment too', async () => {
    await typed(
      'sweep tiny --lever placement.review_days.high:30,60 --years 1 --replicates 2 --quiet --out swept',
      folder,
    );
    const { resources } = JSON.parse(readFileSync(join(folder, 'swept', 'datapackage.json'), 'utf8'));
    expect(resources.map(({ path }: Resource) => path)).toEqual(['sweep.csv']);
  });
});

test('dates are dates, and a missing one is missing, in CSV and in Parquet', async () => {
  for (const format of ['csv', 'parquet']) {
    const people = join(folder, 'output', format, 'tables', `people.${format}`);
    const rows = await sql(
      `SELECT typeof(born), count(*) FILTER (left_on IS NULL) > 0, count(*) FILTER (left_on IS NOT NULL) > 0,
        min(born) > DATE '1850-01-01' FROM '${people}' GROUP BY ALL`,
    );
    expect(rows).toEqual([['DATE', true, true, true]]);
  }
});

test('the dictionary is that of the code (npm run docs writes it)', async () => {
  expect(readFileSync(DICTIONARY, 'utf8')).toBe(await dictionaryPage());
});

describe('the guide', () => {
  const summary = () => JSON.parse(readFileSync(join(folder, 'output', 'csv', 'summary.json'), 'utf8'));
  const figures = () => {
    const { measures } = summary() as { measures: { measure: string; level?: string; mean: number }[] };
    return measures
      .filter(({ measure, level }) => measure === 'occupancy' && level === undefined)
      .map(({ mean }) => mean);
  };
  const program = (language: string) =>
    new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``)
      .exec(guide)![1]
      .replaceAll('output/harbour', join(folder, 'output', 'csv'));
  const printed = (command: string, args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  };
  const has = (command: string) => spawnSync(command, ['--version']).status === 0;

  test.skipIf(!has('python3'))('its Python gives our figures (skipped without python3)', () => {
    const numbers = printed('python3', ['-c', program('python')])
      .match(/[-\d.]+$/gm)!
      .map(Number);
    const [before, after] = figures() as [number, number];
    expect(numbers[0]).toBeCloseTo(before, 9);
    expect(numbers[1]).toBeCloseTo(after, 9);
    expect(numbers[2]).toBeCloseTo(after - before, 9);
  });

  test.skipIf(!has('Rscript'))('its R gives our figures (skipped without Rscript)', () => {
    const difference = /difference (\S+)/.exec(printed('Rscript', ['-e', program('r')]))![1];
    const [before, after] = figures() as [number, number];
    expect(Number(difference)).toBeCloseTo(after - before, 9);
  });

  test.each(['csv', 'parquet'])('its SQL gives our figures, from %s', async (format) => {
    const query = program('sql')
      .replace('harbour-baseline', 'tiny')
      .replace('/csv/tables/stock.csv', `/${format}/tables/stock.${format}`);
    const rows = (await sql(query)) as [string, number, number][];
    const [before, after] = figures() as [number, number];
    const byArm = new Map(rows.map(([arm, people, difference]) => [arm, [people, difference]]));
    expect(byArm.get('tiny')![0]).toBeCloseTo(before, 9);
    expect(byArm.get('open')![0]).toBeCloseTo(after, 9);
    expect(byArm.get('open')![1]).toBeCloseTo(after - before, 9);
  });
});

async function sql(query: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = (await connection.runAndReadAll(query)).getRows();
  connection.closeSync();
  return rows;
}
