import { expect, test } from 'vitest';
import { pairedDifference } from '../../src/statistics/paired.ts';

const arm = new Float64Array([10.2, 11.5, 9.8, 12.1, 10.9]);
const baseline = new Float64Array([11.0, 12.4, 10.1, 13.3, 11.2]);

test("a paired difference has Student's interval of the differences (SciPy 1.17.1)", () => {
  const paired = pairedDifference(arm, baseline);
  expect(paired.difference).toBeCloseTo(-0.7, 12);
  expect(paired.standardError).toBeCloseTo(0.17606816861659053, 12);
  expect(paired.low).toBeCloseTo(-1.1888436049366724, 10);
  expect(paired.high).toBeCloseTo(-0.21115639506332745, 10);
  expect(paired.count).toBe(5);
});

test('the gain is how many times more replicates independent arms would need', () => {
  const paired = pairedDifference(arm, baseline);
  expect(paired.unpairedStandardError).toBeCloseTo(0.7, 12);
  expect(paired.gain).toBeCloseTo(15.806451612903157, 9);
  expect(paired.gain).toBeCloseTo((paired.unpairedStandardError / paired.standardError) ** 2, 9);
});

test('a policy that changes nothing has the interval [0, 0]', () => {
  const same = pairedDifference(arm, arm.slice());
  expect(same).toMatchObject({ difference: 0, low: 0, high: 0, standardError: 0, gain: Number.POSITIVE_INFINITY });
});

test('a policy that adds the same everywhere has an interval of no width', () => {
  const shifted = pairedDifference([3, 5, 9], [1, 3, 7]);
  expect(shifted).toMatchObject({ difference: 2, low: 2, high: 2 });
  expect(pairedDifference([3, 3], [1, 1])).toMatchObject({ low: 2, high: 2, gain: 1 });
});

test('one pair does not bound the difference', () => {
  expect(pairedDifference([3], [1])).toMatchObject({
    difference: 2,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
    gain: Number.NaN,
  });
});

test('arms of unequal length cannot be paired', () => {
  expect(() => pairedDifference([1, 2], [1])).toThrow('an arm of 2 values cannot be paired with a baseline of 1');
});
