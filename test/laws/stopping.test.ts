/** A study that ends by itself, by its width or its time, has intervals that hold the truth about as often as they say. */
import { describe, expect, test } from 'vitest';
import { binomialQuantile } from '../../src/statistics/binomial.ts';
import { heldAtTheStop } from './stopping.ts';

const STUDIES = 1000;
const ended = await heldAtTheStop(STUDIES);

/** How often an interval may hold the truth, by exact test at 1 %. */
const rangeOf = (low: number, high = low) => [
  binomialQuantile(0.005, STUDIES, low),
  binomialQuantile(0.995, STUDIES, high),
];

describe.each(ended)('half a width of $margin standard deviations, time for $time replicates', (one) => {
  const { margin, time, held, byTime, replicates } = one;

  test('pure luck is called an effect in 50 studies of a thousand, or in up to 65 where the width ends them', () => {
    const [least, most] = margin === 0 ? rangeOf(0.95) : rangeOf(0.935, 0.95);
    expect(held).toBeGreaterThanOrEqual(least!);
    expect(held).toBeLessThanOrEqual(most!);
  });

  test('no study ends before eight replicates, and what ends them is what should', () => {
    expect(Math.min(...replicates)).toBeGreaterThanOrEqual(8);
    if (margin === 0) expect(byTime).toBe(STUDIES);
    else if (time === Number.POSITIVE_INFINITY) expect(byTime).toBe(0);
    else expect(byTime).toBeGreaterThan(0);
  });
});
