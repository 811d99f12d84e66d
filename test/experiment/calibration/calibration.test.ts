/** Calibration: a fit finds the factors of a world whose truth is known, and says what it does not know. */
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/engine/calendar.ts';
import type { CalibrationPlan } from '../../../src/evidence/calibration-plan.ts';
import type { YearlyFigure } from '../../../src/evidence/observations.ts';
import { factorAt, fitHistory, policiesAt, type Simulate } from '../../../src/experiment/calibration/calibration.ts';
import { epochsOf } from '../../../src/scenario/epoch.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { tinyScenario } from '../../tiny.ts';

const history = tinyScenario();
const always = { from: undefined, until: undefined };
const plan: CalibrationPlan = {
  scenario: 'tiny.yaml',
  observed: 'observed.csv',
  free: [
    { ...always, name: 'length', path: 'sentence.length_factor', range: [0.5, 2], because: 'test' },
    { ...always, name: 'lapsed', path: 'sentence.lapsed_share', range: [0.5, 2], because: 'test' },
  ],
  fitUntil: undefined,
  followUntil: undefined,
  match: undefined,
  follow: [
    {
      lever: 'arrivals.per_year',
      measure: 'prison-sentences',
      lagDays: 0,
      returnShare: 0,
      yearlyChange: 0.2,
      because: 'test',
    },
  ],
};

const figure = (
  measure: string,
  year: number,
  observed: number,
  use: YearlyFigure['use'],
  tolerance = 0.01,
): YearlyFigure => ({
  measure,
  year,
  observed,
  use,
  tolerance,
  unit: 'x',
  source: 'test',
  place: 'observed.csv:2:1',
});

/** What holds in a scenario in the middle of a year, against the tiny world itself. */
function factorIn(scenario: Scenario, noun: string, name: string, year: number): number {
  const day = Math.round((year - 1970) * 365.25 + 180);
  const valueIn = (one: Scenario) =>
    epochsOf(one, catalogue).findLast(({ from }) => from <= day)!.values[noun][name] as number;
  return valueIn(scenario) / valueIn(history);
}

/** A world in formulas: stock is what comes, less what lapses, times length; releases are what comes less what lapses. */
const worldInFormulas: Simulate = async (scenarios) =>
  scenarios.map((scenario) => {
    const arrivals = (year: number) => factorIn(scenario, 'arrivals', 'perYear', year);
    const kept = (year: number) => arrivals(year) * (1 - 0.2 * factorIn(scenario, 'sentence', 'lapsedShare', year));
    const length = factorIn(scenario, 'sentence', 'lengthFactor', 2012);
    return [1000 * arrivals(2012), 1000 * arrivals(2014), 800 * kept(2012) * length, 900 * kept(2014)];
  });

const truth = { length: 1.3, lapsed: 0.8, of2012: 1.1, of2014: 0.9 };
const keptIn = (arrivals: number) => arrivals * (1 - 0.2 * truth.lapsed);
const observations = [
  figure('prison-sentences', 2012, 1000 * truth.of2012, 'follow'),
  figure('prison-sentences', 2014, 1000 * truth.of2014, 'follow'),
  figure('sentence-stock', 2012, 800 * keptIn(truth.of2012) * truth.length, 'fit', 0.001),
  figure('releases', 2014, 900 * keptIn(truth.of2014), 'fit', 0.001),
];

describe('a fit of a world in formulas', () => {
  const fitted = fitHistory(plan, history, observations, worldInFormulas, 16);

  test('finds the factors it was made with', async () => {
    const { setting } = await fitted;
    const factors = plan.free.map(({ range }, at) => factorAt(range, setting.point[at]));
    expect(factors[0]).toBeCloseTo(truth.length, 2);
    expect(factors[1]).toBeCloseTo(truth.lapsed, 1);
    expect(setting.followed.get('arrivals.per_year')!.get(2012)).toBeCloseTo(truth.of2012, 2);
    expect(setting.followed.get('arrivals.per_year')!.get(2013)).toBeCloseTo(Math.sqrt(truth.of2012 * truth.of2014), 2);
    expect(setting.followed.get('arrivals.per_year')!.get(2014)).toBeCloseTo(truth.of2014, 2);
  });

  test('meets every figure that it was fitted to, and says what it said before', async () => {
    const { before, after } = await fitted;
    for (const [at, { observed, tolerance }] of observations.entries()) {
      expect(Math.abs(after[at] - observed)).toBeLessThan(2 * tolerance * observed);
    }
    expect(before).toEqual([1000, 1000, 640, 720]);
  });

  test('knows less of what it left out: without the stock nothing says how long sentences are', async () => {
    const { leftOut, after } = await fitted;
    expect(Math.abs(leftOut[2] - after[2])).toBeGreaterThan(50);
  });
});

test('a factor of a period holds in its years alone', () => {
  const ofYears = { ...plan, free: [{ ...plan.free[0], from: 2012, until: 2014 }], follow: [] };
  const [policy] = policiesAt(ofYears, history, { point: [1], followed: new Map() });
  expect([policy!.from, policy!.until].map(formatDay)).toEqual(['2012-01-01', '2014-01-01']);
});

test('figures that nothing was fitted to pull nothing', async () => {
  const tests = observations.map((one) => ({ ...one, use: 'test' as const }));
  const { setting } = await fitHistory(plan, history, tests, worldInFormulas, 2);
  expect(setting.point.every((value) => Math.abs(value) < 1e-12)).toBe(true);
  expect(setting.followed.get('arrivals.per_year')!.size).toBe(0);
});

test('the ends of a range lie 1.96 standard deviations out on either side, however far each is', () => {
  expect([-1.959964, 0, 1.959964].map((point) => factorAt([0.4, 1.6], point))).toEqual([
    expect.closeTo(0.4, 6),
    1,
    expect.closeTo(1.6, 6),
  ]);
  expect([-1.959964, 0, 1.959964].map((point) => factorAt([0.5, 2], point))).toEqual([
    expect.closeTo(0.5, 6),
    1,
    expect.closeTo(2, 6),
  ]);
});

test('the policies of a setting hold from before the burn-in to the end, each year its own', () => {
  const followed = new Map([
    [
      'arrivals.per_year',
      new Map([
        [2012, 1.2],
        [2013, 0.9],
      ]),
    ],
  ]);
  const policies = policiesAt(plan, history, { point: [0, 1], followed });
  expect(policies.map(({ name }) => name)).toEqual([
    'fitted-length',
    'fitted-lapsed',
    'fitted-2012',
    'fitted-2013',
    'fitted-beyond',
  ]);
  expect(policies.every(({ from, until }) => from < until)).toBe(true);
  expect(policies[0].from).toBeLessThan(history.burnInStart);
  expect(policies[2].until).toBe(policies[3].from);
  expect(policies.at(-1)!.until).toBe(Infinity);
  expect(policies.at(-1)!.changes[0]!.value).toBe(1.05);
});
