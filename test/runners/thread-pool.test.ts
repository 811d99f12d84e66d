/** Pieces of work begin in the order in which they are given, and one that is given up harms no other. */
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { startThreads, type ThreadPool } from '../../src/runners/thread-pool.ts';

/** Waits so many milliseconds without hearing anything, and tells when it began and on which thread. */
interface Told {
  readonly began: number;
  readonly thread: number;
}

const task = fileURLToPath(new URL('./waiting-task.mjs', import.meta.url));
const open: ThreadPool<number, Told>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.end()));
});

function started(threads: number): ThreadPool<number, Told> {
  const pool = startThreads<number, Told>({ threads, task });
  open.push(pool);
  return pool;
}

test('work begins in the order in which it is given', async () => {
  const { run } = started(1);
  const told = await Promise.all([9, 1, 1, 1, 9, 1].map((milliseconds) => run(milliseconds)));
  const began = told.map((one) => one.began);
  expect(began).toEqual([...began].sort((a, b) => a - b));
});

test('work that is given up is replaced by other work, even if it would never end', async () => {
  const { run } = started(1);
  const { thread } = await run(0);
  const leaving = new AbortController();
  const [endless, never] = [run(1e9, leaving.signal), run(0, leaving.signal)];
  const outcomes = Promise.allSettled([endless, never]);
  const after = run(0);
  await new Promise((resolve) => setImmediate(resolve));
  leaving.abort();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await after).thread).not.toBe(thread);
});

test('nothing begins once the threads are ended', async () => {
  const { run, end } = started(1);
  const outcomes = Promise.allSettled([run(1e9), run(0)]);
  await end();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(run(0)).rejects.toThrow('the threads have ended');
});
