import { describe, expect, test } from 'vitest';
import { occasionOf, packOccasion, randomKey, threefry, uniform } from '../../src/engine/random.ts';

const block = new Uint32Array(2);

describe('threefry gives the vectors published with Random123', () => {
  test.each([
    [20, 0, 0, 0, 0, 0x6b200159, 0x99ba4efe],
    [20, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [20, 0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0],
    [13, 0, 0, 0, 0, 0x9d1c5ec6, 0x8bd50731],
    [13, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xfd36d048, 0x2d17272c],
    [13, 0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xba3e4725, 0xf27d669e],
  ])('%d rounds, key %i %i, counter %i %i', (rounds, keyLow, keyHigh, counterLow, counterHigh, first, second) => {
    threefry(rounds, keyLow, keyHigh, counterLow, counterHigh, block);
    expect([...block]).toEqual([first, second]);
  });
});

test('a draw is the upper 52 bits of the block of 13 rounds, moved to the middle of its cell', () => {
  let word = 1;
  const next = () => {
    word = Math.imul(word, 1664525) + 1013904223;
    return word >>> 0;
  };
  for (let trial = 0; trial < 10_000; trial++) {
    const [keyLow, keyHigh, counterLow, counterHigh] = [next(), next(), next(), next()];
    threefry(13, keyLow, keyHigh, counterLow, counterHigh, block);
    const expected = (block[0] * 2 ** 20 + (block[1] >>> 12) + 0.5) / 2 ** 52;
    expect(uniform(keyLow, keyHigh, counterLow, counterHigh)).toBe(expected);
    expect(uniform(keyLow | 0, keyHigh | 0, counterLow | 0, counterHigh | 0)).toBe(expected);
  }
});

describe('keys', () => {
  test('are the same for the same seed and replicate, on every machine', () => {
    expect(randomKey('norway', 0)).toEqual({ low: 2213970419, high: 3540654480 });
    expect(randomKey('norway', 1)).toEqual({ low: 217908935, high: 2184311446 });
  });

  test('differ among 20,000 replicates and seeds', () => {
    const seen = new Set<string>();
    for (let replicate = 0; replicate < 10_000; replicate++) {
      for (const seed of ['1', '2']) {
        const { low, high } = randomKey(seed, replicate);
        seen.add(`${low} ${high}`);
      }
    }
    expect(seen.size).toBe(20_000);
  });

  test('do not confuse a seed that ends in a number with a replicate', () => {
    expect(randomKey('a/1', 2)).not.toEqual(randomKey('a', 1));
    expect(randomKey('a', 12)).not.toEqual(randomKey('a1', 2));
  });

  test('refuse a replicate that is no whole number from 0', () => {
    expect(() => randomKey('a', -1)).toThrow('replicate -1');
    expect(() => randomKey('a', 0.5)).toThrow('replicate 0.5');
  });
});

describe('packing', () => {
  test('puts stream, decision and occasion into their own bits', () => {
    expect(packOccasion(0, 0, 0)).toBe(0);
    expect(packOccasion(15, 255, 1_048_575)).toBe(0xffffffff);
    expect(packOccasion(1, 2, 3)).toBe(0x10200003);
  });

  test('puts episode and count into their own bits', () => {
    expect(occasionOf(0, 0)).toBe(0);
    expect(occasionOf(511, 2047)).toBe(1_048_575);
    expect(occasionOf(1, 0)).toBe(2048);
  });

  test.each([
    [16, 0, 0, 'stream 16'],
    [-1, 0, 0, 'stream -1'],
    [0, 256, 0, 'decision 256'],
    [0, 0.5, 0, 'decision 0.5'],
    [0, 0, 1_048_576, 'occasion 1048576'],
    [0, 0, Number.NaN, 'occasion NaN'],
    [0, 0, 2 ** 32, 'occasion 4294967296'],
  ])('refuses %d, %d, %d, naming %s', (stream, decision, occasion, named) => {
    expect(() => packOccasion(stream, decision, occasion)).toThrow(RangeError);
    expect(() => packOccasion(stream, decision, occasion)).toThrow(named);
  });

  test('refuses an episode or count that does not fit, naming it', () => {
    expect(() => occasionOf(512, 0)).toThrow('episode 512');
    expect(() => occasionOf(0, 2048)).toThrow('count 2048');
    expect(() => occasionOf(-1, 0)).toThrow('episode -1');
  });
});
