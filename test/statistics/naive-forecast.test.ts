/** Naive forecasts: known answers. */
import { expect, test } from 'vitest';
import { dampedTrend, lastValue, linearTrend, randomWalkSpread } from '../../src/statistics/naive-forecast.ts';

const line = [2010, 2011, 2013].map((year) => ({ year, value: 100 + 4 * (year - 2010) }));
const bent = [
  { year: 2012, value: 30 },
  { year: 2010, value: 10 },
  { year: 2011, value: 11 },
];

test('the last value is that of the latest year, whatever the order', () => {
  expect([lastValue(line), lastValue(bent)]).toEqual([112, 30]);
  expect(() => lastValue([])).toThrow('at least one figure');
});

test('a line goes on, and a line through other figures is that of least squares', () => {
  expect(linearTrend(line, 2016)).toBeCloseTo(124, 10);
  // mean 17 in 2011, slope 10
  expect(linearTrend(bent, 2014)).toBeCloseTo(17 + 30, 10);
  expect(linearTrend(bent.slice(0, 1), 2014)).toBe(30);
});

test('a damped trend leaves the last value by a slope that fades by 15 % a year', () => {
  expect(dampedTrend(line, 2013)).toBeCloseTo(112, 10);
  expect(dampedTrend(line, 2014)).toBeCloseTo(112 + 4 * 0.85, 10);
  expect(dampedTrend(bent, 2014)).toBeCloseTo(30 + 10 * (0.85 + 0.85 ** 2), 10);
  expect(dampedTrend(bent, 3000)).toBeCloseTo(30 + (10 * 0.85) / 0.15, 10);
});

test('the band of a random walk grows with the root of years, and a change over two years counts half', () => {
  expect(randomWalkSpread(bent, 2013)).toBeCloseTo(Math.sqrt((1 + 361) / 2), 10);
  expect(randomWalkSpread(bent, 2016)).toBeCloseTo(2 * Math.sqrt((1 + 361) / 2), 10);
  expect(randomWalkSpread(line, 2014)).toBeCloseTo(Math.sqrt((16 + 64 / 2) / 2), 10);
  expect(randomWalkSpread(bent.slice(0, 1), 2013)).toBeNaN();
});
