/** A cell that fails loses its block, is told in the same words wherever it is run, and the others come as ever. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type BlockKey,
  blocksOf,
  type CellKey,
  type CellResult,
  type LostBlock,
  type RunBlocks,
  type Study,
} from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { cellStore } from '../../src/files/cell-store.ts';
import { failureOfBlock } from '../../src/runners/block-failure.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { stored } from '../../src/runners/stored-cells.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { hopelessScenario } from '../impossible.ts';
import { tinyScenario } from '../tiny.ts';

const names = ['as it is', 'hopeless', 'as it is, too'];
const scenarios = [tinyScenario(), hopelessScenario('2013-01-01'), tinyScenario()];
const study: Study = {
  arms: names.map((name, at) => ({ name, scenario: scenarios[at] })),
  replicates: 3,
  draws: 0,
};
/** The second block has the arm that fails, the third a replicate that no kernel takes. */
const blocks: readonly BlockKey[] = [
  { draw: 0, replicate: 0, arms: [0, 2] },
  { draw: 0, replicate: 1, arms: [0, 1, 2] },
  { draw: 0, replicate: 1.5, arms: [2] },
  { draw: 0, replicate: 2, arms: [0] },
];
const reproduce = ({ arm, replicate }: CellKey) => `stepdown run ${arm} --replicate ${replicate}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepdown-lost-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const storedRunner = (name: string, inner: RunBlocks): RunBlocks => {
  const store = cellStore(join(folder, name), () => {});
  return stored({ store, engine: 'an engine', tally: { found: 0, computed: 0 } }, inner);
};

async function run(runner: RunBlocks, lose?: (lost: LostBlock) => void) {
  const keys: CellKey[] = [];
  const digests: string[] = [];
  const told: number[] = [];
  for await (const cells of runner(study, blocks, (done) => told.push(done), lose)) {
    keys.push(...cells.map(({ key }) => key));
    digests.push(...cells.map(({ digest }) => digest));
  }
  return { keys, digests, told };
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe.each<[string, () => RunBlocks]>([
  ['in this thread', () => inProcess({ reproduce })],
  ['in two others', () => workerThreads({ workers: 2, reproduce })],
  ['over a store', () => storedRunner('once', inProcess({ reproduce }))],
  ['over a store that has all that is there', () => storedRunner('once', inProcess({ reproduce }))],
])('%s', (_, runner) => {
  test('lost blocks are named in order, and the others are there', async () => {
    const lost: LostBlock[] = [];
    const { keys, digests, told } = await run(runner(), (one) => lost.push(one));
    expect(keys.map(({ arm, replicate }) => [arm, replicate])).toEqual([
      [0, 0],
      [2, 0],
      [0, 2],
    ]);
    expect(digests[0]).toBe(digests[1]);
    expect(told.at(-1)).toBe(4);
    expect(lost.map(({ block, arm, name }) => [block, arm, name])).toEqual([
      [blocks[1], 1, 'hopeless'],
      [blocks[2], 2, 'as it is, too'],
    ]);
    const [refused, broken] = lost.map(({ failure }) => failure);
    expect(refused!.message).toMatch(
      /^hopeless, replicate 1: needs.correlation and needs.record_correlation contradict each other\n/,
    );
    expect(refused!.message).toContain('\n  reproduce: stepdown run 1 --replicate 1');
    expect(refused!.exitCode).toBe(2);
    expect(broken!.message).toBe(
      '"as it is, too", replicate 1.5: replicate 1.5 is not a whole number from 0\n' +
        '  a cell depends on its scenario alone, so this is a defect of stepdown, or a range allows impossible numbers: please report it\n' +
        '  reproduce: stepdown run 2 --replicate 1.5',
    );
    expect(broken!.exitCode).toBe(1);
    expect(broken!.cause).toBeInstanceOf(RangeError);
  });

  test('nobody who asked to hear of losses: the first ends the run', async () => {
    const failure = await thrownBy(run(runner()));
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).message).toContain(
      'hopeless, replicate 1: needs.correlation and needs.record_correlation contradict each other',
    );
  });

  test('whoever hears of losses may end the run', async () => {
    const enough = new Error('enough');
    const work = run(runner(), () => {
      throw enough;
    });
    expect(await thrownBy(work)).toBe(enough);
  });
});

test('a draw whose parameters cannot even be drawn is lost like any other, also over a store', async () => {
  const design = [{}, {}];
  const drawn: Study = { arms: [{ name: 'as it is', scenario: scenarios[0] }], replicates: 1, draws: 3, design };
  const lost: LostBlock[] = [];
  const cells: CellResult[] = [];
  const runner = storedRunner('drawn', inProcess());
  for await (const some of runner(
    drawn,
    blocksOf(drawn),
    () => {},
    (one) => lost.push(one),
  ))
    cells.push(...some);
  expect(cells.map(({ key }) => key.draw)).toEqual([1, 2]);
  expect(lost.map(({ block }) => block.draw)).toEqual([3]);
});

test('a failure of the machine names every arm of its block once', () => {
  const command = ({ arm }: CellKey) => `stepdown run ${arm % 2}`;
  const { message } = failureOfBlock({ draw: 0, replicate: 4, arms: [0, 1, 2] }, new Error('killed'), 3, command);
  expect(message).toBe(
    'draw 0, replicate 4 failed 3 times: killed\n' +
      '  if it happens again, please report it\n' +
      '  reproduce: stepdown run 0\n         or: stepdown run 1',
  );
});

test('memory that does not suffice is no property of a cell', async () => {
  const scenario = { ...scenarios[0], seed: { toString: allocation } as unknown as string };
  const starved: Study = { arms: [{ name: 'starved', scenario }], replicates: 1, draws: 0 };
  const lost: LostBlock[] = [];
  const work = async () => {
    for await (const _ of inProcess()(
      starved,
      blocksOf(starved),
      () => {},
      (one) => lost.push(one),
    ));
  };
  const failure = (await thrownBy(work())) as Failure;
  expect(failure.message).toMatch(
    /^draw 0, replicate 0 failed: Array buffer allocation failed\n {2}give it more memory/,
  );
  expect(lost).toEqual([]);
});

function allocation(): string {
  throw new RangeError('Array buffer allocation failed');
}
