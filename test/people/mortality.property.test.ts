/** Deaths keep their laws: a higher risk never lets the same person live longer, and chances are those of the closed form. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import {
  daysUntilDeath,
  daysUntilOverdose,
  daysUntilSuicide,
  overdoseFactor,
  screeningFactor,
  suicidesBy,
} from '../../src/people/mortality.ts';
import { tinyCell } from '../tiny.ts';

const given = tinyCell().parameters[0].values.mortality;
const draw = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const runs = { seed: 1, numRuns: 300 };

test('a higher rate and a higher age never let the same person live longer', () => {
  const rate = between(0.0001, 1);
  const age = between(15, 90);
  fc.assert(
    fc.property(draw, age, age, rate, rate, between(0.001, 0.2), (u, youngOrOld, other, a, b, slope) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [young, old] = [Math.min(youngOrOld, other), Math.max(youngOrOld, other)];
      expect(daysUntilDeath(u, young, high, slope)).toBeLessThanOrEqual(daysUntilDeath(u, young, low, slope));
      expect(daysUntilDeath(u, old, low, slope)).toBeLessThanOrEqual(daysUntilDeath(u, young, low, slope));
      expect(daysUntilDeath(u, old, high, slope)).toBeGreaterThanOrEqual(1);
    }),
    runs,
  );
});

test('screening never brings a suicide nearer, and more of it on day one never does', () => {
  fc.assert(
    fc.property(
      draw,
      between(0, 0.5),
      between(0.1, 1),
      share,
      share,
      between(0, 60),
      (u, one, shape, ratio, mix, days) => {
        const screened = daysUntilSuicide(u, one, shape, screeningFactor(true, ratio, mix * 0.9), days);
        const others = daysUntilSuicide(u, one, shape, screeningFactor(false, ratio, mix * 0.9), days);
        expect(screened).toBeGreaterThanOrEqual(others);
        expect(daysUntilSuicide(u, 2 * one, shape, 1, days)).toBeLessThanOrEqual(
          daysUntilSuicide(u, one, shape, 1, days),
        );
      },
    ),
    runs,
  );
});

test('a suicide comes by a day just when the hazard summed up to it has reached the draw', () => {
  fc.assert(
    fc.property(
      draw,
      between(0.001, 0.5),
      between(0.3, 1),
      between(0, 2),
      fc.integer({ min: 0, max: 30 }),
      (u, one, shape, factor, days) => {
        const day = daysUntilSuicide(u, one, shape, factor, days);
        fc.pre(day < 1e6);
        const reached = -Math.log1p(-u);
        const summed = (until: number) => {
          const early = suicidesBy(Math.min(until, days), one, shape);
          return factor * early + suicidesBy(until, one, shape) - early;
        };
        expect(summed(day)).toBeLessThanOrEqual(reached * (1 + 1e-9));
        expect(summed(day + 1)).toBeGreaterThanOrEqual(reached * (1 - 1e-9));
      },
    ),
    runs,
  );
});

test('serving at less risk never brings a suicide nearer, and more days on remand never put it off', () => {
  const days = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(draw, between(0.001, 0.5), between(0.3, 1), share, days, days, (u, one, shape, serving, a, b) => {
      const until = (remand: number, ratio: number) => daysUntilSuicide(u, one, shape, 0.8, 14, ratio, remand);
      const [few, many] = [Math.min(a, b), Math.max(a, b)];
      expect(until(few, serving)).toBeGreaterThanOrEqual(until(many, serving));
      expect(until(few, serving)).toBeGreaterThanOrEqual(until(few, 1) - 1);
      if (until(many, 1) < many) expect(until(many, serving)).toBe(until(many, 1));
    }),
    runs,
  );
});

test('an overdose comes by a day just when the hazard summed up to it has reached the draw', () => {
  fc.assert(
    fc.property(between(1e-6, 0.05), fc.boolean(), fc.boolean(), (u, isDependent, isTreated) => {
      const day = daysUntilOverdose(u, isDependent, isTreated, given);
      const { overdoseTo, overdoseRate } = given;
      const summed = (until: number) => {
        let total = 0;
        for (const [period, to] of overdoseTo.entries()) {
          const from = period === 0 ? 0 : overdoseTo[period - 1];
          const lived = Math.max(0, Math.min(until, to) - from);
          total += (lived / 365.25) * overdoseRate[period] * overdoseFactor(isDependent, isTreated, period, given);
        }
        return total;
      };
      const reached = -Math.log1p(-u);
      if (day === NEVER) {
        expect(summed(1e6)).toBeLessThanOrEqual(reached * (1 + 1e-9));
        return;
      }
      expect(summed(day)).toBeLessThanOrEqual(reached * (1 + 1e-9));
      expect(summed(day + 1)).toBeGreaterThanOrEqual(reached * (1 - 1e-9));
    }),
    runs,
  );
});

test('agonist treatment never brings an overdose nearer, opioid dependence never puts it off', () => {
  fc.assert(
    fc.property(draw, (u) => {
      const untreated = daysUntilOverdose(u, true, false, given);
      expect(daysUntilOverdose(u, true, true, given)).toBeGreaterThanOrEqual(untreated);
      expect(daysUntilOverdose(u, false, false, given)).toBeGreaterThanOrEqual(untreated);
    }),
    runs,
  );
});
