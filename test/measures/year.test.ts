/** One year of a summary: years add up to the whole, and every measure can be taken of each. */
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../src/measures/measures.ts';
import { readingsByYear } from '../../src/measures/year.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { tinyCell } from '../tiny.ts';

const cell = tinyCell();
const { summary } = simulate(cell);
const readings = readingsByYear(cell, summary);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe('the years of a cell', () => {
  test('are those it is observed in, each with its days', () => {
    expect([...readings.keys()]).toEqual([2012, 2013, 2014]);
    expect([...readings.values()].map(({ days }) => days)).toEqual([366, 365, 365]);
  });

  test.each([
    'peaks',
    'unitEvenings',
    'levelWaits',
    'begunWaits',
    'flow',
    'sums',
    'waits',
    'tallies',
    'charges',
    'averted',
    'lastLevels',
    'monthStock',
    'monthFlow',
  ] as const)('%s of all years add up to the whole', (name) => {
    const whole = sum(summary[name]);
    expect(whole).toBeGreaterThan(0);
    const parts = [...readings.values()].map(({ summary: year }) => sum(year[name]));
    expect(sum(parts)).toBeCloseTo(whole, 6);
  });

  test('hold the stock of their own weeks: person-days add up but for what is rounded at the turn of a year', () => {
    const parts = [...readings.values()].map(({ summary: year }) => sum(year.stock));
    expect(Math.abs(sum(parts) - sum(summary.stock)) / sum(summary.stock)).toBeLessThan(1e-4);
  });

  test('weigh up to every measure of flows', () => {
    const releases = measuresOf(['high', 'low', 'transitional']).find(({ id }) => id === 'releases')!;
    const whole = releases.value({ summary, days: cell.end - cell.start, parameters: cell.parameters[0].values });
    const parts = [...readings.values()].map((reading) => releases.value(reading) * reading.days);
    expect(sum(parts) / (cell.end - cell.start)).toBeCloseTo(whole, 9);
  });
});
