import { describe, expect, test } from 'vitest';
import { axisTitle, holdsZero, numbersAt, unchangedAt, valueLabel } from '../../src/charts/swept.ts';

const axis = { path: 'placement.review_days', unit: 'days', inForce: 60 };

describe('the axis of a lever', () => {
  test.each([
    [['30', '60.5'], 'placement.review_days, days', [30, 60.5], 60],
    [['-1', '1e-7'], 'placement.review_days, days', [-1, 1e-7], 60],
    [['x0.8', 'x1'], 'placement.review_days, times the value in force', [0.8, 1], 1],
    [['+-10', '+5'], 'placement.review_days, days added', [-10, 5], 0],
    [['60', 'x1'], 'placement.review_days', undefined, 60],
    [['offence', 'risk-and-needs'], 'placement.review_days', undefined, undefined],
  ])('of %j is called %s', (values, title, numbers, unchanged) => {
    expect(axisTitle(axis, values)).toBe(title);
    expect(numbersAt(values)).toEqual(numbers);
    expect(unchangedAt(axis, values)).toBe(unchanged);
  });

  test.each([
    ['x0.8', '\u00d7 0.8'],
    ['+-10', '\u221210'],
    ['+10', '+10'],
    ['risk-and-needs', 'risk-and-needs'],
    ['xenon', 'xenon'],
  ])('shows %s as %s', (text, label) => {
    expect(valueLabel(text)).toBe(label);
  });
});

test('an interval holds zero unless it lies on one side; so does one that nobody knows', () => {
  expect(
    [
      [-1, 1],
      [0, 2],
      [1, 2],
      [-2, -1],
      [Number.NaN, Number.NaN],
    ].map(([low, high]) => holdsZero({ low: low!, high: high! })),
  ).toEqual([true, true, false, false, true]);
});
