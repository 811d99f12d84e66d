/** Cells that fail are left out with their pairs, counted and named; too many say so, and too few left end the study. */
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiment/compare.ts';
import type { Comparison } from '../../src/experiment/comparison.ts';
import { LossCount, partsOfStudy } from '../../src/experiment/losses.ts';
import { drawnFrom } from '../../src/experiment/parameter-draw.ts';
import { measureValues } from '../../src/experiment/reading.ts';
import { rerun } from '../../src/experiment/rerun.ts';
import { replicatesFor } from '../../src/experiment/stopping.ts';
import {
  type BlockKey,
  blocksOf,
  type CellResult,
  type LostBlock,
  type RunBlocks,
  runBlock,
  type Study,
} from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { lossSentences } from '../../src/report/losses.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { CELLS } from '../../src/tables/cells.ts';
import { COST_EFFECTIVENESS_PLANE } from '../../src/tables/series.ts';
import { numbersOf, type Table, tableOf, type Value } from '../../src/tables/table.ts';
import { doubtfulScenario, TOO_WIDE } from '../impossible.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenarios = [tinyScenario(), tinyScenario(policy('short', '2012-01-01', 'sentence.length_factor', '0.8'))];
const arms = scenarios.map((scenario, at) => ({
  name: ['as it is', 'short'][at],
  scenario: withRun(scenario, { years: 1 }),
}));
const study: Study = { arms, replicates: 4, draws: 0 };
const lived = blocksOf(study).map((block) => runBlock(study, block));

const failureOf = ({ draw, replicate }: BlockKey): Failure =>
  new Failure({ problem: `${draw}/${replicate} is lost`, reproduce: `stepdown run ${draw}/${replicate}`, exitCode: 1 });

/** Gives the cells lived above under other keys, two replicates for a draw, and loses the blocks named. */
function replaying(isLost: (block: BlockKey) => boolean): RunBlocks {
  return async function* (_, blocks, progress, lose) {
    for (const [at, block] of blocks.entries()) {
      const { draw, replicate } = block;
      progress(at + 1, blocks.length);
      const cells = lived[(2 * draw + replicate) % lived.length];
      if (!isLost(block)) yield cells.map((cell): CellResult => ({ ...cell, key: { ...cell.key, draw, replicate } }));
      else if (lose === undefined) throw failureOf(block);
      else lose({ block, arm: 1, name: 'short', failure: failureOf(block) });
    }
  };
}

const results = ({ measures, differences, layers, choices }: Comparison) => ({
  measures,
  differences,
  layers,
  choices,
});
const replicatesIn = ({ measures }: Comparison) => measures.find(({ measure }) => measure === 'occupancy')!.replicates;
const rowsOf = (tables: readonly Table[]) => tables.map((table) => table.rows);

describe('replicates', () => {
  test('a lost one leaves the results of the others, in all arms', async () => {
    const tables: Table[] = [];
    const lost = await compare(
      study,
      replaying(({ replicate }) => replicate === 3),
      undefined,
      (_, some) => {
        tables.push(...some);
      },
    );
    const others = await compare(
      { ...study, replicates: 3 },
      replaying(() => false),
    );
    expect(results(lost)).toEqual(results(others));
    expect(rowsOf(lost.series)).toEqual(rowsOf(others.series));
    expect(lost.resultDigest).toBe(others.resultDigest);
    expect(replicatesIn(lost)).toBe(3);
    expect(tables.filter(({ schema }) => schema === CELLS).map(({ rows }) => rows)).toEqual([2, 2, 2]);
    expect(lost.losses).toEqual({
      of: 'replicates',
      asked: 4,
      lost: 1,
      isTooMany: true,
      cells: [{ arm: 'short', draw: 0, replicate: 3, problem: '0/3 is lost', reproduce: 'stepdown run 0/3' }],
      tails: [],
    });
  });

  test('without losses nothing is said of them', async () => {
    expect(
      await compare(
        study,
        replaying(() => false),
      ),
    ).not.toHaveProperty('losses');
  });

  test('values of measures stay at their places, and whoever does not hear of losses gets none', async () => {
    const measure = { value: ({ summary }) => summary.waiting.length } as Measure;
    const runner = replaying(({ replicate }) => replicate === 1);
    const lost: LostBlock[] = [];
    const [[first, second]] = await measureValues(study, [measure], runner, (one) => lost.push(one));
    expect([...first!].map(Number.isNaN)).toEqual([false, true, false, false]);
    expect(second).toEqual(first);
    expect(lost).toHaveLength(1);
    await expect(measureValues(study, [measure], runner)).rejects.toThrow('0/1 is lost');
  });

  test('those that are there count towards a precision', async () => {
    const measure = { value: ({ summary }) => summary.lives[2] } as Measure;
    const wanted = [{ name: 'any', measure, margin: 1e12, isRelative: false }];
    const whole = await replicatesFor(
      study,
      { wanted, budget: Infinity, most: 20 },
      replaying(() => false),
      () => 0,
    );
    const lost = await replicatesFor(
      study,
      { wanted, budget: Infinity, most: 20 },
      replaying(({ replicate }) => replicate < 2),
      () => 0,
    );
    expect([whole.replicates, lost.replicates]).toEqual([8, 10]);
    expect(lost.reached[0].margin).toBeGreaterThan(0);
    const none = replicatesFor(
      study,
      { wanted, budget: Infinity, most: 8 },
      replaying(({ replicate }) => replicate !== 3),
      () => 0,
    );
    await expect(none).rejects.toThrow(/^only one of 8 replicates is left, which has no interval; .*\n0\/0 is lost/);
  });
});

describe('parameter draws', () => {
  const drawn: Study = { ...study, draws: 4, replicates: 2 };
  const isSecond = ({ draw, replicate }: BlockKey) => draw === 2 && replicate === 1;

  test('one that lost a replicate does not count, so that all draws that do are whole', async () => {
    const lost = await compare(drawn, replaying(isSecond));
    const whole = await compare(
      drawn,
      replaying(({ draw }) => draw === 2),
    );
    expect(results(lost)).toEqual(results(whole));
    expect(lost.choices.length).toBeGreaterThan(0);
    expect(lost.layers.length).toBeGreaterThan(0);
    expect(replicatesIn(lost)).toBe(6);
    const plane = lost.series.find(({ schema }) => schema === COST_EFFECTIVENESS_PLANE)!;
    expect(new Set(numbersOf(plane, 'draw'))).toEqual(new Set([1, 3, 4]));
    expect(lost.losses).toMatchObject({ of: 'parameter draws', asked: 4, lost: 1, isTooMany: true });
    expect(lost.resultDigest).not.toBe(whole.resultDigest);
  });

  test('what all lost draws have in one tail of its distribution is named', () => {
    const scenario = doubtfulScenario();
    const of: Study = { arms: [{ name: 'doubtful', scenario }], draws: 40, replicates: 1 };
    const count = new LossCount(partsOfStudy(of));
    const upper = blocksOf(of).filter(({ draw }) => drawnFrom(scenario, draw).quantileOf(TOO_WIDE)! > 0.7);
    for (const block of upper) count.lose({ block, arm: 0, name: 'doubtful', failure: failureOf(block) });
    const [tail, ...others] = count.losses(of)!.tails;
    expect(tail).toMatchObject({ parameter: TOO_WIDE, tail: 'highest' });
    expect(tail!.share).toBeLessThan(0.3);
    expect(others).toEqual([]);
    const [, , named] = lossSentences(count.losses(of)!);
    expect(named).toMatch(
      /^In every draw that failed, needs\.record_correlation lies in the highest [\d.]+ % of its distribution\.$/,
    );
  });
});

test('one in twenty is not too many, two are', () => {
  const of: Study = { ...study, replicates: 20 };
  const [first, second] = blocksOf(of);
  const count = new LossCount(partsOfStudy(of));
  expect(count.losses(of)).toBeUndefined();
  count.lose({ block: first!, arm: 0, name: 'as it is', failure: failureOf(first!) });
  expect(count.losses(of)).toMatchObject({ lost: 1, isTooMany: false });
  count.lose({ block: second!, arm: 0, name: 'as it is', failure: failureOf(second!) });
  expect(count.losses(of)).toMatchObject({ lost: 2, isTooMany: true });
});

describe('nothing to compare', () => {
  test.each([
    ['all', 4, () => true, 'all 4 replicates failed; the first of them:'],
    [
      'all but one',
      4,
      ({ replicate }: BlockKey) => replicate !== 2,
      'only one of 4 replicates is left, which has no interval; the first that failed:',
    ],
    [
      'the first twenty',
      100,
      ({ replicate }: BlockKey) => replicate < 50,
      'the first 20 of 100 replicates all failed; the first of them:',
    ],
  ])('%s are lost', async (_, replicates, isLost, line) => {
    const failure = await compare({ ...study, replicates }, replaying(isLost)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toBe(`${line}\n0/0 is lost\n  reproduce: stepdown run 0/0`);
    expect((failure as Failure).exitCode).toBe(1);
  });

  test('the only replicate is lost: its own words suffice', async () => {
    const work = compare(
      { ...study, replicates: 1 },
      replaying(() => true),
    );
    await expect(work).rejects.toThrow(/^0\/0 is lost/);
  });
});

test('a study with losses runs again to the same digest, and a recorded cell that now fails differs', async () => {
  const parts: Table[] = [];
  const { armDigests, resultDigest } = await compare(
    study,
    replaying(({ replicate }) => replicate === 3),
    undefined,
    (_, some) => {
      parts.push(...some.filter(({ schema }) => schema === CELLS));
    },
  );
  const columns = CELLS.columns.map(({ name }) => [
    name,
    parts.flatMap((part) => Array.from(part.column(name) as ArrayLike<Value>)),
  ]);
  const recorded = { armDigests: Object.fromEntries(armDigests), cells: tableOf(CELLS, Object.fromEntries(columns)) };
  const same = await rerun(
    study,
    replaying(({ replicate }) => replicate === 3),
    () => {},
    recorded,
  );
  expect(same.resultDigest).toBe(resultDigest);
  expect(same.arms.map(({ differing }) => differing)).toEqual([[], []]);
  const other = await rerun(
    study,
    replaying(({ replicate }) => replicate > 1),
    () => {},
    recorded,
  );
  expect(other.arms.map(({ isSame }) => isSame)).toEqual([false, false]);
  expect(other.arms[1].differing).toEqual([{ arm: 1, draw: 0, replicate: 2 }]);
});
