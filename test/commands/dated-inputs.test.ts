/** Dated inputs leave a trace wherever a reader looks: check, report, brief, table of parameters, manifest. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
  const wing =
    'date,lever,change,value,unit,basis,source,note,until,building_cost\n' +
    '2013-07-01,facility.places.high,add,230,places,planned,Agency of wings,a new wing,,90000000\n' +
    '2010,arrivals.per_year,set,9000,persons per year,observed,Yearbook of charges,,,\n' +
    '2011,arrivals.per_year,grow,2 %,per year,assumed,What we tried,,,\n' +
    '2031-01-01,facility.places.low,add,9,places,planned,Far away,,,\n';
  await writeFile(join(folder, 'scenarios', 'wing.csv'), wing);
  await writeFile(join(folder, 'scenarios', 'wing.yaml'), 'title: A wing\nextends: tiny.yaml\ninputs: [wing.csv]\n');
});

test('check lists each series and event: values, days, file, source, basis, before and after', async () => {
  const { exitCode, stdout } = await typed('check wing', folder);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('\n4 figures by date\n');
  expect(stdout).toContain(
    '\n  arrivals.per_year (persons per year), 1 observed, 1 assumed; Yearbook of charges; What we tried; wing.csv\n' +
      '    2010 set 9000, 2011 grow 2 %\n',
  );
  expect(stdout).toContain(
    '\n  facility.places.high: add 230 from 2013-07-01, 2377 -> 2607 places ' +
      '(planned; Agency of wings; a new wing; building costs 90 million kroner; wing.csv)\n',
  );
  expect(stdout).toContain('wing.csv: facility.places.low, add 9 begins on 2031-01-01, after the end\n');
});

test('report, brief, table of parameters and manifest name what was used, and not the passport alone', async () => {
  const { exitCode } = await typed('run wing --replicates 2 --format csv --out out', folder);
  expect(exitCode).toBe(0);
  const read = (path: string) => readFile(join(folder, 'out', path), 'utf8');
  const [report, brief, parameters, manifest] = await Promise.all(
    ['report.html', 'brief.md', 'tables/parameters.csv', 'manifest.json'].map(read),
  );
  for (const text of [report, brief, parameters, manifest]) {
    for (const part of [
      'Agency of wings',
      '2013-07-01',
      '230',
      'a new wing',
      'planned',
      'wing.csv',
      'Yearbook of charges',
    ]) {
      expect(text).toContain(part);
    }
  }
  const ofHigh = parameters.split('\n').filter((line) => line.startsWith('facility.places,'));
  expect(ofHigh.map((line) => line.includes('Agency of wings'))).toEqual([true, false, false]);
});

test('a policy that ends before the burn-in is told so', async () => {
  const text =
    'title: Long ago\nextends: tiny.yaml\npolicies:\n  long-ago: {from: 1990-01-01, until: 1995-01-01, set: {facility.crowding.low: 0.5}}\n';
  await writeFile(join(folder, 'scenarios', 'ago.yaml'), text);
  const { stdout } = await typed('check ago', folder);
  expect(stdout).toContain('policy long-ago ends on 1994-12-31, before the burn-in begins');
});
