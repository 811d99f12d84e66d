import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EffectsParameters,
  evidenceWeight,
  meanLogOdds,
  measureNames,
  mechanismNames,
  type PreparedEffect,
  policyShift,
  prepare,
  riskFound,
  saturatingSum,
  shiftBetween,
  underEvidence,
} from '../../src/community/effects.ts';
import { exposureAt, exposureNames, roomForExposures } from '../../src/community/exposure.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { need } from '../../src/people/needs.ts';
import { norway } from '../tiny.ts';

const [ODDS_RATIO, DIFFERENCE, REDUCTION, HAZARD_RATIO] = measureNames;
type MeasureName = (typeof measureNames)[number];

test.each([
  [0.5, 0.5, 0, 'the same risk'],
  [0.5, 0.75, Math.log(3), 'odds of 1 to 3 to 1'],
  [0.2, 0.5, Math.log(4), 'odds of 1 to 4 to 1 to 1'],
  [0.5, 0.2, -Math.log(4), 'and back'],
])('where people are alike, from a risk of %f to %f is a shift of %f: %s', (base, risk, shift) => {
  expect(shiftBetween(base, risk, 0)).toBeCloseTo(shift, 12);
});

/** Reckoned apart, by numerical integration of the logistic curve over a normal one. */
test.each([
  [0.5, 1.2, 0, 'even odds are even odds'],
  [0.25, 0.8, -1.2433, 'an s.d. of 0.8'],
  [0.25, 1.2, -1.3958, 'an s.d. of 1.2'],
  [0.75, 1.2, 1.3958, 'the other side'],
])('a group with a risk of %f and an s.d. of %f has mean log-odds of %f: %s', (risk, spread, mean) => {
  expect(meanLogOdds(risk, spread)).toBeCloseTo(mean, 3);
});

test('the more people differ, the larger the shift in a person for one odds ratio between groups', () => {
  const shifts = [0, 0.5, 1, 1.5, 2].map((spread) => shiftBetween(0.4, 0.34, spread));
  for (let index = 1; index < shifts.length; index++) expect(shifts[index]).toBeLessThan(shifts[index - 1]);
});

test('an odds ratio, a difference, a reduction and a hazard ratio that reach a risk of 0.3 from 0.4', () => {
  const reported = [Math.log((0.3 * 0.6) / (0.4 * 0.7)), -0.1, 0.25, Math.log(Math.log(0.7) / Math.log(0.6))];
  for (const [at, number] of reported.entries()) expect(riskFound(measureNames[at], number, 0.4)).toBeCloseTo(0.3, 12);
});

test('what is reported as nothing leaves the risk, and a risk never leaves the possible', () => {
  for (const measure of measureNames) expect(riskFound(measure, 0, 0.4)).toBeCloseTo(0.4, 12);
  expect(riskFound(DIFFERENCE, -0.7, 0.4)).toBe(0.001);
  expect(riskFound(REDUCTION, 3, 0.4)).toBe(0.001);
  expect(riskFound(ODDS_RATIO, 30, 0.4)).toBe(0.999);
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
  const found = Math.exp(shiftBetween(base, riskFound(HAZARD_RATIO, Math.log(hazardRatio), base), 0));
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
  expect(saturatingSum(Math.max(a, b), Math.min(a, b), size)).toBeCloseTo(shift, 12);
});

test('three odds ratios of .72, .72 and .80 make .54 together', () => {
  const sizes = [0.72, 0.72, 0.8].map((ratio) => -Math.log(ratio)) as [number, number, number];
  expect(Math.exp(-saturatingSum(sizes[0], sizes[1] + sizes[2], Math.LN2)).toFixed(2)).toBe('0.54');
});

test('effects together never reach beyond the floor, nor beyond their sum, nor fall short of the largest', () => {
  const size = fc.double({ min: 0, max: 2, noNaN: true });
  fc.assert(
    fc.property(size, size, size, (largest, others, most) => {
      const all = saturatingSum(largest, others, most);
      expect(all).toBeGreaterThanOrEqual(largest - 1e-12);
      expect(all).toBeLessThanOrEqual(largest + others + 1e-12);
      expect(all).toBeLessThanOrEqual(Math.max(most, largest) + 1e-12);
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
  expect(evidenceWeight(grade, evidence, shrinkage)).toBe(part);
});

interface Row {
  readonly measure: MeasureName;
  readonly estimate: number;
  readonly error?: number;
  readonly base?: number;
  readonly grade?: number;
  readonly mechanism?: number;
  readonly exposure?: number;
  readonly most?: number;
  readonly needs?: number;
  readonly ceiling?: number;
  readonly used?: number;
}

/** Parameters for effects written one a row. */
function parametersFor(rows: readonly Row[], others: Partial<EffectsParameters> = {}): EffectsParameters {
  const numbers = (of: (row: Row) => number) => Float64Array.from(rows, of);
  return {
    evidence: 'all',
    shrinkage,
    floor: 0.5,
    centre: Float64Array.of(-0.05, -0.02, 0),
    used: numbers(({ used = 1 }) => used),
    measure: rows.map(({ measure }) => measure),
    estimate: numbers(({ estimate }) => estimate),
    error: numbers(({ error = 0 }) => error),
    base: numbers(({ base = 0.4 }) => base),
    spread: numbers(() => 0),
    grade: rows.map(({ grade = 0 }) => (['A', 'B', 'C'] as const)[grade]),
    mechanism: rows.map(({ mechanism = 0 }) => mechanismNames[mechanism]),
    country: rows.map(() => 'several' as const),
    exposure: rows.map(({ exposure = 0 }) => exposureNames[exposure]),
    mostExposure: numbers(({ most = 1 }) => most),
    need: rows.map(({ needs = 0 }) => Float64Array.from({ length: 7 }, (_, bit) => (needs >> bit) & 1)),
    ceiling: numbers(({ ceiling = 99 }) => ceiling),
    climateReference: 0.5,
    draw: 0,
    ...others,
  };
}

const openYear: Row = { measure: DIFFERENCE, estimate: -0.06, ceiling: 1, most: 1.5 };
const atHome: Row = { measure: REDUCTION, estimate: 0.15, base: 0.3, mechanism: 1, exposure: 1, ceiling: 1 };
const given = parametersFor([openYear, atHome]);
const aYear = shiftBetween(0.4, 0.34, 0);
const home = shiftBetween(0.3, 0.255, 0);

test.each([
  [0, [0, 0, 0], 0.05, 'no exposure: only the centre is taken off'],
  [0, [1, 0, 0], aYear + 0.05, 'a year at a more open level'],
  [0, [0.5, 0, 0], aYear / 2 + 0.05, 'half a year is half'],
  [0, [14, 0, 0], 1.5 * aYear + 0.05, 'no more than was observed'],
  [0, [0, 1, 0], home + 0.05, 'served at home'],
  [1, [1, 0, 0], aYear + 0.05, 'it holds up to the ceiling'],
  [1.01, [1, 1, 0], 0.05, 'neither holds for people at high risk'],
  [0, [1, 1, 0], -saturatingSum(-aYear, -home, Math.LN2) + 0.05, 'both: the larger whole, the other saturating'],
])('log-odds %f, exposures %j: a shift of %f, %s', (logit, exposures, shift) => {
  expect(policyShift(logit, Float64Array.from(exposures), 0, given)).toBeCloseTo(shift, 12);
});

const strong: Row = { measure: ODDS_RATIO, estimate: -0.4, grade: 1 };
const weak: Row = { measure: ODDS_RATIO, estimate: -0.3, grade: 0 };
const harmful: Row = { measure: ODDS_RATIO, estimate: 0.35, mechanism: 1 };
test.each([
  [[weak, strong], 0, -0.3, 'of one mechanism the larger as believed: 0.3 whole before 0.4 x 0.6'],
  [[{ ...strong, grade: 0 }, weak], 0, -0.4, 'of two of one grade the larger'],
  [[{ ...strong, grade: 0, needs: need.drugs }, weak], 0, -0.3, 'the larger is only for people with the need'],
  [[{ ...strong, grade: 0, needs: need.drugs }, weak], need.drugs, -0.4, 'who have it'],
  [[{ ...strong, grade: 0, needs: need.drugs | need.alcohol }, weak], need.alcohol, -0.4, 'one of the needs is enough'],
  [[{ ...strong, grade: 0, ceiling: -1 }, weak], 0, -0.3, 'the larger is not for such a risk'],
  [[{ ...strong, grade: 0, exposure: 1 }, weak], 0, -0.3, 'the larger was not met'],
  [[{ ...strong, grade: 0, used: 0 }, weak], 0, -0.3, 'the larger is not in use'],
  [[weak, harmful], 0, 0.05, 'what helps and what harms add up'],
  [[weak, { ...harmful, mechanism: 0 }], 0, 0.35, 'one mechanism: what harms more'],
  [[{ ...weak, estimate: 0 }], 0, 0, 'an estimate of nothing'],
  [
    [harmful, { ...harmful, mechanism: 2, estimate: 0.2 }],
    0,
    saturatingSum(0.35, 0.2, Math.LN2),
    'harm saturates likewise',
  ],
  [
    [
      { ...weak, estimate: Math.log(0.72) },
      { ...weak, estimate: Math.log(0.8), mechanism: 1 },
      { ...weak, estimate: Math.log(0.72), mechanism: 2 },
    ],
    0,
    -saturatingSum(-Math.log(0.72), -Math.log(0.72) - Math.log(0.8), Math.LN2),
    'three mechanisms: the largest whole, the rest saturating',
  ],
] as readonly (readonly [Row[], number, number, string])[])('%j, needs %i: a shift of %f, %s', (rows, needs, shift) => {
  const none = parametersFor(rows, { centre: new Float64Array(3) });
  expect(policyShift(0, Float64Array.of(1, 0, 0), needs, none)).toBeCloseTo(shift, 3);
});

test('errors choose nothing: the effect that is larger by its point estimate holds in every draw, at its drawn size', () => {
  const rows = [
    { ...weak, error: 0.5 },
    { ...strong, grade: 0, error: 0.5 },
  ];
  let overtaken = 0;
  for (let draw = 1; draw <= 200; draw++) {
    const drawn = parametersFor(rows, { draw, centre: new Float64Array(3) });
    const [first, second] = prepare(drawn) as unknown as [PreparedEffect, PreparedEffect];
    expect(first.shift).not.toBe(second.shift);
    const shift = policyShift(0, Float64Array.of(1, 0, 0), 0, drawn);
    expect(shift).toBeCloseTo(second.shift, 12);
    if (Math.abs(first.shift) > Math.abs(second.shift)) overtaken++;
  }
  expect(overtaken).toBeGreaterThan(50);
});

test('errors of two effects are independent, with the standard errors typed, and the same in every arm', () => {
  const rows = [
    { ...weak, error: 0.2 },
    { ...harmful, error: 0.1 },
  ];
  const draws = Array.from({ length: 4000 }, (_, index) => prepare(parametersFor(rows, { draw: index + 1 })));
  const a = draws.map(([first]) => (first!.shift - first!.point) / 0.2);
  const b = draws.map(([, second]) => (second!.shift - second!.point) / 0.1);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  for (const value of [mean(a), mean(b), mean(a.map((one, index) => one * b[index]))])
    expect(Math.abs(value)).toBeLessThan(0.052);
  for (const values of [a, b]) expect(Math.abs(mean(values.map((value) => value * value)) - 1)).toBeLessThan(0.074);
  expect(prepare(parametersFor(rows, { draw: 7 }))).toEqual(draws[6]);
});

test('without evidence nobody is moved by what they met, in any draw', () => {
  const exposures = Float64Array.of(1, 1, 1);
  for (const draw of [0, 1, 2]) {
    const none = parametersFor([openYear, atHome, strong, harmful], { evidence: 'none', draw });
    for (let needs = 0; needs < 128; needs++) expect(policyShift(0, exposures, needs, none)).toBe(0);
  }
});

test('with all grades believed whole, an effect of grade C counts as one of grade A', () => {
  const whole = Float64Array.of(1, 1, 1);
  const [a, c] = [0, 2].map((grade) => parametersFor([{ ...strong, grade }], { shrinkage: whole }));
  const exposures = Float64Array.of(1, 0, 0);
  expect(policyShift(0, exposures, 0, c!)).toBe(policyShift(0, exposures, 0, a!));
  expect(policyShift(0, exposures, 0, parametersFor([{ ...strong, grade: 2 }]))).toBeCloseTo(-0.4 * 0.3 + 0.05, 12);
});

test('more of what helps never raises the odds, in any mode', () => {
  const amount = fc.double({ min: 0, max: 8, noNaN: true });
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.boolean(),
      fc.constantFrom('all', 'A', 'none' as const),
      (a, b, isHome, evidence) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const under = parametersFor([openYear, atHome], { evidence: evidence as EffectsParameters['evidence'] });
        const shift = (open: number) => policyShift(0, Float64Array.of(open, isHome ? 1 : 0, 0), 0, under);
        expect(shift(many)).toBeLessThanOrEqual(shift(few) + 1e-12);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test('exposure below the reference counts the other way, down to the largest observed', () => {
  const climate = parametersFor([{ ...weak, most: 0.5 }], { centre: new Float64Array(3) });
  const shift = (dose: number) => policyShift(0, Float64Array.of(dose), 0, climate);
  expect(shift(0.2)).toBeCloseTo(-0.06, 12);
  expect(shift(-0.2)).toBeCloseTo(0.06, 12);
  expect(shift(-3)).toBeCloseTo(0.15, 12);
});

test('the same effects under another mode of evidence are worked out once, and change nothing else', () => {
  const all = parametersFor([strong, { ...harmful, grade: 0 }]);
  expect(underEvidence(all, 'all')).toBe(all);
  expect(underEvidence(all, 'A')).toBe(underEvidence(all, 'A'));
  expect(underEvidence(all, 'A')).toEqual({ ...all, evidence: 'A' });
  expect(prepare(underEvidence(all, 'A'))).toHaveLength(1);
  expect(prepare(underEvidence(all, 'none'))).toHaveLength(0);
});

/** Reckoned by hand: estimates of the passports, by grade, of one person where people are taken to be alike. */
test.each([
  ['education', -0.6 * 0.357],
  ['cognitive', -0.139],
  ['violence', -0.139],
  ['addiction', Math.log(0.485 / 0.515)],
  ['work-years', -0.3 * 0.051],
  ['visited', -0.0524],
  ['isolated', 0.3 * 0.344],
  ['housing', -0.6 * 0.1696],
  ['job', -0.6 * 0.0636],
  ['climate', 0],
] as const)('in the baseline, whoever has every need and meets %s moves by %f', (exposure, shift) => {
  const { effects } = cellOf(norway(), { draw: 0, replicate: 0 }).parameters[0].values;
  const alike = { ...effects, centre: new Float64Array(3), spread: effects.spread.map(() => 0) };
  const exposures = roomForExposures();
  exposures[exposureAt[exposure]] = 1;
  expect(policyShift(0, exposures, 127, alike)).toBeCloseTo(shift, 3);
  if (['cognitive', 'violence', 'addiction', 'housing', 'job'].includes(exposure)) {
    expect(policyShift(0, exposures, 0, alike), 'without the need').toBeCloseTo(0, 12);
  }
});

test('the baseline believes effects as graded, and alternatives are never both in use', () => {
  const { dimensions, passports } = norway();
  const value = (name: string) => passports.get(`effects.${name}`)!.value as Float64Array;
  const used = (name: string) => value('used')[dimensions['effect'].indexOf(name)];
  expect([used('open-year')! + used('closed-only')!, used('addiction')! + used('therapeutic-community')!]).toEqual([
    1, 1,
  ]);
});
