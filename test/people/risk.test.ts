/** The scale of risk: record, age band and needs, against answers on paper. */
import { expect, test } from 'vitest';
import { needsShift, riskAge, score } from '../../src/people/risk.ts';

/** OGRS3 (Howard, Francis, Soothill and Humphreys 2009), as published. */
const ogrs3 = { recordWeight: 1.251124464, recordNone: 0.126142106, recordSome: 0.463062792, recordMost: 100 };

test('a first sanction later than the conviction counts as the conviction', () => {
  expect(score(0, 35, 36, 0, 0, ogrs3)).toBe(score(0, 35, 35, 0, 0, ogrs3));
});

test('the first sanction has its own weight, and the record weighs by its density', () => {
  expect(score(0, 35, 35, 0, 0, ogrs3)).toBeCloseTo(1.251124464 * Math.log(1 / 10) + 0.126142106, 12);
  expect(score(1, 40, 30, 0, 0, ogrs3)).toBeCloseTo(1.251124464 * Math.log(2 / 20) + 0.463062792, 12);
});

const bands = Float64Array.of(16, 18, 21, 25, 30, 35, 40, 50);
test.each([
  [10, 0, 'younger than the scale is its first band'],
  [16, 0, 'the first birthday of the scale'],
  [17, 0, 'still 16-17'],
  [18, 1, '18-20'],
  [20, 1, 'still 18-20'],
  [21, 2, '21-24'],
  [24, 2, 'still 21-24'],
  [25, 3, '25-29'],
  [29, 3, 'still 25-29'],
  [30, 4, '30-34'],
  [34, 4, 'still 30-34'],
  [35, 5, '35-39'],
  [40, 6, '40-49'],
  [49, 6, 'still 40-49'],
  [50, 7, '50 and over'],
  [97, 7, 'no band beyond the last'],
])('at %i somebody is in band %i: %s', (age, band) => {
  expect(riskAge(age, bands)).toBe(band);
});

const weights = {
  needWeight: Float64Array.of(0.2, 0.1, 0.3, 0.2, 0.2, 0.1, 0),
  needMean: Float64Array.of(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
};
test.each([
  [0, -0.55, 'none: half of all weights below the mean'],
  [127, 0.55, 'all'],
  [1, -0.35, 'housing'],
  [2, -0.45, 'work'],
  [4, -0.25, 'drugs'],
  [12, -0.05, 'drugs with opioids'],
  [16, -0.35, 'alcohol'],
  [32, -0.45, 'thinking'],
  [64, -0.55, 'mental health bears on health alone'],
])('needs %i shift the log-odds by %f: %s', (needs, shift) => {
  expect(needsShift(needs, weights)).toBeCloseTo(shift, 12);
});

test('people with needs as common as the mean are not shifted on average', () => {
  const mean = Float64Array.of(0.3, 0.6, 0.5, 0.2, 0.25, 0.5, 0.4);
  let average = 0;
  for (let needs = 0; needs < 128; needs++) {
    const chance = mean.reduce((product, share, index) => product * ((needs >> index) & 1 ? share : 1 - share), 1);
    average += chance * needsShift(needs, { ...weights, needMean: mean });
  }
  expect(average).toBeCloseTo(0, 12);
});

test('beyond record_most previous sanctions a record weighs no more; up to it, as published', () => {
  const at = (previous: number) => score(previous, 40, 20, 0, 0, ogrs3);
  expect(at(100) - at(99)).toBeCloseTo(1.251124464 * Math.log(101 / 100), 12);
  expect([101, 511, 65_534].map(at)).toEqual([at(100), at(100), at(100)]);
});
