import { describe, expect, test } from 'vitest';
import { cumulativeIncidence, kaplanMeier } from '../../src/statistics/survival.ts';

/**
 * E. J. Freireich et al., Blood 21 (1963): weeks in remission of 21 leukaemia patients given 6-MP, in every textbook of
 * survival analysis. Censored: 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35.
 */
const freireich = {
  events: countsOf([6, 6, 6, 7, 10, 13, 16, 22, 23], 36),
  censored: countsOf([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35], 36),
};

describe('Kaplan-Meier', () => {
  const curve = kaplanMeier(freireich);
  test.each([
    // week at risk  share    error    95 % interval, log(-log)
    [5, 21, '1.0000', '0.0000', '0.8454', '1.0000'],
    [6, 21, '0.8571', '0.0764', '0.6197', '0.9516'],
    [7, 17, '0.8067', '0.0869', '0.5631', '0.9228'],
    [10, 15, '0.7529', '0.0963', '0.5032', '0.8894'],
    [13, 12, '0.6902', '0.1068', '0.4316', '0.8491'],
    [16, 11, '0.6275', '0.1141', '0.3675', '0.8049'],
    [22, 7, '0.5378', '0.1282', '0.2678', '0.7468'],
    [23, 6, '0.4482', '0.1346', '0.1881', '0.6801'],
    [35, 1, '0.4482', '0.1346', '0.1881', '0.6801'],
  ])('week %d: %d at risk, %s in remission', (week, atRisk, share, error, low, high) => {
    expect(curve.atRisk[week]).toBe(atRisk);
    expect(curve.estimate[week]?.toFixed(4)).toBe(share);
    expect(curve.standardError[week]?.toFixed(4)).toBe(error);
    expect(curve.low[week]?.toFixed(4)).toBe(low);
    expect(curve.high[week]?.toFixed(4)).toBe(high);
  });

  test('once everybody has had the event, nobody survives, and that stays known', () => {
    const { estimate, standardError, low, high } = kaplanMeier({ events: [1, 2, 0], censored: [0, 0, 0] });
    expect(Array.from(estimate)).toEqual([2 / 3, 0, 0]);
    expect(Array.from(standardError.subarray(1))).toEqual([0, 0]);
    expect(Array.from(low.subarray(1))).toEqual([0, 0]);
    expect(high[2]).toBe(high[0]);
  });
});

describe('cumulative incidence', () => {
  /**
   * By hand, of 14: 2/14 = 8/56 in the first month, 11/14 left; + 11/14 x 1/11 = 12/56; + 10/14 x 1/8 = 17/56; the
   * same; + (10/14 x 6/8) x 3/4 = 39.5/56. Errors by the delta method with numerical derivatives.
   */
  const curve = cumulativeIncidence({ events: [2, 1, 1, 0, 3], competing: [1, 0, 1, 0, 0], censored: [0, 2, 0, 2, 1] });
  test.each([
    [0, 14, 8 / 56, 0.09352195295837597, 0.023223164084863364, 0.3655441316510614],
    [1, 11, 12 / 56, 0.10966421051154442, 0.052123068116121794, 0.4478631600162578],
    [2, 8, 17 / 56, 0.12843760750994446, 0.09161997759059656, 0.5517747281699661],
    [3, 6, 17 / 56, 0.12843760750994446, 0.09161997759059656, 0.5517747281699661],
    [4, 4, 39.5 / 56, 0.14855792931847792, 0.3201630222610723, 0.8985480454822486],
  ])('month %d: %d at risk, %d', (month, atRisk, estimate, error, low, high) => {
    expect(curve.atRisk[month]).toBe(atRisk);
    expect(curve.estimate[month]).toBeCloseTo(estimate, 12);
    expect(curve.standardError[month]).toBeCloseTo(error, 8);
    expect(curve.low[month]).toBeCloseTo(low, 7);
    expect(curve.high[month]).toBeCloseTo(high, 7);
  });

  test('whoever is censored in a month was at risk in it', () => {
    expect(cumulativeIncidence({ events: [1], competing: [0], censored: [3] }).estimate[0]).toBe(0.25);
  });

  test('a month without events says so with an upper end, not with certainty', () => {
    const { estimate, low, high } = cumulativeIncidence({ events: [0, 1], competing: [0, 0], censored: [0, 19] });
    expect(estimate[0]).toBe(0);
    expect(low[0]).toBe(0);
    expect(high[0]?.toFixed(4)).toBe('0.1611');
  });

  test('when all have had the event the lower end does not fall', () => {
    const { estimate, low, high } = cumulativeIncidence({
      events: [9, 1, 0],
      competing: [0, 0, 0],
      censored: [0, 0, 0],
    });
    expect(Array.from(estimate)).toEqual([0.9, 1, 1]);
    expect(low[1]).toBe(low[0]);
    expect(low[2]).toBe(low[0]);
    expect(Array.from(high.subarray(1))).toEqual([1, 1]);
  });

  test('when nobody is left to observe, nothing is claimed', () => {
    const lost = cumulativeIncidence({ events: [1, 0], competing: [0, 0], censored: [1, 0] });
    for (const column of [lost.estimate, lost.standardError, lost.low, lost.high]) expect(column[1]).toBeNaN();
    const done = cumulativeIncidence({ events: [1, 0], competing: [1, 0], censored: [0, 0] });
    expect(done.estimate[1]).toBe(0.5);
    expect(done.low[1]).toBe(done.low[0]);
  });
});

test('counts that do not belong together, or count no people, are mistakes', () => {
  expect(() => kaplanMeier({ events: [1, 2], censored: [1] })).toThrow('do not belong together');
  expect(() => kaplanMeier({ events: [1, -2], censored: [1, 1] })).toThrow('month 1: -2 is not a number of people');
  expect(() => kaplanMeier({ events: [1, 2], censored: [0.5, 1] })).toThrow('month 0: 0.5 is not a number of people');
});

function countsOf(times: readonly number[], length: number): Int32Array {
  const counts = new Int32Array(length);
  for (const time of times) counts[time] = counts[time] + 1;
  return counts;
}
