import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import {
  daysOf,
  evenlyAbout,
  frameDays,
  minimumDays,
  petitionDay,
  yearSince,
} from '../../src/prison/detention-terms.ts';

/** The law of 2002: usually at most 15 years, never more than 21. */
const frame = (sentenceDays: number, factor: number) => frameDays(sentenceDays, factor, 15, 21);

test.each([
  [1, 365, 'a quarter of a day is lost'],
  [4, 1461, 'four years have one leap day'],
  [5, 1826, 'five years: never more than the calendar gives, which is 1826 or 1827'],
  [10, 3652, 'ten years'],
  [15, 5478, 'fifteen years'],
  [21, 7670, 'as long as the longest sentence of the law'],
])('%i years are %i days: %s', (years, days) => {
  expect(daysOf(years)).toBe(days);
});

test.each([
  [730, 1.5, 1095, 'two years make three'],
  [730, 1, 730, 'no longer than the sentence'],
  [731, 1.5, 1097, '1096.5 rounded up'],
  [1461, 2, 2922, 'four years make eight'],
  [3652, 1.5, 5478, 'ten years make 15, exactly the usual limit'],
  [3653, 1.5, 5478, 'a day more is cut to it'],
  [3652, 2, 5478, 'twenty years are cut to 15'],
  [5478, 1.5, 5478, 'a sentence of 15 years is no reason to go beyond'],
  [5479, 1.5, 5479, 'a longer sentence is: the frame is never shorter than it'],
  [6574, 2, 6574, '18 years, not 36'],
  [7670, 1.5, 7670, '21 years'],
  [9000, 2, 7670, 'more than the law allows is cut'],
  [730, 0.5, 730, 'a factor below one does not shorten the sentence'],
  [1, 1, 1, 'a day'],
])('a sentence of %i days, %f times: a frame of %i days, because %s', (sentenceDays, factor, days) => {
  expect(frame(sentenceDays, factor)).toBe(days);
});

test.each([
  [1095, 0.5, 10, 548, 'half of three years: 547.5 rounded up'],
  [1095, 2 / 3, 10, 730, 'two thirds of three years'],
  [5478, 0.6, 10, 3287, 'nine years of 15'],
  [5478, 0.7, 10, 3652, '10.5 years of 15 are cut to ten'],
  [7670, 0.5, 10, 3652, 'half of 21 years is cut to ten'],
  [7670, 0.47, 10, 3605, 'just under ten years'],
  [1095, 0, 10, 1, 'no minimum at all is still a day'],
  [1095, -0.1, 10, 1, 'less than none too'],
  [1095, 1.2, 10, 1095, 'never more than the frame'],
  [1095, 1, 2, 730, 'under a law with two years at most'],
  [1, 0.5, 10, 1, 'a frame of a day'],
])(
  'a frame of %i days, share %f, at most %i years: a minimum term of %i, because %s',
  (days, share, years, minimum) => {
    expect(minimumDays(days, share, years)).toBe(minimum);
  },
);

test.each([
  [0, 1.5, 0.5, 1],
  [0.5, 1.5, 0.5, 1.5],
  [1, 1.5, 0.5, 2],
  [0.25, 0.6, 0.2, 0.5],
  [0.9, 0.55, 0, 0.55],
])('at %f about %f, half width %f: %f', (u, middle, halfWidth, value) => {
  expect(evenlyAbout(u, middle, halfWidth)).toBeCloseTo(value, 12);
});

test.each([
  ['2012-03-15', '2015-01-01', '2008-01-01', '2012-03-15', 'first when the minimum term ends'],
  ['2012-03-15', '2015-01-01', '2012-03-14', '2012-03-15', 'even if that is tomorrow'],
  ['2012-03-15', '2015-01-01', '2012-03-15', '2013-03-15', 'then a year later'],
  ['2012-03-15', '2015-01-01', '2013-03-15', '2014-03-15', 'and every year'],
  ['2012-03-15', '2015-01-01', '2014-03-15', '2015-01-01', 'at the latest when the frame ends'],
  ['2012-03-15', '2015-03-15', '2014-03-15', '2015-03-15', 'both on one day'],
  ['2012-03-15', '2010-01-01', '2008-01-01', '2010-01-01', 'a frame that ends before the minimum term'],
  ['2012-03-15', '2020-01-01', '2014-06-01', '2015-06-01', 'after a recall, a year from the return'],
  ['2012-03-15', '2014-09-01', '2014-06-01', '2014-09-01', 'unless the frame ends before'],
  ['2012-03-15', '2019-01-01', '2015-01-01', '2016-01-01', 'after an extension, a year from it'],
  ['2012-03-15', '2012-03-15', '2012-03-15', '2012-03-16', 'a frame that is over is seen to tomorrow'],
  ['2012-03-15', '2012-01-01', '2012-03-15', '2012-03-16', 'and one that was over long ago'],
  ['2012-02-29', '2030-01-01', '2008-01-01', '2012-02-29', 'the end of the minimum term on a leap day'],
  ['2012-02-29', '2030-01-01', '2012-02-29', '2013-02-28', 'a leap day comes back on the 28th'],
  ['2012-02-29', '2030-01-01', '2013-02-28', '2014-02-28', 'again on the 28th'],
  ['2012-02-29', '2030-01-01', '2015-02-28', '2016-02-28', 'and there it stays in the next leap year'],
  ['2011-12-31', '2030-01-01', '2011-12-31', '2012-12-31', 'over a leap year'],
  ['1896-02-29', '1930-01-01', '1899-02-28', '1900-02-28', '1900 is no leap year'],
])('minimum term to %s, frame to %s, on %s: tried next on %s, because %s', (minimum, end, today, due) => {
  expect(petitionDay(parseDay(minimum), parseDay(end), parseDay(today))).toBe(parseDay(due));
});

test.each([
  ['2012-03-15', '2012-03-15', 0],
  ['2012-03-15', '2010-01-01', 0],
  ['2012-03-15', '2013-03-14', 0],
  ['2012-03-15', '2013-03-15', 1],
  ['2012-02-29', '2013-02-28', 1],
  ['2012-02-29', '2016-02-29', 4],
  ['2012-03-15', '2032-03-15', 20],
])('from %s to %s: year %i', (minimum, today, year) => {
  expect(yearSince(parseDay(minimum), parseDay(today))).toBe(year);
});
