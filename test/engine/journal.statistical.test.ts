/** The hash of one event is well mixed: judged by exact binomial chances at the level 0.001 over all tests (Bonferroni). */
import { expect, test } from 'vitest';
import { incompleteBeta } from '../../src/engine/beta.ts';
import { Journal } from '../../src/engine/journal.ts';

const EVENTS = 1500;
const FIELDS = 5;
/** One test for every bit flipped of five 32-bit fields, seen in every bit of the hash. */
const level = 0.001 / (FIELDS * 32 * 64);

test('flipping any bit of any field flips every bit of the hash half of the time', () => {
  let worst = 1;
  for (let field = 0; field < FIELDS; field++) {
    for (let bit = 0; bit < 32; bit++) {
      const flips = new Int32Array(64);
      for (let number = 0; number < EVENTS; number++) {
        const before = [number % 40, number % 4, number, 16801 + (number % 977), number % 13];
        const after = [...before];
        after[field] = field === 2 ? (after[field] ^ (1 << bit)) >>> 0 : after[field] ^ (1 << bit);
        const [lowBefore, highBefore] = hashOf(before);
        const [lowAfter, highAfter] = hashOf(after);
        for (let at = 0; at < 32; at++) {
          flips[at] += ((lowBefore ^ lowAfter) >>> at) & 1;
          flips[32 + at] += ((highBefore ^ highAfter) >>> at) & 1;
        }
      }
      for (const count of flips) worst = Math.min(worst, twoSidedChance(count));
    }
  }
  expect(worst).toBeGreaterThan(level);
});

test('200,000 like events have 200,000 hashes', () => {
  const seen = new Set<number>();
  const journal = new Journal();
  const empty = journal.snapshot();
  let alike = 0;
  for (let number = 0; number < 200_000; number++) {
    journal.restore(empty);
    journal.record(number % 5, 1, (number / 5) | 0, 16801, 0);
    const key = journal.hashHigh * 2 ** 21 + (journal.hashLow >>> 11);
    if (seen.has(key)) alike++;
    seen.add(key);
  }
  expect(alike).toBe(0);
});

function hashOf(fields: readonly number[]): readonly [number, number] {
  const journal = new Journal();
  journal.record(fields[0], fields[1], fields[2], fields[3], fields[4]);
  return [journal.hashLow, journal.hashHigh];
}

/** The chance that a fair coin comes as far from one half as this, or farther, in EVENTS throws. */
function twoSidedChance(heads: number): number {
  const fewer = Math.min(heads, EVENTS - heads);
  return Math.min(1, 2 * (1 - incompleteBeta(fewer + 1, EVENTS - fewer, 0.5)));
}
