/** Ties: who has them, what holds them, and what visits and calls amount to. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactMeasures } from '../../src/measures/contact.ts';
import { NOT_YET, type Row, status } from '../../src/people/person.ts';
import { step as callRoll } from '../../src/people/roll.ts';
import { type TallyName, tally } from '../../src/people/tallies.ts';
import type { World } from '../../src/people/world.ts';
import type { FacilityParameters } from '../../src/prison/facility.ts';
import { type FamilyParameters, forgetFamily, step, tiesAfter, tiesAtFirst } from '../../src/prison/family.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { tinyCell, withLevers } from '../tiny.ts';
import { emptyPrison, inmate } from './pupils.ts';

const base = tinyCell();
const { family, leave } = base.parameters[0].values;

/** Everybody is visited as often as allowed times their ties, in a room; unit 0 lies in region 1, unit 1 in region 2. */
const given: FamilyParameters = {
  ...family,
  visitedShare: 1,
  visitsAllowed: Float64Array.of(1, 4),
  visitsUsed: 1,
  booking: 1,
  farRatio: 0.5,
  restrictedRatio: 0.5,
  childrenRooms: 0,
  glassShare: Float64Array.of(0, 0),
  phoneMinutes: Float64Array.of(20, 100),
  phoneUsed: 1,
};
const facility = { unitRegion: Float64Array.of(1, 2) } as unknown as FacilityParameters;

describe('ties at first', () => {
  const plain = { ...family, tiesMean: 0.9, tiesRecord: 0.1, tiesHousing: 0.2, tiesSpread: 0.2 };
  test.each([
    [0.5, 0, true, 0.9],
    [0.5, 0, false, 0.7],
    [0.5, 10, true, 0.9 - 0.1 * Math.log(11)],
    [0.999, 0, true, 1],
    [1e-9, 10, false, 0],
  ])('a draw of %d, %i sanctions, a home %s: %d', (draw, sanctions, hasHome, ties) => {
    expect(tiesAtFirst(draw, sanctions, hasHome, plain)).toBeCloseTo(ties, 9);
  });
});

describe('laws of a week', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const hours = fc.double({ min: 0, max: 200, noNaN: true });

  test('ties stay between 0 and 1, and more contact never weakens them', () => {
    fc.assert(
      fc.property(share, share, share, hours, hours, (ties, fade, renewal, some, more) => {
        const less = tiesAfter(ties, some, { fade, renewal });
        const after = tiesAfter(ties, some + more, { fade, renewal });
        expect(less >= 0 && after <= 1 && after >= less).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test.each([
    [0.8, 0, 0.01, 0.02, 0.792],
    [0.8, 1, 0.01, 0.02, 0.796],
    [0.8, 2, 0.01, 0.02, 0.8],
    [0, 1, 0.5, 0.02, 0.02],
  ])('ties of %d after %d hours, fading by %d and renewed by %d: %d', (ties, of, fade, renewal, after) => {
    expect(tiesAfter(ties, of, { fade, renewal })).toBeCloseTo(after, 9);
  });

  test('no more visits than allowed, and shares of glass add up, whatever the numbers', () => {
    fc.assert(
      fc.property(share, share, share, share, (visitsUsed, glass, rooms, ties) => {
        const numbers = { ...given, visitsUsed, glassShare: Float64Array.of(glass, glass), childrenRooms: rooms };
        const { world } = weekOf({ ...numbers, childrenRatio: 5 }, ties);
        const sum = counted(world, 'visits-contact') + counted(world, 'visits-glass');
        expect(sum).toBeLessThanOrEqual(1000 + 1);
        expect(Math.abs(counted(world, 'visits-glass') - glass * sum)).toBeLessThanOrEqual(1.5);
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe('visits and calls of a week', () => {
  test('follow from ties, distance and restrictions', () => {
    const usual = weekOf(given, 0.8);
    expect([counted(usual.world, 'visits-contact'), counted(usual.world, 'phone-minutes')]).toEqual([800, 16]);
    expect(usual.world.people.visited[usual.row]).toBe(1);
    const far = weekOf(given, 0.8, (world, row) => world.moveTo(row, status.serving, 0, 1));
    expect([counted(far.world, 'visits-contact'), counted(far.world, 'phone-minutes')]).toEqual([400, 16]);
    const remand = weekOf(given, 0.8, (world, row) => world.moveTo(row, status.remand, 0, 0));
    expect([counted(remand.world, 'visits-contact'), counted(remand.world, 'phone-minutes')]).toEqual([400, 8]);
    const open = weekOf(given, 0.8, (world, row) => world.moveTo(row, status.serving, 1, 0));
    expect([counted(open.world, 'visits-contact'), counted(open.world, 'phone-minutes')]).toEqual([3200, 80]);
  });

  test('who gets no visits is not visited, and still calls', () => {
    const { world, row } = weekOf(given, 0.8, (at, who) => at.people.familyFlags.fill(0, who, who + 1));
    expect(world.people.visited[row]).toBe(0);
    expect([counted(world, 'visits-contact'), counted(world, 'phone-minutes')]).toEqual([0, 16]);
  });

  test('a new case begins without a visit, and its ties are found in the first week', () => {
    const { world, row } = weekOf(given, 0.8);
    forgetFamily(world, row);
    expect([world.people.ties[row], world.people.visited[row]]).toEqual([-1, 0]);
    callRoll(world);
    step(world, given, facility, leave);
    expect(world.people.ties[row]).toBeGreaterThanOrEqual(0);
  });
});

test('people who are visited had stronger ties before the first visit', () => {
  const world = emptyPrison();
  const numbers = { ...given, fade: 0, renewal: 0 };
  for (let index = 1; index <= 400; index++) {
    world.people.ties[first(world, index)] = -1;
  }
  callRoll(world);
  step(world, numbers, facility, leave);
  const { ties, visited } = world.people;
  const mean = (of: number) => {
    const rows = Array.from({ length: 400 }, (_, row) => row).filter((row) => visited[row] === of);
    return rows.reduce((sum, row) => sum + ties[row], 0) / rows.length;
  };
  expect(mean(1)).toBeGreaterThan(mean(0) + 0.02);
});

describe('each lever moves its measure', () => {
  const times = (of: Float64Array, factor: number) => of.map((each) => each * factor);
  test.each<[keyof FamilyParameters, string, number, Partial<FamilyParameters>]>([
    ['visitsAllowed', 'visits', 1, { visitsAllowed: times(family.visitsAllowed, 2) }],
    ['visitsUsed', 'visits', 1, { visitsUsed: 1 }],
    ['booking', 'visits', 1, { booking: 1 }],
    ['farRatio', 'visits', 1, { farRatio: 1 }],
    ['restrictedRatio', 'visits', 1, { restrictedRatio: 1 }],
    ['childrenRooms', 'visits', 1, { childrenRooms: 1 }],
    ['childrenRatio', 'visits', 1, { childrenRatio: 2 }],
    ['visitedShare', 'never-visited', 1, { visitedShare: 0.5 }],
    ['phoneMinutes', 'phone', 1, { phoneMinutes: times(family.phoneMinutes, 2) }],
    ['phoneUsed', 'phone', 1, { phoneUsed: 1 }],
    ['phoneWeight', 'ties', 1, { phoneWeight: 1 }],
    ['glassShare', 'ties', -1, { glassShare: times(family.glassShare, 0).fill(1) }],
    ['fade', 'ties-at-release', -1, { fade: 0.05 }],
    ['renewal', 'ties-at-release', 1, { renewal: 0.2 }],
    ['tiesRecord', 'ties', -1, { tiesRecord: 0.2 }],
    ['tiesHousing', 'ties', -1, { tiesHousing: 0.4 }],
  ])('%s: %s', (_, id, direction, to) => {
    expect(direction * (measured(to, id) - measured({}, id))).toBeGreaterThan(0);
  });
});

/** Somebody from region 0 without a record, held there, who has no leave. */
function first(world: World, index: number): Row {
  const row = inmate(world, index);
  world.people.home[row] = 0;
  world.people.leaveDay[row] = NOT_YET;
  return row;
}

/** The week of somebody with such ties who is visited and has children. */
function weekOf(numbers: FamilyParameters, ties: number, change?: (world: World, row: Row) => void) {
  const world = emptyPrison();
  const row = first(world, 1);
  world.people.ties[row] = ties;
  world.people.familyFlags[row] = 3;
  change?.(world, row);
  callRoll(world);
  step(world, numbers, facility, leave);
  return { world, row };
}

function counted(world: World, name: TallyName): number {
  const column = world.levels + 1;
  return world.tallies.subarray(tally[name] * column, (tally[name] + 1) * column).reduce((sum, of) => sum + of, 0);
}

function measured(levers: Partial<FamilyParameters>, id: string): number {
  const { start, end } = base;
  const { summary } = simulate(withLevers(base, { family: levers }));
  const measure = contactMeasures().find((one) => one.id === id)!;
  return measure.value({ summary, days: end - start } as Parameters<typeof measure.value>[0]);
}
