import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../../src/engine/digest.ts';

const laws = { seed: 1, numRuns: 500 };
const value = fc.jsonValue({ maxDepth: 4 });

test('canonical text reads back as the same value', () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(JSON.parse(canonicalText(each))).toEqual(JSON.parse(JSON.stringify(each)));
    }),
    laws,
  );
});

test('the order in which keys were written plays no part', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), value), (each) => {
      const reversed = Object.fromEntries(Object.entries(each).reverse());
      expect(canonicalText(reversed)).toBe(canonicalText(each));
    }),
    laws,
  );
});
