import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  type CellKey,
  type CellResult,
  type RunBlocks,
  runBlock,
  type Study,
} from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { buffersOf, readStudy, writtenStudy } from '../../src/runners/task.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { policy, tinyScenario } from '../tiny.ts';

/** The tiny world with reviews that come every 90 days, and from 2013 on every so many. */
const reviews = (days: string) =>
  tinyScenario(
    'reviews:\n  from: 1900-01-01\n  until: 2013-01-01\n  after: tiny\n  set:\n    placement.review_days: 90\n' +
      policy('later reviews', '2013-01-01', 'placement.review_days', days),
  );
const study: Study = {
  arms: [
    { name: 'as it is', scenario: reviews('90') },
    { name: 'short reviews', scenario: reviews('14') },
  ],
  replicates: 9,
  draws: 0,
};

async function allFrom(runBlocks: RunBlocks, of: Study = study) {
  const blocks: (readonly CellResult[])[] = [];
  const told: [done: number, of: number][] = [];
  for await (const cells of runBlocks(of, blocksOf(of), (done, all) => told.push([done, all]))) blocks.push(cells);
  return { blocks, told, digests: blocks.flat().map((cell) => cell.digest) };
}

type Settings = Parameters<typeof inProcess>[0] & object;

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const [here, threads] = [allFrom(inProcess()), allFrom(workerThreads({ workers: 2 }))];

test('one digest from this thread and two worker threads', async () => {
  const { digests } = await threads;
  expect(digests).toEqual((await here).digests);
  expect(new Set(digests).size).toBeGreaterThan(9);
});

describe.each([
  ['in process', here, (settings: Settings) => inProcess(settings)],
  ['worker threads', threads, (settings: Settings) => workerThreads({ workers: 1, ...settings })],
] as const)('%s', (_, all, runner) => {
  test('cells come in the order asked for, an arm after another', async () => {
    expect((await all).blocks.flat().map(({ key }) => [key.replicate, key.arm])).toEqual(
      Array.from({ length: 9 }, (_, replicate) => [0, 1].map((arm) => [replicate, arm])).flat(),
    );
  });

  test('progress grows and ends with every block', async () => {
    const { told } = await all;
    expect(told.every(([done, of], at) => of === 9 && done > (told[at - 1]?.[0] ?? 0))).toBe(true);
    expect(told.at(-1)).toEqual([9, 9]);
  });

  test('a signal stops it with its reason', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    let given = 0;
    const work = (async () => {
      for await (const _cells of runner({ signal: stop.signal })(study, blocksOf(study), () => stop.abort(reason)))
        given++;
    })();
    expect(await thrownBy(work)).toBe(reason);
    expect(given).toBeLessThan(9);
  });

  test('a signal given before stops it before the first block', async () => {
    const reason = new Error('never');
    expect(await thrownBy(allFrom(runner({ signal: AbortSignal.abort(reason) })))).toBe(reason);
  });

  test('a block that cannot be run at all stops it, and the message says which and how to see it again', async () => {
    const reproduce = ({ replicate }: CellKey) => `stepdown compare a b --replicate ${replicate}`;
    const wrong = async () => {
      const block = { draw: 0, replicate: 3, arms: [0, 7] };
      for await (const _cells of runner({ reproduce })(study, [block], () => {})) throw new Error('it ran');
    };
    const failure = (await thrownBy(wrong())) as Failure;
    expect(failure).toBeInstanceOf(Failure);
    expect(failure.exitCode).toBe(1);
    expect(failure.message).toMatch(/^draw 0, replicate 3 failed( 3 times)?: \S/);
    expect(failure.message).toContain('\n  reproduce: stepdown compare a b --replicate 3');
    expect(failure.cause).toBeInstanceOf(Error);
  });

  test.each([
    ['drawn by chance', {}],
    ['laid out', { design: [{ 'court.custody_odds': 0.9 }, { 'court.custody_odds': 0.1 }] }],
  ])('parameters %s, and a choice of arms, are run as asked for', async (_, how) => {
    const drawn = { ...study, draws: 2, replicates: 1, ...how };
    const blocks = [
      { draw: 2, replicate: 0, arms: [1] },
      { draw: 1, replicate: 0, arms: [0, 1] },
    ];
    const cells: CellResult[] = [];
    for await (const some of runner({})(drawn, blocks, () => {})) cells.push(...some);
    expect(cells.map(({ key, digest }) => [key.draw, key.arm, digest])).toEqual(
      blocks.flatMap((block) => runBlock(drawn, block).map(({ key, digest }) => [key.draw, key.arm, digest])),
    );
    expect(new Set(cells.map(({ digest }) => digest)).size).toBe(3);
  });
});

test('worker threads are asked for a few blocks ahead of the reader, who may leave before the end', async () => {
  const many = { ...study, replicates: 4000 };
  let done = 0;
  const told = (blocks: number) => {
    done = blocks;
  };
  for await (const cells of workerThreads({ workers: 1 })(many, blocksOf(many), told)) {
    expect(cells[0].key.replicate).toBe(0);
    while (done < 3) await pause();
    for (let more = 0; more < 20; more++) await pause();
    break;
  }
  expect(done).toBe(3);
});

test('nothing to run starts no thread', async () => {
  for await (const _ of workerThreads({ workers: 2 })(study, [], () => {})) throw new Error('it ran');
});

test('a study travels as text, which arms that differ in policies share, and is the same study', () => {
  const written = structuredClone(writtenStudy({ ...study, draws: 4 }));
  const read = readStudy(written);
  expect(written.texts).toHaveLength(1);
  expect(read.arms.map(({ name, scenario }) => [name, scenario.text])).toEqual(
    study.arms.map(({ name, scenario }) => [name, scenario.text]),
  );
  expect([read.replicates, read.draws]).toEqual([9, 4]);
});

test('every array of a summary is on the list of buffers to transfer, once', async () => {
  const { blocks } = await allFrom(inProcess(), { ...study, replicates: 1 });
  const arrays = blocks[0].flatMap(({ summary }) => Object.values(summary).filter((part) => ArrayBuffer.isView(part)));
  const buffers = buffersOf(blocks[0]);
  expect(buffers).toHaveLength(arrays.length);
  expect(new Set(buffers).size).toBe(buffers.length);
});
