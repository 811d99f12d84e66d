/** The smallest differences of interest: every headline has one, with its passport, and shares follow the baseline. */
import { expect, test } from 'vitest';
import { defaultMeasures, keyMeasures } from '../../src/measures/headlines.ts';
import { differenceOfInterest, interests } from '../../src/measures/interest.ts';
import { measuresOf } from '../../src/measures/measures.ts';
import { tinyScenario } from '../tiny.ts';

test('every headline has one', () => {
  const cohort = { measure: 'cohort-charged', population: 'newly charged', horizon: 2 };
  const ids = [
    ...keyMeasures(['high'], cohort).map(({ measure }) => measure),
    ...defaultMeasures(tinyScenario()).map(({ id }) => id),
  ];
  expect(ids).toContain('new-charge');
  expect(ids).toContain('cohort-charges');
  for (const measure of ids) expect(differenceOfInterest({ measure }, 100), measure).toBeGreaterThan(0);
});

test('each is of a measure that exists, lies within its range and gives its reason', () => {
  const ids = new Set(measuresOf(['high']).map(({ id }) => id));
  for (const [id, { value, range, because }] of interests) {
    expect(ids.has(id), id).toBe(true);
    expect(range[0]).toBeLessThan(value);
    expect(range[1]).toBeGreaterThan(value);
    expect(because.length).toBeGreaterThan(10);
  }
});

test('a share is one of the mean in the baseline, points are points, and other measures have none', () => {
  expect(differenceOfInterest({ measure: 'occupancy' }, 3500)).toBeCloseTo(70, 9);
  expect(differenceOfInterest({ measure: 'occupancy' }, Number.NaN)).toBeUndefined();
  expect(differenceOfInterest({ measure: 'cohort-charged' }, Number.NaN)).toBe(1);
  expect(differenceOfInterest({ measure: 'suicides' }, 10)).toBeUndefined();
});
