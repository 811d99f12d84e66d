/** Burn-ins that are kept change no result: not when they are written, found, damaged, or used by several programs at once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeptPasts } from '../../src/experiment/past.ts';
import { blocksOf, type RunBlocks, runBlock, type Study } from '../../src/experiment/study.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { keptBurnIns } from '../../src/runners/kept-burn-ins.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../tiny.ts';

const shorter = (from: string) => tinyScenario(policy('shorter', from, 'sentence.length_factor', '0.8'));
const studyOf = (scenarios: readonly Scenario[], draws = 0): Study => ({
  arms: scenarios.map((scenario, at) => ({ name: `${at}`, scenario })),
  replicates: 2,
  draws,
});
const study = studyOf([tinyScenario(), shorter('2012-01-01')]);
const expected = blocksOf(study).flatMap((block) => runBlock(study, block).map(({ digest }) => digest));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepdown-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const cacheOf = (bytes = 1e9) => ({ folder, bytes });
const files = () => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.past')).map((name) => join(folder, name));
};

async function digestsFrom(run: RunBlocks, of = study): Promise<readonly string[]> {
  const digests: string[] = [];
  for await (const cells of run(of, blocksOf(of), () => {})) digests.push(...cells.map(({ digest }) => digest));
  return digests;
}

/** Pasts that count what is found and kept. */
function counting(pasts: KeptPasts) {
  const count = { found: 0, kept: 0 };
  const counted: KeptPasts = {
    find: (name) => {
      const past = pasts.find(name);
      if (past !== undefined) count.found++;
      return past;
    },
    keep: (name, past) => {
      count.kept++;
      pasts.keep(name, past);
    },
  };
  return { count, counted };
}

/** Digests of a study in this thread, and how many burn-ins were found and kept. */
async function lived(of: Study, pasts = keptBurnIns(cacheOf())) {
  const { count, counted } = counting(pasts);
  return { digests: await digestsFrom(inProcess({ pasts: counted }), of), ...count };
}

describe('the same digests', () => {
  test('without, first with, and then again with kept burn-ins', async () => {
    expect(await lived(study)).toEqual({ digests: expected, found: 0, kept: 2 });
    expect(files()).toHaveLength(2);
    expect(await lived(study)).toEqual({ digests: expected, found: 2, kept: 0 });
  });

  test('on two threads that keep, and on two that find', async () => {
    const threads = workerThreads({ workers: 2, cache: cacheOf() });
    expect(await digestsFrom(threads)).toEqual(expected);
    expect(files()).toHaveLength(2);
    expect(await digestsFrom(threads)).toEqual(expected);
    expect(await lived(study)).toEqual({ digests: expected, found: 2, kept: 0 });
  }, 300_000);

  test('from several at once over one folder', async () => {
    const all = [1, 2, 2].map((workers) => digestsFrom(workerThreads({ workers, cache: cacheOf() })));
    for (const digests of await Promise.all(all)) expect(digests).toEqual(expected);
    expect(files()).toHaveLength(2);
  }, 300_000);

  test.each<[string, (file: Buffer) => Buffer]>([
    ['damaged', (file) => file.fill(0, 1000, 1010)],
    ['cut short', (file) => file.subarray(0, file.length - 5)],
  ])('over burn-ins that are %s, which are kept anew', async (_, spoil) => {
    await lived(study);
    for (const file of files()) writeFileSync(file, spoil(readFileSync(file)));
    expect(await lived(study)).toEqual({ digests: expected, found: 0, kept: 2 });
    expect(await lived(study)).toEqual({ digests: expected, found: 2, kept: 0 });
  });

  test('where nothing can be kept', async () => {
    writeFileSync(join(folder, 'burn-ins'), 'a file in the way');
    expect(await lived(study)).toEqual({ digests: expected, found: 0, kept: 2 });
    expect(files()).toEqual([]);
  });
});

describe('shared by', () => {
  test('one arm, other policies, and arms that part later, once a study has kept them', async () => {
    await lived(study);
    for (const of of [
      studyOf([tinyScenario()]),
      studyOf([tinyScenario(), shorter('2013-03-01'), shorter('2012-06-01')]),
      studyOf([shorter('2014-01-01')]),
    ]) {
      const { digests, found, kept } = await lived(of);
      expect([found, kept]).toEqual([2, 0]);
      expect(digests).toEqual(await digestsFrom(inProcess(), of));
    }
  });

  test('nobody of another past, seed, horizon or parameter draw', async () => {
    await lived(study);
    for (const of of [
      studyOf([shorter('2010-01-01')]),
      studyOf([withRun(tinyScenario(), { seed: 'other' })]),
      studyOf([withRun(tinyScenario(), { years: 2 })]),
      studyOf([tinyScenario()], 1),
    ]) {
      const { digests, found, kept } = await lived(of);
      expect([found, kept]).toEqual([0, 2]);
      expect(digests).toEqual(await digestsFrom(inProcess(), of));
    }
  });

  test('arms that part before observation starts, up to that day', async () => {
    const of = studyOf([tinyScenario(), shorter('2011-01-01')]);
    const digests = await digestsFrom(inProcess(), of);
    expect(await lived(of)).toEqual({ digests, found: 0, kept: 2 });
    expect(await lived(of)).toEqual({ digests, found: 2, kept: 0 });
    expect((await lived(studyOf([tinyScenario()]))).found).toBe(0);
  });
});

test('one run writes at most half of the bytes that the folder may hold', async () => {
  const [first] = await Promise.all([lived(study)]).then(files);
  const size = readFileSync(first!).length;
  for (const file of files()) rmSync(file);
  const few = keptBurnIns(cacheOf(3 * size), 2);
  await lived(study, few);
  expect(files()).toHaveLength(1);
});
