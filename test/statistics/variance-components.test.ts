/** The split of a spread into layers, against published tables and worlds whose parts are known. */
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { binomialQuantile } from '../../src/statistics/binomial.ts';
import { fQuantile, layersOf, shareBetween } from '../../src/statistics/variance-components.ts';

const { low, high } = randomKey('layers', 0);
const normal = (a: number, b: number) => normalQuantile(uniform(low, high, a, b));

/** Groups in which `between` of a variance of one is the group's. */
function groupsOf(count: number, size: number, between: number, study: number): number[][] {
  return Array.from({ length: count }, (_, group) => {
    const own = Math.sqrt(between) * normal(study * 1000 + group, 1_000_000);
    return Array.from(
      { length: size },
      (_, value) => own + Math.sqrt(1 - between) * normal(study * 1000 + group, value),
    );
  });
}

test.each([
  [0.95, 1, 1, 161.4476],
  [0.95, 5, 10, 3.3258],
  [0.975, 9, 40, 2.4519],
  [0.05, 5, 10, 0.2112],
])('the quantile of F at %d with %d and %d degrees is that of the tables', (probability, first, second, value) => {
  expect(Math.abs(fQuantile(probability, first, second) / value - 1)).toBeLessThan(2e-4);
});

describe('the share between groups', () => {
  test('of Searle’s formula on a small example', () => {
    const groups = [
      [1, 3],
      [4, 6],
      [9, 11],
    ];
    const [within, between] = [2, 2 * ((-11 / 3) ** 2 + (-2 / 3) ** 2 + (13 / 3) ** 2) * 0.5];
    expect(shareBetween(groups)!.share).toBeCloseTo((between - within) / (between + within), 12);
  });

  test('is everything where nothing varies within, nothing where groups are alike, unknown of one value each', () => {
    expect(
      shareBetween([
        [1, 1],
        [2, 2],
      ]),
    ).toEqual({ share: 1, low: 1, high: 1 });
    expect(
      shareBetween([
        [1, 2],
        [2, 1],
      ])!.share,
    ).toBe(0);
    expect(shareBetween([[1], [2]])).toBeUndefined();
    expect(
      shareBetween([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
    expect(() => shareBetween([[1, 2], [1]])).toThrow('one size');
  });

  test.each([0.1, 0.5, 0.8])('has an interval that holds %d in 95 of 100 studies, by exact test at 1 %%', (truth) => {
    let held = 0;
    for (let study = 0; study < 1000; study++) {
      const found = shareBetween(groupsOf(8, 4, truth, study))!;
      if (found.low <= truth && truth <= found.high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(binomialQuantile(0.005, 1000, 0.95));
    expect(held).toBeLessThanOrEqual(binomialQuantile(0.995, 1000, 0.95));
  });
});

test('layers add up, and find the parts that were put in', () => {
  const arms = [0, 2].map((shift, arm) =>
    groupsOf(400, 5, 0.5, 5000 + 400 * arm).map((group) => group.map((value) => value + shift)),
  );
  const { scenario, parameters, chance } = layersOf(arms)!;
  expect(scenario.share + parameters.share + chance.share).toBeCloseTo(1, 12);
  expect(scenario.share).toBeCloseTo(0.5, 1);
  expect(parameters.share).toBeCloseTo(0.25, 1);
  expect(layersOf([[[1, 2]]])).toBeUndefined();
});

test('two draws tell a split, but not how well it is known', () => {
  const { chance } = layersOf([groupsOf(2, 3, 0.5, 6000)])!;
  expect([chance.low, chance.high]).toEqual([0, 1]);
});

test.each([
  [0.5, 1, 30, 2],
  [0.1, 0.5, 30, 2],
  [0.25, 2, 20, 5],
])(
  'intervals hold the share of parameters, %d within an arm, in at least 9 of 10 studies, by exact test at 1 %%',
  (between, shift, draws, size) => {
    // two arms at this distance add a quarter of its square to a variance of one
    const truth = between / (1 + (shift * shift) / 4);
    let held = 0;
    for (let study = 0; study < 300; study++) {
      const own = groupsOf(draws, size, between, 7000 + study);
      const { parameters } = layersOf([own, own.map((group) => group.map((value) => value + shift))])!;
      if (parameters.low <= truth && truth <= parameters.high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(binomialQuantile(0.01, 300, 0.9));
  },
);
