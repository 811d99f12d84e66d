/** Incidents: a weekly draw, more of them where more is to be expected, and none from anything else. */
import { describe, expect, test } from 'vitest';
import { eventsOf, tallied } from '../../src/measures/measure.ts';
import { safetyMeasures } from '../../src/measures/safety.ts';
import { event } from '../../src/people/life-events.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import { chanceInWeek, type IncidentsParameters, incidentNames, step } from '../../src/prison/incidents.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { livesIn, tinyCell, withLevers, withSteadyClimate } from '../tiny.ts';
import { emptyPrison, inmate } from './pupils.ts';

const cell = withSteadyClimate(tinyCell());
const usual = cell.parameters[0].values.incidents;
const lived = (incidents: Partial<IncidentsParameters>) => simulate(withLevers(cell, { incidents }), true);

test.each([
  [0, 0],
  [365.25 / 7, 1 - Math.exp(-1)],
  [1, 1 - Math.exp(-7 / 365.25)],
])('a rate of %d a year is a chance of %d a week', (rate, chance) => {
  expect(chanceInWeek(rate)).toBeCloseTo(chance, 12);
});

test('what is tallied is what happened while it was observed', () => {
  const { summary } = lived({ rate: usual.rate.map((rate) => 5 * rate) });
  const tallies = incidentNames.reduce((sum, kind) => sum + tallied(summary, `incidents-${kind}`), 0);
  expect(tallies).toBeGreaterThan(50);
  expect(tallies).toBe(eventsOf(summary, event.incident));
});

test('a higher rate only adds incidents, for the same people on the same days', () => {
  const none = { excludedShare: new Float64Array(4) };
  const days = (factor: number) => {
    const { world } = lived({ ...none, rate: usual.rate.map((rate) => factor * rate) });
    return new Set(
      [...livesIn(world)].flatMap(([key, life]) =>
        life.filter((one) => one.event === 'incident').map(({ day }) => `${key} ${day}`),
      ),
    );
  };
  const [fewer, more] = [days(2), days(6)];
  expect(more.size).toBeGreaterThan(fewer.size);
  expect([...fewer].filter((one) => !more.has(one))).toEqual([]);
});

test('whoever works or studies outside by day is not idle', () => {
  const world = emptyPrison();
  const [idle, outside] = [1, 2].map((index) => inmate(world, index));
  world.climate.fill(0.5);
  world.people.dayReleaseDay[outside] = world.today;
  callRoll(world);
  step(world, { ...usual, rate: new Float64Array(4).fill(1000), idleRatio: 0 }, cell.parameters[0].values.staff);
  expect([idle, outside].map((row) => world.people.incidents[row] > 0)).toEqual([false, true]);
});

describe('in the tiny world', () => {
  const often = { rate: usual.rate.map((rate) => 5 * rate) };
  const measured = (incidents: Partial<IncidentsParameters>) => {
    const { summary } = lived({ ...often, ...incidents });
    const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters[0].values };
    return (id: string) =>
      safetyMeasures(['high', 'low', 'transitional'])
        .find((one) => one.id === id)!
        .value(reading);
  };
  const unmoved = measured({});

  test.each<[string, Partial<IncidentsParameters>, string, 'more' | 'less']>([
    ['rate', { rate: usual.rate.map((rate) => 10 * rate) }, 'incidents', 'more'],
    ['level_ratio', { levelRatio: Float64Array.of(1, 3, 3) }, 'incidents', 'more'],
    ['idle_ratio', { idleRatio: 8 }, 'incidents', 'more'],
    ['drug_ratio', { drugRatio: new Float64Array(4).fill(8) }, 'incidents', 'more'],
    ['early_ratio', { earlyRatio: 8 }, 'incidents', 'more'],
    ['early_weeks', { earlyWeeks: 52 }, 'incidents', 'more'],
    ['usual_age', { usualAge: 50 }, 'incidents', 'more'],
    ['excluded_share', { excludedShare: new Float64Array(4).fill(1) }, 'excluded', 'more'],
    ['excluded_days', { excludedDays: 60 }, 'excluded', 'more'],
  ])('%s: %j, %s is %s', (_, levers, id, direction) => {
    const after = measured(levers)(id);
    if (direction === 'more') expect(after).toBeGreaterThan(unmoved(id));
    else expect(after).toBeLessThan(unmoved(id));
  });

  test('a good climate prevents', () => {
    const worse = simulate(
      withLevers(tinyCell(), { incidents: often, staff: { officers: Float64Array.of(0.1, 0.1, 0.1) } }),
    ).summary;
    const better = simulate(withLevers(tinyCell(), { incidents: often })).summary;
    expect(eventsOf(worse, event.incident)).toBeGreaterThan(eventsOf(better, event.incident));
  });
});
