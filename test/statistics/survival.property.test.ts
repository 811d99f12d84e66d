import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actuarialIncidence,
  cumulativeIncidence,
  kaplanMeier,
  type MonthlyCounts,
} from '../../src/statistics/survival.ts';

const people = fc.nat({ max: 9 });
const months = fc.array(fc.tuple(people, people, people), { minLength: 1, maxLength: 24 });
const fixed = { seed: 1, numRuns: 300 };

function countsOf(rows: readonly (readonly [number, number, number])[]): MonthlyCounts {
  const column = (position: 0 | 1 | 2) => Int32Array.from(rows, (row) => row[position]);
  return { events: column(0), competing: column(1), censored: column(2) };
}

test('event, competing event and neither add up to everybody', () => {
  fc.assert(
    fc.property(months, (rows) => {
      const { events, competing, censored } = countsOf(rows);
      const event = cumulativeIncidence({ events, competing, censored });
      const other = cumulativeIncidence({ events: competing, competing: events, censored });
      const neither = kaplanMeier({ events: Int32Array.from(events, (count, i) => count + competing[i]), censored });
      for (let month = 0; month < rows.length; month++) {
        if (Number.isNaN(event.estimate[month])) continue;
        const sum = event.estimate[month] + other.estimate[month] + neither.estimate[month];
        expect(sum).toBeCloseTo(1, 12);
      }
    }),
    fixed,
  );
});

test('without censoring the incidence is a proportion, with the error of a proportion', () => {
  fc.assert(
    fc.property(months, (rows) => {
      const { events, competing } = countsOf(rows);
      const { atRisk, estimate, standardError } = cumulativeIncidence({
        events,
        competing,
        censored: new Int32Array(rows.length),
      });
      const started = atRisk[0];
      fc.pre(started > 0);
      let had = 0;
      for (let month = 0; month < rows.length; month++) {
        had += events[month];
        const share = had / started;
        expect(estimate[month]).toBeCloseTo(share, 12);
        expect(standardError[month]).toBeCloseTo(Math.sqrt((share * (1 - share)) / started), 7);
      }
    }),
    fixed,
  );
});

test('without competing events the incidence is what Kaplan-Meier leaves, with the same error', () => {
  fc.assert(
    fc.property(months, (rows) => {
      const { events, censored } = countsOf(rows);
      const incidence = cumulativeIncidence({ events, competing: new Int32Array(rows.length), censored });
      const survival = kaplanMeier({ events, censored });
      for (let month = 0; month < rows.length; month++) {
        if (Number.isNaN(incidence.estimate[month])) continue;
        expect(incidence.estimate[month]).toBe(1 - survival.estimate[month]);
        expect(incidence.standardError[month]).toBeCloseTo(survival.standardError[month], 7);
      }
    }),
    fixed,
  );
});

test('the curve rises, and lies inside its interval, which lies inside 0 and 1', () => {
  fc.assert(
    fc.property(months, (rows) => {
      const { estimate, low, high } = cumulativeIncidence(countsOf(rows));
      for (let month = 0; month < rows.length; month++) {
        if (Number.isNaN(estimate[month])) continue;
        if (month > 0) expect(estimate[month]).toBeGreaterThanOrEqual(estimate[month - 1]);
        expect(low[month]).toBeGreaterThanOrEqual(0);
        expect(low[month]).toBeLessThanOrEqual(estimate[month] + 1e-12);
        expect(high[month]).toBeGreaterThanOrEqual(estimate[month] - 1e-12);
        expect(high[month]).toBeLessThanOrEqual(1);
      }
    }),
    fixed,
  );
});

test('the actuarial estimate is the usual one without censoring', () => {
  fc.assert(
    fc.property(months, (rows) => {
      const { events, competing } = countsOf(rows);
      const none = new Int32Array(rows.length);
      const complete = { events, competing, censored: none };
      const usual = cumulativeIncidence(complete).estimate;
      actuarialIncidence(complete).forEach((share, month) => {
        if (!Number.isNaN(usual[month])) expect(share).toBeCloseTo(usual[month], 12);
      });
    }),
  );
});

test('ends of follow-up that spread over the months leave the actuarial estimate at the truth, and the other below it', () => {
  const [people, hazard] = [200_000, 0.03];
  const [events, censored] = [new Float64Array(12), new Float64Array(12)];
  const exit = 0.05;
  let left = people;
  for (let month = 0; month < 12; month++) {
    const out = left * (1 - Math.exp(-(hazard + exit)));
    events[month] = Math.round((out * hazard) / (hazard + exit));
    censored[month] = Math.round((out * exit) / (hazard + exit));
    left -= events[month] + censored[month];
  }
  censored[11] += left;
  const truth = (month: number) => 1 - Math.exp(-hazard * (month + 1));
  const counts = { events, competing: new Float64Array(12), censored };
  const [actuarial, late] = [actuarialIncidence(counts), cumulativeIncidence(counts).estimate];
  for (let month = 0; month < 11; month++) {
    expect(Math.abs(actuarial[month] - truth(month))).toBeLessThan(2e-4);
    expect(truth(month) - late[month]).toBeGreaterThan(4 * Math.abs(actuarial[month] - truth(month)));
  }
});
