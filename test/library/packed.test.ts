/** The guide to the library is a program that runs, from the package as it is packed, and gives what the command line gives. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as door from '../../src/index.ts';

const guide = readFileSync('docs/guides/library.md', 'utf8');
const program = /```js\n([\s\S]*?)```/.exec(guide)![1];

/**
 * A folder in which the package is installed as it would be published. Its libraries are those of the repository, without the tools
 * that only developers have: no compiler and no loader for TypeScript.
 */
function installed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-library-'));
  const modules = join(folder, 'node_modules');
  execFileSync(process.execPath, ['scripts/prepare.mjs']);
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  mkdirSync(join(modules, 'stepdown-sim'), { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, tarball), '-C', join(modules, 'stepdown-sim'), '--strip-components', '1']);
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
  };
  for (const [path, { dev = false }] of Object.entries(packages)) {
    if (dev || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) || !existsSync(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    symlinkSync(resolve(path), join(folder, path));
  }
  return folder;
}

/** Every file of the installed package with its size and the time at which it was written. */
function packageFiles(folder: string): readonly string[] {
  const root = join(folder, 'node_modules/stepdown-sim');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const { size, mtimeMs } = statSync(join(root, path));
      return `${path} ${size} ${mtimeMs}`;
    });
}

function said(folder: string, ...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

const bin = 'node_modules/stepdown-sim/dist/main.js';

describe('the packed package', () => {
  let folder = '';
  let files: readonly string[];
  beforeAll(() => {
    folder = installed();
    files = packageFiles(folder);
    const command = ['compare', 'harbour/baseline', 'harbour/way-out', '--years', '2', '--replicates', '8', '--quiet'];
    said(folder, bin, ...command, '--workers', '2', '--out', 'study');
  });

  test('runs the program of the guide, which gives the digest of the command line and a picture', () => {
    writeFileSync(join(folder, 'program.mjs'), program);
    const library = said(folder, 'program.mjs');
    const manifest = JSON.parse(readFileSync(join(folder, 'study/manifest.json'), 'utf8'));
    expect(/digest (\w+)/.exec(library)![1]).toBe(manifest.resultDigest);
    expect(library).toMatch(/people inside, mean, persons: -?\d/);
    expect(existsSync(join(folder, 'inside.svg'))).toBe(true);
  });

  test('starts as it is: no source in it, no tool to compile one, and nothing written beside it, whatever is asked', () => {
    expect(files.filter((file) => /^src|(?<!\.d)\.ts |from-source/.test(file))).toEqual([]);
    expect(['typescript', 'tsx'].filter((tool) => existsSync(join(folder, 'node_modules', tool)))).toEqual([]);
    expect(said(folder, bin, 'check', 'harbour/baseline')).toMatch(/^Harbour[\s\S]*\nok\n$/);
    said(folder, bin, 'report', 'study');
    expect(existsSync(join(folder, 'study/charts/week.png'))).toBe(true);
    expect(packageFiles(folder)).toEqual(files);
  });

  test('has types that a strict compiler accepts, through both doors', () => {
    const text = `
      import { compare, inProcess, readScenario, type Comparison } from 'stepdown-sim';
      import { scenarioFrom, type Scenario } from 'stepdown-sim/browser';
      const scenario: Scenario = scenarioFrom('mine.yaml', { read: (path: string) => path });
      const arms = [scenario, readScenario('norway/baseline')].map((scenario, at) => ({ name: String(at), scenario }));
      const found: Comparison = await compare({ arms, replicates: 2, draws: 0 }, inProcess());
      // @ts-expect-error a study has arms
      await compare({ replicates: 2, draws: 0 }, inProcess());
      export const low: number = found.differences[0]!.low;
    `;
    writeFileSync(join(folder, 'typed.mts'), text);
    expect(compiled(folder, 'typed.mts')).toEqual([0, '']);
  });

  test('the program of the guide is strict TypeScript as printed, and so is every call that the guide shows', () => {
    writeFileSync(join(folder, 'program.mts'), program);
    const text = `
      import * as stepdown from 'stepdown-sim';
      const { readScenario, measureNamed, measuresOf, componentsBetween, attributionPlan, defaultMeasures } = stepdown;
      const [baseline, scenario] = [readScenario('norway/baseline'), readScenario('normality')];
      const measures = [measureNamed('new-charge@2y', measuresOf(baseline))];
      const study: stepdown.Study = { arms: [{ name: 'baseline', scenario: baseline }], replicates: 2 };
      const [run, replicates] = [stepdown.workerThreads({ workers: 2 }), 2];
      await stepdown.sweep(scenario, ['placement.review_days: 30, 60'], { replicates }, defaultMeasures(scenario), run);
      await stepdown.attribute(attributionPlan(baseline, componentsBetween(baseline, scenario), replicates), measures, run);
      const arms = [{ name: 'baseline', scenario: baseline }, { name: 'other', scenario }] as const;
      await stepdown.screenFactors(arms, { trajectories: 4, replicates }, measures, run);
      const settings = { workers: 2, signal: new AbortController().signal, lived: () => {} };
      for await (const read of stepdown.readTwins(stepdown.twinsPlan(baseline, scenario, 2, true), settings)) read.pairs;
      for (const table of stepdown.livesOf(study, { arm: 0, draw: 0, replicate: 0 })) stepdown.toCsv(table);
      // @ts-expect-error a measure is found by its name among others
      measureNamed('occupancy');
    `;
    writeFileSync(join(folder, 'calls.mts'), text);
    expect(compiled(folder, 'program.mts', 'calls.mts', '--noUncheckedIndexedAccess')).toEqual([0, '']);
  });
});

/** Exit code and complaints of the compiler. */
function compiled(folder: string, ...words: readonly string[]): readonly [number | null, string] {
  const options = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--module', 'nodenext', '--target', 'es2023'];
  for (const types of ['@types/node', 'undici-types']) {
    const link = join(folder, 'node_modules', types);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(resolve('node_modules', types), link);
  }
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [compiler, ...options, '--types', 'node', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return [status, stdout];
}

test('the guide names every function of the door, and no other', () => {
  const named = new Set([...guide.matchAll(/`[^`\n]+`/g)].flatMap(([code]) => code.match(/\w+/g)!));
  const imported = new Set(
    /import \{([^}]*)\} from 'stepdown-sim'/
      .exec(program)![1]
      .split(',')
      .map((one) => one.trim()),
  );
  const helpers = ['VERSION', 'formatDay', 'parseDay', 'twinsIn'];
  expect(
    Object.keys(door).filter((name) => !named.has(name) && !imported.has(name) && !helpers.includes(name)),
  ).toEqual([]);
  expect([...imported].filter((name) => !(name in door))).toEqual([]);
});
