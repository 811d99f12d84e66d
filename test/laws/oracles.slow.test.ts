/**
 * Oracles: with every mechanism but a few switched off the engine is a queue of the textbooks, and must give their answers.
 *
 * Everybody charged is convicted and gets one sentence of a fixed length; nobody is remanded, granted, expelled, revoked
 * or comes back, and one in ten thousand dies in a year. Arrivals are a Poisson stream.
 */
import { describe, expect, test } from 'vitest';
import { eventsOf, personDays } from '../../src/measures/measure.ts';
import { event } from '../../src/people/life-events.ts';
import { status } from '../../src/people/person.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

const YEAR = 365.25;
const given = tinyCell().parameters[0].values;
const all = (values: Float64Array, value: number) => values.map(() => value);
const every = (rows: readonly Float64Array[], value: number) => rows.map((row) => all(row, value));

/** Arrivals a year, and days that everybody serves. */
function textbook(perYear: number, days: number, more: Levers = {}): Levers {
  const { court, sentence, remand, detention, mortality, absence, facility, placement } = given;
  return {
    arrivals: { perYear },
    court: { custodyShare: every(court.custodyShare, 1), custodyOdds: 1, acquittedShare: all(court.acquittedShare, 0) },
    remand: { share: all(remand.share, 0), shareWithoutPrison: 0 },
    sentence: {
      bandFrom: all(sentence.bandFrom, days),
      bandTo: all(sentence.bandTo, days),
      bandMean: all(sentence.bandMean, days),
      sexFactor: all(sentence.sexFactor, 1),
      lapsedShare: 0,
      daysToStart: 1,
    },
    detention: { share: all(detention.share, 0) },
    release: { conditionalGranted: 0, expelledShare: 0, transferredShare: 0 },
    monitoring: { places: 0, eligibleShare: 1, limitDays: days, revokedShare: 0, lastShare: 0 },
    treatment: { places: 0 },
    mortality: { rate: 0.0001, ageSlope: 0.001, suicideDayOne: 0, overdoseRate: all(mortality.overdoseRate, 0) },
    absence: { escapesPerYear: all(absence.escapesPerYear, 0), failureShare: 0 },
    placement: { misconductRate: all(placement.misconductRate, 0) },
    facility: { places: all(facility.places, 1e5) },
    reoffending: { shift: -200 },
    ...more,
  };
}

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
