import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failure, slope, yearsAfterChange, yearsUntil } from '../../src/community/reoffending.ts';
import { score } from '../../src/people/risk.ts';

const g = slope(1.402562384, 2.121705678);
const ogrs3 = { recordWeight: 1.251124464, recordNone: 0.126142106, recordSome: 0.463062792, recordMost: 100 };
const draw = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const logit = fc.double({ min: -6, max: 5, noNaN: true });
const years = fc.double({ min: 0.003, max: 40, noNaN: true });

test('the waiting time is the inverse of the curve', () => {
  fc.assert(
    fc.property(draw, logit, (u, z) => {
      expect(failure(yearsUntil(u, z, g), z, g)).toBeCloseTo(u, 10);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the curve is the inverse of the waiting time', () => {
  fc.assert(
    fc.property(years, logit, (t, z) => {
      const u = failure(t, z, g);
      fc.pre(u > 1e-9 && u < 1 - 1e-6);
      expect(yearsUntil(u, z, g) / t).toBeCloseTo(1, 8);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('better odds never bring the charge of the same person forward', () => {
  fc.assert(
    fc.property(draw, logit, logit, (u, a, b) => {
      const [better, worse] = [Math.min(a, b), Math.max(a, b)];
      expect(yearsUntil(u, better, g)).toBeGreaterThanOrEqual(yearsUntil(u, worse, g) * (1 - 1e-12));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('more luck never brings the charge forward', () => {
  fc.assert(
    fc.property(draw, draw, logit, (u, v, z) => {
      const [less, more] = [Math.min(u, v), Math.max(u, v)];
      expect(yearsUntil(more, z, g)).toBeGreaterThanOrEqual(yearsUntil(less, z, g) * (1 - 1e-12));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the curve rises with time and with the odds, and a constant odds ratio holds at every time', () => {
  fc.assert(
    fc.property(years, years, logit, fc.double({ min: 0.01, max: 2, noNaN: true }), (a, b, z, effect) => {
      const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
      expect(failure(later, z, g)).toBeGreaterThanOrEqual(failure(sooner, z, g) - 1e-15);
      const [low, high] = [failure(a, z - effect, g), failure(a, z, g)];
      fc.pre(high < 1 - 1e-6 && low > 1e-9);
      expect(low).toBeLessThan(high);
      expect(Math.log((high * (1 - low)) / (low * (1 - high)))).toBeCloseTo(effect, 6);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a longer record is a higher score, and a longer career with the same record a lower one', () => {
  const sanctions = fc.integer({ min: 0, max: 100 });
  const age = fc.integer({ min: 15, max: 90 });
  fc.assert(
    fc.property(sanctions, sanctions, age, age, age, (m, n, a, b, c) => {
      const [first, middle, last] = [a, b, c].sort((one, other) => one - other) as [number, number, number];
      const [few, many] = [Math.min(m, n), Math.max(m, n)];
      expect(score(many, last, first, 0, 0, ogrs3)).toBeGreaterThanOrEqual(score(few, last, first, 0, 0, ogrs3));
      expect(score(few, last, first, 0, 0, ogrs3)).toBeLessThanOrEqual(score(few, last, middle, 0, 0, ogrs3));
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('when the odds do not change within a spell, nor does the day', () => {
  fc.assert(
    fc.property(draw, logit, years, (u, z, since) => {
      const due = yearsUntil(u, z, g);
      expect(yearsAfterChange(since, due, z, z, g)).toBe(due);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('better odds from some day on never bring the charge forward, worse odds never put it off, and neither undoes the past', () => {
  fc.assert(
    fc.property(draw, logit, logit, fc.double({ min: 0, max: 0.99, noNaN: true }), (u, before, after, part) => {
      const due = yearsUntil(u, before, g);
      fc.pre(due < 1e6);
      const since = part * due;
      const then = yearsAfterChange(since, due, before, after, g);
      expect(then).toBeGreaterThanOrEqual(since);
      if (after <= before) expect(then).toBeGreaterThanOrEqual(due * (1 - 1e-9));
      else expect(then).toBeLessThanOrEqual(due * (1 + 1e-9));
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('a change at the very beginning is a spell at the new odds with the same luck', () => {
  fc.assert(
    fc.property(draw, logit, logit, (u, before, after) => {
      const then = yearsAfterChange(0, yearsUntil(u, before, g), before, after, g);
      expect(then / yearsUntil(u, after, g)).toBeCloseTo(1, 8);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the hazard gathered by the new day is what the luck asked for, and a change taken back leaves what it cost', () => {
  const hazard = (t: number, z: number) => -Math.log(1 - failure(t, z, g));
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (u, before, after, part) => {
        const due = yearsUntil(u, before, g);
        const since = part * due;
        const then = yearsAfterChange(since, due, before, after, g);
        fc.pre(then < 1e4);
        const gathered = hazard(since, before) + hazard(then, after) - hazard(since, after);
        expect(gathered).toBeCloseTo(-Math.log(1 - u), 6);
        const back = yearsAfterChange(since, then, after, before, g);
        expect(back / due).toBeCloseTo(1, 6);
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});
