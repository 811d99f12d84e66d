/** Where the record says that people are is where the world has them, every evening. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyOf, livesOnRecord } from '../../src/lives/record.ts';
import { daysWithin, outside, stateOn, type statesOutside, stateTrajectory } from '../../src/lives/trajectory.ts';
import { event } from '../../src/people/life-events.ts';
import { isServing, status } from '../../src/people/person.ts';
import type { World } from '../../src/people/world.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { randomWorld } from '../laws/random-world.ts';
import { must, newWorld, walk } from '../laws/walk.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

const nameOf: Readonly<Record<number, (typeof statesOutside)[number]>> = {
  [status.liberty]: 'liberty',
  [status.waiting]: 'waiting for a place',
  [status.conditional]: 'conditional release',
  [status.remand]: 'remand',
  [status.monitored]: 'electronic monitoring',
  [status.treatment]: 'treatment',
  [status.absent]: 'absent',
};

/** The state of a row as the world has it. */
function stateIn(world: World, row: number): number {
  const standing = world.people.status[row];
  if (isServing(standing)) return world.people.level[row];
  return outside(nameOf[standing], world.levels);
}

/** Compares both, every evening; gives the states that were met. */
function statesMet(cell: Cell): Set<number> {
  const evenings: { readonly day: number; readonly key: number; readonly state: number }[] = [];
  const world = newWorld(cell);
  walk(
    cell,
    (step, { people, rows, today }) => {
      if (step !== 'lodging') return;
      for (let row = 0; row < rows.highest; row++) {
        if (!world.isPresent(row)) continue;
        evenings.push({
          day: today,
          key: keyOf(people.stream[row], people.index[row]),
          state: stateIn(world, row),
        });
      }
    },
    world,
  );
  const lives = livesOnRecord(world.journal.rows());
  const spans = new Map(Array.from(lives.keys, (key) => [key, stateTrajectory(lives.of(key), cell.levels)]));
  const met = new Set<number>();
  for (const { day, key, state } of evenings) {
    must(stateOn(spans.get(key)!, day) === state, `${key} on ${day} is in ${state}`);
    met.add(state);
  }
  for (const [key, life] of spans) {
    const gone = life.at(-1)!.state === outside('gone', cell.levels);
    const { kind } = lives.lastOf(key)!;
    must(gone === [event.died, event.expelled, event.departed].includes(kind as never), `${key} is gone or is not`);
  }
  return met;
}

test('in worlds of every kind', () => {
  const property = fc.property(randomWorld, (cell) => statesMet(cell).size > 3);
  fc.assert(property, { seed: 3, numRuns: 6, endOnFailure: true });
});

test('at every level, where people move on soon', () => {
  const soon = { riskCeiling: new Float64Array(3).fill(1), servedShare: new Float64Array(3) };
  const levers: Levers = {
    placement: soon,
    monitoring: { lastShare: 0 },
    facility: { places: Float64Array.of(60, 40, 20) },
  };
  const met = statesMet(withLevers(tinyCell(), levers));
  for (const level of [0, 1, 2]) expect(met).toContain(level);
});

test('in a world in which everything that can move people does', () => {
  const often: Levers = {
    fine: { defaultedShare: 0.9, daysToDefault: 30, meanDays: 40 },
    monitoring: { revokedShare: 0.4, places: 10, limitDays: 300, lastDays: 100, lastShare: 0.2 },
    supervision: { recalledShare: 0.5, breachShare: 0.6 },
    absence: { escapesPerYear: new Float64Array(3).fill(0.3), failureShare: 0.005 },
    treatment: { places: 5, suitedShare: 1, dropoutShare: 0.5, leastDays: 10, limitDays: 1000 },
    detention: { leastDays: 60, frameUsual: 1, minimumMaximum: 0.5 },
  };
  const met = statesMet(withLevers({ ...tinyCell(), end: tinyCell().start + 700 }, often));
  expect([...met].filter((state) => state >= 3).sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9]);
});

test('days within a time are those of the spans, cut at both ends', () => {
  const spans = [
    { from: 10, state: 1 },
    { from: 25, state: 2 },
    { from: 40, state: 1 },
  ];
  const told: number[][] = [];
  daysWithin(spans, 20, 50, (state, days) => told.push([state, days]));
  expect(told).toEqual([
    [1, 5],
    [2, 15],
    [1, 10],
  ]);
});
