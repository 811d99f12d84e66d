/** Who gets a place, and when: in any small world, on any morning. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NONE, status } from '../../src/people/person.ts';
import { classesOfWaiting, type World } from '../../src/people/world.ts';
import { room, usablePlaces } from '../../src/prison/facility.ts';
import { randomWorld, worlds } from './random-world.ts';
import { must, type Watch, walk } from './walk.ts';

/** Where everybody stood: level (or monitoring, or NONE) and waiting list, by row. */
interface Standing {
  readonly at: readonly number[];
  readonly list: readonly number[];
}

function standing(world: World): Standing {
  const rows = Array.from({ length: world.rows.highest }, (_, row) => row);
  const { status: stands, level } = world.people;
  const at = rows.map((row) => (stands[row] === status.monitored ? world.monitoring : level[row]!));
  return { at, list: rows.map((row) => world.waiting.listOf(row)) };
}

/** A watch that sees what the morning's handing out of places changed. */
function morning(look: (world: World, before: Standing, after: Standing, given: Parameters<Watch>[2]) => void): Watch {
  let before: Standing = { at: [], list: [] };
  return (step, world, given) => {
    if (step === 'arrivals') before = standing(world);
    if (step === 'placement') look(world, before, standing(world), given);
  };
}

const placed = (before: Standing, after: Standing) =>
  [...after.at.keys()].filter((row) => after.at[row] !== before.at[row]);

const isRecalled = (list: number) => list % 3 === classesOfWaiting.recalled;

test('no sentenced person is put on a level, or on monitoring, beyond its usable places; only the recalled are', () => {
  let full = 0;
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(
        cell,
        morning((world, before, after, { facility, monitoring }) => {
          for (const row of placed(before, after)) {
            const level = after.at[row]!;
            if (isRecalled(before.list[row]!)) continue;
            const most =
              level === world.monitoring
                ? monitoring.places
                : usablePlaces(facility.places[level]!, facility.ceiling[level]!, facility.heldByOthers[level]!);
            must(world.inside[level]! <= most, `level ${level} holds ${world.inside[level]} on ${most} usable places`);
            if (world.inside[level] === most) full++;
          }
        }),
      );
    }),
    worlds,
  );
  expect(full).toBeGreaterThan(50);
});

test('the recalled enter the next morning, full or not', () => {
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(
        cell,
        morning((world) => {
          for (let level = 0; level < world.levels; level++) {
            const recalled = world.waiting.length[world.listOf(level, classesOfWaiting.recalled)];
            must(recalled === 0, `${recalled} recalled wait for level ${level}`);
          }
        }),
      );
    }),
    worlds,
  );
});

test('no place stays empty in the morning while somebody waits for it', () => {
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(
        cell,
        morning((world, _before, _after, { facility, monitoring }) => {
          const { inside, atLiberty } = classesOfWaiting;
          const waitingFor = (level: number, kind: number) => world.waiting.length[world.listOf(level, kind)]!;
          for (let level = 0; level < world.levels; level++) {
            if (room(facility, level, world.inside[level]!) === 0) continue;
            must(waitingFor(level, atLiberty) === 0, `level ${level} has room, and somebody waits at liberty`);
            must(waitingFor(level, inside) === 0, `level ${level} has room, and somebody waits inside`);
          }
          if (world.inside[world.monitoring]! < monitoring.places) {
            must(waitingFor(world.monitoring, inside) === 0, 'monitoring has room, and somebody waits inside');
          }
          must(waitingFor(world.monitoring, atLiberty) === 0, 'somebody goes on waiting for monitoring at liberty');
        }),
      );
    }),
    worlds,
  );
});

test('first come, first served: nobody is placed from a list before somebody who joined it earlier', () => {
  let compared = 0;
  fc.assert(
    fc.property(randomWorld, (cell) => {
      const joined: number[] = [];
      let lists: readonly number[] = [];
      let before: Standing = { at: [], list: [] };
      const note = (world: World, moment: number) => {
        const now = standing(world).list;
        for (const [row, list] of now.entries()) if (list >= 0 && list !== lists[row]) joined[row] = moment;
        lists = now;
      };
      const precedes = (world: World, a: number, b: number) =>
        joined[a]! < joined[b]! || (joined[a] === joined[b] && world.people.index[a]! < world.people.index[b]!);
      walk(cell, (step, world) => {
        if (step === 'arrivals') before = standing(world);
        if (step === 'diaries') note(world, 2 * world.today + 1);
        if (step !== 'placement') return;
        const after = standing(world);
        const monitoringList = world.listOf(world.monitoring, classesOfWaiting.atLiberty);
        for (const row of placed(before, after)) {
          const list = before.list[row]!;
          // who found no place for monitoring was sent on to another list
          if (list === monitoringList && after.at[row] !== world.monitoring) continue;
          for (const [other, otherList] of after.list.entries()) {
            if (otherList !== list || before.list[other] !== list) continue;
            must(precedes(world, row, other), `row ${row} was placed from list ${list} before row ${other}`);
            compared++;
          }
        }
        note(world, 2 * world.today);
      });
    }),
    worlds,
  );
  expect(compared).toBeGreaterThan(100);
});

test('nobody is put out when places are cut, and nobody is moved back to a more closed level', () => {
  let placements = 0;
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(
        cell,
        morning((_world, before, after) => {
          for (const row of placed(before, after)) {
            const [from, to] = [before.at[row]!, after.at[row]!];
            must(to !== NONE, `row ${row} was put out in the morning`);
            must(from === NONE || to > from, `row ${row} was moved from ${from} back to ${to}`);
            placements++;
          }
        }),
      );
    }),
    worlds,
  );
  expect(placements).toBeGreaterThan(300);
});
