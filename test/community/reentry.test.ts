/** What is sought before release, what is arranged, and who comes first where there is too little. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capacityOfWeek, lackOf, onPrepared, type ReentryParameters, step } from '../../src/community/reentry.ts';
import { NEVER } from '../../src/engine/agenda.ts';
import { contactMeasures } from '../../src/measures/contact.ts';
import { arrangement, forgetArrangements } from '../../src/people/arrangement.ts';
import { event } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { NONE, NOT_YET, type Row, status } from '../../src/people/person.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import { type TallyName, tally } from '../../src/people/tallies.ts';
import type { World } from '../../src/people/world.ts';
import { onAbsconded, onRecaptured } from '../../src/prison/absence.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { emptyPrison, inmate } from '../prison/pupils.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

const base = tinyCell();
const { family, leave } = base.parameters[0].values;
const { home, job, care } = arrangement;
const ALL = home | job | care;

/** Two regions; everybody can be helped, family helps nobody, and there is no guarantee. */
const given: ReentryParameters = {
  capacity: [Float64Array.of(0, 0, 0), Float64Array.of(0, 0, 0)],
  guarantee: Float64Array.of(0, 0, 0),
  successShare: Float64Array.of(1, 1, 1),
  familyHome: 0,
  keptYears: 1,
};
const guaranteed = { ...given, guarantee: Float64Array.of(1, 1, 1) };

describe('what somebody lacks', () => {
  test.each([
    [0, 0],
    [need.housing, home],
    [need.work, job],
    [need.opioids, care],
    [need.mental, care],
    [need.opioids | need.mental, care],
    [need.thinking, 0],
    [need.housing | need.work, home | job],
    [need.housing | need.work | need.mental, ALL],
  ])('with needs %i: %i', (needs, lacks) => expect(lackOf(needs)).toBe(lacks));
});

test('the capacity of weeks is whole, never negative, and adds up to that of the years', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -9000, max: 9000 }),
      fc.double({ min: 0, max: 5000, noNaN: true }),
      (day, perYear) => {
        let sum = 0;
        for (let week = 0; week < 522; week++) {
          const capacity = capacityOfWeek(day + 7 * week, perYear);
          expect(Number.isInteger(capacity) && capacity >= 0).toBe(true);
          sum += capacity;
        }
        expect(Math.abs(sum - (perYear * 522 * 7) / 365.25)).toBeLessThan(2 + perYear * 0.01);
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});

describe('before release', () => {
  test('whoever is guaranteed everything gets what they lack, at once, and the rest of it is not sought', () => {
    const { world, row } = asks(need.housing | need.mental, guaranteed);
    expect([world.people.arranged[row], world.people.asked[row]]).toEqual([home | care, 0]);
    expect([counted(world, 'home-arranged'), counted(world, 'job-arranged'), counted(world, 'care-arranged')]).toEqual([
      1, 0, 1,
    ]);
  });

  test('whoever cannot be helped is sought for, and gets nothing', () => {
    const { world, row } = asks(need.housing | need.work, { ...guaranteed, successShare: Float64Array.of(0, 0, 0) });
    expect([world.people.arranged[row], world.people.asked[row]]).toEqual([0, 0]);
    expect([counted(world, 'home-asked'), counted(world, 'job-asked')]).toEqual([1, 1]);
  });

  test('strong ties find a home and no job; no ties find nothing', () => {
    const kind = { ...given, familyHome: 1 };
    const strong = asks(need.housing | need.work, kind, 1);
    expect([strong.world.people.arranged[strong.row], strong.world.people.asked[strong.row]]).toEqual([home, job]);
    const weak = asks(need.housing | need.work, kind, 0);
    expect(weak.world.people.arranged[weak.row]).toBe(0);
  });

  test('a home from family is one that was sought: never more arranged than sought', () => {
    const { world } = asks(need.housing, { ...given, familyHome: 1 }, 1);
    expect([counted(world, 'home-asked'), counted(world, 'home-arranged')]).toEqual([1, 1]);
  });

  test('who is not held any more asks for nothing', () => {
    const { world, row } = asks(ALL_NEEDS, guaranteed, 0.5, (at, who) => at.moveTo(who, status.liberty, NONE));
    expect([world.people.arranged[row], world.people.asked[row]]).toEqual([0, 0]);
  });

  test('home and job are lost after release, care is not', () => {
    const all = asks(ALL_NEEDS, guaranteed);
    expect(all.world.people.arrangedUntil[all.row]).toBeGreaterThan(all.world.people.releaseDay[all.row]);
    expect(all.world.diary.due(all.row, event.riskChanged)).toBe(all.world.people.arrangedUntil[all.row]);
    const cared = asks(need.mental, guaranteed);
    expect(cared.world.diary.due(cared.row, event.riskChanged)).toBe(NEVER);
  });

  test('what was lost since an earlier release is sought again, what stands is not', () => {
    const { world, row } = asks(need.housing, guaranteed);
    onPrepared(world, row, guaranteed, family);
    expect(counted(world, 'home-arranged')).toBe(1);
    world.today = world.people.arrangedUntil[row];
    onPrepared(world, row, given, family);
    expect([world.people.arranged[row], world.people.asked[row]]).toEqual([0, home]);
  });

  test('a new case begins with nothing', () => {
    const { world, row } = asks(ALL_NEEDS, guaranteed);
    forgetArrangements(world, row);
    const { people, diary } = world;
    expect([people.arranged[row], people.asked[row], people.arrangedUntil[row]]).toEqual([0, 0, NOT_YET]);
    expect([diary.due(row, event.prepared), diary.due(row, event.riskChanged)]).toEqual([NEVER, NEVER]);
  });
});

test('whoever is away on the day is prepared when back', () => {
  const world = emptyPrison();
  const row = inmate(world, 1);
  world.people.leaveDay[row] = NOT_YET;
  world.diary.set(row, event.released, world.today + 50);
  world.diary.set(row, event.prepared, world.today + 5);
  const sure = { escapesPerYear: Float64Array.of(1, 1), failureShare: 0, meanDays: 30 };
  world.people.releaseDay[row] = world.today + 50;
  onAbsconded(world, row, sure, leave);
  const back = world.diary.due(row, event.recaptured);
  expect(world.diary.due(row, event.prepared)).toBe(back + 5);
  world.today = back;
  onRecaptured(world, row);
  expect(world.diary.due(row, event.released) - world.diary.due(row, event.prepared)).toBe(45);
});

describe('places of a region', () => {
  /** A capacity of one a week, in the first region alone, for homes alone. */
  const one = { ...given, capacity: [Float64Array.of(365.25 / 7, 0, 0), Float64Array.of(0, 0, 0)] };

  test('go to who is released first, then by key, and to nobody of another region', () => {
    const world = emptyPrison();
    const rows = [5, 2, 3, 1].map((index) => inmate(world, index));
    const { people } = world;
    [90, 40, 40, 20].forEach((days, at) => {
      people.releaseDay[rows[at]] = world.today + days;
      people.home[rows[at]] = at === 3 ? 1 : 0;
      people.needs[rows[at]] = need.housing;
      onPrepared(world, rows[at], one, family);
    });
    const got: number[][] = [];
    for (let week = 0; week < 4; week++, world.today += 7) {
      callRoll(world);
      step(world, one);
      got.push(rows.map((row) => people.arranged[row]));
    }
    expect(got).toEqual([
      [0, 1, 0, 0],
      [0, 1, 1, 0],
      [1, 1, 1, 0],
      [1, 1, 1, 0],
    ]);
  });

  test('are never over-filled, and nobody gets what was not asked, whatever the numbers', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true });
    const three = (of: fc.Arbitrary<number>) => fc.tuple(of, of, of).map((values) => Float64Array.from(values));
    const capacity = three(fc.double({ min: 0, max: 400, noNaN: true }));
    fc.assert(
      fc.property(
        fc.tuple(capacity, capacity),
        three(shares),
        fc.integer({ min: 1, max: 30 }),
        (room, success, many) => {
          const world = emptyPrison();
          const numbers = { ...given, capacity: room, successShare: success };
          for (let index = 1; index <= many; index++) {
            const row = inmate(world, index);
            world.people.home[row] = index % 2;
            world.people.needs[row] = ALL_NEEDS;
            onPrepared(world, row, numbers, family);
          }
          callRoll(world);
          step(world, numbers);
          (['home-arranged', 'job-arranged', 'care-arranged'] as const).forEach((name, kind) => {
            const most = room.reduce((sum, of) => sum + capacityOfWeek(world.today, of[kind]), 0);
            expect(counted(world, name)).toBeLessThanOrEqual(most);
          });
          for (let row = 0; row < many; row++) expect(world.people.arranged[row] & world.people.asked[row]).toBe(0);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});

describe('each lever moves its measure', () => {
  const scaled = (factor: number) => ({
    reentry: { capacity: base.parameters[0].values.reentry.capacity.map((of) => of.map((each) => each * factor)) },
  });
  const set = (reentry: Partial<ReentryParameters>): Levers => ({ reentry });
  test.each<[string, string, string, Levers, Levers]>([
    ['capacity', 'home-at-release', 'higher', scaled(0), scaled(1)],
    ['a guarantee of homes', 'home-at-release', 'higher', scaled(0), set({ guarantee: Float64Array.of(1, 0, 0) })],
    ['a guarantee of jobs', 'job-at-release', 'higher', scaled(0), set({ guarantee: Float64Array.of(0, 1, 0) })],
    ['a guarantee of care', 'care-at-release', 'higher', scaled(0), set({ guarantee: Float64Array.of(0, 0, 1) })],
    ['who can be helped', 'job-at-release', 'higher', set({ successShare: Float64Array.of(0, 0, 0) }), {}],
    ['homes from family', 'home-at-release', 'higher', set({ familyHome: 0 }), set({ familyHome: 1 })],
    ['homes from family', 'reentry-unmet', 'lower', set({ familyHome: 0 }), set({ familyHome: 1 })],
  ])('%s: %s is %s', (_, id, direction, from, to) => {
    const change = measured(to, id) - measured(from, id);
    expect(direction === 'higher' ? change : -change).toBeGreaterThan(0);
  });
});

const ALL_NEEDS = need.housing | need.work | need.mental;

/** Somebody who is prepared today, with a year left. */
function asks(needs: number, numbers: ReentryParameters, ties = 0.5, before?: (world: World, row: Row) => void) {
  const world = emptyPrison();
  const row = inmate(world, 1);
  world.people.needs[row] = needs;
  world.people.ties[row] = ties;
  before?.(world, row);
  onPrepared(world, row, numbers, family);
  return { world, row };
}

function counted(world: World, name: TallyName): number {
  const column = world.levels + 1;
  const counts = world.tallies.subarray(tally[name] * column, (tally[name] + 1) * column);
  return counts.reduce((sum, count) => sum + count, 0);
}

function measured(levers: Levers, id: string): number {
  const { start, end } = base;
  const { summary } = simulate(withLevers(base, levers));
  const measure = contactMeasures().find((one) => one.id === id)!;
  return measure.value({ summary, days: end - start } as Parameters<typeof measure.value>[0]);
}
