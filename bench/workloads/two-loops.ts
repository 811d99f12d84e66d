/**
 * Two loops: how much two cores of this machine do at once, measured by plain arithmetic that shares nothing. No program with
 * two workers can gain more.
 */
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

/** Wall-clock seconds until so many threads, side by side, have each done the same arithmetic. */
export async function secondsOfLoops(threads: number): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(new URL(import.meta.url)));
  await Promise.all(workers.map((worker) => answerOf(worker, 'warm up')));
  const started = performance.now();
  await Promise.all(workers.map((worker) => answerOf(worker, 'measure')));
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return seconds;
}

function answerOf(worker: Worker, question: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.postMessage(question);
  });
}

/** Seconds long on the machines of today; the result is used, so that no compiler leaves it out. */
function arithmetic(rounds: number): number {
  let state = 1;
  for (let round = 0; round < rounds; round++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
  }
  return state;
}

if (!isMainThread) parentPort?.on('message', () => parentPort?.postMessage(arithmetic(1_500_000_000)));
