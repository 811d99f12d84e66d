/** A study in which draws fail goes on without them, and says so wherever its results are read. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parametersInDraw } from '../../src/experiment/parameter-draw.ts';
import { needsFactor } from '../../src/people/needs.ts';
import { CONTRADICTING, doubtfulScenario, doubtfulText, TOO_WIDE } from '../impossible.ts';
import { type Printed, typed } from './typed.ts';

const DRAWS = 12;
const impossible = Array.from({ length: DRAWS }, (_, at) => at + 1).filter((draw) => {
  const [{ values }] = parametersInDraw(doubtfulScenario(), draw) as [ReturnType<typeof parametersInDraw>[0]];
  try {
    return needsFactor(values.needs) === undefined;
  } catch {
    return true;
  }
});
const left = DRAWS - impossible.length;

const SHORTER = `title: Shorter
extends: doubtful.yaml
seed: another
policies:
  shorter: {from: 2012-03-01, after: tiny, set: {sentence.length_factor: 0.8}}
`;
/** Fails in every replicate, though not at once. */
const HOPELESS = `title: Hopeless
extends: doubtful.yaml
seed: another
policies:
  hopeless: {from: 2009-06-01, after: tiny, set: {${TOO_WIDE}: ${CONTRADICTING}}}
`;

let folder: string;
let first: Printed;
const read = (path: string) => readFile(join(folder, 'results', path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stepdown-losses-'));
  await mkdir(join(folder, 'scenarios'));
  for (const [name, text] of Object.entries({ doubtful: doubtfulText(), shorter: SHORTER, hopeless: HOPELESS })) {
    await writeFile(join(folder, 'scenarios', `${name}.yaml`), text);
  }
  const line = `compare doubtful shorter --draws ${DRAWS} --years 1 --format csv --people 0 --out results`;
  first = await typed(line, folder);
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

describe('a comparison in which some parameter draws are impossible', () => {
  test('ends well, counts them, names each, and says what that means', () => {
    expect(impossible.length).toBeGreaterThan(2);
    expect(left).toBeGreaterThan(2);
    expect(first.exitCode).toBe(0);
    const lines = first.stderr.split('\n').filter((line) => !line.startsWith('scenarios/'));
    expect(lines[0]).toContain(`${impossible.length} of ${DRAWS} parameter draws`);
    expect(lines[1]).toBe(
      `  doubtful, draw ${impossible[0]}, replicate 0: needs.correlation and needs.record_correlation contradict each other`,
    );
    expect(lines[2]).toBe(
      `    reproduce: stepdown run scenarios/doubtful.yaml --replicate 0 --draw ${impossible[0]} --years 1 --debug`,
    );
    expect(first.stderr).toContain('More than 5 % failed. A range is wrong');
    expect(first.stdout).toContain(`${2 * left} computed`);
  });

  test('the summary, the report, the brief and the charts say so', async () => {
    const { losses } = JSON.parse(await read('summary.json'));
    expect(losses).toMatchObject({ of: 'parameter draws', asked: DRAWS, lost: impossible.length, isTooMany: true });
    expect(losses.cells.map(({ draw }: { draw: number }) => draw)).toEqual(impossible);
    const [report, brief] = [await read('report.html'), await read('brief.md')];
    const certainty = report.slice(report.indexOf('<section id="sure">'));
    expect(certainty).toContain(`${impossible.length} of ${DRAWS} parameter draws`);
    expect(certainty).toContain(`--draw ${impossible[0]} --years 1 --debug</code>`);
    expect(brief).toContain(`${impossible.length} of ${DRAWS} parameter draws`);
    expect(await read('charts/differences.vl.json')).toContain(`${impossible.length} of them lost`);
  });

  test('tables hold the draws that are there, and lives of the first draw only if it is', async () => {
    const cells = (await read('tables/cells.csv')).trim().split('\r\n').slice(1);
    expect(cells).toHaveLength(2 * left);
    expect((await readdir(join(folder, 'results', 'tables'))).includes('people.csv')).toBe(!impossible.includes(1));
  });

  test('the command that reproduces a loss does', async () => {
    const { losses } = JSON.parse(await read('summary.json'));
    const again = await typed(losses.cells[0].reproduce.replace(/^stepdown /, ''), folder);
    expect(again.exitCode).toBe(2);
    expect(again.stderr).toMatch(
      /\ndoubtful, draw \d+, replicate 0: needs\.correlation and needs\.record_correlation contradict/,
    );
  });

  test('it verifies, and is drawn again to the same report', async () => {
    const before = await read('report.html');
    expect(await typed('report results', folder)).toMatchObject({ exitCode: 0 });
    expect(await read('report.html')).toBe(before);
    const { exitCode, stdout } = await typed('verify results', folder);
    expect(stdout).toContain(`as recorded: 2 arms, ${2 * left} cells`);
    expect(exitCode).toBe(0);
  }, 300_000);
});

test('an arm that fails always ends the study, and the command named is that of this arm', async () => {
  const { exitCode, stderr } = await typed('compare doubtful hopeless --replicates 2 --years 1 --out none', folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    'all 2 replicates failed; the first of them:\nhopeless, replicate 0: needs.correlation and needs.record_correlation contradict',
  );
  expect(stderr).toContain(
    'reproduce: stepdown run scenarios/hopeless.yaml --seed tiny --replicate 0 --years 1 --debug',
  );
  expect(await readdir(folder)).not.toContain('none');
}, 300_000);

test('an experiment in which cells fail goes on, and its manifest names them', async () => {
  const lever = 'needs.record_correlation: 0.1, 0.99';
  const line = ['sweep', 'doubtful', '--lever', lever, '--years', '1', '--replicates', '2', '--out', 'swept'];
  const { exitCode, stderr, stdout } = await typed(line, folder);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('n/a')]);
  const { losses } = JSON.parse(await readFile(join(folder, 'swept', 'manifest.json'), 'utf8'));
  expect(losses).toMatchObject({ of: 'cells', asked: 6, lost: 2, isTooMany: true });
  expect(losses.cells[1]).toMatchObject({ arm: lever.replace(' 0.1,', ''), replicate: 1 });
  expect(stderr).toContain('2 of 6 cells');
  expect(stderr).toContain('reproduce: stepdown sweep doubtful');
}, 300_000);
