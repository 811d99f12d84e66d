import { describe, expect, test } from 'vitest';
import { exp, log, logistic, logit, normalCumulative, normalQuantile, power } from '../../src/engine/mathematics.ts';

/** Within this relative distance of a published value: a few units in the last place. */
const CLOSE = 1e-15;
const expectClose = (value: number, published: number, within = CLOSE) =>
  expect(Math.abs(value - published)).toBeLessThanOrEqual(within * Math.abs(published));

describe('log', () => {
  test.each([
    [2, Math.LN2],
    [10, Math.LN10],
    [0.5, -Math.LN2],
    [1e-300, -690.7755278982137],
    [Number.MAX_VALUE, 709.782712893384],
    [Number.MIN_VALUE, -744.4400719213812],
    [1e-310, -713.8013788281542],
    [1.0000000000000002, 2.220446049250313e-16],
  ])('of %d is %d', (x, published) => expectClose(log(x), published));

  test('is exact at its edges', () => {
    expect([log(1), log(0), log(-0), log(Infinity)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    expect([log(-1), log(NaN), log(-Infinity)]).toEqual([NaN, NaN, NaN]);
  });
});

describe('exp', () => {
  test.each([
    [1, Math.E],
    [-1, 0.36787944117144233],
    [10, 22026.465794806718],
    [-10, 4.5399929762484854e-5],
    [709, 8.218407461554972e307],
    [-700, 9.85967654375977e-305],
    [1e-10, 1.0000000001],
  ])('of %d is %d', (x, published) => expectClose(exp(x), published));

  test('is exact at its edges', () => {
    expect([exp(0), exp(-0), exp(-Infinity), exp(Infinity), exp(NaN)]).toEqual([1, 1, 0, Infinity, NaN]);
    expect([exp(709.79), exp(-745.2), exp(-745.1), exp(-744)]).toEqual([Infinity, 0, 5e-324, 1e-323]);
  });
});

test('power: known values and edges', () => {
  expectClose(power(2, 0.5), Math.SQRT2);
  expectClose(power(10, -3), 0.001);
  expectClose(power(1.05, 20), 2.653297705144422);
  expect([power(0, 2), power(0, 0), power(1, 1e300), power(2, 0), power(-1, 2)]).toEqual([0, 1, 1, 1, NaN]);
});

test('logistic and logit: known values and edges', () => {
  expectClose(logistic(1), 0.7310585786300049);
  expectClose(logistic(-40), 4.248354255291589e-18);
  expectClose(logit(0.9), 2.1972245773362196);
  expect([logistic(0), logistic(1000), logistic(-1000), logistic(NaN)]).toEqual([0.5, 1, 0, NaN]);
  expect([logit(0.5), logit(0), logit(1), logit(-0.1), logit(1.1)]).toEqual([0, -Infinity, Infinity, NaN, NaN]);
});

describe('normal distribution', () => {
  test.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.75, 0.6744897501960817],
    [0.01, -2.3263478740408408],
    [1e-9, -5.9978070150076865],
    [1e-20, -9.26234008979841],
    [1e-300, -37.0470962993612],
  ])('the quantile of %d is %d', (p, published) => expectClose(normalQuantile(p), published));

  test('AS 241 gives the values its author published for checking', () => {
    expectClose(normalQuantile(0.25), -0.6744897501960817);
    expectClose(normalQuantile(0.001), -3.090232306167814);
    expectClose(normalQuantile(1e-20), -9.26234008979841);
  });

  test.each([
    [1, 0.8413447460685429],
    [-1, 0.15865525393145707],
    [0.5, 0.6914624612740131],
    [-3, 0.0013498980316300946],
    [-6, 9.865876450376981e-10],
    [-10, 7.619853024160527e-24],
    [-37, 5.725571222524577e-300],
  ])('the chance below %d is %d', (x, published) => expectClose(normalCumulative(x), published, 2e-15));

  test('edges', () => {
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-Infinity, Infinity, 0]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN)]).toEqual([NaN, NaN, NaN]);
    expect([normalCumulative(0), normalCumulative(-Infinity), normalCumulative(Infinity)]).toEqual([0.5, 0, 1]);
    expect(normalCumulative(NaN)).toBeNaN();
  });
});
