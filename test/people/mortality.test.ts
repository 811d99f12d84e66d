import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import {
  daysUntilDeath,
  daysUntilOverdose,
  daysUntilSuicide,
  overdoseFactor,
  screeningFactor,
  suicidesBy,
} from '../../src/people/mortality.ts';
import { tinyCell } from '../tiny.ts';

const given = tinyCell().parameters[0].values.mortality;

/** The draw whose unit exponential is `reached`. */
const luck = (reached: number) => -Math.expm1(-reached);

describe('death from other causes: a Gompertz curve', () => {
  test.each([
    [1e-12, 40, 0.02, 0.05, 1, 'nobody dies on the day of arrival'],
    [0.5, 40, 0.02, 0.05, 7345, 'the median: ln(1 + 0.05 ln 2 / 0.02) / 0.05 = 20.11 years'],
    [1 - 1 / Math.E, 40, 0.02, 0.05, 9152, 'one expected death: ln 3.5 / 0.05 = 25.06 years'],
    [1 - 1 / Math.E, 60, 0.02, 0.05, 4765, 'twenty years on, from 0.02 e'],
    [1 - 1 / Math.E, 20, 0.02, 0.05, 15002, 'twenty years before, from 0.02 / e'],
    [0.5, 40, 0.01, 0.001, 24479, 'hardly any slope: ln 2 / 0.01 = 69.3 years, less a little'],
    [0.5, 40, 1, 0.05, 249, 'a death a year'],
  ])('draw %f at %i, %f a year, slope %f: %i days, %s', (u, age, rate, slope, expected) => {
    expect(daysUntilDeath(u, age, rate, slope)).toBe(expected);
  });
});

describe('suicides expected by a day: a power of time', () => {
  test.each([
    [0, 0.01535, 0.5, 0, 'none at the gate'],
    [1, 0.01535, 0.5, 0.01535 / 365.25, 'the rate of day one, for a day'],
    [1, 0.01535, 1, 0.01535 / 365.25, 'whatever the shape'],
    [100, 0.01535, 0.5, (0.01535 * 10) / 365.25, 'ten times that in a hundred days'],
    [365.25, 0.001338, 1, 0.001338, 'a steady risk for a year is the rate'],
  ])('by day %f at %f, shape %f', (days, dayOne, shape, expected) => {
    expect(suicidesBy(days, dayOne, shape)).toBeCloseTo(expected, 12);
  });
});

describe('days in custody until a suicide', () => {
  const day = 0.01535 / 365.25;
  test.each([
    [0.5 * day, 1, 14, 0, 'half of what day one expects: on day one'],
    [0.999 * day, 1, 14, 0, 'all but all of it'],
    [1.001 * day, 1, 14, 1, 'a little more: the next day'],
    [9.999 * day, 1, 14, 99, 'ten times it, shape one half: a hundred days'],
    [10.001 * day, 1, 14, 100, 'and the day after'],
    [1.5 * day, 1, 14, 2, '2.25 days'],
    [1.5 * day, 0.5, 14, 9, 'half the risk: the day at which twice as much would be due'],
    [0.999 * day, 0.5, 9, 3, 'within the screened days: 1.998 squared'],
    [1.5 * day, 0.5, 9, 9, 'the screened days end with 3 halves, at day nine'],
    [2.5 * day, 0.5, 9, 16, 'after them: 2.5 + 1.5 made up, squared'],
    [2.5 * day, 0, 9, 30, 'nobody dies in days without risk: 5.5 squared'],
    [2.5 * day, 0.5, 0, 6, 'no screened days, no effect'],
    [2.5 * day, 2, 9, 1, 'twice the risk: 1.25 squared'],
  ])('reaching %f with factor %f for %i days: day %i, %s', (reached, factor, factorDays, expected) => {
    expect(daysUntilSuicide(luck(reached), 0.01535, 0.5, factor, factorDays)).toBe(expected);
  });

  test.each([
    [1.5 * day, 1, 14, 0.1, 100, 2, 'on remand all along: as above'],
    [9.999 * day, 1, 14, 0.1, 100, 99, 'up to the day before serving'],
    [10.5 * day, 1, 14, 0.1, 100, 225, 'serving from day 100 on: 0.5 more takes ten times as much, 15 squared'],
    [10.5 * day, 1, 14, 1, 100, 110, 'a ratio of 1 does nothing: 10.5 squared'],
    [0.25 * day, 1, 14, 0.1, 0, 6, 'serving from the gate: 2.5 squared'],
    [0.375 * day, 0.5, 9, 0.1, 4, 0, 'screened on remand: 0.75 squared'],
    [1.04 * day, 0.5, 9, 0.1, 4, 7, 'screened and serving: 1 by day four, then 0.04 at a twentieth, 2.8 squared'],
    [1.151 * day, 0.5, 9, 0.1, 4, 16, 'after the screened days at a tenth: 1.05 by day nine, then 4.01 squared'],
    [
      2.101 * day,
      0.5,
      4,
      0.1,
      9,
      16,
      'the screened days end on remand: 2 by day nine, then 0.101 at a tenth, 4.01 squared',
    ],
  ])(
    'reaching %f with factor %f for %i days, %f from day %i: day %i, %s',
    (reached, factor, days, ratio, remand, expected) => {
      expect(daysUntilSuicide(luck(reached), 0.01535, 0.5, factor, days, ratio, remand)).toBe(expected);
    },
  );

  test('none among people who serve, if their part is 0', () => {
    expect(daysUntilSuicide(luck(10.5 * day), 0.01535, 0.5, 1, 14, 0, 100)).toBe(NEVER);
    expect(daysUntilSuicide(luck(9.5 * day), 0.01535, 0.5, 1, 14, 0, 100)).toBe(90);
  });

  test('without risk never, and never before NEVER', () => {
    expect(daysUntilSuicide(1e-9, 0, 0.5, 1, 14)).toBe(NEVER);
    expect(daysUntilSuicide(1 - 1e-12, 1e-9, 0.5, 1, 14)).toBe(NEVER);
  });
});

describe('screening against the average of those counted', () => {
  test.each([
    [true, 0.7, 0, 0.7, 'nobody was screened: the ratio itself'],
    [false, 0.7, 0, 1, 'and the others are the average'],
    [true, 0.7, 1, 1, 'all were: the screened are the average'],
    [false, 0.7, 1, 1 / 0.7, 'and the others above it'],
    [true, 1, 0.8, 1, 'a ratio of 1 does nothing'],
    [false, 1, 0.8, 1, 'for anybody'],
    [true, 0.5, 0.8, 0.5 / 0.6, 'four of five at half the risk: the average is 0.6'],
    [false, 0.5, 0.8, 1 / 0.6, 'of that of the others'],
  ])('screened %s, ratio %f, %f of them screened: %f, %s', (isScreened, ratio, reference, expected) => {
    expect(screeningFactor(isScreened, ratio, reference)).toBeCloseTo(expected, 12);
  });
});

describe('overdose by need and treatment', () => {
  const mix = { opioidRatio: 15, opioidReference: 0.14, agonistReference: 0.3, agonistRatio: Float64Array.of(0.25, 1) };
  const early = 0.86 + 0.14 * 15 * (1 - 0.3 * 0.75);
  const late = 0.86 + 0.14 * 15;
  test.each([
    [false, false, 0, 1 / early, 'not dependent'],
    [false, true, 0, 1 / early, 'treatment without dependence does nothing'],
    [true, false, 0, 15 / early, 'dependent'],
    [true, true, 0, 3.75 / early, 'dependent and in treatment'],
    [false, false, 1, 1 / late, 'later, not dependent'],
    [true, false, 1, 15 / late, 'later, dependent'],
    [true, true, 1, 15 / late, 'later, treatment does nothing more'],
  ])('dependent %s, treated %s, period %i: %f, %s', (isDependent, isTreated, period, expected) => {
    expect(overdoseFactor(isDependent, isTreated, period, mix)).toBeCloseTo(expected, 12);
  });

  test.each([0, 1])('the counted population has the published average in period %i', (period) => {
    const treated = overdoseFactor(true, true, period, mix);
    const untreated = overdoseFactor(true, false, period, mix);
    const others = overdoseFactor(false, false, period, mix);
    expect(0.86 * others + 0.14 * (0.3 * treated + 0.7 * untreated)).toBeCloseTo(1, 12);
  });
});

describe('days until an overdose', () => {
  const rates = {
    ...given,
    overdoseTo: Float64Array.of(7, 14, 182),
    overdoseRate: Float64Array.of(0.04, 0.02, 0.005),
    opioidRatio: 1,
    agonistRatio: Float64Array.of(1, 1, 1),
  };
  const year = 365.25;
  test.each([
    [0.5 * 0.04, 0, 'half of what a day expects, in days: on the day of release'],
    [1.5 * 0.04, 1, 'one and a half days'],
    [6.99 * 0.04, 6, 'the last day of week one'],
    [7 * 0.04 + 0.5 * 0.02, 7, 'the first of week two'],
    [7 * 0.04 + 6.99 * 0.02, 13, 'the last of week two'],
    [7 * 0.06 + 0.5 * 0.005, 14, 'the first of week three'],
    [7 * 0.06 + 167.9 * 0.005, 181, 'the last of half a year'],
    [7 * 0.06 + 168.1 * 0.005, NEVER, 'and none after'],
  ])('reaching %f: %i, %s', (reached, expected) => {
    expect(daysUntilOverdose(luck(reached / year), false, false, rates)).toBe(expected);
  });

  test('a period without risk is passed over', () => {
    const quiet = { ...rates, overdoseRate: Float64Array.of(0, 0.02, 0) };
    expect(daysUntilOverdose(luck((0.5 * 0.02) / year), false, false, quiet)).toBe(7);
    expect(daysUntilOverdose(luck(0.02), false, false, quiet)).toBe(NEVER);
  });
});
