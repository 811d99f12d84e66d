import { beforeEach, describe, expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { bitCount } from '../../src/engine/bits.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, recalls, status } from '../../src/people/person.ts';
import { World } from '../../src/people/world.ts';
import { beginPlan, daysUntilPlan, keptChance, onPlanned, type PlanParameters } from '../../src/prison/plan.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { livesIn, tinyCell, withLevers } from '../tiny.ts';

test.each([
  [0.5, 30, 1, 1, 21, 'the median of an exponential of mean 30, and a day'],
  [0.5, 30, 2, 1, 11, 'twice the hours, half the time'],
  [0.5, 30, 0.5, 1, 42, 'half the hours, twice the time'],
  [0.5, 30, 3, 3, 21, 'only the proportion of the hours counts'],
  [0.0001, 30, 1, 1, 1, 'the luckiest have it on the day after entry'],
  [0.9999, 30, 1, 1, 277, 'the unluckiest wait for most of a year'],
  [0.5, 0, 1, 1, 1, 'no days at all: the day after entry'],
  [0.9999, 0, 1, 1, 1, 'whatever the luck'],
  [0.5, 7, 1, 1, 5, 'in the first week for more than half'],
  [0.6, 7, 1, 1, 7, 'to the day'],
  [0.7, 7, 1, 1, 9, 'but not for all'],
  [0.5, 30, 0, 1, Infinity, 'nobody there to make it with'],
  [0.5, 0, 0, 1, Infinity, 'nor if it took no time'],
])('draw %f, mean %f days, %f hours of %f: after %f days, because %s', (u, mean, hours, usual, after) => {
  expect(daysUntilPlan(u, mean, hours, usual)).toBe(after);
});

test.each([
  [0.7, 1, 1, 0.7, 'the usual hours'],
  [0.7, 5, 5, 0.7, 'however many they are'],
  [0.5, 2, 1, 2 / 3, 'even odds doubled are two to one'],
  [0.5, 1, 2, 1 / 3, 'even odds halved'],
  [0.75, 3, 1, 0.9, 'three to one, tripled: nine to one'],
  [0, 3, 1, 0, 'what is never kept stays so'],
  [1, 0.5, 1, 1, 'what is always kept stays so'],
  [0.7, 0, 1, 0, 'nobody there to keep it'],
  [1, 0, 1, 0, 'even if it were always kept'],
])('of %f, with %f hours of %f: kept with chance %f, because %s', (share, hours, usual, chance) => {
  expect(keptChance(share, hours, usual)).toBeCloseTo(chance, 12);
});

test.each([
  [0, 0],
  [need.housing, 1],
  [need.mental, 1],
  [need.drugs | need.opioids, 2],
  [127, 7],
])('the set %i holds %i needs', (needs, count) => {
  expect(bitCount(needs)).toBe(count);
});

const all = 127;
const always: PlanParameters = {
  daysToPlan: 0,
  contactHours: 1,
  usualHours: 1,
  matchShare: new Float64Array(7).fill(1),
  reviewDays: 60,
  keptShare: 1,
};
const nobodyIsTreated = { places: 0, leastDays: 0, limitDays: 0, suitedShare: 0, dropoutShare: 0 };

let world: World;
beforeEach(() => {
  const settings = { firstDay: 0, lastDay: 20_000, levels: 2, units: 1, keepLives: true };
  world = new World({ key: { low: 1, high: 2 }, ...settings });
});

/** Somebody who begins to serve today. */
function person(nth: number, given: PlanParameters, needs: number = all): Row {
  world.reserve(1);
  const row = world.enter(1, nth);
  world.people.needs[row] = needs;
  world.people.episode[row] = 1;
  world.people.basis[row] = custodyGrounds.sentence;
  world.people.lastLevel[row] = NONE;
  world.people.recall[row] = recalls.none;
  world.moveTo(row, status.serving, 0);
  beginPlan(world, row, given);
  return row;
}

/** Lives on until the plan comes up, and has it come up. Whether it ever did. */
function comesUp(row: Row, given: PlanParameters): boolean {
  const due = world.diary.due(row, event.planned);
  if (due === NEVER) return false;
  world.today = due;
  world.diary.clear(row, event.planned);
  onPlanned(world, row, given, nobodyIsTreated);
  return true;
}

const recorded = () => [...world.journal.rows().kind].map((kind) => lifeEventNames[kind]);

describe('a plan', () => {
  test('is made after entry, meets needs, and is reviewed from then on', () => {
    const row = person(0, always);
    expect(world.people.planDay[row]).toBe(NOT_YET);
    expect(world.diary.due(row, event.planned)).toBe(1);
    comesUp(row, always);
    expect(world.people.planDay[row]).toBe(1);
    expect(world.people.matched[row]).toBe(all);
    expect(world.diary.due(row, event.planned)).toBe(61);
    comesUp(row, always);
    expect(recorded()).toEqual(['planned', 'needReviewed']);
    expect([...world.journal.rows().detail]).toEqual([7, 7]);
  });

  test('matches only needs that there are, and only those whose share says so', () => {
    const some = { ...always, matchShare: Float64Array.of(1, 1, 0, 0, 0, 0, 1) };
    const row = person(0, some, need.housing | need.drugs | need.mental);
    for (let n = 0; n < 5; n++) comesUp(row, some);
    expect(world.people.matched[row]).toBe(need.housing | need.mental);
  });

  test('a review that is kept tries again; one that is not leaves no trace', () => {
    const half = { ...always, matchShare: new Float64Array(7).fill(0.3) };
    const matchedAfter = (given: PlanParameters, from: number) => {
      let total = 0;
      for (let nth = from; nth < from + 200; nth++) {
        const row = person(nth, given);
        for (let n = 0; n < 4; n++) comesUp(row, given);
        total += bitCount(world.people.matched[row]);
        world.leave(row);
        world.today = 0;
      }
      return total / (200 * 7);
    };
    // 1 - 0.7^4 = 0.76 of 1400 needs, by a binomial within 5 s.d. of 0.0114; without reviews 0.3, of 0.0123
    expect(Math.abs(matchedAfter(half, 0) - 0.7599)).toBeLessThan(0.057);
    expect(Math.abs(matchedAfter({ ...half, keptShare: 0 }, 1000) - 0.3)).toBeLessThan(0.061);
    expect(recorded().filter((name) => name === 'needReviewed').length).toBe(600);
  });

  test('is never made where contact officers have no hours', () => {
    expect(comesUp(person(0, { ...always, contactHours: 0 }), always)).toBe(false);
  });

  test('is not made by somebody who begins at home', () => {
    const row = person(0, always);
    world.diary.clear(row, event.planned);
    world.moveTo(row, status.monitored, NONE);
    beginPlan(world, row, always);
    expect(world.diary.due(row, event.planned)).toBe(NEVER);
  });

  test.each([status.liberty, status.waiting, status.conditional, status.monitored, status.absent])(
    'comes to nothing for somebody who stands elsewhere (%i)',
    (standing) => {
      const row = person(0, always);
      world.moveTo(row, standing, NONE);
      comesUp(row, always);
      expect(recorded()).toEqual([]);
      expect(world.diary.due(row, event.planned)).toBe(NEVER);
    },
  );

  test('goes on after a recall, and begins anew in another case', () => {
    const row = person(0, always);
    comesUp(row, always);
    world.people.recall[row] = recalls.fromRelease;
    beginPlan(world, row, always);
    expect(world.people.planDay[row]).toBe(1);
    expect(world.diary.due(row, event.planned)).toBe(61);
    world.people.recall[row] = recalls.none;
    beginPlan(world, row, always);
    expect([world.people.planDay[row], world.people.matched[row]]).toEqual([NOT_YET, 0]);
  });

  test('is reviewed all through the longest life inside', () => {
    const row = person(0, { ...always, reviewDays: 30 });
    for (let n = 0; n < 600; n++) comesUp(row, { ...always, reviewDays: 30 });
    expect(world.people.planReviews[row]).toBe(255);
    expect(recorded().length).toBe(600);
  });
});

describe('in the tiny world, where nobody goes to treatment or wants a programme', () => {
  const nobody = new Float64Array(6);
  const without = { treatment: { suitedShare: 0 }, programme: { wishPlanned: nobody, wishOther: nobody } };
  const cell = withLevers(tinyCell(), without);
  const usual = cell.parameters[0].values.plan;
  const own = new Set(['planned', 'needReviewed']);
  const livesWith = (levers: Partial<PlanParameters>) =>
    livesIn(simulate(withLevers(cell, { plan: levers }), true).world);
  const before = happenings(livesWith({}));

  test.each<[string, Partial<PlanParameters>, 'more' | 'same' | 'fewer', 'more' | 'same' | 'fewer']>([
    ['more hours', { contactHours: 4 * usual.contactHours }, 'more', 'more'],
    ['fewer hours', { contactHours: usual.contactHours / 4 }, 'fewer', 'fewer'],
    ['no hours', { contactHours: 0 }, 'fewer', 'fewer'],
    ['more hours, said to be usual', { contactHours: 4, usualHours: 4 * usual.usualHours }, 'same', 'same'],
    ['a plan in the first days', { daysToPlan: 2 }, 'more', 'more'],
    ['a plan after half a year', { daysToPlan: 180 }, 'fewer', 'fewer'],
    ['closer reviews', { reviewDays: 30 }, 'same', 'more'],
    ['rare reviews', { reviewDays: 365 }, 'same', 'fewer'],
    ['every review kept', { keptShare: 1 }, 'same', 'more'],
    ['no review kept', { keptShare: 0 }, 'same', 'fewer'],
    ['every need matched', { matchShare: new Float64Array(7).fill(1) }, 'same', 'same'],
  ])('%s: plans %s, reviews %s', (_, levers, plans, reviews) => {
    const after = happenings(livesWith(levers));
    expect(compared(after.planned, before.planned)).toBe(plans);
    expect(compared(after.needReviewed, before.needReviewed)).toBe(reviews);
  });

  test('a higher share matches more needs, person by person', () => {
    const fewer = livesWith({ matchShare: new Float64Array(7).fill(0.2) });
    const more = livesWith({ matchShare: new Float64Array(7).fill(0.6) });
    let gained = 0;
    for (const [key, life] of fewer) {
      const better = more.get(key)!;
      for (const [at, happening] of life.entries()) {
        if (!own.has(happening.event)) continue;
        expect(better[at].detail).toBeGreaterThanOrEqual(happening.detail);
        gained += better[at].detail - happening.detail;
      }
    }
    expect(gained).toBeGreaterThan(100);
  });

  test('no plan, and none of its levers, moves anything else in any life', () => {
    const rest = (lives: ReturnType<typeof livesIn>) =>
      [...lives].map(([key, life]) => [key, life.filter(({ event }) => !own.has(event))]);
    const expected = rest(livesWith({}));
    for (const levers of [{ contactHours: 0 }, { daysToPlan: 1, reviewDays: 30, keptShare: 1 }]) {
      expect(rest(livesWith(levers))).toEqual(expected);
    }
  });
});

function happenings(lives: ReturnType<typeof livesIn>): { readonly planned: number; readonly needReviewed: number } {
  const counts = { planned: 0, needReviewed: 0 };
  for (const life of lives.values()) {
    for (const { event } of life) if (event === 'planned' || event === 'needReviewed') counts[event]++;
  }
  return counts;
}

function compared(after: number, before: number): 'more' | 'same' | 'fewer' {
  return after > before ? 'more' : after < before ? 'fewer' : 'same';
}
