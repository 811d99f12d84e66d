/** Stylised facts: known answers on a handful of releases, and the tables of a cell read back. */
import { describe, expect, test } from 'vitest';
import {
  auc,
  chargedAfterClean,
  chargedWithin,
  concentration,
  type FirstRelease,
  firstReleases,
} from '../../../scripts/validation/stylised-facts.ts';
import { livesOf } from '../../../src/lives/lives.ts';
import { EVENTS, PEOPLE, RELEASES } from '../../../src/tables/lives.ts';
import { concatenate, textsOf } from '../../../src/tables/table.ts';
import { tinyScenario } from '../../tiny.ts';

const release = (over: Partial<FirstRelease>): FirstRelease => ({
  ageYears: 30,
  isWoman: false,
  previous: 0,
  yearsSinceFirst: 0,
  sentenceDays: 100,
  chargedAfter: Infinity,
  followed: 5,
  observable: 5,
  charges: 0,
  ...over,
});

describe('of four people, charged after half a year, after two and a half, never, and lost after one (Kaplan and Meier)', () => {
  const four = [
    release({ chargedAfter: 0.5, charges: 6 }),
    release({ chargedAfter: 2.5, charges: 2 }),
    release({}),
    release({ followed: 1, observable: 1 }),
  ];

  test.each([
    [1, 25],
    [2, 25],
    [3, 62.5],
  ])('charged within %i years', (years, percent) => expect(chargedWithin(four, years)).toBeCloseTo(percent, 10));

  test('charged in the third year, of those clean for two', () => expect(chargedAfterClean(four, 2)).toBe(50));

  test('a third of those followed for five years have three quarters of the charges', () => {
    expect(concentration(four, 1 / 3)).toBe(75);
  });
});

test.each([
  [[1, 2], [3, 4], 1, 'apart'],
  [[3, 4], [1, 2], 0, 'the wrong way round'],
  [[1, 1], [1, 1], 0.5, 'all alike'],
  [[1, 3], [2, 4], 0.75, 'three pairs of four'],
  [[1, 2], [2, 3], 0.875, 'a tie counts half'],
])('scores %j of those not charged and %j of those charged have an area of %f: %s', (not, charged, area) => {
  const all = [
    ...not.map((previous) => release({ previous })),
    ...charged.map((previous) => release({ previous, chargedAfter: 1 })),
  ];
  expect(auc(all, ({ previous }) => previous)).toBeCloseTo(area, 12);
});

test('the tables of a cell give each person once, with an age and a sentence', () => {
  const study = { arms: [{ name: 'tiny', scenario: tinyScenario() }], replicates: 1, draws: 0 };
  const parts = [...livesOf(study, { arm: 0, draw: 0, replicate: 0 })];
  const tables = [PEOPLE, RELEASES, EVENTS].map(({ name }) =>
    concatenate(parts.filter(({ schema }) => schema.name === name)),
  );
  const found = firstReleases(tables[0], tables[1], tables[2]);
  expect(found.length).toBeGreaterThan(50);
  expect(found.length).toBeLessThanOrEqual(new Set(textsOf(tables[1], 'person')).size);
  for (const { ageYears, sentenceDays, chargedAfter, followed, charges } of found) {
    expect(ageYears).toBeGreaterThan(14);
    expect(sentenceDays).toBeGreaterThan(0);
    if (chargedAfter <= Math.min(followed, 5)) expect(charges).toBeGreaterThan(0);
  }
});
