import { describe, expect, test } from 'vitest';
import {
  addMonths,
  addYears,
  dayOf,
  formatDay,
  monthOf,
  parseDay,
  quartersSince,
  startOfQuarter,
  startOfYear,
  wholeMonths,
  yearOf,
  yearsInWords,
} from '../../src/engine/calendar.ts';

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-02-29', 11016],
  ['2016-01-01', 16801],
  ['2026-11-23', 20780],
  ['1900-03-01', -25508],
  ['0000-03-01', -719468],
])('%s is day %d', (text, day) => {
  expect(parseDay(text)).toBe(day);
  expect(formatDay(day)).toBe(text);
});

test('year and month of a day, and the first of a year', () => {
  expect([yearOf(16800), monthOf(16800), yearOf(16801), monthOf(16801)]).toEqual([2015, 12, 2016, 1]);
  expect(startOfYear(2016)).toBe(16801);
  expect(dayOf(2016, 12, 31) - startOfYear(2016)).toBe(365);
});

test('years later is the same date, and the end of February where there is none', () => {
  const later = (text: string, years: number) => formatDay(addYears(parseDay(text), years));
  expect(later('2015-06-30', 5)).toBe('2020-06-30');
  expect(later('2016-02-29', 1)).toBe('2017-02-28');
  expect(later('2016-02-29', 4)).toBe('2020-02-29');
  expect(later('2016-02-29', -16)).toBe('2000-02-29');
});

describe('a date that does not exist is refused with its text', () => {
  test.each([
    '2015-02-29',
    '1900-02-29',
    '2016-00-10',
    '2016-13-01',
    '2016-04-31',
    '2016-01-00',
    '2016-1-1',
    '1.1.2016',
    '',
  ])("'%s'", (text) => {
    expect(() => parseDay(text)).toThrow(RangeError);
    expect(() => parseDay(text)).toThrow(`'${text}'`);
  });

  test('as numbers too', () => {
    expect(() => dayOf(2015, 2, 29)).toThrow('year 2015, month 2, day 29');
    expect(() => dayOf(2015.5, 1, 1)).toThrow(RangeError);
    expect(() => addYears(0, 0.5)).toThrow(RangeError);
    expect(() => formatDay(3_000_000)).toThrow('day 3000000');
  });
});

test.each([
  ['2012-01-01', '2015-01-01', '2012 to 2014'],
  ['2020-01-01', '2021-01-01', '2020'],
  ['2020-06-01', '2021-06-01', '2020 to 2021'],
])('from %s to the day before %s are the years %s', (start, end, words) => {
  expect(yearsInWords(parseDay(start), parseDay(end))).toBe(words);
});

test.each([
  ['2016-01-31', 1, '2016-02-29'],
  ['2016-12-01', 1, '2017-01-01'],
  ['2016-01-15', -1, '2015-12-15'],
  ['2016-02-29', 12, '2017-02-28'],
  ['2016-07-01', 30, '2019-01-01'],
])('%s and %i months is %s', (from, months, later) => {
  expect(formatDay(addMonths(parseDay(from), months))).toBe(later);
});

test.each([
  ['2016-01-31', '2016-02-28', 0],
  ['2016-01-31', '2016-02-29', 1],
  ['2016-01-15', '2017-01-14', 11],
  ['2016-01-15', '2017-01-15', 12],
])('from %s to %s is %i whole months', (from, until, months) => {
  expect(wholeMonths(parseDay(from), parseDay(until))).toBe(months);
});

test.each([
  ['2016-01-01', 2016, 0],
  ['2016-03-31', 2016, 0],
  ['2016-04-01', 2016, 1],
  ['2016-12-31', 2016, 3],
  ['2018-07-01', 2016, 10],
  ['2015-12-31', 2016, -1],
])('%s is in a quarter counted from January of %i: %i, and its first day in the same', (date, year, quarter) => {
  expect(quartersSince(year, parseDay(date))).toBe(quarter);
  const first = startOfQuarter(year, quarter);
  expect(quartersSince(year, first)).toBe(quarter);
  expect(quartersSince(year, first - 1)).toBe(quarter - 1);
});
