import { describe, expect, test } from 'vitest';
import { count, factor, logOdds, share } from '../../src/evidence/parameter.ts';
import { moved, quantile } from '../../src/evidence/uncertainty.ts';

describe('one uniform moves a whole parameter', () => {
  const table = [Float64Array.of(1, 2), Float64Array.of(4, 0)];

  test('by a common factor', () => {
    const uncertainty = { kind: 'factor', spread: { kind: 'uniform', low: 0.5, high: 1.5 } } as const;
    expect(moved(table, uncertainty, factor('x', { by: ['a', 'b'] }), 0.75)).toEqual([
      Float64Array.of(1.25, 2.5),
      Float64Array.of(5, 0),
    ]);
  });
  test('by a common shift', () => {
    const uncertainty = { kind: 'shift', spread: { kind: 'normal', mean: 0, sd: 0.1 } } as const;
    expect(moved(Float64Array.of(-1, 1), uncertainty, logOdds('x', { by: 'a' }), 0.5)).toEqual(Float64Array.of(-1, 1));
  });
  test('each cell within its own range', () => {
    const uncertainty = { kind: 'range', low: [0, 1, 3, 0], high: [2, 3, 5, 0] } as const;
    expect(moved(table, uncertainty, factor('x', { by: ['a', 'b'] }), 0.25)).toEqual([
      Float64Array.of(0.5, 1.5),
      Float64Array.of(3.5, 0),
    ]);
  });
});

test('a draw stays within bounds and whole', () => {
  const wide = { kind: 'value', spread: { kind: 'uniform', low: -1, high: 3 } } as const;
  expect(moved(0.5, wide, share('x'), 0.01)).toBe(0);
  expect(moved(0.5, wide, share('x'), 0.99)).toBe(1);
  expect(moved(1, wide, count('x'), 0.55)).toBe(1);
});

test('the quantiles of a distribution are where the passport says', () => {
  const sigma = Math.log(1.2 / 0.3) / (2 * 1.959963984540054);
  expect(quantile({ kind: 'lognormal', median: 0.6, sigma }, 0.025)).toBeCloseTo(0.3, 9);
  expect(quantile({ kind: 'lognormal', median: 0.6, sigma }, 0.5)).toBeCloseTo(0.6, 12);
  expect(quantile({ kind: 'lognormal', median: 0.6, sigma }, 0.975)).toBeCloseTo(1.2, 9);
  expect(quantile({ kind: 'normal', mean: 2, sd: 3 }, 0.975)).toBeCloseTo(2 + 3 * 1.959963984540054, 9);
  expect(quantile({ kind: 'triangular', low: 0, mode: 1, high: 4 }, 0.25)).toBeCloseTo(1, 12);
  expect(quantile({ kind: 'uniform', low: 2, high: 6 }, 0.75)).toBe(5);
});
