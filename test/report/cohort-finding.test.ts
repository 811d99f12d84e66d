/** What is said of the same people: that they are the same, what lies behind the difference, and what is not clear. */
import { expect, test } from 'vitest';
import type { CohortResult } from '../../src/experiment/cohort-pairs.ts';
import { cohortFinding, enteredAfter, followedBefore } from '../../src/report/cohort-finding.ts';
import { headlineSentence } from '../../src/report/headline.ts';
import { insteadOfMean } from '../../src/report/settling.ts';

const cohort: CohortResult = {
  ...{ arm: 'Open', baseline: 'As it is', population: 'newly sentenced to prison', years: 5 },
  ...{
    from: '2012-01-01',
    until: '2014-12-31',
    parted: '2012-01-01',
    members: 65000,
    same: 65000,
    left: 0,
    coverage: 28,
  },
  makeup: { withRecord: 39, age: 34.2, citizens: 74 },
  everySentence: { withRecord: 80, age: 35.3, citizens: 81 },
  parts: [
    { part: 'inside', charges: 1.3, low: 1.1, high: 1.5 },
    { part: 'monitored', charges: -0.8, low: -0.9, high: -0.7 },
    { part: 'abroad', charges: 0.01, low: 0, high: 0.02 },
    { part: 'dead', charges: 0, low: 0, high: 0 },
    { part: 'rate', charges: -1.7, low: -2, high: -1.4 },
  ],
};
const row = (measure: string, difference: number, half: number, population = cohort.population) => ({
  ...{ measure, population, horizon: 5, arm: 'Open', difference, low: difference - half, high: difference + half },
});
const differences = [
  row('cohort-charged', -0.6, 0.3),
  row('cohort-charges', -1.2, 0.3),
  row('cohort-charged', -0.2, 0.5, `${cohort.population}, citizens`),
  row('cohort-cost', -18, 5),
  row('cohort-crime-cost', 2, 20),
];

test('everything is said that a reader needs to say the answer aloud', () => {
  const finding = cohortFinding(cohort, differences)!;
  expect(headlineSentence(finding)).toBe(
    'Of every 100 people newly sentenced to prison in 2012 to 2014, 0.6 fewer are charged again within five years under Open than under As it is (95 % interval 0.3 to 0.9 fewer): a clear difference, but smaller than what matters, 1 of 100.',
  );
  expect(finding.account).toEqual([
    'They are the same people under both, 65\u2009000 of 65\u2009000 in all runs, followed from the verdict; time in custody, on monitoring, waiting, abroad and dead counts.',
    'Per 100 people that is 1.2 fewer charges in all (95 % interval 0.9 to 1.5 fewer).',
    'Its parts, each with its 95 % interval: 1.3 more (1.1 to 1.5) through less time inside, 0.80 fewer (0.70 to 0.90) through more time on monitoring and 1.7 fewer (1.4 to 2.0) through fewer charges per day at liberty.',
    'Among citizens, who cannot be expelled, 0.2 fewer of 100 are charged again (95 % interval 0.7 fewer to 0.3 more: no clear difference).',
    'For these people alone, over the five years, custody and supervision cost 18 thousand kroner less (95 % interval 13 to 23) per person, and the crimes behind later charges about as much (95 % interval 20 less to 20 more: no clear difference); the table has the cost of everybody.',
  ]);
  expect(finding.about!.join(' ')).toContain('The cohort holds 28 of every 100 prison sentences');
});

test('where the cost of everybody goes the other way, it is said why', () => {
  const everybody = (measure: string, difference: number, half: number) => ({
    ...{ measure, arm: 'Open', difference, low: difference - half, high: difference + half },
  });
  const others = [
    everybody('cost', 136, 20),
    everybody('cost-per-place', 164, 3),
    everybody('occupancy', -627, 30),
    row('cohort-days-inside', -32.7, 1.4),
  ];
  const finding = cohortFinding(cohort, [...differences, ...others])!;
  expect(finding.account!.at(-1)).toBe(
    'The cost of everybody goes the other way, by 140 million kroner more per year: a year inside costs 164 thousand kroner more, for everybody; 630 fewer people are inside on an average day, and the people followed are inside for 32.7 fewer days per person.',
  );
  for (const same of [everybody('cost', -136, 20), everybody('cost', 10, 20)])
    expect(cohortFinding(cohort, [...differences, same, ...others.slice(1)])!.account).toHaveLength(5);
});

test('fewer than eight runs boast of nothing', () => {
  const few = differences.map((one) => ({ ...one, replicates: 4 }));
  expect(cohortFinding(cohort, few)!.account!.at(-1)).toBe(
    'These are 4 runs only: intervals of fewer than 8 hold the truth less often than they say.',
  );
  const enough = differences.map((one) => ({ ...one, replicates: 8 }));
  expect(cohortFinding(cohort, enough)!.account).toHaveLength(5);
});

test('people charged are followed from the charge, and why is said', () => {
  const charged = { ...cohort, population: 'newly charged' };
  const { account } = cohortFinding(charged, [row('cohort-charged', 1, 0.3, 'newly charged')])!;
  expect(account![0]).toContain('followed from the charge, because the arms differ in who is sentenced');
});

test.each([
  ['2012-01-01', 2, undefined],
  ['2012-07-01', 2, '6 of the 24 months followed lie'],
  ['2012-02-01', 1, '1 of the 12 months followed lies'],
  ['2012-01-08', 2, 'the first 7 days followed lie'],
  ['2012-01-02', 2, 'the first day followed lies'],
  ['2014-06-01', 2, 'all 24 months followed lie'],
])('of people inside on a day, whose policy begins on %s, it is said what lies before', (parted, years, words) => {
  const population = 'inside on one day';
  const stock = { ...cohort, population, until: cohort.from, parted, years };
  const { account } = cohortFinding(stock, [{ ...row('cohort-charged', 1, 0.3, population), horizon: years }])!;
  const found = account!.find((one) => one.startsWith('The policy begins'));
  expect(found).toBe(words && `The policy begins on ${parted}: ${words} before it, where both are alike.`);
  expect(followedBefore(stock)).toBe(words && `${words} before the policy begins`);
});

test('people who are not the same, or who left unseen, are owned up to', () => {
  const different = { ...cohort, same: 0, baselineMembers: 64900, left: 12 };
  const { account, about } = cohortFinding(different, differences)!;
  expect(account![0]).toBe(
    'They are not the same people under both, because the arms differ in who is charged: 65\u2009000 under Open and 64\u2009900 under As it is, in all runs; time in custody, on monitoring, waiting, abroad and dead counts.',
  );
  const { baselineMembers: _, ...older } = different;
  expect(cohortFinding(older, differences)!.account![0]).toContain('charged: 65\u2009000 under Open, in all runs;');
  expect(about!.at(-2)).toContain('12 of 65\u2009000 members left unseen');
});

test('every clear part is named, whatever the interval of the whole, and those that are not clear are told apart', () => {
  const wide = [...differences.filter(({ measure }) => measure !== 'cohort-charges'), row('cohort-charges', 0.3, 40)];
  const said = (parts: CohortResult['parts'], rows: Parameters<typeof cohortFinding>[1] = wide) =>
    cohortFinding({ ...cohort, parts }, rows)!.account!.filter((one) => one.startsWith('Its parts'));
  const rate = { part: 'rate', charges: -0.3, low: -40, high: 39 } as const;
  const parts = [
    { part: 'inside', charges: 0.6, low: 0.2, high: 1 },
    { part: 'monitored', charges: -0.01, low: -0.3, high: 0.28 },
    rate,
  ] as const;
  expect(said(parts)).toEqual([
    'Its parts, each with its 95 % interval: 0.6 more (0.2 to 1.0) through less time inside; not clear: about none (40 fewer to 40 more) through charges per day at liberty; before rounding all parts add up to it.',
  ]);
  expect(said([rate])).toEqual([
    'Its parts, each with its 95 % interval, none clear: about none (40 fewer to 40 more) through charges per day at liberty.',
  ]);
  const single = wide.map((one) => ({ ...one, low: null, high: null }));
  const one = { part: 'rate', charges: 0.3, low: Number.NaN, high: Number.NaN } as const;
  expect(said([one], single)).toEqual(['Its parts are 0.3 more through more charges per day at liberty.']);
});

test('a stock that is left out is told after who is followed', () => {
  expect(cohortFinding(cohort, differences, ['Left out.'])!.account![1]).toBe('Left out.');
});

test('where nothing differs in any run, nothing is said to be unclear', () => {
  const same = differences.map((one) => ({ ...one, difference: 0, low: 0, high: 0, replicates: 8 }));
  const parts = cohort.parts.map(({ part }) => ({ part, charges: 0, low: 0, high: 0 }));
  const { account } = cohortFinding({ ...cohort, parts }, same)!;
  expect(account!.slice(1)).toEqual([
    'Per 100 people that is exactly as many charges in all in every run.',
    'Among citizens, who cannot be expelled, exactly as many of 100 are charged again in every run.',
    'For these people alone, over the five years, custody and supervision cost exactly as much per person, and the crimes behind later charges exactly as much; the table has the cost of everybody.',
  ]);
});

test('days that are no whole years are named', () => {
  const odd = { ...cohort, from: '2013-10-01', until: '2015-03-31' };
  expect(headlineSentence(cohortFinding(odd, differences)!)).toContain('from 2013-10-01 to 2015-03-31');
});

test('nothing is said of a cohort without a figure', () => {
  expect(cohortFinding(cohort, [])).toBeUndefined();
});

test('a policy that begins late says how many came after it', () => {
  const late = { ...cohort, parted: '2013-05-15', entered: { ever: 9331, after: 5200 } };
  expect(cohortFinding(late, differences)!.account![1]).toBe(
    'The policy begins on 2013-05-15. Of the people newly sentenced to prison in the years observed, 5\u2009200 of 9\u2009331 were sentenced after the policy begins, by whole quarters, and only they are counted, as far as they can be followed for five years.',
  );
  expect(enteredAfter({ ...late, population: 'newly charged' })).toContain('were charged after');
  expect(enteredAfter(cohort)).toBeUndefined();
});

test('a horizon that nobody has reached says so, and a mean is left alone', () => {
  expect(insteadOfMean({ mean: null, horizon: 3 })).toBe('nobody followed for 3 years');
  expect(insteadOfMean({ mean: Number.NaN, horizon: 1 })).toBe('nobody followed for 1 year');
  expect(insteadOfMean({ mean: 0, horizon: 3 })).toBeUndefined();
  expect(insteadOfMean({ mean: null })).toBeUndefined();
});
