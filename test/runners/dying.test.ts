/** Worker threads that die under their work: nothing is lost but time, and what never works stops the study. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blocksOf, type CellResult, runBlock, type Study } from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import { failureOfBlock } from '../../src/runners/block-failure.ts';
import { workerThreads } from '../../src/runners/worker-threads.ts';
import { tinyScenario } from '../tiny.ts';

const study: Study = { arms: [{ name: 'as it is', scenario: tinyScenario() }], replicates: 30, draws: 0 };
const task = fileURLToPath(new URL('./dying-task.mjs', import.meta.url));
const expected = blocksOf(study).flatMap((block) => runBlock(study, block).map(({ digest }) => digest));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepdown-dying-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the study; a thread dies so many times in that way whenever it is given the block of a replicate. */
async function run(way: string, times: number, workers = 2) {
  process.env['STEPDOWN_TEST_DEATH'] = JSON.stringify({ folder, replicate: 20, times, way });
  const cells: CellResult[] = [];
  const told: number[] = [];
  let error: unknown;
  try {
    const reproduce = (block: { readonly replicate: number }) => `stepdown run tiny --replicate ${block.replicate}`;
    const runner = workerThreads({ workers, task, ...(way === 'memory' && { megabytes: 256 }), reproduce });
    for await (const some of runner(study, blocksOf(study), (done) => told.push(done))) cells.push(...some);
  } catch (thrown) {
    error = thrown;
  }
  return { cells, told, error, digests: cells.map(({ digest }) => digest), deaths: readdirSync(folder) };
}

test.each(['exit', 'memory'])('a death by %s changes no result', async (way) => {
  const { digests, error, told, deaths } = await run(way, 1, way === 'exit' ? 2 : 1);
  expect(error).toBeUndefined();
  expect(digests).toEqual(expected);
  expect(told.at(-1)).toBe(30);
  expect(deaths).toHaveLength(1);
});

test('a third failure of one block stops the study, with the command that shows it again', async () => {
  const { cells, error, deaths } = await run('error', 99, 1);
  expect(deaths).toHaveLength(3);
  expect(error).toBeInstanceOf(Failure);
  const { message, exitCode } = error as Failure;
  expect(exitCode).toBe(1);
  expect(message).toMatch(/^draw 0, replicate 20 failed 3 times: out of luck\n/);
  expect(message).toContain('\n  reproduce: stepdown run tiny --replicate 20');
  expect(cells.map(({ digest }) => digest)).toEqual(expected.slice(0, cells.length));
  expect(cells.length).toBeGreaterThan(0);
  const sizes = deaths.sort().map((name) => Number(name.split('-')[1]));
  expect(sizes[0]).toBeGreaterThanOrEqual(1);
  expect(sizes.slice(1)).toEqual([1, 1]);
});

test('a thread that runs another program than ours stops the study', async () => {
  const { cells, error } = await run('another program', 1, 1);
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).message).toBe(
    'the program was changed while it ran\n  cells of two versions cannot form one study\n  run the same command again',
  );
  expect(cells.map(({ digest }) => digest)).toEqual(expected.slice(0, cells.length));
});

test('memory that never suffices is told as such', () => {
  const error = Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });
  const { message } = failureOfBlock({ draw: 0, replicate: 4, arms: [0] }, error, 3, undefined);
  expect(message).toBe(
    'draw 0, replicate 4 failed 3 times: out of memory\n' +
      '  give it more memory, with fewer workers or on a larger machine; cells computed so far are kept',
  );
});

test('threads that cannot even begin are told of', async () => {
  process.env['STEPDOWN_TEST_DEATH'] = 'no JSON';
  const runner = workerThreads({ workers: 1, task });
  const ran = async () => {
    for await (const _ of runner(study, blocksOf(study), () => {})) throw new Error('it ran');
  };
  const error = await ran().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).exitCode).toBe(1);
  expect((error as Failure).message).toMatch(/no worker thread can be started|failed 3 times/);
});
