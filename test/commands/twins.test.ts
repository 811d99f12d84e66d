import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '../../src/tables/csv.ts';
import { numbersOf, type TableSchema, textsOf } from '../../src/tables/table.ts';
import { CAUSES, DIVERGENCES, GROUPS } from '../../src/tables/twins.ts';
import { Interrupted } from '../../src/terminal/terminal.ts';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
  const part = (name: string, lever: string, value: string) =>
    `  ${name}: {from: 2013-01-01, after: tiny, set: {${lever}: ${value}}}\n`;
  const write = (name: string, rest: string) =>
    writeFile(join(folder, 'scenarios', `${name}.yaml`), `title: ${name}\nextends: tiny.yaml\n${rest}`);
  const granted = part('granted', 'release.conditional_granted', '0.2');
  await write('bundle', `policies:\n${granted}${part('fewer', 'facility.places.high', '15')}`);
  await write('same', `policies:\n${part('same', 'placement.review_days.high', '{multiply: 1}')}`);
  await write('longer', 'burn_in_years: 3\n');
  await write('full', 'people_inside: inside.csv\n');
  const rows = Array.from({ length: 5 }, (_, at) => `serving,high,${300 + at},${at},male,${20 + at}\n`);
  const csv = `status,level,sentence_days,served_days,sex,age\n${rows.join('')}`;
  await writeFile(join(folder, 'scenarios', 'inside.csv'), csv);
});

const table = (name: string, schema: TableSchema) =>
  parseCsv(readFileSync(join(folder, name, `${schema.name}.csv`), 'utf8'), schema, schema.name);

describe('twins', () => {
  test('tells how many part and over what, who gains, and one pair, and leaves tables and charts', async () => {
    const { exitCode, stdout, stderr } = await typed('twins tiny bundle --replicates 2 --out out', folder);
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      '6 runs per replicate, 2 replicates: both arms, and each of 2 policies alone and left out; --quick skips the latter\n',
    );
    for (const words of ['the same to the last day', 'where lives part first', 'with a need of drugs', 'one pair']) {
      expect(stdout).toContain(words);
    }
    expect(stdout).toMatch(/they part on 201[34]-\d\d-\d\d: /);
    expect(stdout).toMatch(/through (granted|fewer)/);
    const files = readdirSync(join(folder, 'out'));
    for (const file of ['divergences.csv', 'groups.csv', 'causes.csv', 'lives.svg', 'lives.png', 'groups.svg']) {
      expect(files).toContain(file);
    }
    const [divergences, causes, groups] = [DIVERGENCES, CAUSES, GROUPS].map((schema) => table('out', schema)) as [
      ReturnType<typeof table>,
      ReturnType<typeof table>,
      ReturnType<typeof table>,
    ];
    const total = (name: string) => Array.from(numbersOf(causes, name)).reduce((sum, one) => sum + one, 0);
    expect(divergences.rows).toBe(total('people'));
    expect(total('share')).toBeCloseTo(100, 6);
    expect(textsOf(divergences, 'date').every((date) => date >= '2013-01-01')).toBe(true);
    expect(new Set(textsOf(divergences, 'levers'))).toContain('fewer');
    expect(numbersOf(groups, 'low').some(Number.isFinite)).toBe(true);
  });

  test('gives the same again', async () => {
    await typed('twins tiny bundle --replicates 2 --out again --quiet', folder);
    for (const file of ['divergences.csv', 'causes.csv', 'groups.csv', 'life_lines.csv', 'lives.svg', 'groups.svg']) {
      const [one, other] = ['out', 'again'].map((name) => readFileSync(join(folder, name, file), 'utf8'));
      expect([file, other === one]).toEqual([file, true]);
    }
  });

  test('tells the pair that is asked for, also of another replicate, and leaves levers away when quick', async () => {
    const divergences = table('out', DIVERGENCES);
    const at = numbersOf(divergences, 'replicate').indexOf(1);
    const person = textsOf(divergences, 'person')[at];
    const line = `twins tiny bundle --replicates 2 --quick --person 1/${person} --out asked`;
    const { exitCode, stdout, stderr } = await typed(line, folder);
    expect([exitCode, stderr]).toEqual([
      0,
      '2 runs per replicate, 2 replicates: both arms; levers are not distinguished\n',
    ]);
    expect(stdout).toContain(`person ${person} of replicate 1`);
    expect(stdout).toContain(`they part on ${textsOf(divergences, 'date')[at]}`);
    expect(stdout).not.toContain('through granted');
    expect(new Set(textsOf(table('asked', DIVERGENCES), 'how'))).toEqual(new Set(['']));
  });

  test('says so when nobody parts', async () => {
    const { exitCode, stdout } = await typed('twins tiny same --replicates 1 --out same', folder);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('lives part: 0, 0 %');
    expect(stdout).not.toContain('one pair');
    expect(existsSync(join(folder, 'same', 'lives.svg'))).toBe(false);
  });

  test('stopped by the user says that nothing is kept, and leaves nothing', async () => {
    const stopping = new AbortController();
    const printed: string[] = [];
    const write = (line: string) => {
      printed.push(line);
      stopping.abort(new Interrupted());
    };
    const { exitCode } = await typed('twins tiny bundle --out stopped', folder, {
      signal: stopping.signal,
      stderr: { write },
    });
    expect([exitCode, printed.at(-1)]).toEqual([
      130,
      'stopped; lives are not stored, so the same command begins anew\n',
    ]);
    expect(existsSync(join(folder, 'stopped'))).toBe(false);
  });

  test.each([
    ['twins tiny tiny', 'is named twice'],
    ['twins tiny gone', 'there is no such scenario'],
    ['twins tiny longer', 'burn_in_years is 3, but 2'],
    ['twins tiny full', 'people_inside is 5 people, digest'],
    ['twins tiny bundle --person Anna', 'this is not the key of a person'],
    ['twins tiny bundle --person 2-1000', 'this person is of the list of people inside'],
    ['twins tiny bundle --person 4/1-167837696 --replicates 2', 'no such replicate'],
    ['twins tiny bundle --person 1-7', 'nobody has this key in both arms of replicate 0'],
    ['twins tiny bundle --replicates 0', 'expected a whole number from 1'],
    ['twins tiny bundle --persons 1-7', 'did you mean --person?'],
    ['twins tiny', 'stepdown twins: name two scenarios'],
  ])('refuses %s', async (line, complaint) => {
    const { exitCode, stderr } = await typed(`${line} --out no`, folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });
});
