import { describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { event } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, status } from '../../src/people/person.ts';
import { daysInPlace, forgive } from '../../src/prison/fine.ts';
import { handlers } from '../../src/simulation/day.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';
import { lawWith, liveUntil, onePerson, recordOf, standInside } from './one-person.ts';

const HALF = Math.LN2;

test.each([
  [0.0001, 30, 120, 1, 'the shortest is a day'],
  [0.01, 30, 120, 1, 'a third of a day is the first day'],
  [0.0328, 30, 120, 2, 'just past a day is the second'],
  [0.5, 30, 120, 1 + Math.floor(30 * HALF), 'half serve less than 21 days'],
  [0.5, 60, 120, 1 + Math.floor(60 * HALF), 'twice the mean, nearly twice the time'],
  [0.5, 1, 120, 1, 'a mean of a day'],
  [0.9, 30, 120, 70, 'one in ten serves more than 69 days'],
  [0.98, 30, 120, 118, 'just under the longest'],
  [0.982, 30, 120, 120, 'the longest'],
  [0.99, 30, 120, 120, 'the law cuts 139 days'],
  [0.9999, 30, 120, 120, 'and 277'],
  [0.9999, 30, 90, 90, 'another law cuts earlier'],
  [0.9999, 30, 300, 277, 'or not at all'],
  [0.5, 30, 1, 1, 'a day at most'],
  [0.5, 30, 20.9, 20, 'the longest is whole days'],
  [0.5, 0, 120, 1, 'a mean of nothing is a day still'],
])('draw %f with a mean of %f and at most %f: %i days, %s', (u, mean, most, days) => {
  expect(daysInPlace(u, mean, most)).toBe(days);
});

test('somebody called to serve waits at liberty with all of it before them, whatever was credited', () => {
  const { world, row } = onePerson();
  world.people.creditDays[row] = 20;
  world.people.servedDays[row] = 20;
  handlers.defaulted(world, row, lawWith({ fine: { meanDays: 1e9, mostDays: 40 } }));
  const { people, diary } = world;
  expect([people.status[row], people.level[row], people.basis[row]]).toEqual([
    status.waiting,
    NONE,
    custodyGrounds.fineDefault,
  ]);
  expect([people.sentenceDays[row], people.servedDays[row]]).toEqual([40, 0]);
  expect(diary.due(row, event.summoned)).toBe(world.today);
});

test('it is served in full: no conditional release however generous the law, no assessment', () => {
  const one = onePerson();
  const { world, row } = one;
  const law = lawWith({
    fine: { meanDays: 1e9, mostDays: 100 },
    release: { conditionalGranted: 1, conditionalPart: 0.1 },
  });
  handlers.defaulted(world, row, law);
  world.diary.clear(row, event.summoned);
  standInside(one, status.defaulting, 0);
  world.people.pausedDays[row] = 30;
  world.people.timeToCharge[row] = 79.5 / 365.25;
  handlers.admitted(world, row, law);
  expect(world.diary.due(row, event.released)).toBe(world.today + 100);
  expect(world.people.conditionalGranted[row]).toBe(0);
  const first = world.today;
  liveUntil(world, first + 101, law);
  const ofHealth = /selfHarmed|treated/;
  const record = recordOf(world).filter((line) => !ofHealth.test(line));
  expect(record).toEqual(['0 defaulted 100', '0 fineBegun 0', '100 fineServed 100']);
  expect([world.people.status[row], world.people.pausedDays[row]]).toEqual([status.liberty, 0]);
  expect(world.diary.due(row, event.charged)).toBe(first + 150);
});

test('a charge forgives what has not begun: before the call, and in the queue', () => {
  const before = onePerson();
  before.world.diary.set(before.row, event.defaulted, before.world.today + 5);
  forgive(before.world, before.row);
  expect(before.world.diary.due(before.row, event.defaulted)).toBe(NEVER);
  const { world, row } = onePerson();
  const law = lawWith();
  handlers.defaulted(world, row, law);
  handlers.summoned(world, row, law);
  expect(world.waiting.listOf(row)).toBeGreaterThanOrEqual(0);
  handlers.charged(world, row, law);
  expect(world.waiting.listOf(row)).toBe(-1);
  expect([world.people.status[row], world.people.basis[row]]).toEqual([status.liberty, custodyGrounds.sentence]);
  expect(world.diary.due(row, event.remanded)).toBe(world.today);
});

test('nobody who waits for a sentence is forgiven it', () => {
  const { world, row } = onePerson();
  world.moveTo(row, status.waiting, NONE);
  world.diary.set(row, event.summoned, world.today + 9);
  forgive(world, row);
  expect(world.people.status[row]).toBe(status.waiting);
  expect(world.diary.due(row, event.summoned)).toBe(world.today + 9);
});

/** The lives of the tiny world with these levers, and everybody in it who is called to serve for a fine. */
function livesWith(levers: Levers): ReadonlyMap<string, readonly LifeEventRecord[]> {
  const given = tinyCell().parameters[0].values;
  const often = { ...given.court, fineShare: new Float64Array(9).fill(0.6) };
  const cell = withLevers(tinyCell(), { court: often, fine: { defaultedShare: 0.9, daysToDefault: 90 }, ...levers });
  return livesIn(simulate(cell, true).world);
}

const has = (life: readonly LifeEventRecord[], name: string) => life.some(({ event: which }) => which === name);
const ordinary = livesWith({});

describe('in the lives of the tiny world', () => {
  test('somebody called to serve was fined, and nothing was charged since', () => {
    let called = 0;
    for (const life of ordinary.values()) {
      for (const [at, { event: which }] of life.entries()) {
        if (which !== 'defaulted') continue;
        called++;
        const last = life.slice(0, at).findLast(({ event: before }) => ['charged', 'sanctioned'].includes(before));
        expect([last?.event, last?.detail]).toEqual(['sanctioned', 2]);
      }
    }
    expect(called).toBeGreaterThan(50);
  });

  test('who begins serves to the day, unless death comes first, and it is no admission and no release', () => {
    let served = 0;
    for (const life of ordinary.values()) {
      for (const [at, { event: which, day }] of life.entries()) {
        if (which !== 'fineBegun') continue;
        const ended = life.slice(at + 1).find(({ event: after }) => ENDS.includes(after));
        if (ended?.event !== 'fineServed') {
          expect(['died', undefined]).toContain(ended?.event);
          continue;
        }
        served++;
        const called = life.slice(0, at).findLast(({ event: before }) => before === 'defaulted')!;
        expect([ended.day - day, ended.detail]).toEqual([called.detail, called.detail]);
      }
    }
    expect(served).toBeGreaterThan(30);
  });

  test('the clock stands still inside: serving longer puts the next charge off by just so many days', () => {
    const longer = livesWith({ fine: { defaultedShare: 0.9, daysToDefault: 90, meanDays: 80, mostDays: 300 } });
    let compared = 0;
    for (const [key, life] of ordinary) {
      const [mine, other] = [nextCharge(life), nextCharge(longer.get(key) ?? [])];
      if (mine === undefined || other === undefined || mine.begun !== other.begun) continue;
      expect(other.charged - mine.charged).toBe(other.served - mine.served);
      compared++;
    }
    expect(compared).toBeGreaterThan(3);
  });
});

describe('each lever moves what its page says', () => {
  const given = { defaultedShare: 0.9, daysToDefault: 90 };
  const count = (lives: ReadonlyMap<string, readonly LifeEventRecord[]>, name: string) =>
    [...lives.values()].flat().filter(({ event: which }) => which === name).length;
  const days = (lives: ReadonlyMap<string, readonly LifeEventRecord[]>) =>
    [...lives.values()]
      .flat()
      .reduce((sum, { event: which, detail }) => sum + (which === 'fineServed' ? detail : 0), 0);

  test('nobody serves for a fine where none is defaulted on, and fewer where fewer are', () => {
    const none = livesWith({ fine: { defaultedShare: 0 } });
    expect(count(none, 'defaulted') + count(none, 'fineBegun')).toBe(0);
    const half = livesWith({ fine: { ...given, defaultedShare: 0.4 } });
    expect(count(half, 'defaulted')).toBeLessThan(count(ordinary, 'defaulted'));
  });

  test('the slower the collection, the fewer serve', () => {
    const slow = livesWith({ fine: { ...given, daysToDefault: 2000 } });
    expect(count(slow, 'defaulted')).toBeLessThan(count(ordinary, 'defaulted') / 2);
  });

  test('a longer mean and a higher limit are more days, a lower limit fewer', () => {
    expect(days(livesWith({ fine: { ...given, meanDays: 60 } }))).toBeGreaterThan(days(ordinary));
    expect(days(livesWith({ fine: { ...given, mostDays: 10 } }))).toBeLessThan(days(ordinary) / 2);
  });

  test('more fines, more default', () => {
    const court = { fineShare: new Float64Array(9).fill(0.1) };
    expect(count(livesWith({ court }), 'defaulted')).toBeLessThan(count(ordinary, 'defaulted') / 2);
  });
});

const ENDS = ['fineServed', 'died', 'fullTime', 'conditional', 'charged'];

/** The first stay for a fine of a life, and the charge that ends the spell in which it falls. */
function nextCharge(life: readonly LifeEventRecord[]) {
  const at = life.findIndex(({ event: which }) => which === 'fineBegun');
  if (at < 0 || !has(life.slice(at), 'charged')) return undefined;
  const after = life.slice(at + 1);
  const charge = after.find(({ event: which }) => which === 'charged')!;
  if (after.filter(({ event: which }) => which === 'fineBegun').length > 0) return undefined;
  const called = life.slice(0, at).findLast(({ event: which }) => which === 'defaulted')!;
  return { begun: life[at].day, served: called.detail, charged: charge.day };
}
