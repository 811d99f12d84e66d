/** Nobody is lost, nobody is counted twice, nobody is forgotten: in any small world, on any day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { diaryNames, event } from '../../src/people/life-events.ts';
import { NONE, status, statuses } from '../../src/people/person.ts';
import { classesOfWaiting } from '../../src/people/world.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { livesIn } from '../tiny.ts';
import { randomWorld, worlds } from './random-world.ts';
import { must, walk } from './walk.ts';

test('who came is there or has gone, by death, expulsion or departure', () => {
  fc.assert(
    fc.property(randomWorld, (cell) => {
      let came = 0;
      let gone = 0;
      let seen = 0;
      walk(cell, (step, world) => {
        const { kind } = world.journal.rows();
        for (; seen < kind.length; seen++) if (ends.has(kind[seen]!)) gone++;
        if (step === 'arrivals') came = world.rows.count + gone;
        must(world.rows.count === came - gone, `day ${world.today}: ${world.rows.count} of ${came} less ${gone}`);
      });
      expect(came).toBeGreaterThan(0);
    }),
    worlds,
  );
});

test('the counts of the world are those of its people, status by status and level by level', () => {
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(cell, (step, world) => {
        if (step !== 'diaries' || world.today % 3 !== 0) return;
        const stock = new Int32Array(world.stock.length);
        const inside = new Int32Array(world.inside.length);
        let present = 0;
        for (let row = 0; row < world.rows.highest; row++) {
          if (!world.isPresent(row)) continue;
          present++;
          const [at, level] = [world.people.status[row]!, world.people.level[row]!];
          must(at < statuses.length, `row ${row} has no known status`);
          stock[at * (world.levels + 1) + Math.min(level, world.levels)]!++;
          if (level !== NONE) inside[level]!++;
          if (at === status.monitored) inside[world.monitoring]!++;
          must((level !== NONE) === (at === status.remand || at === status.serving), `row ${row} is at no place`);
        }
        must(present === world.rows.count, `${present} people in ${world.rows.count} rows`);
        must(String(world.stock) === String(stock), `stock ${world.stock}, people ${stock}`);
        must(String(world.inside) === String(inside), `inside ${world.inside}, people ${inside}`);
      });
    }),
    worlds,
  );
});

test('who waits is there, waits in the list of their kind, and is counted once', () => {
  let waiting = 0;
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(cell, (step, world) => {
        if (step !== 'diaries' || world.today % 3 !== 0) return;
        const length = new Int32Array(world.waiting.length.length);
        for (let row = 0; row < world.rows.highest; row++) {
          const list = world.waiting.listOf(row);
          if (list < 0) continue;
          length[list]!++;
          waiting++;
          must(world.isPresent(row), `row ${row} waits and is gone`);
          const isInside = list % 3 === classesOfWaiting.inside;
          const expected = isInside ? status.serving : status.waiting;
          must(
            world.people.status[row] === expected,
            `row ${row} waits in list ${list} as ${world.people.status[row]}`,
          );
          const isRecalled = list % 3 === classesOfWaiting.recalled;
          must(isInside || isRecalled === (world.people.recall[row] !== 0), `row ${row} waits in the wrong list`);
        }
        must(String(world.waiting.length) === String(length), `lists ${world.waiting.length}, people ${length}`);
      });
    }),
    worlds,
  );
  expect(waiting).toBeGreaterThan(300);
});

test('nobody is forgotten: everybody waits in a list, or has something to come besides death', () => {
  const toCome = diaryNames.map((name) => event[name]).filter((kind) => kind !== event.died);
  fc.assert(
    fc.property(randomWorld, (cell) => {
      walk(cell, (step, world) => {
        if (step !== 'diaries' || world.today % 20 !== 0) return;
        for (let row = 0; row < world.rows.highest; row++) {
          if (!world.isPresent(row) || world.waiting.listOf(row) >= 0) continue;
          let due = NEVER;
          for (const kind of toCome) due = Math.min(due, world.diary.due(row, kind));
          must(due > world.today && due < NEVER, `row ${row}, status ${world.people.status[row]}, has nothing to come`);
        }
      });
    }),
    worlds,
  );
});

test('a walk is a simulation: the same lives to the last event', () => {
  fc.assert(
    fc.property(randomWorld, (cell) => {
      const walked = walk(cell, () => {});
      const { world } = simulate(cell, true);
      expect(walked.journal.hash).toBe(world.journal.hash);
      expect(livesIn(walked)).toEqual(livesIn(world));
    }),
    { ...worlds, numRuns: 5 },
  );
});

const ends = new Set([event.died, event.expelled, event.departed]);
