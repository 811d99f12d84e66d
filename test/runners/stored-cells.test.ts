/** A study over a store: what is there is taken, what is missing is computed, and nobody can tell the difference. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replicatesFor } from '../../src/experiment/stopping.ts';
import {
  addressesOf,
  type BlockKey,
  blocksOf,
  type CellResult,
  type RunBlocks,
  type Study,
} from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { type CellStore, cellStore } from '../../src/files/cell-store.ts';
import { lookUpMeasure } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { stored, type Tally } from '../../src/runners/stored-cells.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../tiny.ts';

const arm = (days: string) => ({
  name: `reviews every ${days} days`,
  scenario: tinyScenario(policy('reviews', '2013-01-01', 'placement.review_days', days)),
});
const [monthly, quarterly, yearly] = [arm('30'), arm('90'), arm('365')];
const study: Study = { arms: [monthly, quarterly], replicates: 4, draws: 0 };
const ENGINE = 'an engine';

let folder: string;
let told: string[];
let store: CellStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepdown-stored-'));
  told = [];
  store = cellStore(folder, (line) => told.push(line));
});
afterEach(() => rmSync(folder, { recursive: true }));

const digestsOf = (cells: readonly CellResult[]) =>
  cells.map(({ key, digest }) => `${key.draw} ${key.replicate} ${key.arm} ${digest}`);

async function allOf(runner: RunBlocks, of: Study, blocks = blocksOf(of)): Promise<readonly string[]> {
  const cells: CellResult[] = [];
  for await (const some of runner(of, blocks, () => {})) cells.push(...some);
  return digestsOf(cells);
}

/** Runs over the store: what came, what was asked of the runner inside, what progress told. */
async function run(of: Study, { blocks = blocksOf(of), engine = ENGINE, inner = inProcess() } = {}) {
  const tally: Tally = { found: 0, computed: 0 };
  const asked: BlockKey[] = [];
  const progress: number[] = [];
  const spied: RunBlocks = (study, some, tell) => {
    asked.push(...some);
    return inner(study, some, tell);
  };
  const digests: string[] = [];
  const runner = stored({ store, engine, tally }, spied);
  for await (const cells of runner(of, blocks, (done) => progress.push(done))) digests.push(...digestsOf(cells));
  return { digests, asked, progress, ...tally };
}

function cellFiles(): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.cell')).map((name) => join(folder, name));
}

test('the first run computes everything, the second nothing, and both give the same', async () => {
  const plain = await allOf(inProcess(), study);
  const first = await run(study);
  const second = await run(study);
  expect(first).toEqual({ digests: plain, asked: blocksOf(study), progress: [1, 2, 3, 4], found: 0, computed: 8 });
  expect(second).toEqual({ digests: plain, asked: [], progress: [4], found: 8, computed: 0 });
  expect(cellFiles()).toHaveLength(8);
});

test('cells run one at a time in random order are the cells of the whole study', async () => {
  const whole = await allOf(inProcess(), study);
  const one = blocksOf(study).flatMap((block) => block.arms.map((index) => ({ ...block, arms: [index] })));
  const shuffled = one.map((block, at) => ({ block, at: (at * 5 + 3) % one.length })).sort((a, b) => a.at - b.at);
  for (const { block } of shuffled) await run(study, { blocks: [block] });
  const { digests, computed } = await run(study);
  expect(digests).toEqual(whole);
  expect(computed).toBe(0);
});

test('more replicates, another arm and another order of arms compute only what is new', async () => {
  await run(study);
  const longer = await run({ ...study, replicates: 6 });
  expect([longer.found, longer.computed]).toEqual([8, 4]);
  expect(longer.asked.map(({ replicate }) => replicate)).toEqual([4, 5]);
  const wider: Study = { ...study, replicates: 6, arms: [yearly, quarterly, monthly] };
  const more = await run(wider);
  expect([more.found, more.computed]).toEqual([12, 6]);
  expect(more.asked.map(({ arms }) => arms)).toEqual(Array(6).fill([0]));
  expect(more.progress).toEqual([1, 2, 3, 4, 5, 6]);
  expect(more.digests).toEqual(await allOf(inProcess(), wider));
});

test('another engine, seed, horizon or parameter draw finds nothing', async () => {
  await run(study);
  const { found } = await run(study, { engine: 'another engine', blocks: blocksOf(study).slice(0, 1) });
  expect(found).toBe(0);
  const key = { arm: 0, draw: 0, replicate: 0 };
  const addressOf = addressesOf(study, ENGINE);
  expect(store.has(addressOf(key))).toBe(true);
  for (const other of [{ draw: 1 }, { replicate: 9 }]) expect(store.has(addressOf({ ...key, ...other }))).toBe(false);
  for (const other of [{ seed: 'other' }, { end: monthly!.scenario.end + 1 }]) {
    const changed = { ...study, arms: [{ ...monthly!, scenario: { ...monthly!.scenario, ...other } }] };
    expect(store.has(addressesOf(changed, ENGINE)(key))).toBe(false);
  }
});

test('a reader who leaves keeps what was given, and the runner inside is told to end', async () => {
  let ended = false;
  const inner: RunBlocks = async function* (...given) {
    try {
      yield* inProcess()(...given);
    } finally {
      ended = true;
    }
  };
  const runner = stored({ store, engine: ENGINE, tally: { found: 0, computed: 0 } }, inner);
  for await (const _ of runner(study, blocksOf(study), () => {})) break;
  expect(ended).toBe(true);
  expect((await run(study)).found).toBe(2);
});

test.each([
  ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100))],
  ['changed', (file: string) => writeFileSync(file, readFileSync(file).fill(0, 90, 91).fill(1, 91, 92))],
  ['emptied', (file: string) => writeFileSync(file, '')],
])('a cell that was %s is told of and computed again, and nothing else is', async (_, spoil) => {
  const { digests } = await run(study);
  const [spoilt] = cellFiles();
  spoil(spoilt!);
  const mended = await run(study);
  expect(mended.digests).toEqual(digests);
  expect([mended.found, mended.computed]).toEqual([7, 1]);
  expect(told).toEqual([`${spoilt}: corrupted cell, computed again`]);
  expect((await run(study)).computed).toBe(0);
});

test('cells that vanish, or make no sense, after they were seen are computed again', async () => {
  const { digests } = await run(study);
  const addressOf = addressesOf(study, ENGINE);
  const tally = { found: 0, computed: 0 };
  const cells: string[] = [];
  for await (const some of stored({ store, engine: ENGINE, tally }, inProcess())(study, blocksOf(study), () => {})) {
    cells.push(...digestsOf(some));
    if (cells.length > 2) continue;
    rmSync(join(folder, addressOf({ arm: 1, draw: 0, replicate: 1 }).slice(0, 2)), { recursive: true });
    store.write(addressOf({ arm: 0, draw: 0, replicate: 2 }), Uint8Array.of(1, 2, 3));
  }
  expect(cells).toEqual(digests);
  expect(tally.computed).toBeGreaterThanOrEqual(2);
  expect(tally.found + tally.computed).toBe(8);
});

test('a study that ends by itself goes on after a stop where it was, and has the cells of one of its number', async () => {
  const short: Study = { ...study, arms: [{ ...monthly!, scenario: withRun(monthly!.scenario, { years: 1 }) }] };
  const measure = lookUpMeasure('occupancy', measuresOf(short.arms[0].scenario.dimensions['level']))!;
  const rule = { wanted: [{ name: 'occupancy', measure, margin: 50, isRelative: false }], budget: 1, most: 20 };
  const [first, second] = [
    { found: 0, computed: 0 },
    { found: 0, computed: 0 },
  ];
  let left = 5;
  const stopped: RunBlocks = async function* (...given) {
    for await (const cells of inProcess()(...given)) {
      if (left-- === 0) throw new Error('stopped');
      yield cells;
    }
  };
  const begun = replicatesFor(short, rule, stored({ store, engine: ENGINE, tally: first }, stopped), () => 0);
  await expect(begun).rejects.toThrow('stopped');
  const runner = stored({ store, engine: ENGINE, tally: second }, inProcess());
  const { replicates } = await replicatesFor(short, rule, runner, () => 0);
  expect([replicates, first, second]).toEqual([8, { found: 0, computed: 5 }, { found: 5, computed: 3 }]);
  const { digests, computed } = await run({ ...short, replicates });
  expect(computed).toBe(0);
  expect(digests).toEqual(await allOf(inProcess(), { ...short, replicates }));
});

test('a disk that fills up stops the study, and what was written is found by the next run', async () => {
  let room = 3;
  const small: CellStore = {
    ...store,
    write: (address, bytes) => {
      if (room-- === 0) throw new Failure({ problem: 'the disk is full', exitCode: 1 });
      store.write(address, bytes);
    },
  };
  const runner = stored({ store: small, engine: ENGINE, tally: { found: 0, computed: 0 } }, inProcess());
  await expect(allOf(runner, study)).rejects.toThrow('the disk is full');
  const { found, computed, digests } = await run(study);
  expect([found, computed]).toEqual([3, 5]);
  expect(digests).toEqual(await allOf(inProcess(), study));
});
