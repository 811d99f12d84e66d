/** The search finds the smallest number that passes, from wherever it starts, tries each number once, and finds the same in steps as by ones. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHereUp, overruled, searchPlaces } from '../../../src/experiment/places/search.ts';

const whole = fc.integer({ min: 0, max: 400 });

test('the smallest number that passes surely, and possibly, wherever the search starts', async () => {
  await fc.assert(
    fc.asyncProperty(whole, whole, whole, fc.integer({ min: 1, max: 70 }), async (start, one, other, step) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const tried: number[] = [];
      const found = await searchPlaces({ start, step, most: 500 }, async (places) => {
        tried.push(places);
        return { surely: places >= high, possibly: places >= low };
      });
      expect(found).toEqual({ answer: Math.ceil(high / step) * step, low: Math.ceil(low / step) * step });
      expect(new Set(tried).size).toBe(tried.length);
      expect(tried.length).toBeLessThan(35);
    }),
    { numRuns: 300 },
  );
});

/** Numbers of places that pass by chance, whatever the others do. */
const luck = fc.array(fc.boolean(), { minLength: 401, maxLength: 401 });

async function searched(passes: readonly boolean[], start: number, step: number) {
  const tried = new Map<number, boolean>();
  const found = await searchPlaces({ start, step, most: 400 }, async (places) => {
    const surely = passes[places] ?? true;
    tried.set(places, surely);
    return { surely, possibly: surely };
  });
  return { ...found, tried };
}

test('where a larger number fails although a smaller one passes, no number is found that any larger one tried fails', async () => {
  await fc.assert(
    fc.asyncProperty(luck, whole, fc.integer({ min: 1, max: 30 }), async (passes, start, step) => {
      const { answer, tried } = await searched(passes, start, step);
      for (const [places, passed] of tried) if (places >= (answer ?? Infinity)) expect(passed).toBe(true);
      if (answer === undefined || step > 1 || answer % 10 === 0) return;
      for (let places = answer; places % 10 > 0; places++) expect(tried.has(places)).toBe(true);
      expect(tried.get(answer - 1)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test.each([2, 5, 10])(
  'in steps of %i the answer is that of single places, rounded up, whatever the luck',
  async (step) => {
    let lucky = 0;
    await fc.assert(
      fc.asyncProperty(luck, whole, async (passes, start) => {
        const [alone, steps] = [await searched(passes, start, 1), await searched(passes, start, step)];
        const { answer } = alone;
        expect(steps.answer).toBe(answer === undefined ? undefined : Math.ceil(answer / step) * step);
        expect([...steps.tried]).toEqual([...alone.tried]);
        if (answer !== undefined && answer % step > 0) lucky++;
      }),
      { numRuns: 200 },
    );
    expect(lucky).toBeGreaterThan(20);
  },
);

test('five passes and six fails: the answer of 145 in steps of five would be 147 by ones, so it is 150', async () => {
  const judge = async (places: number) => {
    const surely = places >= 147 || places === 145;
    return { surely, possibly: surely };
  };
  const found = async (step: number) => (await searchPlaces({ start: 150, step, most: 600 }, judge)).answer;
  expect([await found(1), await found(5)]).toEqual([147, 150]);
});

test('where nothing up to the most passes, there is no answer, and perhaps a number that may pass', async () => {
  const judge = (possibly: number) => async (places: number) => ({ surely: false, possibly: places >= possibly });
  expect(await searchPlaces({ start: 10, step: 1, most: 50 }, judge(33))).toEqual({ answer: undefined, low: 33 });
  expect(await searchPlaces({ start: 10, step: 1, most: 50 }, judge(51))).toEqual({
    answer: undefined,
    low: undefined,
  });
});

test('the risk of a number is the largest from there up, so that it never grows with places', () => {
  expect(fromHereUp([4, 1, 2, 0, 1, 0], Math.max)).toEqual([4, 2, 2, 1, 1, 0]);
  expect(fromHereUp([0.7, 0.9, 0.8, 0.95], Math.min)).toEqual([0.7, 0.8, 0.8, 0.95]);
  expect(fromHereUp([Number.NaN, 1, Number.NaN, 0], Math.max)).toEqual([Number.NaN, 1, Number.NaN, 0]);
  expect(fromHereUp([], Math.max)).toEqual([]);
});

test('a pass below a failure is overruled', () => {
  expect(overruled([false, false, true, true])).toEqual([]);
  expect(overruled([])).toEqual([]);
  expect(overruled([false, true, true, false, true])).toEqual([1, 2]);
});
