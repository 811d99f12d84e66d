import { describe, expect, test } from 'vitest';
import {
  differenceEnds,
  differenceParts,
  differenceText,
  intervalText,
  isInterval,
  levelEnds,
  levelText,
  roundedBy,
  wholeDifferenceTexts,
  wholeTexts,
} from '../../src/tables/estimate.ts';

const none = { low: Number.NaN, high: Number.NaN };

describe('the interval decides the digits', () => {
  test.each([
    [0.4781, 0.12, 0.83, '0.5 (0.1 to 0.8)', 'first digit of 0.355'],
    [1, -0.2, 2.2, '1.0 (\u22120.2 to 2.2)', 'half the width is 1.2: its second digit'],
    [45.3115, 44.94, 45.7, '45.3 (44.9 to 45.7)', 'tenths'],
    [21_234, 19_000, 23_700, '21\u2009000 (19\u2009000 to 24\u2009000)', 'thousands'],
    [3692.4, 3588.2, 3796.6, '3\u2009690 (3\u2009590 to 3\u2009800)', 'half the width is 104: tens'],
    [5.68e-14, -1.51, 1.51, '0 (\u22121.5 to 1.5)', 'zero is 0'],
    [0.05, -0.4, 0.5, '0.1 (\u22120.4 to 0.5)', 'half a step'],
    [0.2, 0, 0.4, '0.2 (0 to 0.4)', 'an end that is zero'],
    [0.3, 0.1, 0.5, '0.3 (0.1 to 0.5)', 'half the width is 0.2, whatever is lost in binary'],
    [12, 12, 12, '12 (12 to 12)', 'no width'],
    [0, 0, 0, '0 (0 to 0)', 'nothing at all'],
    [3692.4, 3692.4, 3692.4 * (1 + 1e-14), '3\u2009690 (3\u2009690 to 3\u2009690)', 'a width of rounding alone'],
    [0.7521, Number.NaN, Number.NaN, '0.75 (n/a)', 'no interval: two digits'],
    [28.31, Number.NaN, Number.NaN, '28 (n/a)', 'no interval: whole from ten on'],
    [3692.4, Number.NaN, Number.NaN, '3\u2009690 (n/a)', 'and three digits at most'],
    [0.000682, Number.NaN, Number.NaN, '0.00068 (n/a)', 'however small'],
    [0.7521, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, '0.75 (n/a)', 'no bounds'],
    [Number.NaN, Number.NaN, Number.NaN, 'n/a', 'not known, said once'],
    [Number.NaN, 1, 2, 'n/a', 'an interval of nothing'],
  ])('%d between %d and %d is %s (%s)', (mean, low, high, text) => {
    expect(levelText(mean, { low, high })).toBe(text);
  });
});

describe('a difference has signs', () => {
  test.each([
    [2.71, 1.94, 3.5, '', '+2.7 (+1.9 to +3.5)'],
    [-293.71, -298, -289, 'persons', '\u2212294 (\u2212298 to \u2212289)'],
    [0.0012, -0.02, 0.02, '', '0 (\u22120.02 to +0.02)'],
    [-0.7521, -1.2617, -0.2425, 'percent', '\u22120.8 points (\u22121.3 to \u22120.2)'],
    [-0.7521, Number.NaN, Number.NaN, 'percent', '\u22120.75 points (n/a)'],
    [Number.NaN, Number.NaN, Number.NaN, 'percent', 'n/a'],
    [0, 0, 0, 'percent', '0 points (0 to 0)'],
  ])('%d between %d and %d in %s is %s', (difference, low, high, unit, text) => {
    expect(differenceText(difference, { low, high }, unit)).toBe(text);
  });

  test('also in two columns', () => {
    expect(differenceParts(2.71, { low: 1.94, high: 3.5 })).toEqual({ value: '+2.7', interval: '+1.9 to +3.5' });
    expect(differenceParts(Number.NaN, none)).toEqual({ value: 'n/a', interval: '' });
  });
});

test('numbers side by side may share the digits of one interval', () => {
  const write = roundedBy({ low: 44.9, high: 45.7 });
  expect([45.31, 46, -0.02, Number.NaN].map(write)).toEqual(['45.3', '46.0', '0', 'n/a']);
});

test.each([
  [1.94, 3.5, '1.9 to 3.5'],
  [-171, -130, '\u2212170 to \u2212130'],
  [null, null, 'n/a'],
  [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 'n/a'],
])('%s and %s read %s', (low, high, text) => {
  expect(intervalText({ low, high })).toBe(text);
  expect(isInterval({ low, high })).toBe(text !== 'n/a');
});

test.each([
  ['percent', -3, 104, { low: 0, high: 100 }],
  ['percent', 12, 18, { low: 12, high: 18 }],
  ['persons', -3, 104, { low: 0, high: 104 }],
  ['million kroner per year', 2, 3, { low: 2, high: 3 }],
  ['points', -3, 104, { low: -3, high: 104 }],
  ['percent', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, none],
  ['percent', null, null, none],
  ['persons', 1, Number.NaN, none],
])('a level in %s from %s to %s', (unit, low, high, ends) => {
  expect(levelEnds({ unit, low, high })).toEqual(ends);
});

test('a difference may be anything', () => {
  expect(differenceEnds({ low: -120, high: -3 })).toEqual({ low: -120, high: -3 });
  expect(differenceEnds({ low: null, high: 3 })).toEqual(none);
});

describe('a column of whole things has one number of digits', () => {
  const of = (...column: readonly (readonly [number, number, number])[]) =>
    column.map(([value, low, high]) => ({ value, low, high }));

  test('that of its narrowest interval, and no decimals', () => {
    expect(wholeTexts(of([120.4, 92.3, 140.2], [111.2, 97, 119.4]))).toEqual(['120 (92 to 140)', '111 (97 to 119)']);
    expect(wholeTexts(of([3486, 3391, 3571], [4012, 3700, 4300]))).toEqual([
      '3\u2009490 (3\u2009390 to 3\u2009570)',
      '4\u2009010 (3\u2009700 to 4\u2009300)',
    ]);
    expect(wholeTexts(of([5.2, 5.1, 5.4]))).toEqual(['5']);
  });

  test('a middle near one end keeps its digits, and zero says up to what', () => {
    expect(wholeTexts(of([23, 0, 700]))).toEqual(['23 (0 to 700)'.replace('23', '20')]);
    expect(wholeTexts(of([0, 0, 700], [0, 0, 4]))).toEqual(['0 (up to 700)', '0 (up to 4)']);
    expect(wholeTexts(of([0, 0, 0], [Number.NaN, 0, 1]))).toEqual(['0', 'n/a']);
  });

  test('differences have signs, and none is told in words', () => {
    expect(wholeDifferenceTexts(of([12, 8, 16], [-3, -8, 2], [0, 0, 0]))).toEqual([
      '+12 (+8 to +16)',
      '\u22123 (\u22128 to +2)',
      'no change',
    ]);
  });
});
