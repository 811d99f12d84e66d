import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { firstDifference, historyOf } from '../../src/scenario/history.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { catalogue, heir, withPolicy } from './tiny.ts';

const baseline = heir('');
const reform = withPolicy('p: {from: 2016-01-01, set: {facility.places.low: 70}}');

describe('the first day on which a number differs', () => {
  test.each([
    ['a reform against none', baseline, reform, parseDay('2016-01-01')],
    ['a scenario against itself', reform, reform, Infinity],
    [
      'a lever set to the value in force',
      baseline,
      withPolicy('p: {from: 2013-01-01, set: {facility.places.low: 50}}'),
      Infinity,
    ],
    [
      'the same change under another name',
      reform,
      withPolicy('q: {from: 2016-01-01, set: {facility.places.low: {add: 20}}}'),
      Infinity,
    ],
    [
      'the same change that ends',
      reform,
      withPolicy('p: {from: 2016-01-01, until: 2019-01-01, set: {facility.places.low: 70}}'),
      parseDay('2019-01-01'),
    ],
    [
      'a change before the burn-in',
      baseline,
      withPolicy('p: {from: 1990-01-01, set: {facility.open: no}}'),
      baseline.burnInStart,
    ],
    ['a change after one of them ends', withRun(baseline, { years: 3 }), reform, Infinity],
    ['another title', baseline, heir('title: Other\n'), Infinity],
    ['more replicates', baseline, heir('replicates: 100\n'), Infinity],
    ['another seed', baseline, heir('seed: other\n'), -Infinity],
    ['another start', baseline, heir('start: 2013-01-01\nburn_in_years: 16\n'), -Infinity],
    ['other members', baseline, heir('dimensions: {offence: [theft, violence]}\n'), -Infinity],
  ])('%s', (_, a, b, day) => {
    expect(firstDifference(a, b, catalogue)).toBe(day);
    expect(firstDifference(b, a, catalogue)).toBe(day);
  });
});

test('histories are equal up to the first difference and differ right after', () => {
  const day = firstDifference(baseline, reform, catalogue);
  expect(historyOf(baseline, catalogue, day)).toBe(historyOf(reform, catalogue, day));
  expect(historyOf(baseline, catalogue, day + 1)).not.toBe(historyOf(reform, catalogue, day + 1));
});

test('another draw is another history', () => {
  const day = baseline.end;
  expect(historyOf(baseline, catalogue, day, () => 0.3)).not.toBe(historyOf(baseline, catalogue, day));
});

test('history names every number with the day from which it held', () => {
  const history = JSON.parse(historyOf(reform, catalogue, reform.end));
  expect(history).toMatchObject({ seed: 'norway', burnInStart: reform.burnInStart, start: reform.start });
  expect(history.epochs).toHaveLength(2);
  expect(history.epochs[1]).toEqual({
    from: parseDay('2016-01-01'),
    values: {
      placement: { reviewDays: [90, 60, 30], basis: 'risk-and-needs' },
      facility: { places: [100, 70, 10], singleCells: 0.9, open: true },
      court: {
        custodyFactor: [
          [1, 2],
          [0.5, 0.5],
        ],
      },
    },
  });
});
