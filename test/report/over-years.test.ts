/** What a mean over all years hides is said: a policy that begins late, and a last year that is clear of the mean. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { compare } from '../../src/experiment/compare.ts';
import { lastWholeYear } from '../../src/experiment/last-year.ts';
import { isSameMeasure } from '../../src/measures/measure-identity.ts';
import { changeOverSentences, lateSentences } from '../../src/report/over-years.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { policy, tinyScenario } from '../tiny.ts';

const from = (day: string) => tinyScenario(policy('other', day, 'sentence.length_factor', '2'));
const studyOf = (...days: readonly string[]) => ({
  arms: [
    { name: 'as it is', scenario: tinyScenario() },
    ...days.map((day, at) => ({ name: ['one', 'two'][at], scenario: from(day) })),
  ],
  draws: 0,
  replicates: 2,
});

test.each([
  [['2012-01-01'], []],
  [['2010-06-01'], []],
  [['2015-06-01'], []],
  [
    ['2013-07-01'],
    [
      'Means of everybody, such as people inside and costs per year, are over the 3 years observed. one begins on 2013-07-01, so they hold 1.5 of 3 years of it.',
    ],
  ],
  [
    ['2012-01-01', '2014-07-01'],
    [
      'Means of everybody, such as people inside and costs per year, are over the 3 years observed. two begins on 2014-07-01, so they hold 0.5 of 3 years of it.',
    ],
  ],
])('of policies that begin on %j it says %j', (days, sentences) => {
  expect(lateSentences(studyOf(...days))).toEqual(sentences);
});

test.each([
  ['2012-01-01', '2022-01-01', 2021, 'ten whole years'],
  ['2012-01-01', '2021-12-31', 2021, 'all but a day'],
  ['2012-01-01', '2021-07-01', 2020, 'the last is half a year'],
  ['2020-01-01', '2021-01-01', undefined, 'one year is no last one'],
  ['2020-01-01', '2021-04-01', undefined, 'nor is it with a quarter more'],
])('the last whole year of %s to %s is %s: %s', (start, end, year, _why) => {
  expect(lastWholeYear({ start: parseDay(start), end: parseDay(end) })).toBe(year);
});

test('a policy of the last year alone moves that year by three times what it moves the mean of three', async () => {
  const { lastYear, differences } = await compare(studyOf('2014-01-01'), inProcess());
  const inside = { measure: 'occupancy' };
  const [last, whole] = [lastYear, differences].map((rows) => rows.find((row) => isSameMeasure(row, inside))!);
  expect(last.difference).toBeGreaterThan(0);
  expect(last.difference / whole.difference).toBeCloseTo(3, 1);
  expect(lastYear[0]).toMatchObject({ year: 2014, arm: 'one', measure: 'occupancy' });
});

const row = (measure: string, difference: number, low: number, high: number) => ({
  ...{ measure, arm: 'Harsh', label: `${measure}, mean`, unit: 'persons', year: 2021 },
  ...{ difference, low, high },
});

test('only a last year whose interval is apart from that of the mean is told', () => {
  const last = [row('occupancy', 707, 690, 724), row('cost', -29, -40, -18), row('queue-length', 12, 8, 16)];
  const whole = [row('occupancy', 631, 620, 642), row('cost', 18, 9, 27), row('queue-length', 9, 5, 13)];
  expect(changeOverSentences(['Harsh', 'Mild'], last, whole)).toEqual([
    'Harsh in 2021 alone, clear of its means over all years, which hold the change-over: ' +
      'occupancy, persons +707 (+690 to +724) against +631 (+620 to +642); cost, persons \u221229 (\u221240 to \u221218) against +18 (+9 to +27).',
  ]);
  const single = whole.map((one) => ({ ...one, low: null, high: null }));
  expect(changeOverSentences(['Harsh'], last, single)).toEqual([]);
});
