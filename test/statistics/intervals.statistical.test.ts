/**
 * Intervals keep their word: over many samples the truth lies inside as often as it should. Judged by the exact binomial
 * test at a level of 0.001; the luck is fixed, so a failure is a defect and not chance.
 */
import { expect, test } from 'vitest';
import { normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { exactBinomialTest } from '../../src/statistics/binomial.ts';
import { type Interval, meanInterval, quantileInterval } from '../../src/statistics/intervals.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';

const SAMPLES = 4000;
const key = randomKey('intervals keep their word', 0);

/** Standard normal values, the same in every run; `stream` keeps samples apart. */
function normals(stream: number, sample: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, i) =>
    normalQuantile(uniform(key.low, key.high, stream * 100 + i, sample)),
  );
}

function covered(truth: number, intervalOf: (sample: number) => Interval): number {
  let hits = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const { low, high } = intervalOf(sample);
    if (low <= truth && truth <= high) hits++;
  }
  return hits;
}

test("Student's interval of five normal values holds the mean in 95 % of samples", () => {
  const hits = covered(0, (sample) => meanInterval(normals(0, sample, 5)));
  expect(exactBinomialTest(hits, SAMPLES, 0.95)).toBeGreaterThan(0.001);
});

test('the interval of the median of ten values holds it in 97.85 % of samples, as Conover computes', () => {
  const hits = covered(0, (sample) => quantileInterval(normals(1, sample, 10), 0.5));
  expect(exactBinomialTest(hits, SAMPLES, 1002 / 1024)).toBeGreaterThan(0.001);
});

test('the interval of a paired difference holds it in 90 % of samples', () => {
  const hits = covered(0.3, (sample) => {
    const shared = normals(2, sample, 8);
    const arm = normals(3, sample, 8).map((own, i) => 10 * shared[i] + own + 0.3);
    const baseline = normals(4, sample, 8).map((own, i) => 10 * shared[i] + own);
    return pairedDifference(arm, baseline, 0.9);
  });
  expect(exactBinomialTest(hits, SAMPLES, 0.9)).toBeGreaterThan(0.001);
});
