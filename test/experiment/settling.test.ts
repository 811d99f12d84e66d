/** A queue that grows without end has no mean: what is said in its place, and when. */
import picocolors from 'picocolors';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { compare } from '../../src/experiment/compare.ts';
import type { Comparison } from '../../src/experiment/comparison.ts';
import { slopeOf, unsettled, weeksJudged } from '../../src/experiment/settling.ts';
import { unsettledLabel } from '../../src/report/settling.ts';
import { summaryOf } from '../../src/results/summary-file.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { headlineTable } from '../../src/terminal/headline-table.ts';
import { policy, tinyScenario } from '../tiny.ts';

const start = parseDay('2012-01-01');
const course = { start, end: start + 7 * 520, changes: [start - 7000, start] };
const PER_YEAR = 365.25 / 7;

/** Ten years of a queue at 1,000 in the first week, that grows by this part of its last two years' mean level per year. */
function queue(part: number, wobble = 0): Float64Array {
  return Float64Array.from({ length: 520 }, (_, week) => {
    const slope = (1000 * part) / PER_YEAR;
    return 1000 + slope * (week - 467.5) + (week % 2 === 0 ? wobble : -wobble);
  });
}

test.each([
  [[0, 0, 0], false, 'it stands still'],
  [[0.1, 0.1, 0.1], true, 'ten per cent a year in every run'],
  [[-0.1, -0.11, -0.1], true, 'it shrinks as fast'],
  [[0.04, 0.04, 0.04], false, 'less than five per cent'],
  [[0.051, 0.051, 0.051], true, 'just more'],
  [[0.06, 0.07, 0.08], true, 'the interval begins at four per cent'],
  [[0, 0.1, 0.2], false, 'ten per cent on average, and nothing in one run: the interval says no more'],
  [[0.05, 0.07, 0.092], false, 'the interval begins below two per cent'],
  [[0.3], false, 'one run says nothing about chance'],
])('growth of %j per year does not settle: %s, because %s', (parts, grows) => {
  expect(
    unsettled(
      parts.map((part) => queue(part)),
      course,
    ) !== undefined,
  ).toBe(grows);
});

/** Ten years of a queue that falls by this part per week, from a thousand people 104 weeks before the end to nobody but `rest`. */
function emptying(part: number, rest: number): Float64Array {
  return Float64Array.from({ length: 520 }, (_, week) => rest + 1000 * (1 - part) ** Math.max(0, week - 416));
}

test.each([
  [0.01, 0, true, 'falls by two fifths a year to the end'],
  [0.2, 100, false, 'was worked off within a year and rests at a hundred'],
  [0.2, 0, false, 'is as good as empty, and stays so'],
])('a queue that falls by %f a week to %i is still falling: %s, because it %s', (part, rest, falls) => {
  const found = unsettled([emptying(part, rest), emptying(part, rest + 1), emptying(part, rest + 2)], course);
  expect(found !== undefined).toBe(falls);
  if (found !== undefined) expect(found).toMatchObject({ firstOn: '2019-12-22', lastOn: '2021-12-12' });
});

test('says the change per year, and the people of the last whole week with its date', () => {
  const found = unsettled([queue(0.1, 3), queue(0.12, 3), queue(0.14, 3)], { ...course, end: course.end + 3 })!;
  expect(found.changePerYear).toBeCloseTo(120, -1);
  expect(found.lastLevel).toBeCloseTo(1000 + (120 / PER_YEAR) * 51.5 - 3, 6);
  expect(found.lastOn).toBe('2021-12-12');
});

test.each([
  [2, 0.3, false, 'two people and a third of one more per year'],
  [15, 0.06, false, 'fifteen, and nine tenths of one more'],
  [15, 0.08, true, 'fifteen, and more than one more'],
  [2, 0.6, true, 'two, and more than one more'],
])('a queue of %i that grows by %f of itself per year does not settle: %s, because it is %s', (people, part, grows) => {
  const small = () => queue(part).map((level) => (level * people) / 1000);
  expect(unsettled([small(), small(), small()], course) !== undefined).toBe(grows);
});

test('an empty queue settles', () => {
  expect(unsettled([new Float64Array(520), new Float64Array(520)], course)).toBeUndefined();
});

test.each([
  [520, [0], 104, 'nothing changes after the start'],
  [520, [520 - 104], 104, 'a change on the first day judged'],
  [520, [520 - 103], 0, 'a change within the last two years'],
  [520, [519], 0, 'or in the last week'],
  [520, [520], 104, 'a change that comes after the end'],
  [104, [0], 104, 'two years in all'],
  [103, [0], 0, 'less than two years'],
])('of %i weeks with changes in weeks %j, %i are judged: %s', (weeks, changes, judged) => {
  const days = changes.map((week) => start + 7 * week);
  expect(weeksJudged({ start, end: start + 7 * weeks, changes: days })).toBe(judged);
});

test.each([
  [[1, 2, 3], 1],
  [[5, 5, 5], 0],
  [[4, 2, 0, -2], -2],
  [[0, 1, 0, 1], 0.2],
])('the slope of %j is %f', (values, slope) => {
  expect(slopeOf(values)).toBeCloseTo(slope, 12);
});

test('a mean is a number, and a queue that does not settle says so', () => {
  expect(unsettledLabel({ mean: 12 })).toBeUndefined();
  expect(unsettledLabel({ mean: null, changePerYear: 2350.4, lastLevel: 19871.2, lastOn: '2021-12-24' })).toBe(
    'does not settle: +2\u2009350 per year, 19\u2009871 on 2021-12-24',
  );
  const falls = { mean: null, changePerYear: -480, lastLevel: 1020.4, lastOn: '2021-12-24' };
  expect(unsettledLabel({ ...falls, firstLevel: 1990, firstOn: '2020-01-03' })).toBe(
    'is still falling: from 1\u2009990 on 2020-01-03 to 1\u2009020 on 2021-12-24',
  );
  // a folder of an older version has no first level
  expect(unsettledLabel(falls)).toContain('\u2212480 per year');
});

describe('a study in which one arm has hardly any places', () => {
  const few = policy('few-places', '2012-01-01', 'facility.places', '{high: 9, low: 3, transitional: 0}');
  const later = policy('few-places', '2013-06-01', 'facility.places', '{high: 9, low: 3, transitional: 0}');
  const arms = [
    { name: 'as it is', scenario: tinyScenario() },
    { name: 'few places', scenario: tinyScenario(few) },
    { name: 'lately', scenario: tinyScenario(later) },
  ];
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await compare({ arms, draws: 0, replicates: 4 }, inProcess());
  });
  const queueOf = (arm: string) =>
    comparison.measures.find((one) => one.measure === 'queue-length' && one.arm === arm)!;

  test('withholds the mean of its queue, and the difference that rests on it', () => {
    const growing = queueOf('few places');
    expect([growing.mean, growing.low, growing.high]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(growing.changePerYear).toBeGreaterThan(10);
    expect(growing.lastLevel).toBeGreaterThan(growing.changePerYear!);
    expect(growing.lastOn).toMatch(/^2014-12-2/);
    const change = (arm: string) =>
      comparison.differences.find((one) => one.measure === 'queue-length' && one.arm === arm)!;
    expect(change('few places').difference).toBeNaN();
    expect(change('lately').difference).toBeGreaterThan(0);
    const [written] = summaryOf(comparison).measures.filter(
      (one) => one.measure === 'queue-length' && one.arm === 'few places',
    );
    expect(written.mean).toBeNull();
    expect(written.lastOn).toBe(growing.lastOn);
  });

  test('gives the mean of one that settles, and of one whose inputs changed in the last two years', () => {
    for (const arm of ['as it is', 'lately']) {
      expect(queueOf(arm).mean).toBeGreaterThan(0);
      expect(queueOf(arm).changePerYear).toBeUndefined();
    }
  });

  test('says so in the table of the terminal', () => {
    const table = headlineTable(
      comparison,
      '2012-2014',
      ['high', 'low', 'transitional'],
      picocolors.createColors(false),
    );
    const [line] = table.split('\n').filter((one) => one.startsWith('people waiting for a place'));
    expect(line).toMatch(/does not settle: \+\d+ per year, \d+ on 2014-12-2\d +n\/a/);
  });
});
