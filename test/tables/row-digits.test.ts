/** A reader who subtracts the means of a row finds the difference that stands beside them. */
import { expect, test } from 'vitest';
import { differenceText, intervalText } from '../../src/tables/estimate.ts';
import { rowTexts } from '../../src/tables/row-digits.ts';

const NONE = { low: Number.NaN, high: Number.NaN };
type Three = readonly [number, number, number];

const texts = ([mean, low, high]: Three, arms: readonly (readonly [mean: number, low: number, high: number])[]) => {
  const beside = arms.map(([own, from, to]) => ({ mean: own, difference: own - mean, low: from, high: to }));
  const { baseline, arms: written } = rowTexts({ mean, low, high }, beside);
  return [baseline, ...written.flatMap((arm) => [arm.mean, arm.difference])].map((one) => one.replace('\u2009', ' '));
};

test.each<[Three, readonly Three[], readonly string[], string]>([
  [[187, 160, 214], [[199, 8, 16]], ['187', '199', '+12 (+8 to +16)'], 'each has the digits of the difference'],
  [[3436, 3380, 3490], [[3454, 13, 23]], ['3 436', '3 454', '+18 (+13 to +23)'], 'though neither is known so well'],
  [[20.6, 9, 32], [[17.6, -4.9, -1.1]], ['20.6', '17.6', '\u22123.0 (\u22124.9 to \u22121.1)'], 'however small'],
  [[6.9, 5, 9], [[71.8, 42, 88]], ['7', '70', '+60 (+40 to +90)'], 'an arm no finer than its difference'],
  [
    [154.2, 140, 168],
    [
      [152.32, -2.06, -1.71],
      [178.2, 19, 29],
    ],
    ['154.20', '152.32', '\u22121.88 (\u22122.06 to \u22121.71)', '178', '+24 (+19 to +29)'],
    'the baseline no coarser than the finest',
  ],
  [[163.84, 150, 178], [[163.84, 0, 0]], ['164', '164', '0 (0 to 0)'], 'its own interval where the two never differ'],
  [
    [163.84, 150, 178],
    [[163.83998, -0.00007, 0.00004]],
    ['163.84', '163.84', '0 (\u22120.01 to +0.01)'],
    'no finer than the fifth digit',
  ],
  [
    [163.84, 150, 178],
    [[163.83997, -0.00005, -0.00001]],
    ['163.84', '163.84', '\u22120.00003 (\u22120.00005 to \u22120.00001)'],
    'but for a clear difference',
  ],
  [[28.31, Number.NaN, Number.NaN], [[26.63, Number.NaN, Number.NaN]], ['28', '27', '\u22121.7 (n/a)'], 'one run'],
])('of %j and %j a row says %j: %s', (baseline, arms, row, _why) => {
  expect(texts(baseline, arms)).toEqual(row);
});

test('means that are not known are not known', () => {
  const nothing = { mean: Number.NaN, difference: Number.NaN, ...NONE };
  expect(rowTexts({ mean: 4, low: 3, high: 5 }, [nothing], 'percent')).toEqual({
    baseline: '4.0',
    arms: [{ mean: 'n/a', difference: 'n/a' }],
  });
});

test('an interval that leaves zero out has no end of 0', () => {
  expect(differenceText(-0.09, { low: -0.18, high: -0.001 })).toBe('\u22120.09 (\u22120.18 to \u22120.001)');
  expect(differenceText(0.09, { low: 0.0012, high: 0.18 })).toBe('+0.09 (+0.001 to +0.18)');
  expect(intervalText({ low: 0.001, high: 0.18 })).toBe('0.001 to 0.18');
  expect(differenceText(-0.09, { low: -0.18, high: 0.001 })).toBe('\u22120.09 (\u22120.18 to 0)');
  expect(differenceText(-0.09, { low: -0.18, high: 0 })).toBe('\u22120.09 (\u22120.18 to 0)');
});
