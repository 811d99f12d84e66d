/** Prison against none: pairs are the same people up to the verdict, and prison without any effect on people takes only time. */
import { expect, test } from 'vitest';
import { differenceOver, type Pair, pairsOf } from '../../../scripts/validation/prison-against-none.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const larger = (policies = '') =>
  tinyScenario(policy('larger', '1900-01-01', 'arrivals.per_year', '{multiply: 6}') + policies);

test('pairs are people of both kinds, and custody takes days in which nobody is charged', () => {
  const pairs = pairsOf(larger(), 2);
  expect(pairs.length).toBeGreaterThan(60);
  for (const one of ['isForeign', 'isOutOfWork'] as const) expect(new Set(pairs.map((pair) => pair[one])).size).toBe(2);
  const total = (of: (pair: Pair) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0);
  expect(total((pair) => pair.chargesAfterPrison)).toBeGreaterThan(0);
  expect(total((pair) => pair.chargesAfterPrison)).not.toBe(total((pair) => pair.chargesAfterNone));
});

test('a court that sends nobody to prison leaves no pair', () => {
  expect(pairsOf(larger(policy('mild', '1900-01-01', 'court.custody_odds', '0')), 1)).toEqual([]);
});

test('the difference is in points of people charged, paired', () => {
  const pair = (chargesAfterPrison: number, chargesAfterNone: number): Pair => ({
    isForeign: false,
    isOutOfWork: false,
    chargesAfterPrison,
    chargesAfterNone,
    isExpelled: false,
  });
  const { difference, standardError, count } = differenceOver([pair(0, 3), pair(1, 2), pair(0, 0), pair(2, 0)]);
  expect([difference, count]).toEqual([0, 4]);
  // one up and one down by 100 points in four pairs
  expect(standardError).toBeCloseTo(Math.sqrt(20000 / 3 / 4), 10);
});
