/** Twins on threads are those of this thread, in order, and stop when they are told to. */
import { expect, test } from 'vitest';
import { type TwinsRead, twinsPlan } from '../../src/lives/twins/twins.ts';
import { readTwins } from '../../src/runners/twins.ts';
import { policy, tinyScenario } from '../tiny.ts';

const fewer = policy('fewer', '2014-06-01', 'facility.places.high', '15');
const granted = policy('granted', '2014-06-01', 'release.conditional_granted', '0.2');
const plan = twinsPlan(tinyScenario(), tinyScenario(fewer + granted), 3, false);

async function readWith(workers: number): Promise<{ readonly reads: readonly TwinsRead[]; readonly ticks: number }> {
  const reads: TwinsRead[] = [];
  let ticks = 0;
  const signal = new AbortController().signal;
  for await (const read of readTwins(plan, { workers, signal, lived: () => ticks++ })) reads.push(read);
  return { reads, ticks };
}

test('as many threads as one likes give the same, arm by arm', async () => {
  const [here, there] = [await readWith(1), await readWith(2)];
  expect(there).toEqual(here);
  expect(here.reads.map(({ replicate }) => replicate)).toEqual([0, 1, 2]);
  expect(here.reads.every(({ parted }) => parted.some(({ alone }) => alone !== 0))).toBe(true);
  expect(here.ticks).toBe(3 * 6);
});

test.each([1, 2])('told to stop, %i workers stop with the reason', async (workers) => {
  const stopping = new AbortController();
  const reason = new Error('enough');
  const reading = (async () => {
    for await (const _ of readTwins(plan, { workers, signal: stopping.signal, lived: () => stopping.abort(reason) }));
  })();
  await expect(reading).rejects.toBe(reason);
});
