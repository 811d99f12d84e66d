import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earliestRelease } from '../../src/prison/sentence-terms.ts';

const sentence = fc.integer({ min: 1, max: 7670 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const least = fc.integer({ min: 0, max: 400 });
const rest = fc.integer({ min: 0, max: 100 });

test('the earliest lawful release falls only once as the sentence grows: from 73 days to 74', () => {
  const falls: number[] = [];
  for (let days = 1; days < 7670; days++) {
    if (earliestRelease(days + 1, 2 / 3, 60, 14) < earliestRelease(days, 2 / 3, 60, 14)) falls.push(days);
  }
  expect(falls).toEqual([73]);
});

test('under any such law it falls at one threshold at most', () => {
  fc.assert(
    fc.property(part, least, rest, (p, l, r) => {
      let falls = 0;
      for (let days = 1; days < 1500; days++) {
        if (earliestRelease(days + 1, p, l, r) < earliestRelease(days, p, l, r)) falls++;
      }
      expect(falls).toBeLessThanOrEqual(1);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('it is never after the end, never before the least, and leaves the rest where it comes before the end', () => {
  fc.assert(
    fc.property(sentence, part, least, rest, (days, p, l, r) => {
      const earliest = earliestRelease(days, p, l, r);
      expect(Number.isInteger(earliest)).toBe(true);
      expect(earliest).toBeLessThanOrEqual(days);
      if (earliest === days) return;
      expect(earliest).toBeGreaterThanOrEqual(l);
      expect(days - earliest).toBeGreaterThanOrEqual(r);
      expect(earliest).toBeGreaterThanOrEqual(p * days - 1e-6);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a greater part, a greater least or a greater rest never brings release forward', () => {
  fc.assert(
    fc.property(sentence, part, part, least, fc.nat(50), rest, fc.nat(50), (days, p, q, l, more, r, further) => {
      const [lower, higher] = [Math.min(p, q), Math.max(p, q)];
      const before = earliestRelease(days, lower, l, r);
      expect(earliestRelease(days, higher, l, r)).toBeGreaterThanOrEqual(before);
      expect(earliestRelease(days, lower, l + more, r)).toBeGreaterThanOrEqual(before);
      expect(earliestRelease(days, lower, l, r + further)).toBeGreaterThanOrEqual(before);
    }),
    { seed: 1, numRuns: 500 },
  );
});
