import { expect, test } from 'vitest';
import { dayOfAge, expectedSanctions, firstSanctionAge, synthesise } from '../../src/people/synthesise.ts';
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
