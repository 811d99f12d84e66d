/** Charging: a dated factor on the hazard of every charge. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyNewCharging,
  drawUnder,
  failure,
  onAtRisk,
  slope,
  yearsAfterHazard,
  yearsUntil,
} from '../../src/community/reoffending.ts';
import { NEVER } from '../../src/engine/agenda.ts';
import { parseDay } from '../../src/engine/calendar.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { event } from '../../src/people/life-events.ts';
import { NOT_YET, status } from '../../src/people/person.ts';
import { pauseClock } from '../../src/people/spell.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { livesIn, policy, tinyCell, tinyScenario } from '../tiny.ts';
import { somebodyIn } from './somebody.ts';

const g = slope(1.402562384, 2.121705678);
const draw = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const logit = fc.double({ min: -4, max: 4, noNaN: true });
const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
const hazard = (t: number, z: number) => -Math.log1p(-failure(t, z, g));

describe('the law of the hazard', () => {
  test('a factor from the beginning raises the chance of no charge to its power, for every draw', () => {
    fc.assert(
      fc.property(draw, logit, factor, (u, z, c) => {
        const t = yearsUntil(drawUnder(u, c), z, g);
        fc.pre(t > 1e-4 && t < 1e3);
        expect((c * hazard(t, z)) / -Math.log1p(-u)).toBeCloseTo(1, 5);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('a factor changed within a spell gathers the rest of the same draw at the new rate, and never before that day', () => {
    fc.assert(
      fc.property(draw, logit, factor, factor, fc.double({ min: 0, max: 0.99, noNaN: true }), (u, z, c, d, part) => {
        const due = yearsUntil(drawUnder(u, c), z, g);
        fc.pre(due > 1e-3 && due < 1e3);
        const since = part * due;
        const then = yearsAfterHazard(since, due, z, g, d / c);
        fc.pre(then < 1e4);
        expect(then).toBeGreaterThanOrEqual(since);
        const gathered = c * hazard(since, z) + d * (hazard(then, z) - hazard(since, z));
        expect(gathered / -Math.log1p(-u)).toBeCloseTo(1, 4);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('more charging never puts a charge off, and no change leaves the very same time', () => {
    fc.assert(
      fc.property(draw, logit, factor, factor, fc.double({ min: 0, max: 1, noNaN: true }), (u, z, a, b, part) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        const due = yearsUntil(u, z, g);
        const since = part * Math.min(due, 50);
        const [late, early] = [less, more].map((ratio) => yearsAfterHazard(since, due, z, g, ratio));
        expect(early).toBeLessThanOrEqual(late! * (1 + 1e-9));
        expect(yearsAfterHazard(since, due, z, g, 1)).toBe(due);
        expect(yearsUntil(drawUnder(u, more), z, g)).toBeLessThanOrEqual(
          yearsUntil(drawUnder(u, less), z, g) * (1 + 1e-9),
        );
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('charges in a short time scale with the factor in expectation: over all draws, 1 - (1 - F)^c', () => {
    const draws = Array.from({ length: 20_000 }, (_, at) => (at + 0.5) / 20_000);
    const charged = (c: number, years: number) =>
      draws.filter((u) => yearsUntil(drawUnder(u, c), -3, g) <= years).length / draws.length;
    for (const c of [0.5, 1, 1.3, 2]) {
      expect(charged(c, 2)).toBeCloseTo(1 - (1 - failure(2, -3, g)) ** c, 3);
      expect(charged(c, 0.5) / (c * charged(1, 0.5))).toBeCloseTo(1, 1);
    }
  });
});

const cell = tinyCell();
const given = cell.parameters[0].values;
const more = { ...given.reoffending, charging: 1.5 };

/** Somebody at risk since the first day of the cell, some days ago. */
function atRisk(episode: number, standing: number) {
  const { world, row } = somebodyIn(cell, 'charging', episode);
  world.people.status[row] = standing;
  onAtRisk(world, row, given.reoffending, given.effects, given.arrivals);
  world.today += 100;
  return { world, row };
}

describe('people', () => {
  test.each([
    ['at liberty', status.liberty],
    ['waiting to serve', status.waiting],
  ])(
    '%s are charged no later when charging rises, some earlier, none before today, and as before when it falls back',
    (_, standing) => {
      let earlier = 0;
      for (let episode = 1; episode <= 200; episode++) {
        const { world, row } = atRisk(episode, standing);
        const before = world.diary.due(row, event.charged);
        if (before !== NEVER && before <= world.today) continue;
        const time = world.people.timeToCharge[row];
        applyNewCharging(world, given.reoffending, more);
        const after = world.diary.due(row, event.charged);
        if (before !== NEVER) expect(after).toBeLessThanOrEqual(before);
        if (after !== NEVER) expect(after).toBeGreaterThan(world.today - 1);
        if (after !== before) earlier++;
        applyNewCharging(world, more, given.reoffending);
        expect(world.people.timeToCharge[row]! / time!).toBeCloseTo(1, 6);
      }
      expect(earlier).toBeGreaterThan(50);
    },
  );

  test('in custody with a stopped clock have the rest of their spell solved again, and no charge is due', () => {
    const { world, row } = atRisk(3, status.liberty);
    pauseClock(world, row);
    world.diary.clear(row, event.charged);
    world.diary.clear(row, event.departed);
    const time = world.people.timeToCharge[row]!;
    world.today += 400;
    applyNewCharging(world, given.reoffending, more);
    expect(world.people.timeToCharge[row]).toBe(
      yearsAfterHazard(
        100 / 365.25,
        time,
        world.people.logit[row]!,
        slope(more.interceptOneYear, more.interceptTwoYears),
        1.5,
      ),
    );
    expect(world.diary.due(row, event.charged)).toBe(NEVER);
  });

  test('who wait for another reason, long after the charge that ended their spell, are left alone', () => {
    let found = 0;
    for (let episode = 1; episode <= 50; episode++) {
      const { world, row } = atRisk(episode, status.liberty);
      const time = world.people.timeToCharge[row];
      if (time >= 1) continue;
      found++;
      world.diary.clear(row, event.charged);
      world.people.status[row] = status.waiting;
      world.today += 800;
      applyNewCharging(world, given.reoffending, { ...more, charging: 0.5 });
      expect([world.people.timeToCharge[row], world.diary.due(row, event.charged)]).toEqual([time, NEVER]);
    }
    expect(found).toBeGreaterThan(5);
  });

  test('with a case pending, or without a spell, are left alone', () => {
    for (const spell of [0, NOT_YET]) {
      const { world, row } = atRisk(3, status.liberty);
      world.diary.clear(row, event.charged);
      world.diary.clear(row, event.departed);
      if (spell === NOT_YET) world.people.spellDay[row] = NOT_YET;
      const time = world.people.timeToCharge[row];
      applyNewCharging(world, given.reoffending, more);
      expect(world.people.timeToCharge[row]).toBe(time);
      expect(world.diary.due(row, event.charged)).toBe(NEVER);
    }
  });
});

describe('a world', () => {
  const run = (policies: string) => simulate(cellOf(tinyScenario(policies), { draw: 0, replicate: 0 }), true);
  test('in which charging is put at its value, and back again, is the same', () => {
    const same = policy('same', '2012-06-01', 'reoffending.charging', '1');
    expect(digestOf(run(same).summary)).toBe(digestOf(run('').summary));
  });

  test('has charges in proportion in the months after the day, first ones and returns alike', () => {
    const day = parseDay('2013-01-01');
    const [one, more] = ['1', '1.5'].map((value) => {
      const scenario = tinyScenario(policy('more', '2013-01-01', 'reoffending.charging', value));
      const all = Array.from({ length: 12 }, (_, replicate) => {
        const { world } = simulate({ ...cellOf(scenario, { draw: 0, replicate }), end: day + 90 }, true);
        return [...livesIn(world).values()].flatMap((life) =>
          life.flatMap(({ event: kind, day: on }, at) => (kind === 'charged' && on >= day ? [at <= 1] : [])),
        );
      }).flat();
      return { first: all.filter((isFirst) => isFirst).length, again: all.filter((isFirst) => !isFirst).length };
    });
    expect(one!.first).toBeGreaterThan(150);
    expect(one!.again).toBeGreaterThan(100);
    expect(Math.abs(more!.first / one!.first - 1.5)).toBeLessThan(0.25);
    expect(Math.abs(more!.again / one!.again - 1.5)).toBeLessThan(0.25);
  });
});
