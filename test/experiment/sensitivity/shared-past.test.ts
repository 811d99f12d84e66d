/** However arms are cut into blocks, each is run once a replicate; and workers have something to do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOfSharedPast } from '../../../src/experiment/sensitivity/shared-past.ts';

const small = { arms: 12, replicates: 20, past: 20, future: 10, workers: 2 };

test('every arm is in one block of every replicate', () => {
  const shape = fc.record({
    arms: fc.integer({ min: 1, max: 60 }),
    replicates: fc.integer({ min: 1, max: 12 }),
    past: fc.integer({ min: 0, max: 9000 }),
    future: fc.integer({ min: 1, max: 4000 }),
    workers: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(shape, (given) => {
      const cells = blocksOfSharedPast(given).flatMap(({ draw, replicate, arms }) => {
        expect(draw).toBe(0);
        expect(arms).toEqual([...arms].sort((a, b) => a - b));
        return arms.map((arm) => `${replicate} ${arm}`);
      });
      expect(new Set(cells).size).toBe(cells.length);
      expect(cells.length).toBe(given.arms * given.replicates);
    }),
  );
});

describe('blocks', () => {
  test('hold all arms where there are replicates enough for every worker', () => {
    expect(blocksOfSharedPast(small)).toHaveLength(20);
  });

  test('are smaller where a worker would stand idle: three replicates for two', () => {
    const blocks = blocksOfSharedPast({ ...small, replicates: 3 });
    expect(blocks).toHaveLength(6);
    expect(blocks.every(({ arms }) => arms.length === 6)).toBe(true);
  });

  test('are not cut where the past would be lived again for nothing', () => {
    expect(blocksOfSharedPast({ ...small, replicates: 3, past: 1000 })).toHaveLength(3);
    expect(blocksOfSharedPast({ ...small, replicates: 3, workers: 1 })).toHaveLength(3);
  });

  test('of very many arms are kept small, so that little is lost when they are stopped', () => {
    const sizes = blocksOfSharedPast({ ...small, arms: 400 }).map(({ arms }) => arms.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(16);
    expect(Math.max(...blocksOfSharedPast({ ...small, arms: 400, past: 100 }).map(({ arms }) => arms.length))).toBe(80);
  });
});
