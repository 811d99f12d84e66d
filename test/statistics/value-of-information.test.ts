/** Value of information: closed forms, and the laws that every value keeps. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, normalCumulative, normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { partialInformation } from '../../src/statistics/partial-perfect-information.ts';
import {
  expectedGains,
  gainOfKnowing,
  type NetBenefit,
  perfectInformation,
} from '../../src/statistics/value-of-information.ts';

const key = randomKey('value of information', 0);
const luck = (a: number, b: number) => normalQuantile(uniform(key.low, key.high, a, b));

/** The unit normal loss: what is lost on average by the better of nothing and a standard normal x below it. */
const unitLoss = (x: number) => exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) - x * normalCumulative(-x);
/** Two options that differ by a normal amount: the value of knowing it. */
const normalValue = (centre: number, spread: number) => spread * unitLoss(Math.abs(centre) / spread);

/** So many evenly spread points of (0, 1), in an order of their own for each parameter: a lattice rule. */
const lattice = (count: number, step: number) =>
  Array.from({ length: count }, (_, at) => (((at * step) % count) + 0.5) / count);
const ALL = { value: Infinity, low: Infinity, high: Infinity };

/** Nothing against a gain by draw, in one replicate or with chance of this variance in two. */
function against(gains: readonly number[], chance = 0): NetBenefit {
  const replicates = chance === 0 ? [0] : [0, 1];
  const drawn = gains.map((gain, draw) => replicates.map((one) => gain + Math.sqrt(chance) * luck(draw, one)));
  return [drawn.map((own) => own.map(() => 0)), drawn];
}

describe('perfect information about two options that differ by a normal amount', () => {
  test.each([
    [0, 1],
    [0.5, 1],
    [-1, 2],
    [3, 1.5],
  ])('of mean %d and spread %d is worth the spread times the unit normal loss', (centre, spread) => {
    const gains = lattice(20_000, 1).map((u) => centre + spread * normalQuantile(u));
    expect(gainOfKnowing(expectedGains(against(gains)))).toBeCloseTo(normalValue(centre, spread), 3);
  });

  test('is the same when replicates bring chance, and more when one replicate hides it', () => {
    const gains = lattice(4000, 1).map((u) => 0.5 + normalQuantile(u));
    const told = gainOfKnowing(expectedGains(against(gains, 1)));
    expect(Math.abs(told / normalValue(0.5, 1) - 1)).toBeLessThan(0.05);
    const hidden = gains.map((gain, draw) => [gain + luck(draw, 0)]);
    const bound = gainOfKnowing(expectedGains([hidden.map(() => [0]), hidden]));
    expect(Math.abs(bound / normalValue(0.5, Math.SQRT2) - 1)).toBeLessThan(0.05);
  });

  test('has an interval around it that another seed moves little', () => {
    const benefit = against(
      lattice(100, 1).map((u) => 0.5 + normalQuantile(u)),
      0.5,
    );
    const [one, other] = [perfectInformation(benefit, 'one'), perfectInformation(benefit, 'other')];
    expect(one.low).toBeLessThan(one.value);
    expect(one.high).toBeGreaterThan(one.value);
    expect(other.value).toBe(one.value);
    expect(Math.abs(other.high / one.high - 1)).toBeLessThan(0.2);
    expect(perfectInformation(benefit, 'one')).toEqual(one);
  });
});

test('three options that differ by independent normal amounts: half a spread over the root of pi more than one of them', () => {
  // the mean of the largest of three standard normals is 3 / (2 root pi)
  const columns = [1, 7621, 12_613].map((step) => lattice(20_011, step).map(normalQuantile));
  const benefit = columns.map((own) => own.map((value) => [value]));
  expect(gainOfKnowing(expectedGains(benefit))).toBeCloseTo(1.5 / Math.sqrt(Math.PI), 2);
});

describe('partial information', () => {
  const draws = 2003;
  const positions = [1, 571, 883].map((step) => lattice(draws, step));
  const scores = positions.map((own) => own.map(normalQuantile));
  const worth = (gains: readonly number[], group: readonly number[]) =>
    partialInformation(
      [[gains]],
      group.map((at) => positions[at]),
      [ALL],
      'known',
    )![0];

  test('of a linear model with normal parameters is the value of the part of the variance that the group has', () => {
    const gains = scores[0].map((one, at) => 0.4 + 0.8 * one + 0.5 * scores[1][at] + 0.6 * scores[2][at]);
    for (const [group, spread] of [
      [[0], 0.8],
      [[1], 0.5],
      [[0, 1], Math.sqrt(0.89)],
    ] as const) {
      const { value, low, high } = worth(gains, group);
      expect(Math.abs(value / normalValue(0.4, spread) - 1)).toBeLessThan(0.02);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
  });

  test('of a parabola, which no line sees, is twice the normal density at 1', () => {
    const gains = scores[0].map((one, at) => one * one - 1 + 0.3 * luck(at, 6));
    expect(worth(gains, [0]).value).toBeCloseTo((2 * exp(-0.5)) / Math.sqrt(2 * Math.PI), 1);
  });

  test('of a group without influence is nearly nothing, though its regression fits noise', () => {
    const group = Array.from({ length: 6 }, (_, own) =>
      Array.from({ length: 60 }, (_, draw) => uniform(key.low, key.high, draw, 100 + own)),
    );
    const values = Array.from({ length: 60 }, (_, study) => {
      const gains = Array.from({ length: 60 }, (_, draw) => 0.2 + luck(1000 + 100 * study + draw, 7));
      return partialInformation([[gains]], group, [ALL], 'nothing')![0];
    });
    const average = values.reduce((sum, { value }) => sum + value, 0) / values.length;
    expect(average).toBeLessThan(0.07 * normalValue(0.2, 1));
    expect(values.filter(({ low }) => low > 0).length).toBeLessThanOrEqual(6);
  });

  test('needs two draws for each parameter and ten to spare', () => {
    const few = (count: number, parameters: number) =>
      partialInformation(
        [[Array.from({ length: count }, (_, draw) => luck(draw, 8))]],
        Array.from({ length: parameters }, (_, own) => lattice(count, own + 1)),
        [ALL],
        'few',
      );
    expect(few(29, 10)).toBeUndefined();
    expect(few(30, 10)).toHaveLength(1);
  });
});

describe('in any study', () => {
  /** In hundredths, as accounts are: which of two axes is rounding alone cannot be told across three hundred orders of magnitude. */
  const number = fc.integer({ min: -10_000, max: 10_000 }).map((hundredths) => hundredths / 100);
  const studies = fc
    .record({
      options: fc.integer({ min: 2, max: 4 }),
      draws: fc.integer({ min: 14, max: 20 }),
      replicates: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ options, draws, replicates }) =>
      fc.array(
        fc.array(fc.array(number, { minLength: replicates, maxLength: replicates }), {
          minLength: draws,
          maxLength: draws,
        }),
        {
          minLength: options,
          maxLength: options,
        },
      ),
    );
  const scale = (benefit: NetBenefit) =>
    1 + Math.max(...benefit.flatMap((own) => own.flatMap((draw) => Array.from(draw, Math.abs))));

  test('perfect information is worth at least what any group is, and no group less than nothing', () => {
    fc.assert(
      fc.property(studies, (benefit) => {
        const all = perfectInformation(benefit, 'law');
        const replicates = benefit[0][0].length;
        const gains = benefit
          .slice(1)
          .map((own) =>
            own.map(
              (draw, at) => draw.reduce((sum: number, value, one) => sum + value - benefit[0][at][one], 0) / replicates,
            ),
          );
        const [group] = partialInformation(
          [gains],
          [lattice(gains[0].length, 5), lattice(gains[0].length, 3)],
          [all],
          'law',
        )!;
        expect(group!.value).toBeGreaterThanOrEqual(0);
        expect(all.value).toBeGreaterThanOrEqual(group!.value);
        for (const { value, low, high } of [all, group!]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(low).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('it does not matter which option comes first', () => {
    fc.assert(
      fc.property(studies, (benefit) => {
        const value = gainOfKnowing(expectedGains(benefit));
        const other = gainOfKnowing(expectedGains([...benefit.slice(1), benefit[0]]));
        expect(Math.abs(other - value)).toBeLessThan(1e-9 * scale(benefit));
      }),
    );
  });

  test('an option that is the best in every draw leaves nothing to know', () => {
    fc.assert(
      fc.property(studies, (benefit) => {
        const best = benefit[0].map((draw, at) =>
          Array.from(draw, (_, one) => Math.max(...benefit.map((own) => own[at][one])) + 1),
        );
        const alone = [best, ...benefit].map((own) => own.map((draw) => [draw[0]]));
        expect(gainOfKnowing(expectedGains(alone))).toBeLessThan(1e-9 * scale(benefit));
      }),
    );
  });
});
