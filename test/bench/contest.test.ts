/** Contests: contestants take turns fairly, the best turn of a round counts, and noise buys more rounds. */
import { expect, test } from 'vitest';
import { type Contestant, contest, medians } from '../../bench/contest.ts';
import { costOf } from '../../bench/workloads/processor-time.ts';

const calibration = { arithmetic: 1, within256KB: 6, within4MB: 20, within40MB: 90 };
const aside = { calibrate: async () => calibration, say: () => {} };

/** Costs in the order in which turns are taken, and a diary of who took one. */
function contestant(name: string, costs: readonly number[], diary: string[] = []): Contestant {
  let taken = 0;
  const turn = async () => {
    diary.push(name);
    return { result: { milliseconds: 2 * costs[taken++ % costs.length], work: 2 }, peakMegabytes: taken };
  };
  return {
    name,
    open: async () => {
      diary.push(`${name} opens`);
      return { turn, close: () => diary.push(`${name} closes`) };
    },
  };
}

test('the best turn of each round counts, by unit of work', async () => {
  const { scores } = await contest([contestant('a', [5, 3, 4, 9, 8, 7])], { rounds: 2, turns: 3, ...aside });
  expect(scores[0].costs).toEqual([3, 7]);
  expect(costOf(scores[0].best)).toBe(3);
  expect(scores[0].turns).toHaveLength(6);
  expect(scores[0].peakMegabytes).toBe(6);
});

test('who begins changes from turn to turn and from round to round, and every round has new sessions', async () => {
  const diary: string[] = [];
  await contest([contestant('a', [1], diary), contestant('b', [1], diary)], { rounds: 2, turns: 2, ...aside });
  const begin = ['a opens', 'b opens'];
  const end = ['a closes', 'b closes'];
  expect(diary).toEqual([...begin, 'a', 'b', 'b', 'a', ...end, ...begin, 'b', 'a', 'a', 'b', ...end]);
});

test('rounds follow until they say enough, at most three times as many', async () => {
  const run = async (enough: (costs: readonly (readonly number[])[]) => boolean) =>
    (await contest([contestant('a', [1])], { rounds: 2, turns: 1, enough, ...aside })).scores[0].costs.length;
  expect(await run(() => true)).toBe(2);
  expect(await run(([costs]) => costs.length === 4)).toBe(4);
  expect(await run(() => false)).toBe(6);
});

test('sessions are closed if a turn fails', async () => {
  const diary: string[] = [];
  const failing: Contestant = {
    name: 'b',
    open: async () => ({ turn: () => Promise.reject(new Error('out of memory')), close: () => diary.push('b closes') }),
  };
  const held = contest([contestant('a', [1], diary), failing], { rounds: 1, turns: 1, ...aside });
  await expect(held).rejects.toThrow('out of memory');
  expect(diary.slice(-2)).toEqual(['a closes', 'b closes']);
});

test('the machine is described by medians', () => {
  const of = (arithmetic: number) => ({ ...calibration, arithmetic });
  expect(medians([of(9), of(1), of(2)])).toEqual(of(2));
});
