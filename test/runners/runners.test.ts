import { describe, expect, test } from 'vitest';
import { blocksOf, type CellResult, type RunBlocks, type Study } from '../../src/experiment/study.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { buffersOf, readStudy, writtenStudy } from '../../src/runners/task.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { policy, tinyScenario } from '../tiny.ts';

const study: Study = {
  arms: [
    { name: 'as it is', scenario: tinyScenario() },
    { name: 'short reviews', scenario: tinyScenario(policy('reviews', '2013-01-01', 'placement.review_days', '14')) },
  ],
  replicates: 9,
};

async function allFrom(runBlocks: RunBlocks, of: Study = study) {
  const blocks: (readonly CellResult[])[] = [];
  const told: [done: number, of: number][] = [];
  for await (const cells of runBlocks(of, blocksOf(of), (done, all) => told.push([done, all]))) blocks.push(cells);
  return { blocks, told, digests: blocks.flat().map((cell) => cell.digest) };
}

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
  ['in process', here, (signal?: AbortSignal) => inProcess({ ...(signal && { signal }) })],
  ['worker threads', threads, (signal?: AbortSignal) => workerThreads({ workers: 1, ...(signal && { signal }) })],
] as const)('%s', (_, all, runner) => {
  test('cells come in the order asked for, an arm after another', async () => {
    expect((await all).blocks.flat().map(({ key }) => [key.replicate, key.arm])).toEqual(
      Array.from({ length: 9 }, (_, replicate) => [0, 1].map((arm) => [replicate, arm])).flat(),
    );
  });

  test('progress counts every block once', async () => {
    expect((await all).told).toEqual(Array.from({ length: 9 }, (_, at) => [at + 1, 9]));
  });

  test('a signal stops it with its reason', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    let given = 0;
    const work = (async () => {
      for await (const _cells of runner(stop.signal)(study, blocksOf(study), () => stop.abort(reason))) given++;
    })();
    expect(await thrownBy(work)).toBe(reason);
    expect(given).toBeLessThan(9);
  });

  test('a signal given before stops it before the first block', async () => {
    const reason = new Error('never');
    expect(await thrownBy(allFrom(runner(AbortSignal.abort(reason))))).toBe(reason);
  });

  test('an error names the block', async () => {
    const wrong = async () => {
      for await (const _cells of runner()(study, [{ draw: 7, replicate: 3 }], () => {})) throw new Error('it ran');
    };
    expect(((await thrownBy(wrong())) as Error).message).toContain('draw 7, replicate 3: ');
  });
});

test('worker threads are asked for a few blocks ahead of the reader, who may leave before the end', async () => {
  const many = { ...study, replicates: 40 };
  let done = 0;
  for await (const cells of workerThreads({ workers: 1 })(many, blocksOf(many), () => done++)) {
    expect(cells[0]!.key.replicate).toBe(0);
    while (done < 5) await pause();
    for (let more = 0; more < 20; more++) await pause();
    break;
  }
  expect(done).toBe(5);
});

test('a study travels as text and is the same study', () => {
  const read = readStudy(structuredClone(writtenStudy(study)));
  expect(read.arms.map(({ name, scenario }) => [name, scenario.text])).toEqual(
    study.arms.map(({ name, scenario }) => [name, scenario.text]),
  );
  expect(read.replicates).toBe(9);
});

test('every array of a summary is on the list of buffers to transfer, once', async () => {
  const { blocks } = await allFrom(inProcess(), { ...study, replicates: 1 });
  const arrays = blocks[0]!.flatMap(({ summary }) => Object.values(summary).filter((part) => ArrayBuffer.isView(part)));
  const buffers = buffersOf(blocks[0]!);
  expect(buffers).toHaveLength(arrays.length);
  expect(new Set(buffers).size).toBe(buffers.length);
});
