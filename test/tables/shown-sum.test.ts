/** Numbers that do not add up as they are shown are found, whatever their digits and signs. */
import { expect, test } from 'vitest';
import { addUpAsShown } from '../../src/tables/shown-sum.ts';

const shown = (value: number, half: number) => ({ value, low: value - half, high: value + half });

test.each([
  ['what adds up', [shown(1.3, 0.2), shown(-0.8, 0.3)], shown(0.5, 0.2), true],
  ['thousands', [shown(12_000, 3000), shown(-2000, 3000)], shown(10_000, 3000), true],
  ['parts that are shown as nothing', [shown(2, 30), shown(2, 30)], shown(4, 3), false],
  ['a digit that is lost', [shown(0.14, 0.3), shown(0.14, 0.3)], shown(0.28, 0.3), false],
  ['a number that nobody knows', [shown(Number.NaN, 1), shown(2, 3)], shown(4, 3), true],
  [
    'numbers of one run, without intervals',
    [{ value: 1.25, low: null, high: null }],
    { value: 1.25, low: null, high: null },
    true,
  ],
])('%s', (_, parts, whole, isSum) => {
  expect(addUpAsShown(parts, whole)).toBe(isSum);
});
