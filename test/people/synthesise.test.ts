import { describe, expect, test } from 'vitest';
import {
  ageBandOf,
  ageBandsOf,
  dayOfAge,
  expectedSanctions,
  firstSanctionAge,
  synthesise,
  withOdds,
} from '../../src/people/synthesise.ts';
import { newWorld } from '../laws/walk.ts';
import { tinyCell } from '../tiny.ts';

test.each([
  [0.5, 0, 12, 1, 'a career that begins today: the first sanction alone'],
  [0, 20, 12, 1, 'no pace: the first sanction alone'],
  [0.5, 12, 12, 1 + 6 * (1 - 1 / Math.E), 'after one fading time'],
  [0.5, 1e9, 12, 7, 'a career without end: pace times fading time beyond the first'],
  [1, 0.001, 12, 1.001, 'at the start the pace is the pace'],
])('pace %f over %f years, fading over %f: %f sanctions, %s', (pace, career, fade, sanctions) => {
  expect(expectedSanctions(pace, career, fade)).toBeCloseTo(sanctions, 5);
});

test.each([
  [0.5, 40, 15, 1, 27.25, 'half of the way to half a year ago'],
  [1e-12, 40, 15, 1, 15, 'the youngest age there is'],
  [1 - 1e-12, 40, 15, 1, 39.5, 'half a year before the present at the latest'],
  [0.75, 40, 15, 2, 27.25, 'a shape of 2 leans towards youth: 1 - sqrt(1/4) is a half'],
  [0.5, 15.4, 15, 1, 15.125, 'somebody hardly older than the youngest: within a quarter of a year'],
  [0.5, 15, 15, 1, 15, 'never later than the present'],
  [0.9, 14, 15, 1, 14, 'somebody younger than the youngest: the present'],
])('draw %f at age %f, youngest %f, shape %f: first sanction at %f, %s', (u, age, youngest, shape, first) => {
  expect(firstSanctionAge(u, age, youngest, shape)).toBeCloseTo(first, 9);
});

test.each([
  [0, 0, 0, 'the day of birth'],
  [0, 1, 365, 'a year of 365.25 days, whole days'],
  [0, 4, 1461, 'four years'],
  [-1000, 4, 461, 'counted from the birth'],
])('born on day %i, %f years old on day %i: %s', (birth, age, day) => {
  expect(dayOfAge(birth, age)).toBe(day);
});

test('people come from the regions in their shares, and the rest of a person does not hang on the region', () => {
  const { synthesise: given } = tinyCell().parameters[0].values;
  const people = (homeShare: Float64Array) => {
    const world = newWorld(tinyCell());
    const rows = Array.from({ length: 1000 }, (_, index) => world.enter(1, index));
    for (const row of rows) synthesise(world, row, { ...given, homeShare });
    const { home, birthDay, group, sex } = world.people;
    return { homes: rows.map((row) => home[row]), rest: rows.map((row) => [birthDay[row], group[row], sex[row]]) };
  };
  const spread = people(Float64Array.of(0.5, 0, 0.25, 0.25, 0));
  const count = (region: number) => spread.homes.filter((home) => home === region).length;
  expect([count(1), count(4)]).toEqual([0, 0]);
  // five standard deviations of a share of 1000 people: 16 for a half, 14 for a quarter
  expect(Math.abs(count(0) - 500)).toBeLessThan(80);
  expect(Math.abs(count(2) - 250)).toBeLessThan(70);
  const together = people(Float64Array.of(0, 0, 0, 0, 1));
  expect(new Set(together.homes)).toEqual(new Set([4]));
  expect(together.rest).toEqual(spread.rest);
});

test.each([
  [0.2, 1, 0.2],
  [0.5, 3, 0.75],
  [0.2, 0, 0],
  [0, 5, 0],
  [1, 5, 1],
])('a share of %f with odds times %f is %f', (share, factor, expected) => {
  expect(withOdds(share, factor)).toBeCloseTo(expected, 12);
});

describe('the band of a draw', () => {
  const shares = Float64Array.of(0.5, 0, 0.3, 0.2);
  const ageFrom = Float64Array.of(15, 20, 25, 45);
  const draws = Array.from({ length: 10_000 }, (_, index) => (index + 0.5) / 10_000);
  const bandsOf = (ageOdds: number, oldestOdds: number) =>
    draws.map((u) => ageBandOf(u, ageBandsOf(shares, { ageFrom, ageOdds, oldestOdds })));
  const sharesOf = (bands: readonly number[]) =>
    [0, 1, 2, 3].map((band) => bands.filter((one) => one === band).length / bands.length);

  test.each([
    [1, 1, [0.5, 0, 0.3, 0.2], 'the shares themselves'],
    [1, 4, [0.5 / 1.6, 0, 0.3 / 1.6, 0.8 / 1.6], 'four times the odds of the last, and the others in their mix'],
    [1, 0, [0.625, 0, 0.375, 0], 'nobody in the last'],
    [0.5, 1, [0.5 / 0.675, 0, 0.15 / 0.675, 0.025 / 0.675], 'half for ten years, an eighth for thirty'],
    [0.5, 8, [0.5 / 0.85, 0, 0.15 / 0.85, 0.2 / 0.85], 'both'],
  ])('age odds %f and oldest odds %f: %j, %s', (ageOdds, oldestOdds, expected) => {
    sharesOf(bandsOf(ageOdds, oldestOdds)).forEach((found, band) => {
      expect(found).toBeCloseTo(expected[band], 3);
    });
  });

  test('more of either gives nobody a younger band', () => {
    const now = bandsOf(1, 1);
    for (const [ageOdds, oldestOdds] of [
      [1.3, 1],
      [1, 3],
      [1.3, 3],
    ]) {
      expect(bandsOf(ageOdds, oldestOdds).filter((band, at) => band < now[at])).toEqual([]);
    }
  });
});

test('foreign_odds, oldest_odds and age_odds: other nationalities and ages arrive, and the rest of everybody stays', () => {
  const { synthesise: usual } = tinyCell().parameters[0].values;
  const arrive = (own: Partial<typeof usual>) => {
    const world = newWorld(tinyCell());
    return Array.from({ length: 2000 }, (_, index) => {
      const row = world.enter(1, index);
      synthesise(world, row, { ...usual, ...own });
      const { foreign, group, sex, birthDay } = world.people;
      return {
        foreign: foreign[row],
        traits: `${group[row]} ${sex[row]}`,
        old: world.today - birthDay[row] >= 50 * 365.25,
      };
    });
  };
  const [now, foreign, old] = [arrive({}), arrive({ foreignOdds: 3 }), arrive({ oldestOdds: 3 })];
  const young = arrive({ ageOdds: 0.6 });
  const count = (people: typeof now, of: (one: (typeof now)[number]) => boolean) => people.filter(of).length;
  expect(count(foreign, (one) => one.foreign === 1)).toBeGreaterThan(1.3 * count(now, (one) => one.foreign === 1));
  expect(count(old, (one) => one.old)).toBeGreaterThan(1.8 * count(now, (one) => one.old));
  expect(count(young, (one) => one.old)).toBeLessThan(0.5 * count(now, (one) => one.old));
  expect(young.map(({ traits, foreign: is }) => [traits, is])).toEqual(
    now.map(({ traits, foreign: is }) => [traits, is]),
  );
  expect(foreign.map(({ traits, old: is }) => [traits, is])).toEqual(now.map(({ traits, old: is }) => [traits, is]));
  expect(old.map(({ traits, foreign: is }) => [traits, is])).toEqual(
    now.map(({ traits, foreign: is }) => [traits, is]),
  );
});
