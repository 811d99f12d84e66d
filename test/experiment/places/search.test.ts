/** The search finds the smallest number that passes, from wherever it starts, and tries each number once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMonotone, searchPlaces } from '../../../src/experiment/places/search.ts';

test('the smallest number that passes surely, and possibly, wherever the search starts', async () => {
  const whole = fc.integer({ min: 0, max: 400 });
  await fc.assert(
    fc.asyncProperty(whole, whole, whole, fc.integer({ min: 1, max: 7 }), async (start, one, other, step) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const tried: number[] = [];
      const found = await searchPlaces({ start, step, most: 500 }, async (places) => {
        tried.push(places);
        return { surely: places >= high, possibly: places >= low };
      });
      expect(found).toEqual({ answer: Math.ceil(high / step) * step, low: Math.ceil(low / step) * step });
      expect(new Set(tried).size).toBe(tried.length);
      expect(tried.length).toBeLessThan(45);
    }),
    { numRuns: 300 },
  );
});

test('where nothing up to the most passes, there is no answer, and perhaps a number that may pass', async () => {
  const judge = (possibly: number) => async (places: number) => ({ surely: false, possibly: places >= possibly });
  expect(await searchPlaces({ start: 10, step: 1, most: 50 }, judge(30))).toEqual({ answer: undefined, low: 30 });
  expect(await searchPlaces({ start: 10, step: 1, most: 50 }, judge(51))).toEqual({
    answer: undefined,
    low: undefined,
  });
});

test('a failure above a pass is seen', () => {
  expect(isMonotone([false, false, true, true])).toBe(true);
  expect(isMonotone([])).toBe(true);
  expect(isMonotone([false, true, false, true])).toBe(false);
});
