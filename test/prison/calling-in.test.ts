/** Calling in: how many may be called in a week, who goes first, and at which level they begin. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../../src/measures/measure.ts';
import { event } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, status } from '../../src/people/person.ts';
import { classesOfWaiting, type World } from '../../src/people/world.ts';
import { step as bedAllocation } from '../../src/prison/bed-allocation.ts';
import { callsOn, levelWithRoom } from '../../src/prison/calling-in.ts';
import { goesFirst, joinQueue } from '../../src/prison/placement.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { lawWith, onePerson } from './one-person.ts';

test('the days of any week have the calls of a week between them, in whole people', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -30_000, max: 30_000 }),
      fc.double({ min: 0, max: 500, noNaN: true }),
      (day, aWeek) => {
        let sum = 0;
        for (let next = day; next < day + 7; next++) {
          const calls = callsOn(next, aWeek);
          expect(Number.isInteger(calls) && calls >= 0).toBe(true);
          expect(Math.abs(calls - aWeek / 7)).toBeLessThanOrEqual(1);
          sum += calls;
        }
        expect(Math.abs(sum - aWeek)).toBeLessThanOrEqual(1);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

test.each([
  [false, 0.5, 100, false, 'nothing that matters'],
  [true, 0.5, 100, true, 'remanded in the case'],
  [false, 0.95, 100, true, 'a high risk'],
  [false, 0.9, 100, false, 'not above it'],
  [false, 0.5, 366, true, 'a long sentence'],
  [false, 0.5, 365, false, 'not longer than that'],
])('remanded %s, risk %f, %i days: first %s, %s', (wasRemanded, risk, days, expected) => {
  expect(goesFirst(wasRemanded, risk, days, { firstRemanded: 1, firstRisk: 0.9, firstDays: 365 })).toBe(expected);
});

test('remand in the case does not count where it is switched off', () => {
  expect(goesFirst(true, 0.5, 100, { firstRemanded: 0, firstRisk: 0.9, firstDays: 365 })).toBe(false);
});

interface Waiting {
  readonly level: number;
  readonly since: number;
  readonly first?: true;
}

test.each([
  [1, 2, [1, 2], 1, 'the level meant for them'],
  [1, 2, [0, 2], 0, 'the next more closed one if that is full'],
  [0, 2, [1, 2], 1, 'the next more open one in reach if the more closed are full'],
  [0, 1, [2], -1, 'none that is out of reach'],
  [0, 0, [1, 2], -1, 'none more open where nothing more open is in reach'],
])('meant for level %i, %i in reach, room at %j: level %i, %s', (meant, inReach, open, expected) => {
  expect(levelWithRoom(meant, inReach, (level) => open.includes(level))).toBe(expected);
});

/** The law of one unit for men with so many places at each level. */
function lawOfPlaces(places: readonly number[], callInShare: number, levers: Levers = {}) {
  const one = (share: number) => Float64Array.of(share, 0, 0, 0, 0, 0, 0);
  const { facility, placement } = lawWith();
  return lawWith({
    ...levers,
    placement: { ...placement, ...levers.placement, callInShare },
    facility: {
      places: Float64Array.from(places),
      crowding: new Float64Array(3).fill(1),
      unitShare: facility.unitShare.map(() => one(1)),
      womenShare: new Float64Array(7),
      remandReserve: facility.remandReserve.map(() => new Float64Array(2)),
    },
  });
}

/** A prison with so many places at each level and people who wait for them, in one unit for men. */
function queueOf(people: readonly Waiting[], places: readonly number[], callInShare: number, levers: Levers = {}) {
  const given = lawOfPlaces(places, callInShare, levers);
  const { world } = onePerson();
  const rows = people.map(({ level, since, first }, at) => {
    const row = world.enter(1, 10 + at);
    world.moveTo(row, status.waiting, NONE);
    world.people.waitingSince[row] = world.today - since;
    world.wait(row, level, first ? classesOfWaiting.first : classesOfWaiting.atLiberty);
    // as if on days of their own
    world.settleWaiting();
    return row;
  });
  const morning = () => {
    bedAllocation(world, given.placement, given.facility, given.capacity, given.monitoring);
    world.today++;
  };
  return { world, rows, morning, levels: () => rows.map((row) => levelOf(world, row)) };
}

function levelOf({ people }: World, row: number): number | undefined {
  return people.level[row] === NONE ? undefined : people.level[row];
}

describe('a morning', () => {
  test.each<[string, readonly Waiting[], readonly number[], readonly (number | undefined)[]]>([
    [
      'each at the level waited for',
      [
        { level: 0, since: 1 },
        { level: 1, since: 1 },
      ],
      [5, 5, 5],
      [0, 1],
    ],
    [
      'at the next more closed one that has room',
      [
        { level: 2, since: 1 },
        { level: 1, since: 1 },
      ],
      [5, 0, 0],
      [0, 0],
    ],
    ['never at a more open one', [{ level: 0, since: 1 }], [0, 5, 5], [undefined]],
    [
      'whoever waits longest, whatever the level',
      [
        { level: 0, since: 1 },
        { level: 2, since: 9 },
      ],
      [1, 0, 0],
      [undefined, 0],
    ],
    [
      'whoever goes first before who waits longest',
      [
        { level: 0, since: 9 },
        { level: 0, since: 1, first: true },
      ],
      [1, 0, 0],
      [undefined, 0],
    ],
    [
      'the others where none that goes first has a place',
      [
        { level: 1, since: 9 },
        { level: 0, since: 1, first: true },
      ],
      [0, 1, 0],
      [1, undefined],
    ],
  ])('%s', (_, people, places, expected) => {
    const { morning, levels } = queueOf(people, places, 1e6);
    morning();
    expect(levels()).toEqual(expected);
  });
});

describe('a place that is free calls whoever may begin there', () => {
  const sentence = { days: 300, rank: 0.6 };
  test.each<[string, { days: number; rank: number; basis?: number }, readonly number[], Levers, number | undefined]>([
    ['at the level meant for them while it has room', sentence, [1, 1, 1], {}, 0],
    ['at the second level if the first is full', sentence, [0, 1, 1], {}, 1],
    ['not with a rank above its ceiling', { days: 300, rank: 0.76 }, [0, 1, 1], {}, undefined],
    ['with a rank at its ceiling', { days: 300, rank: 0.75 }, [0, 1, 1], {}, 1],
    ['not with a sentence above two years', { days: 731, rank: 0.6 }, [0, 1, 1], {}, undefined],
    ['with a sentence of two years', { days: 730, rank: 0.6 }, [0, 1, 1], {}, 1],
    ['not at the third with a sentence above one', { days: 366, rank: 0.5 }, [0, 0, 1], {}, undefined],
    ['at the third with a sentence of one', { days: 365, rank: 0.5 }, [0, 0, 1], {}, 2],
    ['in place of a fine', { days: 30, rank: 0.1, basis: custodyGrounds.fineDefault }, [0, 1, 1], {}, 1],
    ['where all are meant for the first', { days: 30, rank: 0.1, basis: custodyGrounds.fineDefault }, [1, 1, 1], {}, 0],
    ['not beyond what the offence gives', sentence, [0, 1, 1], closedByOffence(), undefined],
    ['not where no sentence is short enough', sentence, [0, 1, 1], limits(0), undefined],
  ])('%s', (_, { days, rank, basis = custodyGrounds.sentence }, places, levers, expected) => {
    const given = lawOfPlaces(places, 1e6, levers);
    const { world, row } = onePerson();
    const { people } = world;
    [people.sentenceDays[row], people.assessedRisk[row], people.basis[row]] = [days, rank, basis];
    world.moveTo(row, status.waiting, NONE);
    people.waitingSince[row] = world.today;
    joinQueue(world, row, given.placement);
    bedAllocation(world, given.placement, given.facility, given.capacity, given.monitoring);
    expect(levelOf(world, row)).toBe(expected);
  });
});

function closedByOffence(): Levers {
  const { placement } = lawWith();
  return { placement: { basis: 'offence', offenceShare: placement.offenceShare.map(() => Float64Array.of(1, 0, 0)) } };
}

function limits(days: number): Levers {
  return { placement: { entryDays: new Float64Array(3).fill(days) } };
}

describe('a limit to calling in', () => {
  const thirty = Array.from({ length: 30 }, (_, at) => ({ level: at % 3, since: 100 - at }));

  test('is not exceeded in any week, though places are free, and is used up while somebody waits', () => {
    const { morning, levels } = queueOf(thirty, [50, 30, 20], 0.05);
    const inside = () => levels().filter((level) => level !== undefined).length;
    for (let week = 1; week <= 6; week++) {
      for (let day = 0; day < 7; day++) morning();
      expect(Math.abs(inside() - 5 * week)).toBeLessThanOrEqual(1);
    }
    expect(inside()).toBe(30);
  });

  test('nobody waits for ever, however low it is and whatever the level', () => {
    const { morning, levels } = queueOf(thirty, [50, 30, 20], 0.005);
    for (let day = 0; day < (7 * 31) / 0.5; day++) morning();
    expect(levels()).not.toContain(undefined);
  });

  test('0 calls nobody in; where there are enough places there is none', () => {
    const none = queueOf(thirty, [50, 30, 20], 0);
    none.morning();
    expect(none.levels().every((level) => level === undefined)).toBe(true);
    const enough = queueOf(thirty, [0, 0, 0], 0, { capacity: { response: 'enough' } });
    enough.morning();
    expect(enough.levels()).not.toContain(undefined);
  });
});

describe('in the tiny world', () => {
  const { facility } = tinyCell().parameters[0].values;
  const lived = (placement: Levers['placement']) => {
    // half of the places until the observation begins, then all: a queue that the service may call in
    const cell = withLevers(tinyCell(), { placement: placement! });
    const [{ values }] = cell.parameters;
    const half = { ...values, facility: { ...facility, places: facility.places.map((count) => count / 2) } };
    const parameters = [
      { from: cell.parameters[0].from, values: half },
      { from: cell.start, values },
    ];
    return simulate({ ...cell, parameters }).summary;
  };
  const begun = (placement: Levers['placement']) => eventsOf(lived(placement), event.admitted);
  const waited = (placement: Levers['placement']) => lived(placement).waiting.reduce((sum, people) => sum + people, 0);

  test('call_in_share: a lower one, and places that reopen fill more slowly', () => {
    expect(waited({ callInShare: 0.01 })).toBeGreaterThan(waited({ callInShare: 1 }));
    expect(begun({ callInShare: 0.01 })).toBeLessThan(begun({ callInShare: 1 }));
  });

  test.each(['firstRisk', 'firstDays', 'firstRemanded'] as const)('%s decides who is called in', (lever) => {
    const all = { firstRisk: 1, firstDays: 7670, firstRemanded: 0 };
    const others = { firstRisk: 0.3, firstDays: 60, firstRemanded: 1 };
    const one = lived(all);
    const other = lived({ ...all, [lever]: others[lever] });
    expect([...other.lives]).not.toEqual([...one.lives]);
  });
});
