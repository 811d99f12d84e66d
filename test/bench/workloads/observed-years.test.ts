/** Observed years: the years after a snapshot, and watching them with clocks, are those of a whole run. */
import { expect, test } from 'vitest';
import { clocked } from '../../../bench/workloads/mechanisms.ts';
import { liveYears } from '../../../bench/workloads/observed-years.ts';
import { diaryNames } from '../../../src/people/life-events.ts';
import { World } from '../../../src/people/world.ts';
import { day, handlers, openDiaries } from '../../../src/simulation/day.ts';
import { liveOn, liveUntil } from '../../../src/simulation/simulate.ts';
import { tinyCell } from '../../tiny.ts';

const cell = tinyCell();
const model = { day, handlers, openDiaries, diaryNames, liveOn };
const branch = liveUntil(cell, cell.start);
const lived = liveYears(model, cell, branch, 2);

test('two years have the events of a run that is stopped after them', () => {
  let stopped: World | undefined;
  const until = cell.start + Math.round(2 * 365.25);
  const { world } = liveUntil(cell, until, false, (settings) => {
    stopped = new World(settings);
    return stopped;
  });
  expect(stopped?.today).toBe(until);
  expect(lived.hash).toBe(stopped?.journal.hash);
  expect(lived.events).toBe(world.journal.count - branch.world.journal.count);
  expect(lived.work).toBe(2);
});

test('the true end of the cell is kept: a cell without so many years is refused', () => {
  expect(() => liveYears(model, cell, branch, 3)).toThrow(/has no 3 years to observe/);
});

test('clocks change nothing, and are around every step and every handler', () => {
  const { steps, tallies } = clocked({ ...model, simulate: () => ({}) as never, liveUntil });
  expect(liveYears(model, cell, branch, 2, steps).hash).toBe(lived.hash);
  const names = (events: boolean) =>
    tallies.filter(({ when }) => (when === 'event') === events).map(({ name }) => name);
  expect(names(false)).toEqual(day.map(({ name }) => name));
  expect(names(true)).toEqual(diaryNames);
  for (const { name, calls } of tallies.filter(({ when }) => when === 'day'))
    expect([name, calls]).toEqual([name, 731]);
});
