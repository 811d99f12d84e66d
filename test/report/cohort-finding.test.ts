/** What is said of the same people: that they are the same, what lies behind the difference, and what is not clear. */
import { describe, expect, test } from 'vitest';
import type { CohortResult } from '../../src/experiment/cohort-pairs.ts';
import { enteredAfter, cohortFinding as findingOf, followedBefore } from '../../src/report/cohort-finding.ts';
import { headlineSentence } from '../../src/report/headline.ts';
import type { MeasureRow } from '../../src/report/input.ts';
import { nothingFinding } from '../../src/report/nothing.ts';
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
  added: { crime: { mean: 3.7, low: 3.1, high: 4.3 }, inside: { mean: 112, low: 100, high: 124 } },
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
const cohortFinding = (
  one: CohortResult,
  rows: Parameters<typeof findingOf>[1],
  measures: readonly MeasureRow[] = [],
  left: readonly string[] = [],
) => findingOf(one, rows, measures, left);
const everybody = (measure: string, difference: number, half: number) => ({
  ...{ measure, arm: 'Open', difference, low: difference - half, high: difference + half },
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
    'Of every 100 people newly sentenced to prison in 2012 to 2014, 0.6 fewer are charged again within five years under Open than under As it is (95 % interval 0.3 to 0.9 fewer): a clear difference, but smaller than what matters, 1 of 100 (an assumption, see docs/definitions.md).',
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
  const others = [
    everybody('cost', 136, 20),
    everybody('cost-per-place', 164, 3),
    everybody('occupancy', -627, 30),
    row('cohort-days-inside', -32.7, 1.4),
  ];
  const finding = cohortFinding(cohort, [...differences, ...others])!;
  expect(finding.account!.at(-1)).toBe(
    'The cost of everybody goes the other way, by 140 million kroner more (95 % interval 120 to 160) per year. Each day in custody of the people followed counts at the average cost of a day in its arm, though a single day more or fewer costs less (docs/limits.md). A year inside costs 164 thousand kroner more (161 to 167) on that average; 630 fewer people (600 to 660) are inside on an average day, and the people followed are inside for 32.7 fewer days (31.3 to 34.1) per person.',
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
  expect(cohortFinding(cohort, differences, [], ['Left out.'])!.account![1]).toBe('Left out.');
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

test('where the policies of both arms begin on different days, both days are named', () => {
  const late = { ...cohort, parted: '2013-05-15', entered: { ever: 9331, after: 5200 } };
  const said = (begins: CohortResult['begins'], one: CohortResult = late) =>
    cohortFinding({ ...one, begins: begins! }, differences)!.account![1];
  expect(said({ arm: '2016-07-01', baseline: '2013-05-15' })).toMatch(
    /^The policy of As it is begins on 2013-05-15, that of Open on 2016-07-01, after the last of the people followed was sentenced\. Of the people newly .*, 5\u2009200 of 9\u2009331 were sentenced after the first policy begins, /,
  );
  expect(said({ arm: '2013-05-15', baseline: '2014-01-01' })).toMatch(
    /^The policy of Open begins on 2013-05-15, that of As it is on 2014-01-01\. Of /,
  );
  expect(said({ baseline: '2013-05-15' })).toMatch(
    /^As it is has a policy from 2013-05-15 on that Open does not have\. /,
  );
  // one of them holds from the first day
  expect(said({ arm: '2012-01-01', baseline: '2013-05-15' }, cohort)).toBe(
    'The policy of Open begins on 2012-01-01, that of As it is on 2013-05-15.',
  );
});

test('a horizon that nobody has reached says so, and a mean is left alone', () => {
  expect(insteadOfMean({ mean: null, horizon: 3 })).toBe('nobody followed for 3 years');
  expect(insteadOfMean({ mean: Number.NaN, horizon: 1 })).toBe('nobody followed for 1 year');
  expect(insteadOfMean({ mean: 0, horizon: 3 })).toBeUndefined();
  expect(insteadOfMean({ mean: null })).toBeUndefined();
});

describe('the crimes of everybody', () => {
  const crime = row('cohort-crime-cost', 2, 1);
  const of = (cost: ReturnType<typeof everybody>, ...more: readonly ReturnType<typeof everybody>[]) =>
    cohortFinding(cohort, [...differences.slice(0, 4), crime, cost, everybody('occupancy', 610, 20), ...more])!
      .account!;

  test('are accounted for where they go the other way', () => {
    expect(of(everybody('crime-cost', -70, 10), everybody('offences-averted', 3400, 200)).at(-1)).toBe(
      'The crimes of everybody cost 70 million kroner less (95 % interval 60 to 80) per year. These people, in the years in which they are followed, account for 3.7 million kroner more (3.1 to 4.3); the rest is behind charges of others, and of these people in later years. What decides there is time inside: 610 more people (590 to 630) are inside on an average day, with 112 more of these people (100 to 124) among them, and custody averts an estimated 3\u2009400 more offences (3\u2009200 to 3\u2009600) per year.',
    );
  });

  test('are not put down to time inside where custody averts no more', () => {
    const account = of(everybody('crime-cost', -70, 10), everybody('offences-averted', 10, 200)).at(-1);
    expect(account).toMatch(
      /^The crimes of everybody cost 70 million kroner less \(95 % interval 60 to 80\) per year\. /,
    );
    expect(account).not.toContain('time inside');
  });

  test('are not explained where theirs, or those of the people followed, may be chance', () => {
    expect(of(everybody('crime-cost', -7, 10), everybody('offences-averted', 3400, 200))).toHaveLength(5);
    const unclear = [...differences, everybody('crime-cost', -70, 10), everybody('occupancy', 610, 20)];
    expect(cohortFinding(cohort, unclear)!.account).toHaveLength(5);
  });

  test('need no word where they go the same way', () => {
    expect(of(everybody('crime-cost', 70, 10))).toHaveLength(5);
  });
});

test('a sign that turns with the years followed is said, with both', () => {
  const within = (measure: string, horizon: number, difference: number, half: number) => ({
    ...row(measure, difference, half),
    horizon,
  });
  const rows = [
    row('cohort-charged', 0.58, 0.1),
    within('cohort-charged', 2, 0.1, 0.3),
    within('cohort-charged', 1, -0.12, 0.05),
    within('cohort-days-inside', 1, 12, 1),
  ];
  const turns = cohortFinding(cohort, rows)!.account!.find((sentence) => sentence.includes('turns'));
  expect(turns).toBe(
    'The sign turns with the years followed: within one year 0.12 fewer (95 % interval 0.07 to 0.17) of 100 are charged again, within five years 0.58 more (95 % interval 0.48 to 0.68); an answer that names no horizon would mislead. At first each of them is inside for 12.0 more days, and whoever is inside is not charged.',
  );
  const unclear = [...rows.slice(0, 2), within('cohort-charged', 1, -0.12, 0.2)];
  expect(cohortFinding(cohort, unclear)!.account!.join(' ')).not.toContain('turns');
});

test('a result that rests on a queue that does not settle says so, of either arm', () => {
  const queue = { measure: 'queue-length', label: 'waiting', unit: 'people', mean: null, low: null, high: null };
  const course = { firstLevel: 15000, firstOn: '2020-01-01', lastLevel: 19871, lastOn: '2021-12-24' };
  const growsIn = (arm: string) => ({ ...queue, ...course, changePerYear: 2350, arm });
  const account = cohortFinding(cohort, differences, [growsIn('Open')])!.account!;
  expect(account.at(-1)).toMatch(
    /^This result rests on a queue that does not come to rest: under Open the queue does not settle: \+2\u2009350 per year, 19\u2009871 on 2021-12-24\. /,
  );
  expect(cohortFinding(cohort, differences, [growsIn('As it is')])!.account!.at(-1)).toContain('under As it is');
  for (const one of [growsIn('Another'), { ...queue, mean: 20, arm: 'Open' }])
    expect(cohortFinding(cohort, differences, [one])!.account).toHaveLength(5);
});

test('an arm whose every run is that of the baseline changes nothing, or only what it costs', () => {
  const said = (...rows: readonly ReturnType<typeof everybody>[]) =>
    headlineSentence(nothingFinding('Open', 'As it is', rows));
  expect(said(everybody('occupancy', 0, 0), everybody('cohort-charged', Number.NaN, 0))).toBe(
    'Open changes nothing here: in every run each life is exactly as under As it is, and so is every result.',
  );
  expect(said(everybody('cost', 5, 0))).toBe(
    "Open changes nobody's life here: in every run each life is exactly as under As it is, and only what it costs differs.",
  );
});
