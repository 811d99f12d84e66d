import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BACKTEST } from '../../src/tables/backtest.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { FORECAST, FORECAST_CENTRAL, FORECAST_CHANGES } from '../../src/tables/forecast.ts';
import { fromParquet } from '../../src/tables/parquet.ts';
import { recordsOf } from '../../src/tables/table.ts';
import { WAITING_DAYS } from '../../src/tables/waiting-days.ts';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
const read = (path: string) => readFileSync(join(folder, path));
const rowsOf = (name: string) => recordsOf(parseCsv(read(`${name}/forecast.csv`).toString(), FORECAST), FORECAST);

beforeAll(async () => {
  folder = await tinyFolder();
});

describe('a forecast', () => {
  test('writes tables, fan and page, and prints levels, queue, bands and the missing record', async () => {
    const { exitCode, stdout, stderr } = await typed(
      'forecast tiny --until 2013-05-01 --replicates 3 --out one',
      folder,
    );
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^ +people inside +fullest day +usable places +risk of overflow +nights beyond own places\nhigh\n/,
    );
    expect(stdout).toMatch(/\n {2}2012 Q4 .*\n {2}2013 Q2 /);
    expect(stdout).toContain('\nwaiting for a place on the last evening\n');
    expect(stdout).toContain('Shown of each year: the last quarter, and the one with the highest risk of overflow');
    expect(stdout).toMatch(/ (0 of 3 \(up to 42 %\)|3 of 3 \(at least 58 %\)) /);
    expect(stdout).toContain('First charges are as the scenario says.');
    expect(stdout).toContain('Bands hold chance alone, within one set of parameters: 3 replicates.');
    expect(stdout).toContain('3 runs are fewer than 8: the bands are rough.');
    expect(stdout).toContain('there is no record of earlier forecasts');
    expect(stdout).toMatch(/\nreport {2}one\/report\.html {3}chart {2}one\/fan\.svg {3}digest [0-9a-f]{10}\n$/);
    for (const name of ['fan.png', 'fan.vl.json', 'schema.json', 'manifest.json', 'report.html', 'results.xlsx']) {
      expect(existsSync(join(folder, 'one', name))).toBe(true);
    }
    expect(read('one/report.html').toString()).toContain('people inside in 2013 Q2');
    const rows = rowsOf('one');
    expect(new Set(rows.map(({ period }) => period)).size).toBe(6);
    expect(rows).toEqual(recordsOf(await fromParquet(read('one/forecast.parquet'), FORECAST), FORECAST));
  });

  test('is as recorded, files and results', async () => {
    const { exitCode, stdout } = await typed('verify one', folder);
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(/results {2}digest \w{10} as recorded: 1 arm, 3 cells/),
    ]);
  });

  test('against itself changes nothing, and against another luck it is chance', async () => {
    const again = await typed('forecast tiny --until 2013-05-01 --replicates 3 --against one --out same', folder);
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toMatch(/what changed since one +before +now +change +inputs +model +chance\n {2}2012 Q4\n/);
    const changesOf = (name: string) =>
      recordsOf(parseCsv(read(`${name}/changes.csv`).toString(), FORECAST_CHANGES), FORECAST_CHANGES);
    const known = changesOf('same').filter(({ change }) => !Number.isNaN(change));
    expect(known.length).toBeGreaterThan(100);
    expect(known.filter(({ change, inputs, model, chance }) => [change, inputs, model, chance].some(Boolean))).toEqual(
      [],
    );
    await typed('forecast tiny --until 2013-05-01 --replicates 3 --seed other --against one --out luck', folder);
    const moved = changesOf('luck').filter(({ change }) => Math.abs(change) > 0);
    expect(moved.length).toBeGreaterThan(10);
    for (const { change, inputs, model, chance } of moved) {
      expect([inputs, model]).toEqual([0, 0]);
      expect(chance).toBe(change);
    }
    expect(changesOf('luck').some(({ what, unit }) => what === 'risk of overflow' && unit === 'share')).toBe(true);
  });

  test('has variants in one chart, by month, and the two layers with draws', async () => {
    const { exitCode, stdout, stderr } = await typed(
      'forecast tiny --until 2012-06-30 --by month --grow -20%,0%,20% --draws 2 --out many',
      folder,
    );
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringContaining('parameter draws take each uncertain number on its own'),
    ]);
    expect(stdout).toMatch(
      /^ +people inside +fullest day, of the quarter +usable places +risk of overflow, of the quarter /m,
    );
    expect(stdout).toContain('Shown of each year: the last month, ');
    expect(stdout).toContain('first charges −20 % a year\n');
    expect(stdout).toMatch(
      /Middle run in 2012-06 with first charges 0 % a year, beside 8 runs at central values with their range: people inside, all: \d+ by draws, \d+ \(\d+ to \d+\) at central values; /,
    );
    expect(read('many/report.html').toString()).toContain('beside 8 runs at central values');
    const central = parseCsv(read('many/central.csv').toString(), FORECAST_CENTRAL);
    expect(new Set(recordsOf(central, FORECAST_CENTRAL).map(({ runs }) => runs))).toContain(8);
    expect(existsSync(join(folder, 'one', 'central.csv'))).toBe(false);
    expect(stdout).toContain('First charges change every year from 2012-01-01 on: −20 %, 0 %, +20 %.');
    expect(stdout).toContain('chance and doubt about parameters: 2 parameter draws with 2 replicates each.');
    const rows = rowsOf('many').filter(({ what, of }) => what === 'people inside' && of === 'all');
    expect(rows).toHaveLength(18);
    for (const { chance, parameters } of rows) expect(chance + parameters).toBeCloseTo(1, 10);
    expect(new Set(rows.map(({ variant }) => variant))).toEqual(
      new Set(['−20 % a year', '0 % a year', '+20 % a year']),
    );
    expect(read('many/fan.vl.json').toString()).toContain('+20 % a year: ');
  });

  test('has a table of waiting: on a date, and how long, by level and sentence', () => {
    const rows = recordsOf(parseCsv(read('one/waiting-days.csv').toString(), WAITING_DAYS), WAITING_DAYS);
    expect(new Set(rows.map(({ year, date }) => `${year} ${date}`))).toEqual(new Set(['2012 2012-12-31']));
    expect(new Set(rows.map(({ level }) => level))).toContain('electronic monitoring');
    expect(Math.max(...rows.map(({ began }) => began))).toBeGreaterThan(0);
  });

  test('forecasts admissions: every run has its own path, recorded so that verify repeats it', async () => {
    const figures = [2008, 2009, 2010, 2011].map(
      (year, at) => `prison-sentences,${year},${40 + 5 * at},per year,0.1,test,nobody,`,
    );
    const observed = ['measure,year,observed,unit,tolerance,use,source,ids', ...figures, ''].join('\n');
    await writeFile(join(folder, 'figures.csv'), observed);
    const asked = 'forecast tiny --until 2013-05-01 --replicates 3';
    const line = `${asked} --admissions forecast --observed figures.csv`;
    const { exitCode, stdout, stderr } = await typed(`${line} --out admitted`, folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('First charges from 2012-01-01 on follow a forecast of prison sentences');
    expect(stdout).toContain(
      'Bands hold chance and doubt about admissions, within one set of parameters: 3 replicates.',
    );
    expect(read('admitted/report.html').toString()).toContain('Every run has its own path of admissions');
    const digestsOf = (name: string) => JSON.parse(read(`${name}/manifest.json`).toString()).study.digest;
    expect(digestsOf('admitted')).not.toBe(digestsOf('one'));
    const verified = await typed('verify admitted', folder);
    expect([verified.exitCode, verified.stdout]).toEqual([0, expect.stringContaining('as recorded: 1 arm, 3 cells')]);
    const again = await typed(`${line} --against admitted --out repeated`, folder);
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
    const changes = recordsOf(parseCsv(read('repeated/changes.csv').toString(), FORECAST_CHANGES), FORECAST_CHANGES);
    expect(changes.filter(({ change }) => Math.abs(change) > 0)).toEqual([]);
    const held = await typed(`${asked} --admissions held --out held`, folder);
    expect(held.stdout).toContain('Bands hold no doubt about admissions');
    expect(digestsOf('held')).toBe(digestsOf('one'));
  });

  test('tells the record of forecasts of the past that lies beside its scenario', async () => {
    const names = BACKTEST.columns.map(({ name }) => name);
    const header = names.join(',');
    const place = 'Norway';
    const told = { place, mode: 'blind', measure: 'stock', label: 'people inside', unit: 'people' };
    const rowOf = (given: Readonly<Record<string, unknown>>) =>
      BACKTEST.columns.map(({ name, kind }) => String(given[name] ?? (kind === 'integer' ? 1 : ''))).join(',');
    const rows = [
      rowOf({ ...told, horizon: 1, error_percent: 2.14, last_value_percent: 3.5 }),
      rowOf({ ...told, horizon: 2, error_percent: 4.06 }),
      rowOf({ ...told, measure: 'releases', label: 'releases', horizon: 1, error_percent: 7 }),
    ];
    await writeFile(join(folder, 'scenarios', 'backtest.csv'), `${[header, ...rows].join('\n')}\n`);
    const { stdout } = await typed('forecast tiny --until 2012-01-31 --replicates 2 --out told', folder);
    expect(stdout).toContain(
      'Forecasts of the past: people inside, blind: missed by 2.1 % after 1 year (last value 3.5 %), 4.1 % after 2 years (last value n/a). 1 more in backtest.csv.',
    );
    expect(read('told/report.html').toString()).toContain('releases, blind: missed by 7.0 % after 1 year');
    await writeFile(join(folder, 'scenarios', 'backtest.csv'), 'mode,label\n');
    const broken = await typed('forecast tiny --until 2012-01-31 --replicates 2 --out broken', folder);
    expect([broken.exitCode, broken.stderr]).toEqual([2, expect.stringContaining('column "place" is missing')]);
    await writeFile(join(folder, 'scenarios', 'backtest.csv'), `${header}\n`);
  });
});

describe('is refused, in clear words and before anything runs', () => {
  test.each([
    [
      'a date before the start',
      '--until 2011-12-31',
      'comes before the forecast begins\n  the forecast begins on 2012-01-01',
    ],
    ['no date', '--until next-year', "--until next-year: 'next-year' is not a date written year-month-day"],
    ['a date that is none', '--until 2012-02-30', "'2012-02-30' is not a date of the calendar"],
    ['a date beyond all years', '--until 2300-01-01', 'a forecast has at most 200 years'],
    ['a growth without per cent', '--grow 2', '--grow 2: expected a percentage a year, got "2"\n  write --grow 2%'],
    ['a growth beyond reason', '--grow 90%', 'growth lies between −50 % and 50 % a year'],
    ['a growth twice', '--grow 1%,1.0%', 'a growth is named twice'],
    ['too many variants', '--grow 1%,2%,3%,4%,5%,6%,7%,8%', 'at most 7 variants'],
    ['a period that is none', '--by week', '--by week: there is no such choice'],
    ['one replicate', '--replicates 1', '--replicates 1: expected a whole number from 2'],
    [
      'an earlier forecast that is not there',
      '--against gone',
      'gone: is not a folder of results: it has no manifest.json\n  name a folder that stepdown forecast wrote',
    ],
    [
      'a growth that goes on for too long',
      '--until 2045-12-31 --grow 50%',
      '+50 % a year for 34 years is more than 10 times',
    ],
    [
      'admissions forecast beside a growth',
      '--admissions forecast --grow 1%',
      '--admissions forecast does not go with --grow\n  a forecast of admissions has a trend of its own',
    ],
    ['figures that nothing reads', '--observed scenarios/targets.yaml', '--observed: the figures would not be used'],
    ['admissions without figures', '--admissions forecast', 'there are no observed figures'],
    ['a misspelt option', '--untill 2013-01-01', 'did you mean --until?'],
  ])('%s', async (_, options, complaint) => {
    const { exitCode, stdout, stderr } = await typed(`forecast tiny ${options} --out none`, folder);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('a growth on top of one that a file gives', async () => {
    const rows = [
      'date,lever,change,value,unit,basis,source,note',
      '2011,arrivals.per_year,set,90,persons per year,observed,here,',
      '2012,arrivals.per_year,grow,2 %,per year,assumed,what if,',
    ];
    await writeFile(join(folder, 'scenarios', 'charges.csv'), `${rows.join('\n')}\n`);
    const text = 'title: Grows\nextends: tiny.yaml\ninputs: [charges.csv]\n';
    await writeFile(join(folder, 'scenarios', 'grows.yaml'), text);
    const { exitCode, stderr } = await typed('forecast grows --until 2013-05-01 --grow 0%,1%', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--grow: first charges grow by 2 % a year from 2012 on already, by ');
    expect(stderr).toContain('charges.csv\n  take that row out of the file, or leave out --grow');
  });

  test('another variant, another folder, and a table that somebody changed', async () => {
    const other = await typed('forecast tiny --until 2013-05-01 --grow 1%,2% --against one --out none', folder);
    expect(other.stderr).toContain(
      'has no variant in common with this forecast\n  it has central; this one has +1 % a year',
    );
    await typed('run tiny --years 1 --replicates 2 --quiet --out ran', folder);
    const study = await typed('forecast tiny --against ran --out none', folder);
    expect([study.exitCode, study.stderr]).toEqual([2, expect.stringContaining('ran: holds no forecast')]);
    await writeFile(join(folder, 'one', 'forecast.csv'), 'variant\n');
    const changed = await typed('forecast tiny --against one --out none', folder);
    expect([changed.exitCode, changed.stderr]).toEqual([2, expect.stringContaining('one/forecast.csv: is damaged')]);
  });
});
