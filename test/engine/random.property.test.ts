import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occasionOf, packOccasion, uniform } from '../../src/engine/random.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });
const laws = { seed: 1, numRuns: 2000 };

test('a draw lies strictly between 0 and 1, and so does 1 minus it, exactly', () => {
  fc.assert(
    fc.property(word, word, word, word, (keyLow, keyHigh, counterLow, counterHigh) => {
      const u = uniform(keyLow, keyHigh, counterLow, counterHigh);
      expect(u > 0 && u < 1 && 1 - (1 - u) === u).toBe(true);
    }),
    laws,
  );
});

test('packing loses nothing: stream, decision, episode and count can be read back', () => {
  const given = fc.tuple(fc.nat(15), fc.nat(255), fc.nat(511), fc.nat(2047));
  fc.assert(
    fc.property(given, ([stream, decision, episode, count]) => {
      const packed = packOccasion(stream, decision, occasionOf(episode, count));
      expect([packed >>> 28, (packed >>> 20) & 255, (packed >>> 11) & 511, packed & 2047]).toEqual([
        stream,
        decision,
        episode,
        count,
      ]);
    }),
    laws,
  );
});
