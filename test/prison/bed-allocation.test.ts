/** What each lever of places and placement moves in a small world, and in which direction. */
import { expect, test } from 'vitest';
import { insideStatuses, NONE, status } from '../../src/people/person.ts';
import { classesOfWaiting, type World } from '../../src/people/world.ts';
import { step as bedAllocation } from '../../src/prison/bed-allocation.ts';
import { overflow } from '../../src/prison/facility.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { walk } from '../laws/walk.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';
import { lawWith, onePerson, standInside } from './one-person.ts';

const { facility, placement } = tinyCell().parameters[0].values;
const levels = (...values: readonly number[]) => Float64Array.from(values);

interface Seen {
  /** Record of lives, by event. */
  readonly events: Readonly<Record<string, number>>;
  /** Person-evenings by level. */
  readonly inside: readonly number[];
  /** Person-evenings in units outside the home region, in units of women by men, and of remand in the unit for it. */
  readonly abroad: number;
  readonly women: number;
  readonly remand: number;
  readonly remandInItsUnit: number;
  readonly overflow: number;
  /** Levels at which detention and fine default were begun. */
  readonly begun: ReadonlySet<number>;
}

/** Places for everybody, so that a lever is seen and not the queue. */
const spacious = levels(60, 40, 20);

function seen(levers: Levers = {}, places = spacious): Seen {
  const tiny = withLevers(tinyCell(), { facility: { ...facility, places } });
  const cell: Cell = withLevers(tiny, levers);
  const found = { inside: [0, 0, 0], abroad: 0, women: 0, remand: 0, remandInItsUnit: 0, overflow: 0 };
  const world = walk(cell, (step, at, given) => {
    if (step !== 'lodging') return;
    for (let level = 0; level < 3; level++) {
      found.inside[level] += at.inside[level];
      found.overflow += overflow(at, given.facility, level);
    }
    count(at, found);
  });
  const events: Record<string, number> = {};
  const begun = new Set<number>();
  for (const life of livesIn(world).values()) {
    for (const [at, { event, detail }] of life.entries()) {
      events[event] = (events[event] ?? 0) + 1;
      if (event === 'admitted' && life.slice(0, at).some((before) => before.event === 'detained')) begun.add(detail);
    }
  }
  return { ...found, events, begun };
}

type Counted = Pick<Seen, 'abroad' | 'women' | 'remand' | 'remandInItsUnit'>;

function count({ people, rows }: World, found: { -readonly [Name in keyof Counted]: Counted[Name] }): void {
  for (let row = 0; row < rows.highest; row++) {
    if (!insideStatuses.includes(people.status[row]) || people.unit[row] === NONE) continue;
    const unit = people.unit[row];
    if (facility.unitRegion[unit] - 1 !== people.home[row]) found.abroad++;
    if (people.sex[row] === 1) found.women++;
    if (people.status[row] !== status.remand) continue;
    found.remand++;
    if (facility.remandFirst[unit] === 1) found.remandInItsUnit++;
  }
}

const now = seen();

test('with room everywhere hardly anybody is outside the home region, nobody in police cells, and women are in units', () => {
  const all = now.inside.reduce((sum, people) => sum + people, 0);
  expect(all).toBeGreaterThan(10_000);
  expect(now.abroad).toBeLessThan(0.1 * all);
  expect(now.overflow).toBeLessThan(0.01 * all);
  expect(now.women).toBeGreaterThan(0);
});

test('misconduct_rate: more of it, more returns and fewer days at open levels; none, no return', () => {
  const strict = seen({ placement: { ...placement, misconductRate: levels(0, 5, 5) } });
  const lenient = seen({ placement: { ...placement, misconductRate: levels(0, 0, 0) } });
  expect(lenient.events['misconduct'] ?? 0).toBe(0);
  expect(strict.events['misconduct']).toBeGreaterThan(2 * now.events['misconduct']);
  expect(strict.inside[1] + strict.inside[2]).toBeLessThan(lenient.inside[1] + lenient.inside[2]);
});

test('the rate of the most closed level is not read: from there nobody is returned', () => {
  const { events, inside } = seen({ placement: { ...placement, misconductRate: levels(50, 0.3, 0.4) } });
  expect([events, inside]).toEqual([now.events, now.inside]);
});

test('basis: where the offence decides and gives the most closed level to all, nobody begins or moves elsewhere', () => {
  const closed = placement.offenceShare.map(() => levels(1, 0, 0));
  const { inside, events } = seen({ placement: { ...placement, basis: 'offence', offenceShare: closed } });
  expect(inside.slice(1)).toEqual([0, 0]);
  expect(inside[0]).toBeGreaterThan(now.inside[0]);
  expect(events['admitted']).toBeGreaterThan(100);
});

test('basis: where it gives the second level to all, nobody is moved beyond it', () => {
  const open = placement.offenceShare.map(() => levels(0, 1, 0));
  const { inside } = seen({ placement: { ...placement, basis: 'offence', offenceShare: open } });
  expect(inside[2]).toBe(0);
  expect(inside[1]).toBeGreaterThan(now.inside[1]);
});

test('offence_share is not read where risk and needs decide', () => {
  const closed = placement.offenceShare.map(() => levels(1, 0, 0));
  expect(seen({ placement: { ...placement, offenceShare: closed } }).events).toEqual(now.events);
});

test('transfer_share: with it people come home who began elsewhere', () => {
  const often = { ...placement, reviewDays: levels(5, 5, 5) };
  const never = seen({ placement: { ...often, transferShare: 0 } }, levels(26, 14, 4));
  const always = seen({ placement: { ...often, transferShare: 1 } }, levels(26, 14, 4));
  expect(never.events['transferred'] ?? 0).toBe(0);
  expect(always.events['transferred']).toBeGreaterThan(0);
  expect(always.abroad).toBeLessThan(never.abroad);
});

test('crowding: where less may be filled, remand is held in police cells and the sentenced wait', () => {
  const places = levels(20, 12, 2);
  const half = seen({ facility: { ...facility, places, crowding: levels(0.5, 0.99, 0.99) } });
  const shared = seen({ facility: { ...facility, places, crowding: levels(2, 0.99, 0.99) } });
  expect(half.overflow).toBeGreaterThan(shared.overflow);
  expect(half.inside[0]).toBeLessThan(shared.inside[0]);
});

test('remand_reserve: fewer in police cells where it is kept at the level they come to, and more wait at liberty', () => {
  const places = levels(14, 8, 2);
  const kept = (high: number) => [levels(high, high), levels(0, 0), levels(0, 0)];
  const none = seen({ facility: { ...facility, places, remandReserve: kept(0) } });
  const some = seen({ facility: { ...facility, places, remandReserve: kept(0.2) } });
  expect(none.overflow).toBeGreaterThan(0);
  expect(some.overflow).toBeLessThan(none.overflow);
  expect(some.inside[0]).toBeLessThan(none.inside[0]);
});

test('women_share: without places for women none is in a unit, and those who must be held are in police cells', () => {
  const { women, overflow: over } = seen({
    facility: { ...facility, places: spacious, womenShare: new Float64Array(7) },
  });
  expect(women).toBe(0);
  expect(over).toBeGreaterThan(now.overflow);
});

test('remand_first: where no unit takes remand first, fewer of them are in what was the unit for it', () => {
  const { remand, remandInItsUnit } = seen({
    facility: { ...facility, places: spacious, remandFirst: new Float64Array(7) },
  });
  expect(remandInItsUnit / remand).toBeLessThan(0.8 * (now.remandInItsUnit / now.remand));
});

test.each<['whole-first' | 'end-first', number, number, readonly boolean[], string]>([
  ['whole-first', 1, 0, [false, true], 'whole sentences come first'],
  ['end-first', 1, 0, [true, false], 'the end of a sentence comes first'],
  ['whole-first', 2, 0, [true, true], 'what is left goes to the end of a sentence'],
  ['whole-first', 2, 0.5, [false, true], 'the place left is kept for whole sentences'],
  ['end-first', 1, 1, [true, false], 'nothing is kept where the end comes first'],
])('order %s, %i places, reserve %f: inside and at liberty %j, because %s', (order, places, reserve, get) => {
  const given = lawWith({ monitoring: { order, places, reserve } });
  const { world, row } = onePerson();
  standInside({ world, row }, status.serving, 30);
  const other = world.enter(1, 2);
  world.moveTo(other, status.waiting, NONE);
  world.wait(row, world.monitoring, classesOfWaiting.inside);
  world.wait(other, world.monitoring, classesOfWaiting.atLiberty);
  bedAllocation(world, given.placement, given.facility, given.capacity, given.monitoring);
  expect([row, other].map((one) => world.people.status[one] === status.monitored)).toEqual(get);
});

test('preventive detention begins at the most closed level', () => {
  const { detention } = tinyCell().parameters[0].values;
  const often = { ...detention, share: new Float64Array(detention.share.length).fill(1) };
  expect([...seen({ detention: often }).begun]).toEqual([0]);
});
