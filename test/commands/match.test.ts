/** The command `match`: finds again the truth with which a tiny world was made, continues, and its members are what draws run. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/browser.ts';
import { measuresBeside, valuesBeside } from '../../src/experiment/calibration/observed-fit.ts';
import { drawnFrom } from '../../src/experiment/parameter-draw.ts';
import { allCells, digestOfArm, type Study } from '../../src/experiment/study.ts';
import { readScenario } from '../../src/files/scenario-file.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { multiplied } from '../../src/scenario/change.ts';
import { withPolicies, withRun } from '../../src/scenario/scenario.ts';
import { splitRecords } from '../../src/tables/csv.ts';
import { type Printed, tinyFolder, typed } from './typed.ts';

const TRUTH = { 'sentence.length_factor': 1.8, 'arrivals.per_year': 1.3 };
const COMMAND = 'match scenarios/plan.yaml --out matched';

/** A plan for two levers, of which the second has the range of its evidence. */
const planOf = (waves: number) => `scenario: tiny.yaml
observed: observed.csv
free:
  - {lever: sentence.length_factor, name: length, range: [0.4, 2.5], because: test}
match:
  waves: ${waves}
  settings: 24
  replicates: 2
  cut_off: 3
  members: 5
  effective_size: 3
  free:
    - {lever: arrivals.per_year, name: arrivals, because: test}
  errors:
    - {measure: sentence-stock, observation: 0.01, model: 0.1, grade: assumption, because: test}
    - {measure: prison-sentences, observation: 0.01, model: 0.1, grade: assumption, because: test}
`;

/** The figures of a world with the true factors and other luck: means of eight runs. */
async function observedIn(folder: string): Promise<string> {
  const scenario = readScenario('tiny', folder);
  const truth = Object.entries(TRUTH).map(([path, factor]) =>
    multiplied(catalogue.get(path)!, scenario.dimensions, factor),
  );
  const own = { ...scenario.policies[0]!, name: 'truth', after: [], changes: truth };
  const made = withRun(withPolicies(scenario, [...scenario.policies, own]), { seed: 'what happened' });
  const figures = ['sentence-stock', 'prison-sentences'].flatMap((measure) =>
    [2013, 2014].map((year) => ({
      measure,
      year,
      observed: 1,
      unit: measure === 'sentence-stock' ? 'persons' : 'per year',
      tolerance: 0.1,
      use: 'fit' as const,
    })),
  );
  const whole = figures.map((one) => ({ ...one, source: 'test', place: '' }));
  const measures = measuresBeside(whole, made);
  const study: Study = { arms: [{ name: 'truth', scenario: made }], replicates: 8, draws: 0 };
  const cells = await allCells(study, inProcess());
  const values = cells.map((cell) => valuesBeside(whole, measures, made, cell));
  const rows = figures.map(({ measure, year }, at) => {
    const mean = values.reduce((sum, own) => sum + own[at]! / values.length, 0);
    return `${measure},${year},${mean},${figures[at]!.unit},0.1,fit,test,`;
  });
  return ['measure,year,observed,unit,tolerance,use,source,ids', ...rows, ''].join('\n');
}

let folder: string;
let printed: Printed;
const fileIn = (path: string) => readFile(join(folder, path), 'utf8');

type Row = Readonly<Record<string, string>>;

/** The rows of a table by column. */
async function rowsOf(path: string): Promise<readonly Row[]> {
  const [header, ...rows] = splitRecords(await fileIn(path), path);
  return rows.map(({ cells }) => Object.fromEntries(header!.cells.map((name, at) => [name, cells[at]!])));
}

beforeAll(async () => {
  folder = await tinyFolder();
  const path = join(folder, 'scenarios', 'tiny.yaml');
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll('multiply: 0.01', 'multiply: 0.03'));
  await writeFile(join(folder, 'scenarios', 'observed.csv'), await observedIn(folder));
  await writeFile(join(folder, 'scenarios', 'plan.yaml'), planOf(2));
  printed = await typed(COMMAND, folder);
});

describe('a match of a tiny world', () => {
  test('says what each wave left, and what its emulators are worth', () => {
    expect(printed.exitCode).toBe(0);
    expect(printed.stdout).toMatch(
      /^wave 1: \d+ of 24 settings kept; \d+ members of effective size [\d.]+; [\d.]+ % of/,
    );
    expect(printed.stdout).toMatch(
      /\n {2}4 of 4 emulators predict runs left out as well as they say; half explain \d+ %/,
    );
    expect(printed.stdout).toContain('scenario  matched/scenario.yaml');
  });

  test('keeps members around the true factor, closer together than before', async () => {
    const members = await rowsOf('matched/members.csv');
    expect(members.length).toBeGreaterThanOrEqual(4);
    const lengths = members.map((row) => Number(row['fitted-length sentence.length_factor']));
    const logsOf = (factors: readonly number[]) => factors.map((factor) => Math.log(factor));
    const middle = (logs: readonly number[]) => logs.reduce((sum, one) => sum + one / logs.length, 0);
    const spread = (logs: readonly number[]) =>
      Math.sqrt(logs.reduce((sum, one) => sum + (one - middle(logs)) * (one - middle(logs)), 0) / logs.length);
    const first = (await rowsOf('matched/settings.csv')).filter(({ wave }) => wave === '1');
    const [after, before] = [lengths, first.map((row) => Number(row['length']))];
    expect(Math.abs(middle(logsOf(before)))).toBeLessThan(0.05);
    expect(Math.abs(middle(logsOf(after)) - Math.log(TRUTH['sentence.length_factor']))).toBeLessThan(0.3);
    expect(spread(logsOf(after))).toBeLessThan(0.8 * spread(logsOf(before)));
    expect(Math.max(...after)).toBeGreaterThan(TRUTH['sentence.length_factor']);
    expect(Math.min(...after)).toBeLessThan(TRUTH['sentence.length_factor']);
  });

  test('gives members that parameter draws run, each with the digest that it was simulated with', async () => {
    const scenario = readScenario('matched/scenario.yaml', folder);
    const members = await rowsOf('matched/members.csv');
    const study: Study = { arms: [{ name: 'matched', scenario }], replicates: 2, draws: 2 };
    const cells = await allCells(study, inProcess());
    for (let draw = 1; draw <= 2; draw++) {
      const { policies } = drawnFrom(scenario, draw).scenario;
      const factor = policies.find(({ name }) => name === 'fitted-length')!.changes[0]!.value;
      const member = members.find((row) => Number(row['fitted-length sentence.length_factor']) === factor)!;
      const own = cells.filter(({ key }) => key.draw === draw).map(({ digest }) => digest);
      expect(digestOfArm(own)).toBe(member['digest']);
    }
    const run = await typed('run matched/scenario.yaml --draws 2 --replicates 1 --out drawn --quiet', folder);
    expect([run.exitCode, run.stderr.replace(/.*warning.*\n/g, '')]).toEqual([0, '']);
  });

  test('is the same when it is run again, from stored cells alone; a further wave leaves the first as they were', async () => {
    const before = await fileIn('matched/settings.csv');
    const settings = await rowsOf('matched/settings.csv');
    await typed(COMMAND, folder);
    expect(await fileIn('matched/settings.csv')).toBe(before);
    await writeFile(join(folder, 'scenarios', 'plan.yaml'), planOf(3));
    const longer = await typed(COMMAND, folder);
    expect(longer.exitCode).toBe(0);
    const both = await rowsOf('matched/settings.csv');
    const drawn = ({ wave, seed, length, arrivals }: Row) => [wave, seed, length, arrivals];
    expect(both.slice(0, settings.length).map(drawn)).toEqual(settings.map(drawn));
    expect(both.length).toBeGreaterThan(settings.length);
    const lefts = (await rowsOf('matched/waves.csv')).map(({ left }) => Number(left));
    expect(lefts[1]).toBeLessThanOrEqual(lefts[0]!);
  });
});

test('one run of each setting in a smaller country, the rest central, finds the truth of the whole', async () => {
  const plan = planOf(2).replace('replicates: 2', 'replicates: 1\n  scale: 0.7\n  others: central');
  await writeFile(join(folder, 'scenarios', 'small.yaml'), plan);
  const small = await typed('match scenarios/small.yaml --out small', folder);
  expect([small.exitCode, small.stderr.replace(/.*(warning|wanted).*\n/g, '')]).toEqual([0, '']);
  const members = await rowsOf('small/members.csv');
  expect(members.length).toBeGreaterThanOrEqual(4);
  expect(new Set(members.map(({ others }) => others))).toEqual(new Set(['central']));
  const logs = members.map((row) => Math.log(Number(row['fitted-length sentence.length_factor'])));
  const middle = logs.reduce((sum, one) => sum + one / logs.length, 0);
  expect(Math.abs(middle - Math.log(TRUTH['sentence.length_factor']))).toBeLessThan(0.3);
  const scenario = readScenario('small/scenario.yaml', folder);
  expect(drawnFrom(scenario, 1).quantileOf('reoffending.shift')).toBeUndefined();
  expect(scenario.policies.some(({ name }) => name === 'size')).toBe(false);
});

test('a plan that cannot be matched is refused', async () => {
  const path = join(folder, 'scenarios', 'bad.yaml');
  const complaintOf = async (text: string) => {
    await writeFile(path, text);
    const { exitCode, stderr } = await typed('match scenarios/bad.yaml --out bad', folder);
    expect(exitCode).toBe(2);
    return stderr;
  };
  const good = planOf(1);
  expect(await complaintOf(good.slice(0, good.indexOf('match:')))).toContain('match is missing');
  expect(await complaintOf(good.replace('settings: 24', 'settings: 5'))).toContain(
    '5 settings are too few for 2 levers',
  );
  expect(await complaintOf(good.replace('replicates: 2', 'replicates: 0'))).toContain('replicates');
  expect(await complaintOf(good.replace('replicates: 2', 'replicates: 1'))).toContain(
    'match.replicates is 1, but other parameters are drawn',
  );
  expect(await complaintOf(good.replace('replicates: 2', 'replicates: 2\n  scale: 1.5'))).toContain('scale');
  const beds = (await fileIn('scenarios/observed.csv')).replaceAll('persons', 'beds');
  await writeFile(join(folder, 'scenarios', 'beds.csv'), beds);
  const unknown = good.replace('observed.csv', 'beds.csv').replace('replicates: 2', 'replicates: 2\n  scale: 0.5');
  expect(await complaintOf(unknown)).toContain('whether "beds" grows with the country is not known');
  expect(await complaintOf(good.replace('measure: sentence-stock', 'measure: remand-stock'))).toContain(
    'match.errors: sentence-stock is fitted, but has no errors',
  );
  const follow =
    'follow:\n  - {lever: remand.mean_days, measure: remand-stock, lag_days: 0, return_share: 0, yearly_change: 0.1, because: test}\n';
  expect(await complaintOf(good + follow)).toContain('levers follow figures, but nothing is calibrated');
  const certain = good.replace('arrivals.per_year, name', 'reoffending.need_mean, name');
  expect(await complaintOf(certain)).toContain('arrivals: reoffending.need_mean is certain in the evidence');
});
