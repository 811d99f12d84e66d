/** Cost per mechanism: a median share of the best turn's processor time. */
import { expect, test } from 'vitest';
import { costOfParts } from '../../../bench/sections/mechanisms.ts';

test('the median share over turns, of the cost of the best', () => {
  const turn = (milliseconds: number, share: number) => ({
    milliseconds,
    work: 2,
    events: 10,
    hash: '',
    parts: [{ name: 'work', when: 'week' as const, calls: 104, share }],
  });
  const turns = [turn(300, 0.5), turn(200, 0.1), turn(400, 0.2)];
  const [work] = costOfParts({ turns, best: turns[1] });
  expect(work).toEqual({ name: 'work', when: 'week', callsPerYear: 52, milliseconds: 0.2 * 100 });
});
