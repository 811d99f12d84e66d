import { expect, test } from 'vitest';
import { activityMeasures } from '../../src/measures/activity.ts';
import { tallied } from '../../src/measures/measure.ts';
import { type TallyName, tally, tallyNames } from '../../src/people/tallies.ts';
import { emptySummary, type Summary } from '../../src/simulation/summary.ts';
import { tinyCell } from '../tiny.ts';

const levels = ['high', 'low'];

/** Two years of 52 inmates all the time, three quarters of them at the first level, with these amounts in the first year. */
function summaryWith(amounts: Partial<Record<TallyName, number>>): Summary {
  const summary = emptySummary({ weeks: 104, years: 2, levels: 2, offences: 1 });
  for (let year = 0; year < 2; year++) {
    summary.tallies[(year * tallyNames.length + tally['inmate-weeks']) * 3] = 52 * 39;
    summary.tallies[(year * tallyNames.length + tally['inmate-weeks']) * 3 + 1] = 52 * 13;
  }
  for (const [name, amount] of Object.entries(amounts)) summary.tallies[tally[name as TallyName] * 3] = amount;
  return summary;
}

function measured(
  id: string,
  amounts: Partial<Record<TallyName, number>>,
  which: { level?: string; population?: string } = {},
): number {
  const found = activityMeasures(levels).filter(
    (measure) => measure.id === id && measure.level === which.level && measure.population === which.population,
  );
  expect(found).toHaveLength(1);
  return found[0].value({ summary: summaryWith(amounts), days: 730.5, parameters: tinyCell().parameters[0].values });
}

test('amounts are added over years and levels, or at one', () => {
  const summary = summaryWith({ 'work-weeks': 7 });
  expect([tallied(summary, 'inmate-weeks'), tallied(summary, 'inmate-weeks', 1)]).toEqual([2 * 52 * 52, 2 * 52 * 13]);
  expect([tallied(summary, 'work-weeks'), tallied(summary, 'work-weeks', 1)]).toEqual([7, 0]);
});

test('a year, and for a hundred person-years inside', () => {
  const begun = { 'programme-starts': 30, 'treatment-starts': 10 };
  expect([measured('programme-starts', begun), measured('class-starts', begun)]).toEqual([5, 10]);
  const ended = { 'cognitive-completed': 10, 'violence-completed': 6, 'basic-completed': 99 };
  expect(measured('programme-completions', ended)).toBeCloseTo(8);
  const personYears = (2 * 52 * 52 * 7) / 365.25;
  const treatments = { population: 'programmes on thinking, addiction and violence' };
  expect(measured('programme-completions', ended, treatments)).toBeCloseTo(1600 / personYears);
  expect(measured('class-completions', ended)).toBeCloseTo(49.5);
  expect(measured('class-completions', ended, { population: 'basic education' })).toBeCloseTo(9900 / personYears);
});

test('shares and days', () => {
  const ended = {
    'programme-dropouts': 99,
    'treatment-dropouts': 10,
    'basic-completed': 25,
    'cognitive-completed': 30,
  };
  expect(measured('programme-dropout', ended)).toBeCloseTo(25);
  expect(measured('programme-waiting', { 'programme-waited': 90, 'programme-starts': 3 })).toBeCloseTo(30);
  expect(measured('programme-utilisation', { 'programme-weeks': 3, 'programme-places': 4 })).toBeCloseTo(75);
  expect(measured('in-work', { 'work-weeks': 500, 'day-release-weeks': 40.8 })).toBeCloseTo(10);
  expect(measured('in-class', { 'class-weeks': 2028 }, { level: 'high' })).toBeCloseTo(50);
  expect(measured('in-class', { 'class-weeks': 2028 }, { level: 'low' })).toBe(0);
});

test.each(['programme', 'class'])(
  'the parts of completions of each %s add up to the whole, and so do the ends',
  (kind) => {
    const ended: Partial<Record<TallyName, number>> = {
      'programme-dropouts': 99,
      'treatment-dropouts': 10,
      'programme-failures': 12,
      'treatment-failures': 1,
      'basic-completed': 25,
      'vocational-completed': 7,
      'higher-completed': 3,
      'cognitive-completed': 30,
      'addiction-completed': 8,
      'violence-completed': 2,
    };
    const reading = { summary: summaryWith(ended), days: 730.5, parameters: tinyCell().parameters[0].values };
    const parts = activityMeasures(levels).filter(({ id, population }) => id === `${kind}-completions` && population);
    const [whole, ...rest] = parts.map(({ value }) => value(reading));
    expect(rest.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole);
    const ends = ['completed', 'dropout', 'failed'].map((end) => measured(`${kind}-${end}`, ended));
    expect(ends.reduce((sum, end) => sum + end, 0)).toBeCloseTo(100);
    expect(Math.min(...ends)).toBeGreaterThan(0);
  },
);

test('where nothing was there to measure there is no number', () => {
  expect(measured('programme-dropout', {})).toBeNaN();
  expect(measured('programme-waiting', {})).toBeNaN();
});
