import { describe, expect, test } from 'vitest';
import { breachChance, daysToBreach, restAfterRecall } from '../../src/community/supervision.ts';
import { NEVER } from '../../src/engine/agenda.ts';
import { earliestRelease } from '../../src/prison/sentence-terms.ts';
import { trialLength } from '../../src/prison/trial-period.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

/** The law as it stands: released at two thirds, the rest on trial, and after a recall the rest to serve. */
test.each([
  [74, 60, 14, 'the shortest trial period of the law'],
  [75, 60, 15, 'a day longer'],
  [80, 60, 20, 'the least days to serve bind'],
  [90, 60, 30, 'two thirds are 60'],
  [91, 61, 30, 'two thirds are 60.67, rounded up'],
  [92, 62, 30, 'two thirds are 61.33'],
  [93, 62, 31, 'exactly'],
  [100, 67, 33, ''],
  [109, 73, 36, ''],
  [110, 74, 36, ''],
  [120, 80, 40, 'four months'],
  [180, 120, 60, 'half a year'],
  [270, 180, 90, 'nine months'],
  [365, 244, 121, 'a year'],
  [366, 244, 122, 'a leap year'],
  [540, 360, 180, ''],
  [730, 487, 243, 'two years'],
  [1095, 730, 365, 'three years: one on trial'],
  [1461, 974, 487, 'four years'],
  [1826, 1218, 608, 'five years'],
  [2922, 1948, 974, 'eight years'],
  [3652, 2435, 1217, 'ten years'],
  [4383, 2922, 1461, 'twelve years'],
  [7670, 5114, 2556, '21 years: seven on trial'],
])('of %i days %i are served and %i are left, on trial or, after a recall, inside %s', (sentence, served, rest) => {
  expect(earliestRelease(sentence, 2 / 3, 60, 14)).toBe(served);
  expect(restAfterRecall(sentence, served)).toBe(rest);
  expect(trialLength(rest, 1, 0)).toBe(rest);
});

test.each([
  [90, 90, 0, 'nothing is left of a sentence served whole'],
  [90, 100, 0, 'nor of one served beyond its end'],
  [365, 0, 365, 'everything, of one not begun'],
  [365, 300, 65, 'what was left when remand had counted for more than two thirds'],
  [365, 254, 111, 'what an absence made later is not served twice'],
])('of %i days, %i served: %i to serve after a recall: %s', (sentence, served, rest) => {
  expect(restAfterRecall(sentence, served)).toBe(rest);
});

const given = { breachShare: 0.2, dutyOdds: 2, riskLogOdds: 1.5 };

test.each([
  [false, 0.5, 0.2, 'the chance itself, at the median and without the duty'],
  [true, 0.5, 1 / 3, 'odds of a quarter, doubled'],
  [false, 1, 0.346_085, 'odds 0.25 x exp(0.75)'],
  [false, 0, 0.105_619, 'odds 0.25 x exp(-0.75)'],
  [true, 1, 0.514_209, 'both'],
])('with duty %s at rank %f: %f a year, because %s', (hasDuty, rank, chance) => {
  expect(breachChance(hasDuty, rank, given)).toBeCloseTo(chance, 5);
});

test.each([
  [0.5, 0.5, 366, 'half break them within a year'],
  [0.1, 0.5, 56, 'a tenth within 55.5 days'],
  [1e-9, 0.5, 1, 'at the earliest the next day'],
  [0.5, 0, NEVER, 'nobody without a chance'],
  [0.999, 1e-9, NEVER, 'a chance too small for any life'],
])('draw %f of %f a year: after %i days, because %s', (u, chance, days) => {
  expect(daysToBreach(u, chance)).toBe(days);
});

describe('each lever moves its measure', () => {
  const base = tinyCell();
  const { supervision, court } = base.parameters[0].values;
  const all = { ...supervision, breachShare: 0.95, recalledShare: 1 };
  const lives = (levers: Levers) => livesIn(simulate(withLevers(base, levers), true).world);
  const events = (change: Partial<typeof supervision>) =>
    [...lives({ supervision: { ...all, ...change } }).values()].flat();
  const count = (change: Partial<typeof supervision>, name: string) =>
    events(change).filter(({ event }) => event === name).length;

  test('more breaches with a greater chance, a duty to report, greater odds of it, and more recalls of them', () => {
    const recalled = count({}, 'recalled');
    expect(recalled).toBeGreaterThan(5);
    expect(count({ breachShare: 0 }, 'breached')).toBe(0);
    expect(count({ breachShare: 0.3 }, 'breached')).toBeLessThan(count({}, 'breached'));
    expect(count({ dutyShare: 0 }, 'breached')).toBeLessThan(count({ dutyShare: 1 }, 'breached'));
    expect(count({ dutyOdds: 1 }, 'breached')).toBeLessThan(count({ dutyOdds: 10 }, 'breached'));
    expect(count({ recalledShare: 0 }, 'recalled')).toBe(0);
    expect(count({ recalledShare: 0.3 }, 'recalled')).toBeLessThan(recalled);
    expect(count({ recalledShare: 0 }, 'breached')).toBeGreaterThan(0);
  });

  test('a longer supervision lasts longer and ends more often in a breach', () => {
    const meanDays = (change: Partial<typeof supervision>) => {
      const trials = events(change).filter(({ event }) => event === 'supervised');
      return trials.reduce((sum, { detail }) => sum + detail, 0) / trials.length;
    };
    expect(meanDays({ lengthFactor: 2 })).toBeGreaterThan(1.5 * meanDays({}));
    expect(count({ lengthFactor: 2 }, 'breached')).toBeGreaterThan(count({}, 'breached'));
    const least = events({ leastDays: 200 }).filter(({ event }) => event === 'supervised');
    for (const { detail } of least) expect(detail).toBeGreaterThanOrEqual(200);
  });

  test('who is recalled serves the rest to the day, whatever the length of the trial', () => {
    let served = 0;
    const levers = { supervision: { ...all, lengthFactor: 2 }, absence: never(base), court: { ...court } };
    for (const life of lives(levers).values()) {
      for (const [at, { event, detail }] of life.entries()) {
        if (event !== 'recalled') continue;
        const after = life.slice(at + 1);
        const back = after.findIndex(({ event }) => event === 'admitted');
        const out = after.findIndex(({ event }) => ENDS.includes(event));
        if (back < 0 || out < 0 || after.slice(0, out).some(({ event }) => event === 'died')) continue;
        expect(after[out].day - after[back].day).toBe(detail);
        served++;
      }
    }
    expect(served).toBeGreaterThan(1);
  });

  test('those who break the conditions have a higher assessed risk than those who do not', () => {
    const mean = (riskLogOdds: number) => {
      const lived = simulate(withLevers(base, { supervision: { ...all, riskLogOdds, recalledShare: 1 } }), true);
      const { world } = lived;
      let [sum, people] = [0, 0];
      for (let row = 0; row < world.rows.highest; row++) {
        if (!world.isPresent(row) || world.people.recall[row] !== 1) continue;
        sum += world.people.assessedRisk[row];
        people++;
      }
      return sum / people;
    };
    expect(mean(8)).toBeGreaterThan(mean(0));
  });
});

const ENDS: readonly LifeEventRecord['event'][] = ['fullTime', 'died', 'expelled'];

/** Nobody absconds, so that days between two events are days served. */
function never(cell: ReturnType<typeof tinyCell>) {
  const { absence } = cell.parameters[0].values;
  return { ...absence, escapesPerYear: absence.escapesPerYear.map(() => 0), failureShare: 0 };
}
