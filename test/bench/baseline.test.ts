/** Baseline: a section that is measured again replaces its own record, and no other. */
import { expect, test } from 'vitest';
import { withSections } from '../../bench/baseline.ts';

const calibration = { arithmetic: 1.3549, within256KB: 6.012, within4MB: 20, within40MB: 90 };

test('three figures of each number are kept, beside the machine on which they were measured', () => {
  const before = { loops: { ratios: { a: 1 }, figures: {} }, old: { ratios: { b: 2 }, figures: { c: 3 } } };
  const section = {
    name: 'loops',
    calibration,
    ratios: { 'one / other': { ratio: 0.43219, low: 0.4, high: 0.5 } },
    figures: { seconds: 1234.5 },
    against: {},
  };
  expect(withSections(before, [section])).toEqual({
    loops: {
      calibration: { arithmetic: 1.35, within256KB: 6.01, within4MB: 20, within40MB: 90 },
      ratios: { 'one / other': 0.432 },
      figures: { seconds: 1230 },
    },
    old: { ratios: { b: 2 }, figures: { c: 3 } },
  });
});
