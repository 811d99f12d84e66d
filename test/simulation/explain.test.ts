/** Explain: the list that is printed is the list that is lived, and watching changes nothing. */
import { expect, test } from 'vitest';
import { diaryNames } from '../../src/people/life-events.ts';
import { day } from '../../src/simulation/day.ts';
import { explain } from '../../src/simulation/explain.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { tinyCell } from '../tiny.ts';

const cell = tinyCell();
let ticks = 0;
const steps = explain(cell, () => ticks++);
const named = (name: string) => steps.find((step) => step.name === name)!;

test('the steps are those of the day, in their order, with the events under the diaries', () => {
  const days = day.map(({ name }) => name);
  expect(steps.filter(({ when }) => when !== 'event').map(({ name }) => name)).toEqual(days);
  expect(steps.filter(({ when }) => when === 'event').map(({ name }) => name)).toEqual(diaryNames);
});

test('a step of the day is called once a day, one of the week at most once in seven', () => {
  const days = cell.end - cell.burnInStart;
  for (const { when, calls } of steps.filter(({ when }) => when !== 'event')) {
    if (when === 'day') expect(calls).toBe(days);
    else expect(Math.abs(calls - (cell.end - cell.start + 730) / 7)).toBeLessThan(2);
  }
});

test('every call takes the ticks of the clock that are its own and those of what it calls', () => {
  expect(named('arrivals').time).toBe(named('arrivals').calls);
  const events = steps.filter(({ when }) => when === 'event').reduce((sum, { calls }) => sum + calls, 0);
  expect(named('diaries').time).toBe(named('diaries').calls + 2 * events);
});

test('a life that is watched is the same life', () => {
  const watched = simulate(
    cell,
    false,
    day.map((step) => ({ ...step })),
  );
  expect(digestOf(watched.summary)).toBe(digestOf(simulate(cell).summary));
});
