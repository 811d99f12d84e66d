/** Waits of those who begin to serve, by where they begin and what they serve, are those that a look at every evening finds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearOf } from '../../src/engine/calendar.ts';
import { custodyGrounds, NONE, NOT_YET, status } from '../../src/people/person.ts';
import { begunAt, begunWithin, stepOf, WAIT_STEPS } from '../../src/simulation/begun-waits.ts';
import { LEVEL_WAITS } from '../../src/simulation/summary.ts';
import { livedWorlds } from '../laws/lived-worlds.ts';
import { walk } from '../laws/walk.ts';

test('everybody who waited and begins is counted once, with the days, the place and the sentence', () => {
  let [begun, fines] = [0, 0];
  for (const { cell, summary } of livedWorlds()) {
    const counted = new Int32Array(summary.begunWaits.length);
    const waiting = new Map<string, { readonly since: number; readonly sentence: number }>();
    walk(cell, (step, world) => {
      if (step !== 'bed-allocation' && step !== 'lodging') return;
      const { people, rows, today, levels } = world;
      for (let row = 0; row < rows.highest; row++) {
        if (!world.isPresent(row)) continue;
        const person = `${people.stream[row]} ${people.index[row]}`;
        if (people.status[row] === status.waiting && people.waitingSince[row] !== NOT_YET) {
          const days = people.sentenceDays[row];
          const imposed = days > 365 ? 3 : days > 90 ? 2 : 1;
          const sentence = people.basis[row] === custodyGrounds.fineDefault ? 0 : imposed;
          waiting.set(person, { since: people.waitingSince[row], sentence });
          continue;
        }
        const before = waiting.get(person);
        if (before === undefined) continue;
        waiting.delete(person);
        if (people.custodyDay[row] !== today || today < cell.start) continue;
        if (![status.serving, status.defaulting, status.monitored].some((one) => one === people.status[row])) continue;
        const { since, sentence } = before;
        const place = people.level[row] === NONE ? levels : people.level[row];
        counted[begunAt(levels, yearOf(today) - yearOf(cell.start), place, sentence) + stepOf(today - since)]++;
        begun++;
        if (sentence === 0) fines++;
      }
    });
    expect([...summary.begunWaits]).toEqual([...counted]);
  }
  expect(begun).toBeGreaterThan(200);
  expect(fines).toBeGreaterThan(10);
});

test('of all sentences together they are the waits by level', () => {
  for (const { summary } of livedWorlds()) {
    const { begunWaits, levelWaits, shape } = summary;
    for (let year = 0; year < shape.years; year++) {
      for (let level = 0; level < shape.levels; level++) {
        for (let day = 0; day < LEVEL_WAITS - 1; day++) {
          const ofAll = [0, 1, 2, 3].reduce(
            (sum, sentence) => sum + begunWaits[begunAt(shape.levels, year, level, sentence) + day],
            0,
          );
          expect(ofAll).toBe(levelWaits[(year * shape.levels + level) * LEVEL_WAITS + day]);
        }
      }
    }
  }
});

const waits = fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 1, maxLength: 40 });

test('a share begins within days that hold it, to the day within a year and to the end of a week later', () => {
  fc.assert(
    fc.property(waits, fc.constantFrom(0.5, 0.9), (days, share) => {
      const steps = new Int32Array(WAIT_STEPS);
      for (const one of days) steps[stepOf(one)]++;
      const inOrder = [...days].sort((a, b) => a - b);
      const exact = inOrder[Math.ceil(share * days.length - 1e-9) - 1]!;
      const within = begunWithin(steps, share);
      if (exact < 366) expect(within).toBe(exact);
      else if (exact > 1828) expect(within).toBe(Infinity);
      else expect([within >= exact, within < exact + 7]).toEqual([true, true]);
    }),
  );
});

test('nobody has no days', () => {
  expect(begunWithin(new Int32Array(WAIT_STEPS), 0.5)).toBeNaN();
});
