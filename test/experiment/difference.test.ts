/** Differences between arms: Student's interval as a rule, and one that also holds where few people differ. */
import { expect, test } from 'vitest';
import { differenceOf, movedBetween, NOTHING, widened } from '../../src/experiment/difference.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';

const zeros = new Float64Array(8);
const still = { gained: 0, lost: 0, members: 90 };
const eight = <Value>(value: Value) => Array.from({ length: 8 }, () => value);

test('eight runs of ninety people in which nobody differs do not prove that nobody would', () => {
  const { difference, low, high } = differenceOf(zeros, zeros, 1, eight(still));
  expect(difference).toBe(0);
  // at most z^2 events either way among 720 people
  expect(high).toBeCloseTo((100 * 3.8415) / 720, 4);
  expect(low).toBe(-high);
});

test('arms that never part differ by exactly nothing', () => {
  expect(differenceOf(zeros, zeros, 1, eight(NOTHING))).toMatchObject({ difference: 0, low: 0, high: 0 });
});

test("where many differ, and not equally in every run, the interval is Student's and so is the gain", () => {
  const arm = Float64Array.from([3, 9, 1, 14, 6, 2, 11, 5]);
  const moved = [...arm].map((percent) => ({ gained: 5 * percent, lost: 0, members: 500 }));
  const { low, high, gain } = pairedDifference(arm, zeros);
  expect(differenceOf(arm, zeros, 1, moved)).toMatchObject({ low, high, gain });
});

test('a wider interval is worth fewer independent runs', () => {
  const own = Float64Array.from([10, 12, 11, 13, 9, 12, 10, 11]);
  const found = differenceOf(own, own, 1, eight(still));
  const student = pairedDifference(own, own);
  expect(student.gain).toBe(Number.POSITIVE_INFINITY);
  expect(found.gain).toBeGreaterThan(1);
  expect(Number.isFinite(found.gain)).toBe(true);
});

test('values that are missing in one arm are left out of both, with their whole draw', () => {
  const own = Float64Array.from([1, 2, Number.NaN, 4, 5, 6]);
  const others = Float64Array.from([0, 0, 0, 0, 1, Number.NaN]);
  expect(differenceOf(own, others, 1, []).known).toEqual([0, 1, 3, 4]);
  expect(differenceOf(own, others, 2, []).known).toEqual([0, 1]);
  expect(differenceOf(own.fill(Number.NaN), others, 1, []).difference).toBeNaN();
});

test('what moves is counted stratum by stratum, so that opposite changes in two strata do not hide each other', () => {
  const own = { byStratum: [3, 1, 0], members: 40 };
  const other = { byStratum: [1, 2, 0], members: 40 };
  expect(movedBetween(own, other)).toEqual({ gained: 2, lost: 1, members: 40 });
});

test('an interval is never made narrower', () => {
  expect(widened(0, { low: -9, high: 9 }, [still], 100)).toEqual({ low: -9, high: 9 });
  expect(widened(1, { low: 1, high: 1 }, [], 100)).toEqual({ low: 1, high: 1 });
});
