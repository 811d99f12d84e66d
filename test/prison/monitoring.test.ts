import { describe, expect, test } from 'vitest';
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import { flowMeasures } from '../../src/measures/flows.ts';
import { NONE } from '../../src/people/person.ts';
import {
  breachAfter,
  leftForTheEnd,
  mayEndAtHome,
  mayServeAtHome,
  suitability,
  suitabilityOf,
} from '../../src/prison/monitoring.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';
import { lawWith, onePerson } from './one-person.ts';

test.each([
  [120, 120, 0.1, 0.5, true, 'as long as the limit'],
  [121, 120, 0.1, 0.5, false, 'a day too long'],
  [30, 120, 0.5, 0.5, false, 'a draw equal to the share is not below it'],
  [30, 120, 0.49, 0.5, true, 'below the share'],
  [30, 0, 0.1, 1, false, 'a limit of nothing: before monitoring was introduced'],
  [30, 120, 0.0001, 0, false, 'nobody is eligible'],
  [1, 122, 0.1, 0.5, true, 'the shortest sentence'],
  [90, 122, 0.1, 0.5, true, 'three months'],
  [121, 122, 0.1, 0.5, true, 'a day less than four months'],
  [122, 122, 0.1, 0.5, true, 'four months, the limit of 2008-2020'],
  [123, 122, 0.1, 0.5, false, 'a day more than four months'],
  [182, 122, 0.1, 0.5, false, 'half a year under the law until September 2020'],
  [123, 183, 0.1, 0.5, true, 'a day more than four months under the law since'],
  [182, 183, 0.1, 0.5, true, 'half a year under the law since'],
  [183, 183, 0.1, 0.5, true, 'six months, the limit since'],
  [184, 183, 0.1, 0.5, false, 'a day more than six months'],
  [122, 122, 0.6, 0.5, false, 'within the limit, but not fit for it'],
  [123, 122, 0.1, 1, false, 'the limit binds those whom all else would let in'],
])('%i days, limit %i, draw %f of %f: %s, because %s', (days, limit, draw, share, eligible) => {
  expect(mayServeAtHome(days, limit, draw, share)).toBe(eligible);
});

test.each([
  [0, 30, 60, false, 'not from the most closed level'],
  [1, 30, 60, true, 'from a more open one, near release'],
  [2, 60, 60, true, 'on the last day that counts as near'],
  [2, 61, 60, false, 'a day too early'],
  [1, 0, 60, false, 'nothing remains'],
  [1, -3, 60, false, 'less than nothing remains'],
  [NONE, 30, 60, false, 'not somebody who is in no institution'],
])('from level %i with %i days left of at most %i: %s, because %s', (level, remaining, lastDays, may) => {
  expect(mayEndAtHome(level, remaining, lastDays)).toBe(may);
});

test.each([
  [1, 122, 122, true, 'four months left'],
  [1, 123, 122, false, 'a day more'],
  [1, 1, 122, true, 'one day left'],
  [1, 183, 183, true, 'six months left, since September 2020'],
  [1, 184, 183, false, 'a day more than those'],
  [0, 100, 183, false, 'the most closed level under that law as well'],
])('at level %i with %i days left of at most %i: %s, because %s', (level, remaining, lastDays, may) => {
  expect(mayEndAtHome(level, remaining, lastDays)).toBe(may);
});

test.each([
  [0.9, 0.3, 0, 0.3, 'without weight the draw decides alone'],
  [0.5, 0.5, 0.5, 0.5, 'the middle of both is the middle'],
  [0.5, 0.5, 0.999, 0.5, 'whatever the weight'],
  [0.1, 0.5, 0.6, 0.220_963, 'a low risk with a middling draw: Phi(0.6 x -1.281552)'],
  [0.9, 0.5, 0.6, 0.779_037, 'a high one: the same on the other side'],
  [0.1, 0.9, 0.6, 0.601_144, 'a low risk and a poor draw: Phi(0.8 x 1.281552 - 0.6 x 1.281552)'],
  [0, 0.5, 0.5, 0.001_351, 'the lowest rank counts as one in a billion'],
])('rank %f, draw %f, weight %f: place %f in line, because %s', (rank, draw, weight, place) => {
  expect(suitabilityOf(rank, draw, weight)).toBeCloseTo(place, 5);
});

test.each([
  [0.5, 0.045, 0.5, 30, 0, 'a draw above the share keeps the rules'],
  [0.045, 0.045, 0.5, 30, 0, 'a draw equal to the share keeps the rules'],
  [0.01, 0.045, 0.0001, 30, 1, 'at the earliest after a day'],
  [0.01, 0.045, 0.9999, 30, 29, 'at the latest on the day before the end'],
  [0.01, 0.045, 0.5, 30, 15, 'in the middle: 1 + half of 29'],
  [0.01, 0.045, 0.5, 2, 1, 'the only day there is'],
  [0.01, 0.045, 0.5, 1, 0, 'a single day leaves none between'],
  [0.01, 0.045, 0.5, 0, 0, 'no days at all'],
])('draw %f of %f, at %f of %i days: breach after %i, because %s', (draw, share, when, days, after) => {
  expect(breachAfter(draw, share, when, days)).toBe(after);
});

test.each([
  [20, 342, 0.05, 2, 'eighteen are kept'],
  [18, 342, 0.05, 0, 'no more than these are left'],
  [3, 342, 0.05, 0, 'fewer are left'],
  [20, 342, 0, 20, 'nothing is kept'],
  [1, 10, 0.01, 0, 'a part of a place is a place'],
  [0, 0, 0.05, 0, 'there is no monitoring'],
])('%i places left of %i, a reserve of %f: %i for the end of sentences, because %s', (left, places, reserve, rest) => {
  expect(leftForTheEnd(left, places, reserve)).toBe(rest);
});

describe('who may serve at home', () => {
  const VIOLENCE = 2;
  const excluded = (group: number) => Float64Array.from({ length: 9 }, (_, at) => (at === group ? 1 : 0));
  const places = (monitoring: NonNullable<Levers['monitoring']>, group = VIOLENCE) =>
    Array.from({ length: 200 }, (_, nth) => {
      const { world, row } = onePerson(nth + 1);
      world.people.group[row] = group;
      return suitability(world, row, lawWith({ monitoring }).monitoring);
    });
  const allowed = (line: readonly number[]) => line.filter((place) => place < 1).length;

  test('nobody where no county has it, everybody where all have it', () => {
    expect(allowed(places({ coveredShare: 0 }))).toBe(0);
    expect(allowed(places({ coveredShare: 1 }))).toBe(200);
  });

  test('whoever may under a pilot may, with the same place in line, when the whole country joins', () => {
    const [pilot, whole] = [places({ coveredShare: 0.4 }), places({ coveredShare: 1 })];
    expect(allowed(pilot)).toBeGreaterThan(50);
    expect(allowed(pilot)).toBeLessThan(110);
    expect(pilot.filter((place, at) => place < 1 && place !== whole[at])).toEqual([]);
  });

  test('a county is the same in every case of a person', () => {
    const { world, row } = onePerson();
    const given = lawWith({ monitoring: { coveredShare: 0.4 } }).monitoring;
    const cases = Array.from({ length: 40 }, (_, episode) => {
      world.people.episode[row] = episode;
      return suitability(world, row, given) < 1;
    });
    expect(new Set(cases).size).toBe(1);
  });

  test('an offence that rules it out keeps its own group out and no other', () => {
    const given = { coveredShare: 1, excludedShare: excluded(VIOLENCE) };
    expect(allowed(places(given, VIOLENCE))).toBe(0);
    expect(allowed(places(given, VIOLENCE + 1))).toBe(200);
  });
});

describe('each lever moves its measure', () => {
  const base = tinyCell();
  const { monitoring } = base.parameters[0].values;
  const wide = { ...monitoring, places: 500, coveredShare: 1 };
  const events = (levers: Levers) => [...livesIn(simulate(withLevers(base, levers), true).world).values()].flat();
  const count = (levers: Levers, name: string) => events(levers).filter(({ event }) => event === name).length;

  test('more places, a longer limit or a greater share: more are monitored', () => {
    const at = (change: Partial<typeof monitoring>) => count({ monitoring: { ...wide, ...change } }, 'monitored');
    const all = at({});
    expect(all).toBeGreaterThan(20);
    expect(at({ places: 0 })).toBe(0);
    expect(at({ limitDays: 30 })).toBeLessThan(all);
    expect(at({ eligibleShare: 0.2 })).toBeLessThan(all);
    expect(at({ coveredShare: 0.2 })).toBeLessThan(all);
    expect(at({ excludedShare: new Float64Array(9).fill(1) })).toBe(0);
  });

  test('starts are those from liberty and those that go on from an institution', () => {
    const starts = (lastShare: number) => {
      const cell = withLevers(base, { monitoring: { ...wide, lastShare } });
      const { summary, world } = simulate(cell, true);
      const begun = [...livesIn(world).values()].flat().filter(({ day }) => day >= cell.start);
      const from = {
        liberty: begun.filter(({ event }) => event === 'monitored').length,
        inside: begun.filter(({ event, detail }) => event === 'moved' && detail === world.monitoring).length,
      };
      const reading = { summary, days: cell.end - cell.start, parameters: cell.parameters[0].values };
      const value = (id: string) =>
        (flowMeasures()
          .find((measure) => measure.id === id)!
          .value(reading) *
          reading.days) /
        DAYS_PER_YEAR;
      expect(value('monitoring-starts')).toBeCloseTo(from.liberty + from.inside, 6);
      expect(value('monitoring-starts-last')).toBeCloseTo(from.inside, 6);
      return from;
    };
    expect(starts(0).inside).toBe(0);
    expect(starts(1).inside).toBeGreaterThan(starts(0.4).inside);
  });

  test('the more risk weighs, the lower the risk of those who are monitored', () => {
    const meanRisk = (riskWeight: number) => {
      let [sum, people] = [0, 0];
      const cell = withLevers(base, { monitoring: { ...wide, riskWeight } });
      const { world } = simulate(cell, true);
      for (let row = 0; row < world.rows.highest; row++) {
        if (!world.isPresent(row) || world.people.lastLevel[row] !== world.monitoring) continue;
        sum += world.people.assessedRisk[row];
        people++;
      }
      return sum / people;
    };
    expect(meanRisk(0.9)).toBeLessThan(meanRisk(0) - 0.05);
  });

  test('stricter control revokes more', () => {
    const revoked = (share: number) => count({ monitoring: { ...wide, revokedShare: share } }, 'monitoringRevoked');
    expect(revoked(0)).toBe(0);
    expect(revoked(0.5)).toBeGreaterThan(revoked(0.1));
  });
});
