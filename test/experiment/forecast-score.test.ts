/** Forecast score: known answers in small cases, and coverage that tells honest intervals from narrow ones. */
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/engine/mathematics.ts';
import { coverageOf, type Forecast, scoresByMeasure, scoresOf } from '../../src/experiment/forecast-score.ts';

const past = new Map([
  ['stock', [2010, 2011, 2012].map((year) => ({ year, value: 100 + 10 * (year - 2010) }))],
  ['flow', [{ year: 2012, value: 50 }]],
]);
const forecast: Forecast = {
  lastKnown: 2012,
  past,
  cells: [
    { measure: 'stock', year: 2013, observed: 125, values: [120, 140] },
    { measure: 'stock', year: 2014, observed: 160, values: [140, 160] },
    { measure: 'flow', year: 2013, observed: 40, values: [40, 40] },
  ],
};

test('errors are per cent of the observed figure, of the mean of members and of the naive forecasts', () => {
  const [near, far] = scoresByMeasure(forecast);
  expect(near).toMatchObject({ measure: 'stock', horizon: 1, cells: 1 });
  expect(near!.model).toBeCloseTo(4, 10);
  expect(near!['last value']).toBeCloseTo(4, 10);
  expect(near!['linear trend']).toBeCloseTo(4, 10);
  expect(near!['damped trend']).toBeCloseTo((100 * 3.5) / 125, 10);
  expect(near!.modelCrps).toBeCloseTo((100 * (10 - 5)) / 125, 10);
  expect(far).toMatchObject({ horizon: 2 });
  expect(far!.model).toBeCloseTo(100 / 16, 10);
  expect(scoresOf(forecast, ({ measure }) => measure === 'stock').model).toBeCloseTo((4 + 100 / 16) / 2, 10);
});

test('weights move the mean, and a series of one figure has no band', () => {
  const [near] = scoresByMeasure({ ...forecast, weights: [3, 1] });
  expect(near!.model).toBeCloseTo(0, 10);
  const flow = scoresOf(forecast, ({ measure }) => measure === 'flow');
  expect(flow.model).toBe(0);
  expect(flow['last value']).toBeCloseTo(25, 10);
  expect(flow.naiveCrps).toBeNaN();
  const unknown = scoresOf({ ...forecast, past: new Map() });
  expect(unknown['last value']).toBeNaN();
});

/** Members of many series whose truth is drawn like them, times a factor on their spread. */
function drawn(members: number, series: number, spread: number): Forecast {
  let state = 99;
  const normal = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return normalQuantile((state + 0.5) / 2 ** 32);
  };
  const cells = Array.from({ length: series }, (_, at) => ({
    measure: `series ${at}`,
    year: 2013,
    observed: 100 + 5 * normal(),
    values: Array.from({ length: members }, () => 100 + 5 * spread * normal()),
  }));
  return { lastKnown: 2012, cells, past: new Map() };
}

test('honest intervals hold their share, as many cells as when members play the truth', () => {
  const { cells, series, inside, share, asTruth } = coverageOf(drawn(20, 300, 1), 0.8);
  expect([cells, series]).toEqual([300, 300]);
  expect(share.low).toBeLessThan(0.8);
  expect(share.high).toBeGreaterThan(0.8);
  expect(asTruth!.mean / 300).toBeCloseTo(0.8, 1);
  expect(inside).toBeGreaterThanOrEqual(asTruth!.low - 10);
  expect(asTruth!.low).toBeLessThan(asTruth!.high);
});

test('intervals that are too narrow are found out, though members hold each other', () => {
  const { inside, share, asTruth } = coverageOf(drawn(20, 300, 0.3), 0.8);
  expect(share.high).toBeLessThan(0.5);
  expect(asTruth!.mean / 300).toBeCloseTo(0.8, 1);
  expect(inside).toBeLessThan(asTruth!.low);
});

test('cells of one series count as one, and two members are too few to play the truth', () => {
  const { cells, series, asTruth } = coverageOf(forecast, 0.8);
  expect([cells, series, asTruth]).toEqual([3, 2, undefined]);
});
