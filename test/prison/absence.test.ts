import { describe, expect, test } from 'vitest';
import { randomKey } from '../../src/engine/random.ts';
import { event } from '../../src/people/life-events.ts';
import { NONE, NOT_YET, status } from '../../src/people/person.ts';
import { World } from '../../src/people/world.ts';
import { absenceOf, absences, daysAtLarge, daysToChance, onAbsconded, onRecaptured } from '../../src/prison/absence.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

const { escape: escaped, fromLeave, none }: Readonly<Record<string, number>> = absences;
const base = tinyCell();
const { leave } = base.parameters[0].values;

test.each([
  [0.0001, 0.075, 0.07, escaped, 'a draw at the low end'],
  [0.0749, 0.075, 0.07, escaped, 'just below the rate of escapes'],
  [0.075, 0.075, 0.07, none, 'a draw equal to it is not below it'],
  [0.5, 0.075, 0.07, none, 'most chances pass'],
  [0.9299, 0.075, 0.07, none, 'just below the high end'],
  [0.9301, 0.075, 0.07, fromLeave, 'at the high end, of as much as the rate of failures'],
  [0.9999, 0.075, 0.07, fromLeave, 'the highest draw'],
  [0.9999, 0.075, 0, none, 'without leave nobody fails to return'],
  [0.0001, 0, 0.07, none, 'where nobody can escape'],
  [0.499, 0.5, 0.5, escaped, 'the highest rates share all draws'],
  [0.5, 0.5, 0.5, fromLeave, 'and leave none over'],
])('draw %f with %f escapes and %f failures a year: %i, because %s', (draw, escapes, failures, kind) => {
  expect(absenceOf(draw, escapes, failures)).toBe(kind);
});

test.each([
  [1e-9, 1, 'at the earliest the next day'],
  [0.5, 254, 'half of all within 253.17 days, ln 2 of a year'],
  [1 - Math.exp(-1), 366, 'a year is the mean'],
  [0.99, 1683, 'one in a hundred waits over 4.6 years'],
])('draw %f: the next chance after %i days, because %s', (u, wait) => {
  expect(daysToChance(u)).toBe(wait);
});

test.each([
  [1e-9, 21, 1, 'a day at least'],
  [0.5, 21, 14, 'the median: 1 + floor(20 ln 2)'],
  [0.99, 21, 93, 'one in a hundred stays away three months'],
  [0.9999, 1, 1, 'a mean of one day is one day'],
])('draw %f of a mean of %i days: away for %i, because %s', (u, mean, away) => {
  expect(daysAtLarge(u, mean)).toBe(away);
});

/** A world of one, who has served `before` days, stays since day 0 until `until`, and absconds on `today`. */
function absconds(before: number, today: number, until: number, meanDays: number, level: number) {
  const lastDay = 100_000;
  const world = new World({ key: randomKey('one', 0), firstDay: 0, lastDay, levels: 3, units: base.units });
  world.reserve(1);
  const row = world.enter(1, 7);
  const { people, diary } = world;
  people.episode[row] = 1;
  people.servedDays[row] = before;
  people.sentenceDays[row] = before + until;
  people.custodyDay[row] = 0;
  people.releaseDay[row] = until;
  people.leaveDay[row] = 0;
  people.dayReleaseDay[row] = 0;
  people.absenceDay[row] = NOT_YET;
  world.moveTo(row, status.serving, level);
  diary.set(row, event.released, until);
  diary.set(row, event.reviewed, today + 10);
  world.today = today;
  const sure = { escapesPerYear: Float64Array.of(1, 1, 1), failureShare: 0, meanDays };
  onAbsconded(world, row, sure, leave);
  return { world, row, people, diary };
}

describe('days lost by absence are served afterwards, to the day', () => {
  const days = [1, 2, 30, 121, 364];
  const cases = days.flatMap((today) =>
    [
      [0, 365, 1, 0],
      [0, 365, 21, 1],
      [60, 365, 21, 2],
      [122, 400, 60, 1],
      [500, 3000, 200, 0],
      [1, 366, 5, 1],
    ].map(([before, until, meanDays, level]) => [before!, today, until!, meanDays!, level!] as const),
  );
  test.each(cases)('%i served before, away from day %i of %i, for %i on average, from level %i', (...given) => {
    const [before, today, until, meanDays] = given;
    const { world, row, people, diary } = absconds(...given);
    const back = diary.due(row, event.recaptured);
    const lost = back - today;
    expect(people.status[row]).toBe(status.absent);
    expect(people.level[row]).toBe(NONE);
    expect(people.servedDays[row]).toBe(before + today);
    expect(lost).toBeGreaterThanOrEqual(1);
    if (meanDays === 1) expect(lost).toBe(1);
    expect(people.releaseDay[row]).toBe(until + lost);
    expect(diary.due(row, event.released)).toBe(until + lost);
    expect(diary.due(row, event.reviewed)).toBe(today + 10 + lost);
    expect([people.leaveDay[row], people.dayReleaseDay[row]]).toEqual([NOT_YET, NOT_YET]);
    world.today = back;
    onRecaptured(world, row);
    expect([people.status[row], people.level[row]]).toEqual([status.serving, 0]);
    expect(people.servedDays[row] + people.releaseDay[row] - people.custodyDay[row]).toBe(before + until);
    expect(diary.due(row, event.assessed)).toBe(back);
    expect(diary.due(row, event.absconded)).toBeGreaterThan(back);
  });
});

test.each([
  ['who has died or left the institution', (world: World, row: number) => world.moveTo(row, status.liberty, NONE)],
  ['who serves at home', (world: World, row: number) => world.moveTo(row, status.monitored, NONE)],
  ['who is released on the day', (world: World, row: number) => world.diary.set(row, event.released, world.today)],
  ['who is admitted on the day', (world: World, row: number) => world.diary.set(row, event.admitted, world.today)],
])('a chance passes for somebody %s', (_, change) => {
  const { world, row, people, diary } = absconds(0, 10, 365, 21, 1);
  world.today = diary.due(row, event.recaptured);
  onRecaptured(world, row);
  change(world, row);
  const before = people.servedDays[row];
  onAbsconded(world, row, { escapesPerYear: Float64Array.of(1, 1, 1), failureShare: 0, meanDays: 9 }, leave);
  expect(people.status[row]).not.toBe(status.absent);
  expect(people.servedDays[row]).toBe(before);
});

test('a chance passes in a treatment institution, and the next is awaited: who drops out may abscond again', () => {
  const { world, row, people, diary } = absconds(0, 10, 90_000, 21, 1);
  const sure = { escapesPerYear: Float64Array.of(1, 1, 1), failureShare: 0, meanDays: 9 };
  world.today = diary.due(row, event.recaptured);
  onRecaptured(world, row);
  world.moveTo(row, status.treatment, NONE);
  const chances = people.absenceChances[row];
  world.today = diary.due(row, event.absconded);
  onAbsconded(world, row, sure, leave);
  expect(people.status[row]).toBe(status.treatment);
  expect(people.absenceChances[row]).toBe(chances + 1);
  expect(diary.due(row, event.absconded)).toBeGreaterThan(world.today);
  world.moveTo(row, status.serving, 1);
  world.today = diary.due(row, event.absconded);
  onAbsconded(world, row, sure, leave);
  expect(people.status[row]).toBe(status.absent);
});

describe('each lever moves its measure', () => {
  const often = { escapesPerYear: Float64Array.of(0.5, 0.5, 0.5), failureShare: 0.005, meanDays: 21 };
  const granted = { ...leave, grantedShare: leave.grantedShare.map(() => 1) };
  const lives = (levers: Levers) => livesIn(simulate(withLevers(base, levers), true).world);
  const count = (levers: Levers, kind: number) =>
    [...lives(levers).values()].flat().filter(({ event, detail }) => event === 'absconded' && detail === kind).length;
  const set = (absence: Partial<typeof often>) => ({ leave: granted, absence: { ...often, ...absence } });

  test('with nothing to run from and no leave that fails, nobody is absent', () => {
    const never = set({ escapesPerYear: Float64Array.of(0, 0, 0), failureShare: 0 });
    expect([count(never, escaped), count(never, fromLeave)]).toEqual([0, 0]);
  });

  test('escapes and failures each follow their own rate', () => {
    const both = [count(set({}), escaped), count(set({}), fromLeave)];
    expect(both[0]).toBeGreaterThan(3);
    expect(both[1]).toBeGreaterThan(0);
    expect(count(set({ escapesPerYear: Float64Array.of(0.03, 0.05, 0.05) }), escaped)).toBeLessThan(both[0]);
    expect(count(set({ failureShare: 0 }), fromLeave)).toBe(0);
    expect(
      count({ ...set({}), leave: { ...granted, grantedShare: granted.grantedShare.map(() => 0) } }, fromLeave),
    ).toBe(0);
  });

  test('who is away longer comes back later, to the most closed level, and is released later', () => {
    const away = (meanDays: number) => {
      const back = [...lives(set({ meanDays })).values()].flat().filter(({ event }) => event === 'recaptured');
      return back.reduce((sum, { detail }) => sum + detail, 0) / back.length;
    };
    expect(away(60)).toBeGreaterThan(2 * away(10));
  });

  test('an absence ends with a return after as many days as it took, or lasts', () => {
    let ended = 0;
    for (const life of lives(set({})).values()) {
      for (const [at, { event, day }] of life.entries()) {
        if (event !== 'absconded') continue;
        const after: LifeEventRecord | undefined = life.slice(at + 1).find((next) => next.event !== 'died');
        if (after === undefined) continue;
        expect(after.event).toBe('recaptured');
        expect(after.day - day).toBe(after.detail);
        ended++;
      }
    }
    expect(ended).toBeGreaterThan(3);
  });
});
