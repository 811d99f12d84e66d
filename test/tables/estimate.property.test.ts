import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceParts, levelParts } from '../../src/tables/estimate.ts';

const number = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.integer({ min: -2000, max: 2000 }),
);
const half = fc
  .tuple(fc.double({ min: 1, max: 9.99, noNaN: true }), fc.integer({ min: -6, max: 6 }))
  .map(([digits, exponent]) => digits * 10 ** exponent);
/** An estimate inside an interval that is not narrower than numbers can tell. */
const estimate = fc.tuple(number, half, fc.double({ min: -1, max: 1, noNaN: true })).map(([middle, reach, place]) => ({
  x: middle + place * reach,
  low: middle - reach,
  high: middle + reach,
}));

const read = (text: string) => Number(text.replaceAll('\u2009', '').replace('\u2212', '-').replace('+', ''));
const ends = (interval: string) => interval.split(' to ') as [string, string];
/** The step of the last digit, as the rule has it. */
const stepOf = (reach: number) => {
  const [digits, exponent] = reach.toExponential(10).split('e') as [string, string];
  return 10 ** (Number(exponent) - (digits.startsWith('1') ? 1 : 0));
};
const check = (property: fc.IProperty<[{ x: number; low: number; high: number }]>) =>
  fc.assert(property, { seed: 1, numRuns: 2000 });

test('every number shown is a whole number of steps, and within half a step of the true one', () => {
  check(
    fc.property(estimate, ({ x, low, high }) => {
      const step = stepOf((high - low) / 2);
      const { value, interval } = levelParts(x, { low, high });
      for (const [text, truth] of [value, ...ends(interval)].map((one, at) => [one, [x, low, high][at]!] as const)) {
        const steps = read(text) / step;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6 * Math.max(1, Math.abs(steps)));
        expect(Math.abs(read(text) - truth)).toBeLessThanOrEqual(step * (0.5 + 1e-6) + 1e-9 * Math.abs(truth));
      }
    }),
  );
});

test('half the width has one or two significant digits', () => {
  check(
    fc.property(estimate, ({ low, high }) => {
      const steps = (high - low) / 2 / stepOf((high - low) / 2);
      expect(steps).toBeGreaterThanOrEqual(1);
      expect(steps).toBeLessThan(20);
    }),
  );
});

test('an estimate and its ends have the same decimals, or are 0', () => {
  check(
    fc.property(estimate, ({ x, low, high }) => {
      const { value, interval } = levelParts(x, { low, high });
      const decimals = [value, ...ends(interval)]
        .filter((text) => text !== '0')
        .map((text) => text.split('.')[1]?.length ?? 0);
      expect(new Set(decimals).size).toBeLessThanOrEqual(1);
      for (const text of [value, ...ends(interval)]) if (read(text) === 0) expect(text).toBe('0');
    }),
  );
});

test('an estimate inside its interval is shown inside it', () => {
  check(
    fc.property(estimate, ({ x, low, high }) => {
      const inside = Math.min(high, Math.max(low, x));
      const { value, interval } = levelParts(inside, { low, high });
      const [from, to] = ends(interval).map(read) as [number, number];
      expect(from).toBeLessThanOrEqual(read(value));
      expect(read(value)).toBeLessThanOrEqual(to);
    }),
  );
});

test('a difference has the digits of a level, a sign unless it is 0, and its mirror the other sign', () => {
  check(
    fc.property(estimate, ({ x, low, high }) => {
      const shown = differenceParts(x, { low, high });
      const texts = [shown.value, ...ends(shown.interval)];
      const level = levelParts(x, { low, high });
      expect(texts.map((text) => text.replace('+', ''))).toEqual([level.value, ...ends(level.interval)]);
      for (const text of texts) expect(text).toMatch(/^(0|[+\u2212]\d.*)$/);
      const mirror = differenceParts(-x, { low: -high, high: -low });
      const turned = (text: string) =>
        text.startsWith('+') ? text.replace('+', '\u2212') : text.replace('\u2212', '+');
      expect([mirror.value, ...ends(mirror.interval).reverse()].map(turned)).toEqual(texts);
    }),
  );
});
