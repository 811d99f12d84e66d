import { expect, test } from 'vitest';
import {
  failure,
  type ReoffendingParameters,
  slope,
  yearsAfterChange,
  yearsUntil,
} from '../../src/community/reoffending.ts';
import { score } from '../../src/people/risk.ts';

/** OGRS3 (Howard, Francis, Soothill and Humphreys 2009), as published. */
const ogrs3: Pick<ReoffendingParameters, 'recordWeight' | 'recordNone' | 'recordSome' | 'recordMost'> = {
  recordWeight: 1.251124464,
  recordNone: 0.126142106,
  recordSome: 0.463062792,
  recordMost: 100,
};
const ONE_YEAR = 1.402562384;
const TWO_YEARS = 2.121705678;
const men = { from21: -1.051515067, from30: -1.325976554, from35: -1.368045933, from40: -1.499690953 };
const offences = { violence: 0, theft: 0.661244321, drinkDriving: -0.121439408 };
const g = slope(ONE_YEAR, TWO_YEARS);

test('the slope that the two published intercepts imply is 1.0375045', () => {
  expect(g).toBeCloseTo(1.0375045, 7);
});

test.each([
  [22, 6, 15, men.from21, offences.violence, 0.427, 0.604, 'violence'],
  [30, 15, 16, men.from30, offences.theft, 0.667, 0.804, 'theft'],
  [35, 0, 35, men.from35, offences.violence, 0.062, 0.119, 'violence'],
  [45, 3, 25, men.from40, offences.drinkDriving, 0.093, 0.174, 'drink driving'],
  [40, 30, 14, men.from40, offences.theft, 0.698, 0.826, 'theft'],
])('a man of %i with %i sanctions, the first at %i', (age, previous, first, ageWeight, offence, one, two) => {
  const z = TWO_YEARS + score(previous, age, first, ageWeight, offence, ogrs3);
  expect(failure(1, z, g).toFixed(3)).toBe(one.toFixed(3));
  expect(failure(2, z, g).toFixed(3)).toBe(two.toFixed(3));
});

test('at one year the curve passes through the one-year scale exactly', () => {
  const s = score(6, 22, 15, men.from21, offences.violence, ogrs3);
  const chance = failure(1, TWO_YEARS + s, g);
  expect(Math.log(chance / (1 - chance))).toBeCloseTo(ONE_YEAR + s, 12);
});

test('at two years the log-odds are the logit itself', () => {
  for (const z of [-3, -0.5, 0, 1.7]) expect(failure(2, z, g)).toBeCloseTo(1 / (1 + Math.exp(-z)), 14);
});

test('nobody is charged before the spell begins', () => {
  expect(failure(0, 3, g)).toBe(0);
  expect(failure(-1, 3, g)).toBe(0);
});

test.each([
  [0.5, 0, 2, 'even odds at two years: the median is two years'],
  [1 / (1 + Math.exp(-0.8)), 0.8, 2, 'the chance at two years comes at two years'],
  [0.5, -1, 5.243548, 'odds of 1 to e at two years: 2 exp(1 / g)'],
  [0.5, -10, 30_689.01, 'hardly any risk: never in a lifetime'],
])('luck %f with log-odds %f is charged after %f years: %s', (u, z, years) => {
  expect(yearsUntil(u, z, g) / years).toBeCloseTo(1, 5);
});

/** With a slope of 1 and z = 0 the odds are t / 2, so that answers can be had on paper: (1 + due / 2) / (1 + since / 2) is kept. */
test.each([
  [0, 2, 0, Math.log(2), 1, 'twice the odds from the first day: half the time'],
  [0, 2, 0, -Math.log(2), 4, 'half the odds from the first day: twice the time'],
  [2, 6, 0, 0, 6, 'nothing changes'],
  [2, 6, 0, Math.log(2), 5, 'survival of 1/2 is left: odds of 2 at 2 years must become 5'],
  [2, 6, 0, -Math.log(2), 8, 'survival of 1/2 is left: odds of 1/2 at 2 years must become 2'],
  [1, 1, 0, 3, 1, 'the charge is today already'],
])('after %f years, due at %f, from %f to %f: charged after %f, %s', (since, due, before, after, then) => {
  expect(yearsAfterChange(since, due, before, after, 1)).toBeCloseTo(then, 12);
});
