import { expect, test } from 'vitest';
import type { ReferenceMeans, ReferenceProgram } from '../../bench/reference.ts';
import { runFlat } from '../../bench/reference-flat.ts';
import { runKernel } from '../../bench/reference-kernel.ts';

const SCALE = 0.2;
const SEEDS = 12;

/** Student's t, 22 degrees of freedom, two-sided at 0.5 %, for each of eight comparisons of two times twelve seeds. */
const T = 3.119;

/** Mean and squared standard error over seeds of each number a program reports. */
function outcomes(program: ReferenceProgram) {
  const runs = Array.from({ length: SEEDS }, (_, index) => program(index + 1, SCALE));
  const of = (numberOf: (run: (typeof runs)[number]) => number) => {
    const values = runs.map(numberOf);
    const mean = values.reduce((a, b) => a + b) / SEEDS;
    return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (SEEDS - 1) / SEEDS };
  };
  const names = Object.keys(runs[0].means) as (keyof ReferenceMeans)[];
  return {
    events: of(({ events }) => events),
    means: names.map((name) => [name, of(({ means }) => means[name])] as const),
  };
}

const flat = outcomes(runFlat);
const kernel = outcomes(runKernel);

test('the flat program takes the steps of the C++ program: as many events in the same five seeds', () => {
  const events = [1, 2, 3, 4, 5].map((seed) => runFlat(seed, SCALE).events);
  expect(events.reduce((a, b) => a + b)).toBe(CPP_EVENTS);
});

test.each(flat.means)('the kernel program has the same mean of %s as the flat program', (name, { mean, variance }) => {
  const other = kernel.means.find(([each]) => each === name)![1];
  expect(Math.abs(other.mean - mean)).toBeLessThan(T * Math.sqrt(variance + other.variance) + ROUNDING * mean);
});

test('and as many events', () => {
  const { mean, variance } = flat.events;
  const allowed = T * Math.sqrt(variance + kernel.events.variance) + ROUNDING * mean;
  expect(Math.abs(kernel.events.mean - mean)).toBeLessThan(allowed);
});

/** Whole days and places handed out in the evening leave this much, of means at their limit above all. */
const ROUNDING = 0.001;

/** What `reference.cpp 0.2 5` prints. */
const CPP_EVENTS = 1_830_316;
