/** Control: a lever follows figures by year, smoothly, although the measure answers late. */
import { describe, expect, test } from 'vitest';
import {
  controlled,
  effectsOfLasting,
  factorIn,
  shareOfSameYear,
} from '../../../src/experiment/calibration/control.ts';

const YEARS = Array.from({ length: 16 }, (_, at) => 1997 + at);

/** A measure that answers in part in the next year; the first year's factor held before. */
function simulatedBy(factors: ReadonlyMap<number, number>, lagDays: number, year: number): number {
  const now = factors.get(year) ?? 1;
  const before = factors.get(year - 1) ?? now;
  const share = shareOfSameYear(lagDays);
  return 1000 * (share * now + (1 - share) * before);
}

/** The factors after so many rounds against figures, as shares of 1000. */
function rounds(
  count: number,
  observed: (year: number) => number | undefined,
  control = { lagDays: 180, returnShare: 0, yearlyChange: 0.05 },
) {
  let factors: ReadonlyMap<number, number> = new Map();
  for (let round = 0; round < count; round++) {
    const figures = YEARS.flatMap((year) => {
      const share = observed(year);
      const simulated = simulatedBy(factors, control.lagDays, year);
      return share === undefined ? [] : [{ year, observed: 1000 * share, simulated, tolerance: 0.02 }];
    });
    factors = controlled(figures, factors, control);
  }
  return factors;
}

describe('a lever that follows', () => {
  test('meets a lasting change, in a few rounds, and stays there', () => {
    const wanted = (year: number) => (year < 2004 ? 1 : 1.2);
    for (const count of [6, 12]) {
      const factors = rounds(count, wanted);
      for (const year of [1997, 2000, 2007, 2012])
        expect(simulatedBy(factors, 180, year) / 1000 / wanted(year)).toBeCloseTo(1, 1);
      expect(factors.get(2012)).toBeCloseTo(1.2, 1);
    }
  });

  test('does not hunt: where figures jump up and down by 8 %, it moves by less than a third of what dividing by the lag would', () => {
    const factors = rounds(12, (year) => (year % 2 === 0 ? 0.92 : 1.08));
    const swings = YEARS.slice(1).map((year) => Math.abs(factors.get(year)! / factors.get(year - 1)! - 1));
    const exact = 0.16 / (2 * shareOfSameYear(180) - 1);
    expect(Math.max(...swings)).toBeLessThan(exact / 3);
    const mean = YEARS.reduce((sum, year) => sum + factors.get(year)! / YEARS.length, 0);
    expect(mean).toBeCloseTo(1, 1);
  });

  test('goes further where it is thought to move more', () => {
    const jump = (year: number) => (year === 2004 ? 1.2 : 1);
    const [still, lively] = [0.01, 0.3].map(
      (yearlyChange) => rounds(12, jump, { lagDays: 0, returnShare: 0, yearlyChange }).get(2004)!,
    );
    expect(still).toBeLessThan(1.05);
    expect(lively).toBeCloseTo(1.2, 2);
  });

  test('lies on a straight line of logs between years that have figures, and is empty without any', () => {
    const factors = rounds(12, (year) => ({ 1997: 1, 2001: 1.2 })[year], {
      lagDays: 0,
      returnShare: 0,
      yearlyChange: 0.1,
    });
    const logs = [1997, 1998, 1999, 2000, 2001].map((year) => Math.log(factors.get(year)!));
    for (let at = 1; at < 5; at++) expect(logs[at]! - logs[at - 1]!).toBeCloseTo((logs[4]! - logs[0]!) / 4, 6);
    expect([...factors.keys()]).toEqual([1997, 1998, 1999, 2000, 2001]);
    expect(controlled([], new Map(), { lagDays: 0, returnShare: 0, yearlyChange: 0.1 }).size).toBe(0);
  });
});

test.each([
  [
    [
      [2000, 1.5],
      [2001, 1],
      [2002, 1.1],
      [2003, 1.2],
    ],
    2004,
    1.1,
    'the mean of the last three',
  ],
  [
    [
      [2000, 1.5],
      [2001, 1],
      [2002, 1.1],
      [2003, 1.2],
    ],
    2003,
    1.2,
    'its own',
  ],
  [
    [
      [2000, 1.5],
      [2001, 1],
    ],
    1990,
    1.5,
    'the first, before it',
  ],
  [
    [
      [2000, 1.5],
      [2001, 1],
    ],
    2030,
    1.25,
    'the mean of what there is',
  ],
  [[], 2030, 1, 'nothing known'],
] as const)('of factors %j, the one in %i is %d: %s', (known, year, expected, _) => {
  expect(factorIn(new Map(known as readonly (readonly [number, number])[]), year)).toBeCloseTo(expected, 12);
});

test('effects at once are of the same year; after half a year on average, 57 of 100 are; after long, hardly any', () => {
  expect(shareOfSameYear(0)).toBe(1);
  expect(shareOfSameYear(182.625)).toBeCloseTo(0.5677, 3);
  expect(shareOfSameYear(36525)).toBeLessThan(0.01);
});

test('a lasting change has its effect within two years where nothing returns, and twice that in the end where half does', () => {
  const none = effectsOfLasting(4, { lagDays: 182.625, returnShare: 0, yearlyChange: 0.1 });
  expect(none.map((one) => Number(one.toFixed(2)))).toEqual([0.57, 1, 1, 1]);
  const half = effectsOfLasting(40, { lagDays: 0, returnShare: 0.5, yearlyChange: 0.1 });
  expect(half.slice(0, 3)).toEqual([1, 1.25, 1.4375]);
  expect(half[39]).toBeCloseTo(2, 2);
});

test('where effects return, the lever that knows it gets there at once, and the one that does not overshoots', () => {
  const lasting = effectsOfLasting(16, { lagDays: 0, returnShare: 0.6, yearlyChange: 0.1 });
  const figures = [1997, 1998, 1999, 2000, 2001, 2002].map((year) => {
    const observed = 1000 * (year < 2000 ? 1 : 1.1 ** lasting[year - 2000]!);
    return { year, observed, simulated: 1000, tolerance: 0.002 };
  });
  const [knows, not] = [0.6, 0].map(
    (returnShare) => controlled(figures, new Map(), { lagDays: 0, returnShare, yearlyChange: 0.1 }).get(2002)!,
  );
  expect(knows).toBeCloseTo(1.1 ** 0.6, 2);
  expect(not).toBeGreaterThan(1.07);
});
