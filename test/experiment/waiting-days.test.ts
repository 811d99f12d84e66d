/** The table of waiting: each number of a run as its summary has it, and over runs the mean, the middle and the ends. */
import { expect, test } from 'vitest';
import { parseDay, yearOf } from '../../src/engine/calendar.ts';
import { runBlock, type Study } from '../../src/experiment/study.ts';
import { runOfWaits, waitingDaysTable } from '../../src/experiment/waiting-days.ts';
import { waitingSentences } from '../../src/report/waiting-words.ts';
import { begunAt, begunWithin, WAIT_STEPS } from '../../src/simulation/begun-waits.ts';
import { monthAt, waitAt } from '../../src/simulation/months.ts';
import { sums } from '../../src/simulation/summary.ts';
import { recordsOf } from '../../src/tables/table.ts';
import { WAITING_DAYS } from '../../src/tables/waiting-days.ts';
import { tinyScenario } from '../tiny.ts';

const scenario = { ...tinyScenario(), start: parseDay('2012-07-01') };
const { start, end } = scenario;
const levels = scenario.dimensions['level'];
const study: Study = { arms: [{ name: 'tiny', scenario }], replicates: 2, draws: 0 };
const summaries = [0, 1].map((replicate) => runBlock(study, { arms: [0], draw: 0, replicate })[0]!.summary);
const runs = summaries.map((summary) => runOfWaits(summary, scenario));
const rowsOf = (of: typeof runs) => recordsOf(waitingDaysTable(['tiny'], [of], levels, { start, end }), WAITING_DAYS);

test('one run: people on the last evening, people who began, and the days of half and nine tenths of them', () => {
  const { monthWaits, begunWaits, sums: counted, shape } = summaries[0]!;
  const rows = rowsOf(runs.slice(0, 1));
  expect(rows).toHaveLength(3 * (levels.length + 2) * 5);
  expect([...new Set(rows.map(({ year, days, date }) => `${year} ${days} ${date}`))]).toEqual([
    '2012 184 2012-12-31',
    '2013 365 2013-12-31',
    '2014 365 2014-12-31',
  ]);
  rows.forEach((row) => {
    const month = monthAt(parseDay(row.date), yearOf(start));
    const place = row.level === 'all' ? levels.length + 1 : [...levels, 'electronic monitoring'].indexOf(row.level);
    const sentence = ['all', 'in place of a fine', 'up to 90 days', '91 days to a year', 'over a year'].indexOf(
      row.sentence,
    );
    expect(row.waiting).toBe(monthWaits[waitAt(shape.levels, month, place, sentence, 'people')]);
    expect(row.runs).toBe(row.began > 0 ? 1 : 0);
    if (row.level === 'all' || row.sentence === 'all') return;
    const from = begunAt(shape.levels, row.year - yearOf(start), place, sentence - 1);
    const steps = begunWaits.subarray(from, from + WAIT_STEPS);
    expect([row.half, row.half_high, row.nine_tenths]).toEqual(
      [0.5, 0.5, 0.9].map((share) => begunWithin(steps, share)),
    );
  });
  const everybody = rows.filter(({ level, sentence }) => level === 'all' && sentence === 'all');
  const waited = (year: number) => counted[(year - yearOf(start)) * sums.length + sums.indexOf('waited')];
  expect(everybody.map(({ began }) => began)).toEqual(everybody.map(({ year }) => waited(year)));
  expect(everybody.every(({ began }) => began > 0)).toBe(true);
});

test('over runs people are means, and days those of the middle run that has any, within the ends', () => {
  const [one, other, both] = [rowsOf([runs[0]!]), rowsOf([runs[1]!]), rowsOf(runs)];
  both.forEach((row, at) => {
    expect(row.waiting).toBe((one[at]!.waiting + other[at]!.waiting) / 2);
    const days = [one[at]!.half, other[at]!.half].filter((value) => !Number.isNaN(value));
    expect(row.runs).toBe(days.length);
    expect(row.half).toEqual(days.length === 0 ? Number.NaN : days.reduce((sum, day) => sum + day, 0) / days.length);
    if (row.runs === 0) return;
    expect(row.half_low).toBeLessThanOrEqual(row.half);
    expect(row.half_high).toBeGreaterThanOrEqual(row.half);
  });
});

test('waits longer than are counted are missing, and said to be longer', () => {
  const long = runs[0]!.slice();
  for (let at = 0; at < long.length; at += 4) long.set([3, 5, 400, Infinity], at);
  const table = waitingDaysTable(['tiny'], [[long]], levels, { start, end });
  const [first] = recordsOf(table, WAITING_DAYS);
  expect([first!.half, first!.nine_tenths, first!.nine_tenths_high]).toEqual([400, Number.NaN, Number.NaN]);
  expect(waitingSentences(table)).toEqual([
    'On 2014-12-31, 3 people wait for a place. Of those who began to serve in 2014, half had waited up to 400 days from the summons, nine tenths more than five years.',
  ]);
});

test('nothing is said where nobody waits, and arms are named where there are several', () => {
  const none = runs[0]!.slice().fill(0);
  const sentencesOf = (...all: Float32Array[]) =>
    waitingSentences(
      waitingDaysTable(
        ['one', 'two'].slice(0, all.length),
        all.map((run) => [run]),
        levels,
        { start, end },
      ),
    );
  expect(sentencesOf(none)).toEqual([]);
  const some = none.slice();
  for (let at = 0; at < some.length; at += 4) some.set([1, 2, 1, 9], at);
  expect(sentencesOf(none, some)).toEqual([
    'two: On 2014-12-31, 1 person waits for a place. Of those who began to serve in 2014, half had waited up to 1 day from the summons, nine tenths up to 9 days.',
  ]);
});

test('years that are not over by the day asked for are left out', () => {
  const yearsUntil = (day: string) => {
    const table = waitingDaysTable(['tiny'], [runs], levels, { start, end }, parseDay(day));
    return [...new Set(recordsOf(table, WAITING_DAYS).map(({ year }) => year))];
  };
  expect(yearsUntil('2014-01-01')).toEqual([2012, 2013]);
  expect(yearsUntil('2013-12-31')).toEqual([2012]);
  expect(yearsUntil('2012-10-01')).toEqual([]);
});
