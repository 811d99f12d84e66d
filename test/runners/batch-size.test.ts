import { expect, test } from 'vitest';
import { batchSize } from '../../src/runners/batch-size.ts';

test('nothing is known before the first block, so it travels alone', () => {
  expect(batchSize(1000, 2, undefined)).toBe(1);
});

test.each([
  [5, 100],
  [50, 10],
  [400, 1],
  [60_000, 1],
])('blocks of %d ms travel by %d: half a second a batch', (milliseconds, size) => {
  expect(batchSize(1000, 2, milliseconds)).toBe(size);
});

test('blocks that take no time still come in bounded batches', () => {
  expect(batchSize(1_000_000, 2, 0)).toBe(256);
});

test('towards the end every thread has its share', () => {
  expect(batchSize(40, 4, 1)).toBe(5);
  expect(batchSize(1, 4, 1)).toBe(1);
});
