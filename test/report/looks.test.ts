/** How many comparisons a reader is shown, and how many would look clear by chance. */
import { expect, test } from 'vitest';
import { countOf, looksOf, looksSentence } from '../../src/report/looks.ts';

const ends = { low: -1, high: 2 };

test.each([
  [2, '2 comparisons are made here: if none of these arms differed, about 0.1 of them'],
  [14, '14 comparisons are made here: if none of these arms differed, about 0.7 of them'],
  [84, '84 comparisons are made here: if none of these arms differed, about 4 of them'],
  [660, '660 comparisons are made here: if none of these arms differed, about 33 of them'],
])('of %i', (count, words) => {
  expect(looksSentence(count, 'here')).toContain(words);
});

test('one alone is no look among many, and what has no interval or no width cannot look clear', () => {
  const none = { low: null, high: null };
  expect(looksSentence(countOf([ends, none, { low: 0, high: 0 }]), 'here')).toBeUndefined();
  expect(countOf([ends, ends, none, { low: Number.NaN, high: Number.NaN }])).toBe(2);
});

test('counts the headlines, what is said of the cohort of each arm, and pairs of other arms, each once', () => {
  const population = 'newly sentenced to prison';
  const of = (measure: string, whose = population) => ({ measure, population: whose, horizon: 2 });
  const named = [
    of('cohort-charged'), // in the headlines, and said of the cohort: once
    of('cohort-charges'), // likewise
    of('cohort-charged', `${population}, citizens`), // said
    of('cohort-cost'), // said
    of('cohort-crime-cost'), // said
    of('cohort-died'), // neither
    { measure: 'cost' }, // a headline
    { measure: 'cost-places' }, // neither
  ];
  const arms = ['as it is', 'one', 'other'];
  const measures = arms.flatMap((arm) => named.map((one) => ({ ...one, arm, mean: 3 })));
  const differences = arms.slice(1).flatMap((arm) => named.map((one) => ({ ...one, arm, ...ends })));
  const followed = {
    population,
    years: 2,
    from: '2012-01-01',
    until: '2012-12-31',
    parts: [ends, { low: 0, high: 0 }],
  };
  const cohorts = arms.slice(1).map((arm) => ({ arm, ...followed }));
  const pairs = ['as it is', 'as it is', 'one'].map((baseline) => ({
    baseline,
    ...ends,
    costs: { custody: ends, crime: ends },
  }));
  expect(looksOf({ arms, measures, differences, cohorts, pairs }, ['closed'])).toBe(2 * 7 + 3);
  // an arm with people of its own has no row in the table, but its sentences stay
  const apart = cohorts.map((one, at) => ({ ...one, from: `201${at}-01-01` }));
  expect(looksOf({ arms, measures, differences, cohorts: apart, pairs }, ['closed'])).toBe(2 * 7 + 3);
  // without a cohort only the headlines are left
  const untold = measures.map((row) => ({ ...row, mean: row.measure === 'cost' ? 3 : null }));
  expect(looksOf({ arms, measures: untold, differences, pairs }, ['closed'])).toBe(2 + 3);
});
