/**
 * Oracles: with every mechanism but a few switched off (`textbook.ts`) the engine is a queue of the textbooks, and must give their
 * answers.
 */
import { describe, expect, test } from 'vitest';
import { eventsOf, personDays } from '../../src/measures/measure.ts';
import { event } from '../../src/people/life-events.ts';
import { status } from '../../src/people/person.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { tinyCell, withLevers } from '../tiny.ts';
import { textbook } from './textbook.ts';

const YEAR = 365.25;

/** A mean over replicates with its standard error. */
function over(replicates: number, cellOf: (replicate: number) => Cell, value: (cell: Cell) => number) {
  const values = Array.from({ length: replicates }, (_, replicate) => value(cellOf(replicate)));
  const mean = values.reduce((sum, one) => sum + one, 0) / replicates;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (replicates - 1);
  return { mean, error: Math.sqrt(variance / replicates) };
}

/** Chance that an arrival finds all servers busy (A. K. Erlang, 1917), by the usual recursion. */
function erlangB(servers: number, load: number): number {
  let blocked = 1;
  for (let busy = 1; busy <= servers; busy++) blocked = (load * blocked) / (busy + load * blocked);
  return blocked;
}

test.each([
  [1, 2, 2 / 3],
  [2, 2, 0.4],
  [10, 5, 0.018385],
])("Erlang's formula for %i servers and a load of %f is %f, as tables have it", (servers, load, blocked) => {
  expect(erlangB(servers, load)).toBeCloseTo(blocked, 6);
});

describe.each([
  [150, 60],
  [300, 120],
  [80, 400],
])('with %i arrivals a year who serve %i days and places for all', (perYear, days) => {
  const cellOf = (replicate: number) => withLevers(tinyCell(replicate), textbook(perYear, days));
  const { mean, error } = over(40, cellOf, (cell) => {
    const { summary } = simulate(cell);
    return personDays(summary, status.serving) / (cell.end - cell.start);
  });

  test('occupancy is arrival rate times stay', () => {
    expect(Math.abs(mean - (perYear * days) / YEAR) / error).toBeLessThan(3.5);
    expect(error / mean).toBeLessThan(0.02);
  });
});

describe.each([
  [10, 60, 60],
  [25, 100, 90],
  [5, 40, 100],
])(
  'with %i places on monitoring, %i arrivals a year and %i days, where who finds none goes to prison',
  (places, perYear, days) => {
    const levers = textbook(perYear, days);
    const cellOf = (replicate: number) =>
      withLevers(tinyCell(replicate), { ...levers, monitoring: { ...levers.monitoring, places } });
    const { mean, error } = over(60, cellOf, (cell) => {
      const { summary } = simulate(cell);
      const blocked = eventsOf(summary, event.admitted);
      return blocked / (blocked + eventsOf(summary, event.monitored));
    });

    test("the part that is turned away is Erlang's", () => {
      const expected = erlangB(places, (perYear * days) / YEAR);
      expect(Math.abs(mean - expected) / error).toBeLessThan(3.5);
      expect(expected).toBeGreaterThan(0.05);
    });
  },
);
