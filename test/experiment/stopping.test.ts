/** Enough replicates: a study grows until intervals are as narrow as asked for or its time is used, and says which. */
import { expect, test } from 'vitest';
import { replicatesFor } from '../../src/experiment/stopping.ts';
import { allCells, type BlockKey, type CellResult, type RunBlocks, type Study } from '../../src/experiment/study.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { lookUpMeasure, measureNameOf } from '../../src/measures/measure-name.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenarios = [tinyScenario(), tinyScenario(policy('short', '2012-01-01', 'sentence.length_factor', '0.8'))];
const study: Study = {
  arms: scenarios.map((scenario, at) => ({ name: `arm ${at}`, scenario: withRun(scenario, { years: 1 }) })),
  draws: 0,
  replicates: 2,
};
const measures = measuresOf(scenarios[0].dimensions['level']);

/** A runner whose cells hold a given value instead of lives, a clock that its blocks move on, and the blocks asked for. */
function given(value: (arm: number, replicate: number) => number, secondsPerBlock = 0) {
  const asked: BlockKey[] = [];
  let seconds = 0;
  const run: RunBlocks = async function* (_, blocks) {
    for (const block of blocks) {
      asked.push(block);
      seconds += secondsPerBlock;
      yield block.arms.map((arm) => {
        const key = { arm, draw: block.draw, replicate: block.replicate };
        return { key, summary: value(arm, block.replicate) as unknown } as CellResult;
      });
    }
  };
  const measure = { value: ({ summary }) => summary as unknown as number } as Measure;
  return { run, asked, seconds: () => seconds, measure };
}

/** What a rule makes of given values: a margin of 1, a clock that stands still and no limits unless given. */
function stopAfter(
  value: (arm: number, replicate: number) => number,
  { margin = 1, isRelative = false, per = 0, replicates = 2, budget = Number.POSITIVE_INFINITY, most = 200 } = {},
) {
  const { run, seconds, measure, asked } = given(value, per);
  const rule = { wanted: [{ name: 'any', measure, margin, isRelative }], budget, most };
  const told: (readonly [number, number | undefined])[] = [];
  return replicatesFor({ ...study, replicates }, rule, run, seconds, (...now) => told.push(now)).then((stop) => ({
    ...stop,
    asked,
    told,
  }));
}

/** Differences of 0 and 4 in turn: a standard deviation near 2, whatever their number. */
const inTurn = (arm: number, replicate: number) => (arm === 0 ? 100 : 100 + 4 * (replicate % 2));

test('every measure has a name of its own', () => {
  const names = measures.map(measureNameOf);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('a wide interval needs the fewest, eight; a narrow one more, and it is as narrow as asked for', async () => {
  const wide = await stopAfter(inTurn, { margin: 50 });
  expect([wide.replicates, wide.stoppedBy]).toEqual([8, 'precision']);
  const narrow = await stopAfter(inTurn, { margin: 1 });
  expect(narrow.replicates).toBeGreaterThan(8);
  expect(narrow.reached[0].margin).toBeLessThanOrEqual(1);
});

test('a single arm is judged by the interval of the measure itself', async () => {
  const { run, seconds, measure } = given((_, replicate) => inTurn(1, replicate));
  const rule = { wanted: [{ name: 'any', measure, margin: 1, isRelative: false }], budget: 1, most: 200 };
  const alone = await replicatesFor({ ...study, arms: study.arms.slice(0, 1) }, rule, run, seconds);
  const { replicates, reached } = await stopAfter(inTurn);
  expect(alone.replicates).toBe(replicates);
  expect(alone.reached[0].margin).toBeCloseTo(reached[0].margin, 12);
});

test('a study that states more than eight begins with them, and none begins with more than are allowed', async () => {
  expect((await stopAfter(inTurn, { margin: 50, replicates: 20 })).replicates).toBe(20);
  expect((await stopAfter(inTurn, { margin: 50, replicates: 20, most: 12 })).replicates).toBe(12);
});

test('it stops at the most allowed and tells how narrow the interval is', async () => {
  const { replicates, stoppedBy, reached } = await stopAfter(inTurn, { margin: 0.1, most: 30 });
  expect([replicates, stoppedBy]).toEqual([30, 'most-replicates']);
  expect(reached[0].margin).toBeGreaterThan(reached[0].allowed);
});

test('it stops at the last replicate that ends within the time, and asks for no other', async () => {
  const { replicates, stoppedBy, asked } = await stopAfter(inTurn, { margin: 0.1, per: 2, budget: 25 });
  expect([replicates, stoppedBy]).toEqual([12, 'budget']);
  expect(asked.map(({ replicate }) => replicate)).toEqual(Array.from({ length: 12 }, (_, at) => at));
});

test('eight replicates come whatever the time', async () => {
  const { replicates, stoppedBy } = await stopAfter(inTurn, { margin: 0.1, per: 100, budget: 1 });
  expect([replicates, stoppedBy]).toEqual([8, 'budget']);
});

test('narrow enough at the end of its time is narrow enough', async () => {
  expect(await stopAfter(inTurn, { margin: 2, per: 100, budget: 1 })).toMatchObject({ stoppedBy: 'precision' });
});

test.each([-1000, -2.2, -1.9, 0, 2.2, 1000])('an effect of %d moves no stop: only the width counts', async (effect) => {
  const spread = (replicate: number) => Math.fround(((replicate * 37) % 11) / 3);
  const moved = (arm: number, replicate: number) => (arm === 0 ? 0 : spread(replicate) + effect);
  for (const limits of [{ margin: 0.6 }, { margin: 0.2, per: 1, budget: 33 }]) {
    const still = await stopAfter((arm, replicate) => (arm === 0 ? 0 : spread(replicate)), limits);
    const { replicates, stoppedBy } = await stopAfter(moved, limits);
    expect([replicates, stoppedBy]).toEqual([still.replicates, still.stoppedBy]);
  }
});

test('replicates that lack the measure are left out, and a measure that is never known ends nothing early', async () => {
  const holed = (arm: number, replicate: number) => (replicate % 3 === 0 ? Number.NaN : inTurn(arm, replicate));
  const { stoppedBy, reached } = await stopAfter(holed);
  expect(stoppedBy).toBe('precision');
  expect(reached[0].margin).toBeLessThanOrEqual(1);
  for (const isRelative of [false, true]) {
    const never = await stopAfter(() => Number.NaN, { isRelative, most: 40 });
    expect([never.replicates, never.stoppedBy]).toEqual([40, 'most-replicates']);
    expect(never.reached[0].margin).toBe(Number.POSITIVE_INFINITY);
  }
});

test('a share of a baseline mean of nothing is reached by no width but none', async () => {
  const about = (spread: number) => (arm: number, replicate: number) => (arm === 0 ? 0 : spread * (replicate % 2));
  const relative = { margin: 0.01, isRelative: true, most: 20 };
  expect((await stopAfter(about(1), relative)).stoppedBy).toBe('most-replicates');
  expect(await stopAfter(about(0), relative)).toMatchObject({ replicates: 8, stoppedBy: 'precision' });
});

test('each replicate is told, with the number that the spread asks for', async () => {
  const { told, replicates } = await stopAfter(inTurn);
  expect(told.map(([done]) => done)).toEqual(Array.from({ length: replicates - 1 }, (_, at) => at + 1));
  expect(told.slice(0, 7).map(([, needed]) => needed)).toEqual(Array(7).fill(undefined));
  expect(told[7]![1]).toBeGreaterThan(8);
});

test('many replicates are asked for in parts, each once and in order', async () => {
  const { replicates, asked } = await stopAfter(inTurn, { margin: 0.1, most: 600 });
  expect(replicates).toBe(600);
  expect(asked.map(({ replicate }) => replicate)).toEqual(Array.from({ length: 600 }, (_, at) => at));
});

test('the cells of a study that stopped are those of a study of that many replicates', async () => {
  const run = inProcess();
  const cells: CellResult[] = [];
  const spied: RunBlocks = async function* (...asked) {
    for await (const some of run(...asked)) {
      cells.push(...some);
      yield some;
    }
  };
  const wanted = [{ name: 'occupancy', measure: lookUpMeasure('occupancy', measures)!, margin: 50, isRelative: false }];
  const { replicates } = await replicatesFor(study, { wanted, budget: 1, most: 200 }, spied, () => 0);
  const keyAndDigest = ({ key, digest }: CellResult) => ({ key, digest });
  expect(cells.map(keyAndDigest)).toEqual((await allCells({ ...study, replicates }, run)).map(keyAndDigest));
});
