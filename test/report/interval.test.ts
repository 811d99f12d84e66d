import { expect, test } from 'vitest';
import { differenceEnds, intervalText, isInterval, levelEnds } from '../../src/report/interval.ts';

const none = { low: Number.NaN, high: Number.NaN };

test.each([
  ['percent', -3, 104, { low: 0, high: 100 }],
  ['percent', 12, 18, { low: 12, high: 18 }],
  ['persons', -3, 104, { low: -3, high: 104 }],
  ['percent', Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, none],
  ['percent', null, null, none],
  ['persons', 1, Number.NaN, none],
])('a level in %s from %s to %s', (unit, low, high, ends) => {
  expect(levelEnds({ unit, low, high })).toEqual(ends);
});

test('a difference of percentages may be anything', () => {
  expect(differenceEnds({ low: -120, high: -3 })).toEqual({ low: -120, high: -3 });
  expect(differenceEnds({ low: null, high: 3 })).toEqual(none);
});

test.each([
  [1.9, 3.5, '1.9 to 3.5'],
  [-171, -130, '\u2212171 to \u2212130'],
  [null, null, 'n/a'],
  [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 'n/a'],
])('%s and %s read %s', (low, high, text) => {
  expect(intervalText({ low, high })).toBe(text);
  expect(isInterval({ low, high })).toBe(text !== 'n/a');
});
