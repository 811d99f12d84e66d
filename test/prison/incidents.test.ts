/** Incidents: a weekly draw, more of them where more is to be expected, and none from anything else. */
import { describe, expect, test } from 'vitest';
import { exposureAt, exposuresOf, roomForExposures } from '../../src/community/exposure.ts';
import { eventsOf, tallied } from '../../src/measures/measure.ts';
import { safetyMeasures } from '../../src/measures/safety.ts';
import { event } from '../../src/people/life-events.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import {
  chanceInWeek,
  type IncidentsParameters,
  incidentNames,
  orderedLength,
  step,
} from '../../src/prison/incidents.ts';
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

describe('exclusions ordered without an incident', () => {
  const none = { rate: new Float64Array(4) };
  const exclusions = (incidents: Partial<IncidentsParameters>) =>
    [...livesIn(lived({ ...none, ...incidents }).world).entries()].flatMap(([key, life]) =>
      life.filter((one) => one.event === 'excluded').map(({ day, detail }) => ({ key, day, length: detail })),
    );

  test.each([
    [0.5, 8, 0, 8, 'no spread: the mean'],
    [0.5, 8, 1.5, 3, 'the median, 8 exp(-1.125) = 2.6'],
    [0.001, 8, 1.5, 1, 'at least a day'],
    [0.88, 8, 1.5, 15, 'one in eight lasts two weeks or more'],
  ])('draw %f, mean %f, spread %f: %i days, %s', (u, orderedDays, orderedSpread, expected) => {
    expect(orderedLength(u, { orderedDays, orderedSpread })).toBe(expected);
  });

  test('as many per person-year at the most closed level as the rate says, of the mean length', () => {
    const { summary } = lived({ ...none, orderedRate: 2, orderedSpread: 0.5, levelRatio: Float64Array.of(1, 0, 0) });
    const years = tallied(summary, 'inmate-weeks', 0) * (7 / 365.25);
    const count = tallied(summary, 'exclusions-ordered');
    // a week in company in 26; people are excluded at 16 of 365 days
    const expected = (years * 2) / (1 + 2 * (8 / 365.25));
    expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(tallied(summary, 'ordered-days') / count).toBeCloseTo(8, -0.3);
    expect(tallied(summary, 'exclusions-ordered', 1)).toBe(0);
  });

  test('a rate of 0 orders none; a higher one only adds days on which somebody is excluded', () => {
    expect(exclusions({ orderedRate: 0 })).toEqual([]);
    const daysOf = (orderedRate: number) =>
      new Set(exclusions({ orderedRate, orderedSpread: 0, orderedDays: 7 }).map(({ key, day }) => `${key} ${day}`));
    const [few, many] = [daysOf(1), daysOf(4)];
    expect(few.size).toBeGreaterThan(20);
    expect([...few].filter((one) => !many.has(one))).toEqual([]);
  });

  test('nobody is excluded anew who is excluded already', () => {
    const last = new Map<string, number>();
    let seen = 0;
    for (const { key, day, length } of exclusions({ orderedRate: 20, orderedDays: 30 })) {
      expect(day).toBeGreaterThanOrEqual(last.get(key) ?? -Infinity);
      last.set(key, day + length);
      seen++;
    }
    expect(seen).toBeGreaterThan(100);
  });

  test('an answer to an incident does not shorten an exclusion that lasts', () => {
    const world = emptyPrison();
    const row = inmate(world, 1);
    world.climate.fill(0.5);
    world.people.excludedUntil[row] = world.today + 100;
    callRoll(world);
    const always = { rate: new Float64Array(4).fill(1000), excludedShare: new Float64Array(4).fill(1) };
    step(world, { ...usual, ...always }, cell.parameters[0].values.staff);
    expect(world.people.incidents[row]).toBe(1);
    expect(world.people.excludedUntil[row]).toBe(world.today + 100);
  });

  test('only exclusions of a length count as isolation in the effects', () => {
    const exposed = (isolationDays: number) => {
      const world = emptyPrison();
      const row = inmate(world, 1);
      world.climate.fill(0.5);
      world.people.custodyDay[row] = world.today - 10;
      callRoll(world);
      const always = { orderedRate: 50, orderedDays: 14, orderedSpread: 0, isolationDays };
      for (let week = 0; week < 10; week++, world.today += 7) {
        world.people.weeksInside[row] = week;
        step(world, { ...usual, ...none, ...always }, cell.parameters[0].values.staff);
      }
      expect(world.people.excludedUntil[row]).toBeGreaterThan(world.today - 70);
      return exposuresOf(world, row, 0.5, roomForExposures())[exposureAt.isolated];
    };
    expect([exposed(14), exposed(15)]).toEqual([1, 0]);
  });
});

describe('in the tiny world', () => {
  const often = { rate: usual.rate.map((rate) => 5 * rate) };
  const measured = (incidents: Partial<IncidentsParameters>) => {
    const { summary } = lived({ ...often, ...incidents });
    const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters[0].values };
    return (id: string) =>
      safetyMeasures(['high', 'low', 'transitional'])
        .find((one) => (id === 'long exclusions' ? one.population === 'long' : one.id === id))!
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
    ['ordered_rate', { orderedRate: 8 }, 'exclusions', 'more'],
    ['ordered_rate', { orderedRate: 0 }, 'excluded', 'less'],
    ['ordered_days', { orderedDays: 30 }, 'excluded', 'more'],
    ['ordered_spread', { orderedSpread: 0 }, 'long exclusions', 'less'],
    ['isolation_days', { isolationDays: 1 }, 'long exclusions', 'more'],
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
