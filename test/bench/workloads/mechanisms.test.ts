/** Shares of time: the clock pays for itself, and diaries do not pay for the handlers within them. */
import { expect, test } from 'vitest';
import { shared, type Tally } from '../../../bench/workloads/mechanisms.ts';

const tally = (name: string, when: Tally['when'], calls: number, time: number): Tally => ({ name, when, calls, time });

test('a known answer', () => {
  // the clock costs 3 a call, 1 of it counted as time of what was called
  const tallies = [
    tally('work', 'week', 10, 50), // 50 - 10 = 40
    tally('diaries', 'day', 10, 230), // 230 - 10 - (60 + 20 * 3 - 20 * 1) = 120
    tally('released', 'event', 20, 60), // 60 - 20 = 40
  ];
  const parts = shared(tallies, { all: 3, counted: 1 });
  expect(parts.map(({ share }) => share)).toEqual([0.2, 0.6, 0.2]);
  expect(parts.map(({ name, calls }) => [name, calls])).toEqual([
    ['work', 10],
    ['diaries', 10],
    ['released', 20],
  ]);
});

test('no share is below zero, though a clock may seem to cost more than there was', () => {
  const parts = shared([tally('work', 'week', 10, 5), tally('family', 'week', 1, 5)], { all: 2, counted: 1 });
  expect(parts.map(({ share }) => share)).toEqual([0, 1]);
});
