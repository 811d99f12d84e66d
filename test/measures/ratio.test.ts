/** The forms of measures: what each divides by what, and what it says of itself at every level. */
import { describe, expect, test } from 'vitest';
import type { Amount } from '../../src/measures/amount.ts';
import type { Measure, Reading } from '../../src/measures/measure.ts';
import { averageDay, figure, percentage, ratio, yearly } from '../../src/measures/ratio.ts';
import { emptySummary } from '../../src/simulation/summary.ts';
import { tinyCell } from '../tiny.ts';

const reading: Reading = {
  summary: emptySummary({ weeks: 1, years: 1, levels: 2, offences: 1 }),
  days: 730.5,
  parameters: tinyCell().parameters[0].values,
};
const told = { id: 'walks', label: 'walks', definition: 'walks in the yard' };
const six: Amount = () => 6;
const four: Amount = () => 4;
/** 10 in all, 1 at the first level, 2 at the second. */
const byLevel: Amount = (_, level) => (level === undefined ? 10 : level + 1);
const valuesOf = (measures: readonly Measure[]) => measures.map(({ value }) => value(reading));

describe('one record', () => {
  test('of a ratio is one amount times the scale over another', () => {
    expect(valuesOf(ratio({ ...told, unit: 'walks', of: six, by: four }))).toEqual([1.5]);
    expect(valuesOf(ratio({ ...told, unit: 'per 1,000', of: six, by: four, scale: 1000 }))).toEqual([1500]);
  });

  test('of a share is in percent, of a yearly count a year, of an average day in persons', () => {
    const kin = [...percentage({ ...told, of: six, by: four }), ...yearly({ ...told, of: six })];
    const persons = averageDay({ ...told, of: () => 1461 });
    expect([...kin, ...persons].map(({ unit }) => unit)).toEqual(['percent', 'per year', 'persons']);
    expect(valuesOf([...kin, ...persons])).toEqual([150, 3, 2]);
  });

  test('tells its own unit where that of its form does not fit', () => {
    expect(yearly({ ...told, unit: 'person-days per year', of: six })[0].unit).toBe('person-days per year');
  });

  test('has no better side unless it tells one', () => {
    expect(figure({ ...told, unit: 'walks', value: six })[0].better).toBe('neither');
    expect(figure({ ...told, unit: 'walks', better: 'higher', value: six })[0].better).toBe('higher');
  });

  test('gives no number where there is nothing of either', () => {
    expect(valuesOf(percentage({ ...told, of: () => 0, by: () => 0 }))).toEqual([Number.NaN]);
  });
});

describe('a record with levels', () => {
  const levels = ['high', 'low'];

  test('is measured of all, then at each level, named after it', () => {
    const measures = percentage({ ...told, better: 'lower', of: byLevel, by: four, perLevel: { levels } });
    expect(measures.map(({ value, ...words }) => ({ ...words, value: value(reading) }))).toEqual([
      { ...told, unit: 'percent', better: 'lower', value: 250 },
      {
        id: 'walks',
        label: 'walks, high',
        definition: 'walks in the yard, at the level high',
        unit: 'percent',
        better: 'lower',
        level: 'high',
        value: 25,
      },
      {
        id: 'walks',
        label: 'walks, low',
        definition: 'walks in the yard, at the level low',
        unit: 'percent',
        better: 'lower',
        level: 'low',
        value: 50,
      },
    ]);
  });

  test('may have words of its own there', () => {
    const words = {
      label: (level: string) => `out at ${level}`,
      definition: (level: string) => `the yard of ${level}`,
    };
    const [, high] = figure({ ...told, unit: 'walks', value: byLevel, perLevel: { levels, ...words } });
    expect([high.label, high.definition]).toEqual(['out at high', 'the yard of high']);
  });
});
