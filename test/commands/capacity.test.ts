import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CAPACITY,
  CAPACITY_ALTERNATIVES,
  CAPACITY_LEVELS,
  CAPACITY_QUARTERS,
  CAPACITY_UNITS,
} from '../../src/tables/capacity.ts';
import { parseCsv } from '../../src/tables/csv.ts';
import { type RowOf, recordsOf, type TableSchema } from '../../src/tables/table.ts';
import { tinyFolder, typed } from './typed.ts';

let folder: string;

const rowsOf = <const Schema extends TableSchema>(name: string, schema: Schema): readonly RowOf<Schema>[] =>
  recordsOf(parseCsv(readFileSync(join(folder, name, `${schema.name}.csv`), 'utf8'), schema), schema);

const ASKED = 'capacity tiny --level high --by 2013-05-01 --risk 50%';

beforeAll(async () => {
  folder = await tinyFolder();
});

describe('the answer', () => {
  test('is the smallest number tried that passes, and is told with its range, its reason and its neighbours', async () => {
    const { exitCode, stdout, stderr } = await typed(`${ASKED} --out found`, folder);
    expect([exitCode, stderr]).toEqual([0, '']);
    const tried = rowsOf('found', CAPACITY);
    const passing = tried.filter((row) => row.passes_risk && row.passes_wait);
    const answer = tried.filter((row) => row.is_answer);
    expect(answer).toHaveLength(1);
    expect(answer[0]!.places).toBe(Math.min(...passing.map(({ places }) => places)));
    expect(tried.some(({ places }) => places === answer[0]!.places - 1)).toBe(true);
    expect(stdout).toMatch(new RegExp(`^high security: ${answer[0]!.places} places, `));
    expect(stdout).toContain(
      'risk of overflow at most 50 % in April to June 2013, and in 2013 nine in ten wait at most 60 days',
    );
    expect(stdout).toContain(
      'the risk of a number counts as the largest of its own and those of all larger ones tried',
    );
    expect(stdout).toMatch(
      /\nreport {2}found\/report\.html {3}chart {2}found\/capacity\.svg {3}digest [0-9a-f]{10}\n$/,
    );
    tried.forEach((row, at) => {
      expect(row.runs).toBe(3);
      const breaches = Math.max(...tried.slice(at).map((one) => one.breaches));
      expect(row.risk).toBeCloseTo(breaches / 3, 12);
      expect(row.passes_risk).toBe(breaches === 0);
      if (at > 0) expect(row.risk_high).toBeLessThanOrEqual(tried[at - 1]!.risk_high);
      if (at > 0) expect(row.in_time_low).toBeGreaterThanOrEqual(tried[at - 1]!.in_time_low);
    });
  });

  test('leaves quarters, levels and units as it is and with the answer', () => {
    const quarters = rowsOf('found', CAPACITY_QUARTERS);
    expect(quarters.slice(0, 8).map(({ quarter }) => quarter)).toEqual(
      [2012, 2013].flatMap((year) => ['01', '04', '07', '10'].map((month) => `${year}-${month}-01`)),
    );
    expect(new Set(quarters.map(({ scenario }) => scenario))).toEqual(new Set(['as it is', 'with the answer']));
    expect(rowsOf('found', CAPACITY_LEVELS).map(({ level }) => level)).toEqual(['high', 'low', 'transitional']);
    const units = rowsOf('found', CAPACITY_UNITS);
    expect(Math.max(...units.map(({ full }) => full))).toBeGreaterThan(0);
    expect(Math.max(...units.map(({ full }) => full))).toBeLessThanOrEqual(1);
    for (const name of [
      'capacity.png',
      'capacity.vl.json',
      'manifest.json',
      'schema.json',
      'report.html',
      'results.xlsx',
    ])
      expect(existsSync(join(folder, 'found', name))).toBe(true);
  });

  test('is found again from the manifest, and in steps if asked', async () => {
    const { command } = JSON.parse(readFileSync(join(folder, 'found/manifest.json'), 'utf8'));
    expect(command).toBe('stepdown capacity tiny --level high --by 2013-05-01 --risk 50%');
    await typed(`${ASKED} --step 5 --wait 364 --any-quarter --out steps --quiet`, folder);
    const manifest = JSON.parse(readFileSync(join(folder, 'steps/manifest.json'), 'utf8'));
    expect(manifest.command).toBe(
      'stepdown capacity tiny --level high --by 2013-05-01 --risk 50% --wait 364 --step 5 --any-quarter',
    );
    const tried = rowsOf('steps', CAPACITY);
    const answer = tried.find((row) => row.is_answer)!.places;
    expect(answer % 5).toBe(0);
    await typed(`${ASKED} --wait 364 --any-quarter --out single --quiet`, folder);
    const single = rowsOf('single', CAPACITY);
    expect(answer).toBe(Math.ceil(single.find((row) => row.is_answer)!.places / 5) * 5);
    expect(single.map(({ places }) => places)).toEqual(tried.map(({ places }) => places));
  });

  test('counts the places that a plan opens in single units, which stay as planned', async () => {
    const plan =
      'event,level,unit,sex,date,until,places,building_cost,building_days,basis,source,note\n' +
      'opening,high,east,male,2012-07-01,,6,,,planned,Agency,\nrepair,high,east,male,2012-03-01,2012-06-01,2,,,planned,Agency,\n';
    await writeFile(join(folder, 'scenarios', 'plan.csv'), plan);
    await writeFile(join(folder, 'scenarios', 'wing.yaml'), 'title: Wing\nextends: tiny.yaml\ninputs: [plan.csv]\n');
    const asked = 'capacity wing --level high --by 2013-05-01 --risk 50% --wait 364';
    const { stdout } = await typed(`${asked} --out wing`, folder);
    expect(stdout.split('\n')[0]).toMatch(/^high security: \d+ places, of which 6 open on 2012-07-01, /);
    expect(stdout).toMatch(/overflow is beyond all usable places of the level; in \d of 3 runs somebody lacks a bed/);
    expect(stdout).toContain('all numbers include the 6 places planned in single units by 2013-05-01');
    const told = Number(
      /than the (\d+) in force|(?:^| )(\d+) places,[^;]* as many as in force/.exec(stdout)?.slice(1).find(Boolean),
    );
    const before = Number(
      /than the (\d+) in force/.exec((await typed(`${ASKED} --wait 364 --out without`, folder)).stdout)?.[1],
    );
    expect(told).toBe(before + 6);
    // the number in force is the scenario itself
    expect(rowsOf('wing', CAPACITY).find(({ places }) => places === told)!.cost_change).toBe(0);
  });

  test('says in one sentence, on screen and page, where it overflows before the quarter asked, and what would do', async () => {
    const plan =
      'event,level,unit,sex,date,until,places,building_cost,building_days,basis,source,note\n' +
      'repair,high,east,male,2012-04-01,2012-10-01,6,,,planned,Agency,\n';
    await writeFile(join(folder, 'scenarios', 'repair.csv'), plan);
    await writeFile(join(folder, 'scenarios', 'repair.yaml'), 'title: R\nextends: tiny.yaml\ninputs: [repair.csv]\n');
    const asked = 'capacity repair --level high --by 2013-05-01 --risk 50% --wait 364';
    const { stdout } = await typed(`${asked} --out repair`, folder);
    const [first] = stdout.split('\n');
    const told =
      /; but in (?:April to June|July to September) 2012 [23] of 3 runs overflow with them(?:, and 3 of 3 in some quarter before or then)?; with --any-quarter (\d+) places$/;
    expect(first).toMatch(told);
    expect(readFileSync(join(folder, 'repair/report.html'), 'utf8')).toContain(first);
    expect(readFileSync(join(folder, 'repair/capacity.vl.json'), 'utf8')).toContain(
      ', but not in every quarter before',
    );
    const every = await typed(`${asked} --any-quarter --out every`, folder);
    expect(every.stdout).toMatch(new RegExp(`^high security: ${told.exec(first!)![1]} places, `));
    expect(every.stdout.split('\n')[0]).not.toContain('; but in');
  });

  test('is more where everybody must begin at once', async () => {
    await typed(`${ASKED} --wait 364 --out patient --quiet`, folder);
    await typed(`${ASKED} --wait 2 --out hasty --quiet`, folder);
    const places = (name: string) => rowsOf(name, CAPACITY).find((row) => row.is_answer)?.places ?? Infinity;
    expect(places('patient')).toBeLessThan(places('hasty'));
  });
});

test('holds doubt about numbers if every run has a draw of its own, and says so', async () => {
  const { exitCode, stdout } = await typed(`${ASKED} --draws 3 --out drawn`, folder);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(
    'the risk holds two layers, chance and doubt about numbers: every run has a draw of the evidence',
  );
  const drawn = rowsOf('drawn', CAPACITY);
  expect(drawn.every(({ runs }) => runs === 3)).toBe(true);
  const manifest = JSON.parse(readFileSync(join(folder, 'drawn/manifest.json'), 'utf8'));
  expect(manifest.command).toBe(`stepdown ${ASKED} --draws 3`);
  await typed(`${ASKED} --replicates 3 --out central`, folder);
  const spread = (name: string) => rowsOf(name, CAPACITY_QUARTERS).map(({ peak, peak_95 }) => [peak, peak_95]);
  expect(spread('drawn')).not.toEqual(spread('central'));
});

test('has beside it what the same money buys, and faster courts, under the same luck', async () => {
  const { exitCode, stdout } = await typed(`${ASKED} --wait 2 --alternatives --out money`, folder);
  expect(exitCode).toBe(0);
  const [places, ...others] = rowsOf('money', CAPACITY_ALTERNATIVES);
  const answer = rowsOf('money', CAPACITY).find((row) => row.is_answer)!;
  expect(places!.alternative).toBe('places at high security');
  expect([places!.breaches, places!.queue, places!.cost_change]).toEqual([
    answer.breaches,
    answer.queue,
    answer.cost_change,
  ]);
  expect(places!.free).toBeCloseTo(answer.usable - answer.peak, 9);
  expect(others.map(({ alternative }) => alternative)).toEqual([
    'places of monitoring',
    'places at transitional security',
    'faster courts',
  ]);
  const [monitoring, open, courts] = others;
  expect(monitoring!.amount).toBeGreaterThan(places!.amount);
  for (const { money } of [monitoring!, open!]) {
    expect(money).toBeLessThanOrEqual(places!.money);
    expect(money).toBeGreaterThan(0.5 * places!.money);
  }
  expect(courts!.money).toBeNaN();
  expect(monitoring!.cost_change).not.toBe(0);
  expect(courts!.cost_change).not.toBe(0);
  expect(stdout).toContain('what the same money buys');
  expect(stdout).toMatch(/faster courts +10 % less time +not published/);
});

test('has no alternatives where no places are added', async () => {
  const { stdout } = await typed(`${ASKED} --wait 364 --alternatives --out none`, folder);
  const answer = rowsOf('none', CAPACITY).find((row) => row.is_answer)!;
  expect(rowsOf('none', CAPACITY_ALTERNATIVES)).toEqual([]);
  expect(answer.places).toBeGreaterThan(0);
  expect(stdout).toContain('no places beyond those in force are found, so there is no money to spend otherwise');
});

test('of growing first charges is that of more people, and told with the growth and the record of the past', async () => {
  const { exitCode, stdout, stderr } = await typed(`${ASKED} --grow 20% --out grown`, folder);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^First charges change every year from 2012-01-01 on: \+20 %\.\nhigh security: /);
  expect(stdout).toContain('\nForecasts of the past: there is no record of earlier forecasts');
  const manifest = JSON.parse(readFileSync(join(folder, 'grown/manifest.json'), 'utf8'));
  expect(manifest.command).toContain('--grow 20%');
  expect(manifest.scenarios[0].text).toContain('--grow');
  const page = readFileSync(join(folder, 'grown/report.html'), 'utf8');
  expect(page).toContain('First charges change every year');
  expect(page).toContain('there is no record of earlier forecasts');
});

describe('is refused, in clear words and before anything runs', () => {
  test.each([
    ['no level', 'capacity tiny --by 2013', '--level is missing\n  allowed: high, low, transitional'],
    [
      'a misspelt level',
      'capacity tiny --level hihg --by 2013',
      '--level: there is no level "hihg"\n  did you mean "high"?',
    ],
    ['no date', 'capacity tiny --level high', '--by is missing\n  write --by 2030 or --by 2030-04-15'],
    ['a date that is none', 'capacity tiny --level high --by 2013-02-30', 'is not a date of the calendar'],
    ['words for a date', 'capacity tiny --level high --by soon', "--by soon: 'soon' is not a date"],
    [
      'a date before the start',
      'capacity tiny --level high --by 2011',
      '--by 2011: nothing is observed by then\n  days are observed from 2012-01-01 on',
    ],
    [
      'a date after the end',
      'capacity tiny --level high --by 2030',
      '--by 2030: its quarter is not simulated to its end\n  days are simulated to 2014-12-31\n  add --years 19',
    ],
    ['too few years', 'capacity tiny --level high --by 2014 --years 2', 'add --years 3'],
    [
      'no risk at all',
      'capacity tiny --level high --by 2013 --risk 0',
      'no number of runs shows that something never happens',
    ],
    [
      'a risk without per cent',
      'capacity tiny --level high --by 2013 --risk 5',
      'write --risk 5% if you mean 5 per cent',
    ],
    ['a risk above half', 'capacity tiny --level high --by 2013 --risk 51%', 'write more than 0 and at most 50%'],
    ['a word for a risk', 'capacity tiny --level high --by 2013 --risk small', 'expected a share, as in 5% or 0.05'],
    [
      'too few replicates',
      'capacity tiny --level high --by 2013 --replicates 20',
      '--replicates 20: too few for a risk of 5 %\n  even if none of them overflows, the risk may be higher; with 80 % confidence it takes 32 runs',
    ],
    ['too few draws', 'capacity tiny --level high --by 2013 --draws 20', '--draws 20: too few for a risk of 5 %'],
    [
      'draws and replicates',
      'capacity tiny --level high --by 2013 --draws 40 --replicates 40',
      '--draws does not go with --replicates\n  every draw is one run with chance events of its own\n  leave one of them out',
    ],
    [
      'words for draws',
      'capacity tiny --level high --by 2013 --draws some',
      '--draws some: expected a whole number from 0',
    ],
    [
      'no replicates',
      'capacity tiny --level high --by 2013 --replicates 0',
      '--replicates 0: expected a whole number from 1',
    ],
    [
      'a wait of years',
      'capacity tiny --level high --by 2013 --wait 365',
      '--wait 365: expected a whole number from 0 to 364',
    ],
    ['several growths', `${ASKED} --grow 1%,2%`, 'one answer rests on one growth\n  write one, as in --grow 2%'],
    ['half a step', 'capacity tiny --level high --by 2013 --step 0', '--step 0: expected a whole number from 1'],
    [
      'places that come too late',
      'capacity tiny --level high --by 2013 --from 2013-06-01',
      '--from 2013-06-01: too late\n  places stand from a day between 2010-01-01 and 2013-01-01, the day of --by',
    ],
    ['a misspelt option', 'capacity tiny --levels high --by 2013', 'did you mean --level?'],
    ['a scenario that is none', 'capacity gone --level high --by 2013', 'there is no such scenario'],
  ])('%s', async (_, line, complaint) => {
    const { exitCode, stderr, stdout } = await typed(line, folder);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(complaint);
    expect(existsSync(join(folder, 'output'))).toBe(false);
  });

  test('a scenario with a place for everybody', async () => {
    const text =
      'title: Enough\nextends: tiny.yaml\npolicies:\n  enough: {from: 2012-06-01, set: {capacity.response: enough}}\n';
    await writeFile(join(folder, 'scenarios', 'enough.yaml'), text);
    const { exitCode, stderr } = await typed('capacity enough --level high --by 2013', folder);
    expect([exitCode, stderr.includes('capacity.response is "enough" on 2013-01-01')]).toEqual([2, true]);
  });
});
