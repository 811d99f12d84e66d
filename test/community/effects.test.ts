import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  belief,
  type EffectsParameters,
  policyShift,
  shiftBetween,
  shiftOfDifference,
  shiftOfHazardRatio,
  shiftOfReduction,
  together,
} from '../../src/community/effects.ts';

test.each([
  [0.5, 0.5, 0, 'the same risk'],
  [0.5, 0.75, Math.log(3), 'odds of 1 to 3 to 1'],
  [0.2, 0.5, Math.log(4), 'odds of 1 to 4 to 1 to 1'],
  [0.5, 0.2, -Math.log(4), 'and back'],
])('from a risk of %f to %f is a shift of %f: %s', (base, risk, shift) => {
  expect(shiftBetween(base, risk)).toBeCloseTo(shift, 12);
});

test('a difference, a reduction and a hazard ratio that reach the same risk are the same shift', () => {
  const shift = shiftBetween(0.4, 0.3);
  expect(shiftOfDifference(0.4, -0.1)).toBeCloseTo(shift, 12);
  expect(shiftOfReduction(0.4, 0.25)).toBeCloseTo(shift, 12);
  expect(shiftOfHazardRatio(0.4, Math.log(0.7) / Math.log(0.6))).toBeCloseTo(shift, 12);
});

/** The published conversion table: hazard ratio, base risk, odds ratio. */
test.each([
  [0.75, 0.2, 0.729],
  [0.75, 0.5, 0.682],
  [0.87, 0.35, 0.844],
  [0.87, 0.68, 0.798],
  [1.31, 0.2, 1.36],
  [1.31, 0.68, 1.62],
])('a hazard ratio of %f at %f is an odds ratio of %f', (hazardRatio, base, odds) => {
  const found = Math.exp(shiftOfHazardRatio(base, hazardRatio));
  expect(found.toFixed(odds < 1 ? 3 : 2)).toBe(odds.toFixed(odds < 1 ? 3 : 2));
});

const floor = Math.LN2;
test.each([
  [0.3, 0, floor, 0.3, 'a single effect enters whole'],
  [0, 0, floor, 0, 'no effect'],
  [1, 0.5, floor, 1, 'beyond the floor the largest stands alone'],
  [floor, 0.5, floor, floor, 'at the floor nothing comes on top'],
  [0.3, 100, floor, 100, 'the largest is whole, whichever comes first'],
])('sizes %f and %f with floor %f make %f: %s', (a, b, size, shift) => {
  expect(together(a, b, size)).toBeCloseTo(shift, 12);
  expect(together(b, a, size)).toBeCloseTo(shift, 12);
});

test('two effects never reach beyond the floor, nor beyond their sum, nor fall short of the larger', () => {
  const size = fc.double({ min: 0, max: 2, noNaN: true });
  fc.assert(
    fc.property(size, size, size, (a, b, most) => {
      const both = together(a, b, most);
      expect(both).toBeGreaterThanOrEqual(Math.max(a, b) - 1e-12);
      expect(both).toBeLessThanOrEqual(a + b + 1e-12);
      expect(both).toBeLessThanOrEqual(Math.max(most, a, b) + 1e-12);
    }),
    { seed: 1, numRuns: 400 },
  );
});

const shrinkage = Float64Array.of(1, 0.6, 0.3);
test.each([
  ['A', 'all', 1],
  ['B', 'all', 0.6],
  ['C', 'all', 0.3],
  ['A', 'A', 1],
  ['B', 'A', 0],
  ['C', 'A', 0],
  ['A', 'none', 0],
  ['B', 'none', 0],
  ['C', 'none', 0],
] as const)('grade %s under evidence %s is believed to %f', (grade, evidence, part) => {
  expect(belief(grade, evidence, shrinkage)).toBe(part);
});

const given: EffectsParameters = {
  evidence: 'all',
  shrinkage,
  floor: 0.5,
  centre: Float64Array.of(-0.05, -0.02, 0),
  highRisk: 1,
  openYearDifference: -0.06,
  openYearBase: 0.4,
  openYearCap: 1.5,
  openYearGrade: 'A',
  monitoringReduction: 0.15,
  monitoringBase: 0.3,
  monitoringGrade: 'A',
};
const aYear = shiftBetween(0.4, 0.34);
const atHome = shiftBetween(0.3, 0.255);

test.each([
  [0, 0, false, 0.05, 'no exposure: only the centre is taken off'],
  [0, 365.25, false, aYear + 0.05, 'a year at a more open level'],
  [0, 182.625, false, aYear / 2 + 0.05, 'half a year is half'],
  [0, 5000, false, 1.5 * aYear + 0.05, 'no more than was observed'],
  [0, 0, true, atHome + 0.05, 'served at home'],
  [1.01, 365.25, true, 0.05, 'neither holds for people at high risk'],
])('log-odds %f, %f open days, at home %s: a shift of %f, %s', (logit, openDays, home, shift) => {
  expect(policyShift(logit, openDays, home, given)).toBeCloseTo(shift, 12);
});

test('without evidence nobody is moved by what they met', () => {
  const none: EffectsParameters = { ...given, evidence: 'none' };
  expect(policyShift(0, 400, true, none)).toBeCloseTo(0, 12);
});

test('more days at a more open level never raise the odds, in any mode', () => {
  const days = fc.integer({ min: 0, max: 3000 });
  fc.assert(
    fc.property(days, days, fc.boolean(), fc.constantFrom('all', 'A', 'none' as const), (a, b, home, evidence) => {
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      const under: EffectsParameters = { ...given, evidence: evidence as EffectsParameters['evidence'] };
      expect(policyShift(0, many, home, under)).toBeLessThanOrEqual(policyShift(0, few, home, under) + 1e-12);
    }),
    { seed: 1, numRuns: 300 },
  );
});
