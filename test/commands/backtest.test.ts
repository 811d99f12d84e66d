import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordBeside, rowsIn } from '../../src/results/backtest-record.ts';
import { BACKTEST_KNOWN_LATER, BACKTEST_PAIRS } from '../../src/tables/backtest.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { recordsOf, type TableSchema, toRecords } from '../../src/tables/table.ts';
import { historyFiles } from '../experiment/backtest/tiny-history.ts';
import { typed } from './typed.ts';

const OBSERVED = `measure,year,observed,unit,tolerance,use,source,ids
sentence-stock,2011,20,persons,0.1,test,nobody,
sentence-stock,2012,22,persons,0.1,test,nobody,
sentence-stock,2013,21,persons,0.1,test,nobody,
sentence-stock,2014,24,persons,0.1,test,nobody,
releases,2012,80,per year,0.1,test,nobody,
releases,2013,90,per year,0.1,test,nobody,
`;
let folder: string;

const backtest = (options: string) => typed(`backtest history ${options}`, folder);
const textOf = (name: string, out = 'done') => readFileSync(join(folder, out, name), 'utf8');
const rowsOf = (schema: TableSchema) => toRecords(parseCsv(textOf(`${schema.name}.csv`), schema));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepdown-backtest-'));
  await mkdir(join(folder, 'scenarios'));
  const own = historyFiles['history.yaml'].replace(
    'scenarios/norway/baseline.yaml',
    resolve('scenarios/norway/baseline.yaml'),
  );
  await writeFile(join(folder, 'scenarios', 'history.yaml'), own);
  await writeFile(join(folder, 'scenarios', 'history.csv'), historyFiles['history.csv']);
  await writeFile(join(folder, 'scenarios', 'observed.csv'), OBSERVED);
});

describe('a backtest', () => {
  test('writes record, pairs, what was known later and a chart, and prints errors by horizon', async () => {
    const { exitCode, stdout, stderr } = await backtest('--origins 2012..2013 --horizon 2 --out done');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('origins 2012-2013; 2 runs each');
    expect(stdout).toMatch(
      /\n +years +pairs +blind +bias +in 80 % +conditional .* last value +linear +damped\n +1 +2 /,
    );
    expect(stdout).toContain('1 more measure in backtest.csv');
    expect(stdout).toMatch(
      /^People inside are not scored: there are no figures of all of them, nor of every status, at an origin and after it\. Forecasts of people inside, serving, miss blind by /,
    );
    for (const name of ['error-by-horizon.svg', 'manifest.json', 'schema.json']) {
      expect(existsSync(join(folder, 'done', name))).toBe(true);
    }
    const rows = rowsIn(textOf('backtest.csv'), 'backtest.csv');
    expect(rows.map(({ mode, measure, horizon, pairs }) => [mode, measure, horizon, pairs])).toEqual(
      ['blind', 'conditional'].flatMap((mode) => [
        [mode, 'sentence-stock', 1, 2],
        [mode, 'sentence-stock', 2, 1],
        [mode, 'releases', 1, 1],
      ]),
    );
    expect(rows[0]!.last_value_percent).toBeCloseTo(((100 * 1) / 21 + (100 * 3) / 24) / 2, 8);
  });

  test('has people inside for its headline, in whatever order the figures stand', async () => {
    const all = [20, 22, 21, 24].map((value, at) => `occupancy,${2011 + at},${value + 5},persons,0.1,test,nobody,\n`);
    await writeFile(join(folder, 'with-all.csv'), OBSERVED + all.join(''));
    const { stdout } = await backtest('--origins 2012..2013 --horizon 2 --observed with-all.csv --out all');
    expect(stdout).toMatch(
      /^Forecasts of people inside miss blind by [\d.]+ % after 1 year and [\d.]+ % after 2 years; with admissions and places given by [\d.]+ % after 1 year and [\d.]+ % after 2 years; the best naive forecast by 7.1 % after 1 year and 3.9 % after 2 years\.\n\npeople inside, mean: mean absolute error/,
    );
    expect(textOf('error-by-horizon.vl.json', 'all')).toContain('Forecasts of people inside miss blind by');
    expect(rowsIn(textOf('backtest.csv', 'all'), 'all')[0]!.measure).toBe('occupancy');
  });

  test('starts forecasts from the last observed figure', () => {
    const pairs = recordsOf(parseCsv(textOf('backtest-pairs.csv'), BACKTEST_PAIRS), BACKTEST_PAIRS);
    const [first] = pairs;
    expect([first!.origin, first!.year, first!.observed, first!.last_value]).toEqual([2012, 2013, 21, 22]);
    expect(first!.jump_off_factor).not.toBe(1);
    expect(first!.low_95).toBeLessThan(first!.low_50);
    expect(first!.high_50).toBeLessThan(first!.high_95);
  });

  test('tells what was known only later', () => {
    const known = rowsOf(BACKTEST_KNOWN_LATER).filter(({ origin }) => origin === 2012);
    const whats = (mode: string) => known.filter((row) => row['mode'] === mode).map(({ what }) => what);
    expect(whats('blind')).toEqual(expect.arrayContaining(['mechanisms', 'fitted-2012', 'reoffending.charging']));
    expect(whats('blind')).not.toContain('fitted-2013');
    expect(whats('conditional')).toEqual(expect.arrayContaining(['fitted-2013', 'facility.places.low']));
  });

  test('as simulated it scales nothing, and computes nothing anew', async () => {
    const cells = () => readdirSync(join(folder, '.cells'), { recursive: true }).length;
    const before = cells();
    const { exitCode } = await backtest('--origins 2012..2013 --horizon 2 --jump-off simulated --out as-simulated');
    expect([exitCode, cells()]).toEqual([0, before]);
    const text = textOf('backtest-pairs.csv', 'as-simulated');
    const pairs = recordsOf(parseCsv(text, BACKTEST_PAIRS), BACKTEST_PAIRS);
    expect(new Set(pairs.map((row) => row.jump_off_factor))).toEqual(new Set([1]));
  });

  test('forecasts admissions in blind forecasts, says so, and leaves the conditional ones', async () => {
    const sentences = [2010, 2011, 2012].map(
      (year, at) => `prison-sentences,${year},${90 + 20 * at},per year,0.1,test,nobody,\n`,
    );
    await writeFile(join(folder, 'with-sentences.csv'), OBSERVED + sentences.join(''));
    const options = '--origins 2012..2013 --horizon 2 --observed with-sentences.csv --admissions';
    const { exitCode, stdout } = await backtest(`${options} forecast --out ahead`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('blind forecasts forecast admissions from the prison sentences observed up to the origin');
    expect((await backtest(`${options} held --out held`)).stdout).not.toContain('forecast admissions');
    const rowsOfMode = (out: string, mode: string) =>
      rowsIn(textOf('backtest.csv', out), out).filter((row) => row.mode === mode && row.measure === 'sentence-stock');
    expect(rowsOfMode('held', 'blind')).toEqual(rowsOfMode('done', 'blind'));
    expect(rowsOfMode('ahead', 'conditional')).toEqual(rowsOfMode('done', 'conditional'));
    expect(rowsOfMode('ahead', 'blind')[0]!.error).not.toBe(rowsOfMode('done', 'blind')[0]!.error);
    expect(rowsOfMode('ahead', 'blind')[0]!.knowledge).toBe('pseudo-real-time, admissions forecast');
  });

  test('tells no folder of the machine, whatever was typed', async () => {
    const whole = join(folder, 'scenarios/history.yaml');
    const asked = '--origins 2012 --horizon 1 --out whole';
    const elsewhere = await mkdtemp(join(tmpdir(), 'stepdown-elsewhere-'));
    const { exitCode } = await typed(`backtest ${whole} ${asked}`, elsewhere);
    expect(exitCode).toBe(0);
    const text = readFileSync(join(elsewhere, 'whole', 'backtest.csv'), 'utf8');
    expect(rowsIn(text, 'backtest.csv')[0]!.scenario).toBe('history.yaml');
    expect(text).not.toContain(folder);
  });

  test('leaves a record that is found beside a scenario and above it, and is refused for another place', async () => {
    const record = join(folder, 'scenarios', 'backtest.csv');
    await writeFile(record, textOf('backtest.csv'));
    const place = rowsIn(textOf('backtest.csv'), 'x')[0]!.place;
    for (const path of ['scenarios/history.yaml', 'scenarios/calibrated/scenario.yaml']) {
      expect(recordBeside(path, place, folder)).toMatchObject({ path: 'scenarios/backtest.csv' });
    }
    expect(() => recordBeside('scenarios/history.yaml', 'Elsewhere', folder)).toThrow(/the record is of .*Elsewhere/);
    await writeFile(record, 'a,b\n1,2\n');
    expect(() => recordBeside('scenarios/history.yaml', place, folder)).toThrow('scenarios/backtest.csv');
    await rm(record);
    expect(recordBeside('scenarios/history.yaml', place, folder)).toBeUndefined();
  });
});

test.each([
  ['', '--origins is missing', '2011..2014'],
  ['--origins 2005,2012', '2005: outside the years', 'name years from 2011 to 2014'],
  ['--origins 2015', '2015: outside the years', '2011 to 2015'],
  ['--origins 2012..', 'got "2012.."', '1998..2009,2012'],
  ['--origins 2012,2012', '2012 is named twice', 'name it once'],
  ['--origins 2012 --horizon 0', '--horizon 0: expected a whole number from 1 to 20', ''],
  ['--origins 2012 --jump-off yesterday', 'yesterday', 'simulated'],
  ['--origins 2014', 'nothing can be scored from 2014', 'observed within 5 years after it'],
  ['--origins 2012 --observed none.csv', 'none.csv', ''],
  ['--origins 2012 --given remand.odd', 'there is no lever "remand.odd"', 'remand.odds'],
  ['--origins 2012 --admissions rising', 'rising', 'forecast'],
  ['--origins 2012 --admissions forecast', 'there are no figures of admissions before 2013', 'use --admissions held'],
  ['--origins 2012 --mean-of 0', '--mean-of 0: expected a whole number from 1 to 20', ''],
  ['--origins 2012 --replicates 1', 'one run does not show', 'at least 2'],
])('"%s" is refused before anything runs', async (options, problem, remedy) => {
  const { exitCode, stderr, stdout } = await backtest(`${options} --out refused`.trim());
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain(problem);
  expect(stderr).toContain(remedy);
  expect(existsSync(join(folder, 'refused'))).toBe(false);
});

test('a scenario without observed figures says where it looked', async () => {
  await mkdir(join(folder, 'else/where'), { recursive: true });
  await writeFile(join(folder, 'else/where/alone.yaml'), `extends: ${join(folder, 'scenarios/history.yaml')}\n`);
  const { exitCode, stderr } = await typed('backtest else/where/alone.yaml --origins 2012', folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('there are no observed figures');
  expect(stderr).toContain('else/where/observed.csv and else/observed.csv');
});
