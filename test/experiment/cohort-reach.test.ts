/** What it takes to follow a whole year of entry for a year. */
import { expect, test } from 'vitest';
import { addYears, parseDay } from '../../src/engine/calendar.ts';
import { yearsToFollow } from '../../src/experiment/cohort-reach.ts';
import { longestHorizon } from '../../src/measures/cohort-counts.ts';

const start = parseDay('2012-01-01');
const takes = (years: number, parted: string) =>
  yearsToFollow(start, addYears(start, years), years, parseDay(parted) - start);

test('two years from the start, and more for a policy that begins later', () => {
  expect(takes(1, '2012-01-01')).toEqual({ parted: '2012-01-01', observed: 1, years: 2 });
  expect(takes(3, '2014-01-01')).toEqual({ parted: '2014-01-01', observed: 3, years: 4, latest: '2013-01-01' });
  // from the first whole quarter after it begins
  expect(takes(4, '2014-05-02')).toMatchObject({ years: 5, latest: '2014-01-01' });
});

test('what is said to suffice does, and less does not', () => {
  for (const parted of ['2012-01-01', '2012-03-01', '2013-12-31', '2016-07-02']) {
    const parting = parseDay(parted) - start;
    const { years } = takes(1, parted);
    expect(longestHorizon(addYears(start, years) - start, parting)).toBe(1);
    expect(longestHorizon(addYears(start, years - 1) - start, parting)).toBeUndefined();
  }
  const { latest } = takes(4, '2014-05-02');
  const days = addYears(start, 4) - start;
  expect(longestHorizon(days, parseDay(latest!) - start)).toBe(1);
  expect(longestHorizon(days, parseDay(latest!) - start + 1)).toBeUndefined();
});
