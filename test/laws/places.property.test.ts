/** Who gets a place, and when: in any small world, on any morning. */

import { expect } from 'vitest';
import { NONE, SEXES, status } from '../../src/people/person.ts';
import { classesOfWaiting, classOf, type World } from '../../src/people/world.ts';
import { callsOn } from '../../src/prison/calling-in.ts';
import { type FacilityParameters, placesNow, placesOfUnits, room, roomToHandOut } from '../../src/prison/facility.ts';
import { leftForTheEnd } from '../../src/prison/monitoring.ts';
import { firstLevel } from '../../src/prison/placement.ts';
import { must, type Watch } from './walk.ts';
import { watchedLaws } from './watched-worlds.ts';

const law = watchedLaws();

/** Where everybody stood: level (or monitoring, or NONE) and waiting list, by row. */
interface Standing {
  readonly at: readonly number[];
  readonly list: readonly number[];
}

function standing(world: World): Standing {
  const rows = Array.from({ length: world.rows.highest }, (_, row) => row);
  const { status: stands, level } = world.people;
  const at = rows.map((row) => (stands[row] === status.monitored ? world.monitoring : level[row]));
  return { at, list: rows.map((row) => world.waiting.listOf(row)) };
}

/** A watch that sees what the morning's handing out of places changed. */
function morning(look: (world: World, before: Standing, after: Standing, given: Parameters<Watch>[2]) => void): Watch {
  let before: Standing = { at: [], list: [] };
  return (step, world, given) => {
    if (step === 'arrivals') before = standing(world);
    if (step === 'bed-allocation') look(world, before, standing(world), given);
  };
}

const placed = (before: Standing, after: Standing) =>
  [...after.at.keys()].filter((row) => after.at[row] !== before.at[row]);

const FROM_LIBERTY = [classesOfWaiting.first, classesOfWaiting.atLiberty] as const;

/** People at liberty who began at a level this morning, called in. */
const calledIn = (world: World, before: Standing, after: Standing) =>
  placed(before, after).filter((row) => {
    const list = before.list[row];
    if (list < 0 || after.at[row] === world.monitoring) return false;
    return FROM_LIBERTY.some((kind) => classOf(list) === kind);
  });

const allPlaces = (world: World, facility: FacilityParameters) =>
  Array.from({ length: world.levels }, (_, level) => placesNow(world, facility, level)).reduce((a, b) => a + b, 0);

const isRecalled = (list: number) => list >= 0 && classOf(list) === classesOfWaiting.recalled;

let full = 0;
law(
  'no sentenced person is put on a level, or on monitoring, beyond its usable places; only the recalled are',
  () =>
    morning((world, before, after, { facility, monitoring }) => {
      for (const row of placed(before, after)) {
        const level = after.at[row];
        if (isRecalled(before.list[row])) continue;
        const { unit, sex } = world.people;
        must(level === world.monitoring || unit[row] !== NONE, `row ${row} was placed outside the units`);
        const cell = world.heldAt(level, unit[row], sex[row]);
        const most = level === world.monitoring ? monitoring.places : placesOfUnits(facility)[cell];
        const held = level === world.monitoring ? world.inside[level] : world.held[cell];
        must(held <= most, `level ${level}, unit ${unit[row]}, sex ${sex[row]}: ${held} on ${most} places`);
        if (held === most) full++;
      }
    }),
  () => {
    expect(full).toBeGreaterThan(50);
  },
);

law('the recalled enter the next morning, full or not', () =>
  morning((world) => {
    for (let level = 0; level < world.levels; level++) {
      for (let sex = 0; sex < SEXES; sex++) {
        const recalled = world.waiting.length[world.listOf(level, classesOfWaiting.recalled, sex)];
        must(recalled === 0, `${recalled} recalled wait for level ${level}`);
      }
    }
  }),
);

let [limited, called] = [0, 0];
law(
  'no place but the reserve stays empty in the morning while somebody waits for it and may be called in',
  () =>
    morning((world, before, after, { facility, monitoring, placement }) => {
      const { inside, atLiberty, outside, transfer } = classesOfWaiting;
      const most = callsOn(world.today, placement.callInShare * allPlaces(world, facility));
      const calls = calledIn(world, before, after).length;
      must(calls <= most, `${calls} called in, and ${most} may be`);
      called += calls;
      const waitingFor = (level: number, kind: number, sex: number) =>
        world.waiting.length[world.listOf(level, kind, sex)];
      for (let level = 0; level < world.levels; level++) {
        for (let sex = 0; sex < SEXES; sex++) {
          must(waitingFor(level, transfer, sex) === 0, `somebody goes on waiting for a transfer at level ${level}`);
          const free = room(world, facility, level, sex);
          must(free === 0 || waitingFor(level, outside, sex) === 0, `level ${level} has room, and somebody is outside`);
          if (roomToHandOut(world, facility, level, sex) === 0) continue;
          must(waitingFor(level, inside, sex) === 0, `level ${level} has room, and somebody waits inside`);
          for (let wanted = level; wanted < world.levels; wanted++) {
            for (const kind of FROM_LIBERTY) {
              const waits = waitingFor(wanted, kind, sex);
              must(waits === 0 || calls === most, `level ${level} has room, and somebody waits in class ${kind}`);
              if (waits > 0) limited++;
            }
          }
        }
      }
      const { places, order, reserve } = monitoring;
      const left = places - world.inside[world.monitoring];
      if ((order === 'end-first' ? left : leftForTheEnd(left, places, reserve)) > 0) {
        must(waitingFor(world.monitoring, inside, 0) === 0, 'monitoring has room, and somebody waits inside');
      }
      must(waitingFor(world.monitoring, atLiberty, 0) === 0, 'somebody goes on waiting for monitoring at liberty');
    }),
  () => {
    expect(called).toBeGreaterThan(100);
    expect(limited).toBeGreaterThan(10);
  },
);

let [beyondReach, moreOpen] = [0, 0];
law(
  'nobody whom sentence and risk allow to begin at a level waits while it has a place and somebody may be called in',
  () =>
    morning((world, before, after, { facility, placement }) => {
      if (placement.basis === 'offence') return;
      const begun = calledIn(world, before, after);
      const isUsedUp = begun.length === callsOn(world.today, placement.callInShare * allPlaces(world, facility));
      moreOpen += begun.filter((row) => after.at[row] > firstLevel(world, row, placement)).length;
      const { sentenceDays, assessedRisk, sex } = world.people;
      for (const [row, list] of after.list.entries()) {
        if (list < 0 || after.at[row] !== NONE) continue;
        if (!FROM_LIBERTY.some((kind) => classOf(list) === kind)) continue;
        for (let level = 1; level < world.levels; level++) {
          if (roomToHandOut(world, facility, level, sex[row]) === 0) continue;
          const isAllowed =
            sentenceDays[row] <= placement.entryDays[level] && assessedRisk[row] <= placement.riskCeiling[level];
          if (!isAllowed) beyondReach++;
          must(!isAllowed || isUsedUp, `row ${row} waits, may begin at level ${level}, and it has a place`);
        }
      }
    }),
  () => {
    expect(moreOpen).toBeGreaterThan(50);
    expect(beyondReach).toBeGreaterThan(50);
  },
);

let overtaken = 0;
law(
  'nobody is called in while somebody who goes first waits for a place that is there',
  () =>
    morning((world, before, after, { facility }) => {
      const others = calledIn(world, before, after).filter(
        (row) => classOf(before.list[row]) === classesOfWaiting.atLiberty,
      );
      // who was sent on from monitoring goes first only by the list that was joined this morning
      const isSure = others.some((row) => before.list[row] < world.listOf(world.monitoring, 0, 0));
      if (!isSure) return;
      overtaken++;
      for (let level = 0; level < world.levels; level++) {
        for (let sex = 0; sex < SEXES; sex++) {
          if (roomToHandOut(world, facility, level, sex) === 0) continue;
          for (let wanted = level; wanted < world.levels; wanted++) {
            const waits = world.waiting.length[world.listOf(wanted, classesOfWaiting.first, sex)];
            must(waits === 0, `level ${level} has room, and ${waits} who go first wait`);
          }
        }
      }
    }),
  () => {
    expect(overtaken).toBeGreaterThan(50);
  },
);

let compared = 0;
law(
  'first come, first served: nobody is placed from a list before somebody who joined it earlier',
  () => {
    // by key, since people change rows
    const joined = new Map<number, number>();
    let lists = new Map<number, number>();
    const keyOf = ({ people }: World, row: number) => 4 * people.index[row] + people.stream[row];
    let before: Standing = { at: [], list: [] };
    const note = (world: World, moment: number) => {
      const now = new Map(
        standing(world).list.flatMap((list, row) => (list === undefined ? [] : [[keyOf(world, row), list] as const])),
      );
      for (const [key, list] of now) if (list >= 0 && list !== lists.get(key)) joined.set(key, moment);
      lists = now;
    };
    const compare = (world: World, a: number, b: number) => joined.get(keyOf(world, a))! - joined.get(keyOf(world, b))!;
    const precedes = (world: World, a: number, b: number) =>
      compare(world, a, b) < 0 || (compare(world, a, b) === 0 && world.people.index[a] < world.people.index[b]);
    return (step, world) => {
      if (step === 'arrivals') before = standing(world);
      if (step === 'diaries') note(world, 2 * world.today + 1);
      if (step !== 'bed-allocation') return;
      const after = standing(world);
      const monitoringList = world.listOf(world.monitoring, classesOfWaiting.atLiberty, 0);
      for (const row of placed(before, after)) {
        const list = before.list[row];
        // who found no place for monitoring was sent on to another list
        if (list === monitoringList && after.at[row] !== world.monitoring) continue;
        for (const [other, otherList] of after.list.entries()) {
          if (otherList !== list || before.list[other] !== list) continue;
          must(precedes(world, row, other), `row ${row} was placed from list ${list} before row ${other}`);
          compared++;
        }
      }
      note(world, 2 * world.today);
    };
  },
  () => {
    expect(compared).toBeGreaterThan(100);
  },
);

let placements = 0;
law(
  'nobody is put out when places are cut, and nobody is moved back to a more closed level',
  () =>
    morning((_world, before, after) => {
      for (const row of placed(before, after)) {
        const [from, to] = [before.at[row], after.at[row]];
        must(to !== NONE, `row ${row} was put out in the morning`);
        must(from === NONE || to > from, `row ${row} was moved from ${from} back to ${to}`);
        placements++;
      }
    }),
  () => {
    expect(placements).toBeGreaterThan(300);
  },
);

let filled = 0;
law(
  'units are never filled beyond their limit: who is there beyond it was there when it was lowered',
  () => {
    let before = new Int32Array(0);
    return (_step, world, { facility }) => {
      const places = placesOfUnits(facility);
      for (const [at, held] of world.held.entries()) {
        must(held <= Math.max(places[at], before[at] ?? 0), `cell ${at} holds ${held} on ${places[at]} places`);
        if (held > 0 && held === places[at]) filled++;
      }
      before = world.held.slice();
    };
  },
  () => {
    expect(filled).toBeGreaterThan(1000);
  },
);

let outside = 0;
law(
  'in the evening nobody is held outside the units of a level that has room for them',
  () =>
    (step, world, { facility }) => {
      if (step !== 'lodging') return;
      for (let level = 0; level < world.levels; level++) {
        for (let sex = 0; sex < SEXES; sex++) {
          const people = world.waiting.length[world.listOf(level, classesOfWaiting.outside, sex)];
          outside += people;
          must(people === 0 || room(world, facility, level, sex) === 0, `level ${level} has room for sex ${sex}`);
        }
      }
    },
  () => {
    expect(outside).toBeGreaterThan(100);
  },
);
