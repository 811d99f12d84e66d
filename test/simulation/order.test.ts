/**
 * The order of people means nothing, and nothing is read before it is written: the lives of two years are the same when the
 * rows of every day come in reverse or shuffled, when freed rows hold nonsense, and when the columns of a stay hold nonsense
 * at the beginning of every case.
 */
import { expect, test } from 'vitest';
import { type DiaryName, diaryNames } from '../../src/people/life-events.ts';
import { dictionary, type Row, status } from '../../src/people/person.ts';
import { World, type WorldSettings } from '../../src/people/world.ts';
import { type DayStep, day, type Handler, handlers, openDiaries } from '../../src/simulation/day.ts';
import { liveOn, liveUntil, simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { tinyCell, withLevers } from '../tiny.ts';

type Rearrange = (rows: Int32Array) => void;

const reversed: Rearrange = (rows) => rows.reverse();

/** A shuffle that is the same in every run. */
function shuffled(): Rearrange {
  let state = 1;
  return (rows) => {
    for (let at = rows.length - 1; at > 0; at--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = Math.floor((state / 2 ** 32) * (at + 1));
      [rows[at], rows[other]] = [rows[other], rows[at]];
    }
  };
}

/** The steps of a day, with the rows of the roll and of the diaries rearranged. */
function rearranged(rearrange: Rearrange): readonly DayStep[] {
  return day.map((each) => {
    if (each.name === 'diaries') return { ...each, step: inOrder(rearrange) };
    if (each.name !== 'roll') return each;
    const step: DayStep['step'] = (world, given) => {
      each.step(world, given);
      rearrange(world.roll.subarray(0, world.called));
    };
    return { ...each, step };
  });
}

/** Opens the diaries of the day in another order. */
function inOrder(rearrange: Rearrange): DayStep['step'] {
  return (world, given) => {
    const { diary } = world;
    diary.open(world.today);
    const due: Row[] = [];
    for (let row = diary.next(); row >= 0; row = diary.next()) due.push(row);
    const rows = Int32Array.from(due);
    rearrange(rows);
    for (const row of rows) {
      for (let kind = diary.takeDue(row); kind >= 0; kind = diary.takeDue(row))
        handlers[diaryNames[kind] as DiaryName](world, row, given);
      diary.settle(row);
    }
    expect(diary.next()).toBe(-1);
  };
}

/** A world in which a row that nobody holds is full of nonsense. */
class Poisoned extends World {
  freed = 0;

  override leave(row: Row): void {
    super.leave(row);
    this.freed++;
    poison(
      this,
      row,
      names.filter((name) => name !== 'status'),
    );
  }
}

const names = Object.keys(dictionary) as (keyof typeof dictionary)[];

function poison({ people }: World, row: Row, columns: readonly (keyof typeof dictionary)[]): void {
  for (const name of columns) people[name][row] = 171;
}

/** What outlasts a case: who the person is, the record, where they are, the clock of the spell, and the follow-up of releases. */
const lasting: ReadonlySet<string> = new Set([
  ...['stream', 'index', 'arrivalDay', 'birthDay', 'sex', 'foreign', 'home', 'needs', 'deathDay'],
  ...['group', 'category', 'sanctions', 'firstSanctionDay', 'convictionDay', 'episode'],
  ...['status', 'level', 'basis', 'sentenceDays', 'servedDays', 'pausedDays', 'servedUntil'],
  ...['indexDay', 'indexLevel', 'indexMet', 'homeDay', 'homeMet'],
  ...['movedDay', 'cohortDay', 'cohortMet'],
]);

const cell = tinyCell();
const plain = digestOf(simulate(cell).summary);

test.each([
  ['reversed', () => reversed],
  ['shuffled', shuffled],
])('two years with the rows of every day %s are the same years', (_, make) => {
  expect(digestOf(simulate(cell, false, rearranged(make())).summary)).toBe(plain);
});

const { facility, capacity } = cell.parameters[0].values;
const halfThePlaces = facility.places.map((count) => Math.floor(count / 2));

test.each<typeof capacity.response>(['enough', 'build', 'release', 'double'])(
  '%s: where places run short as well',
  (response) => {
    const short = withLevers(cell, {
      facility: { places: halfThePlaces },
      capacity: { response, buildDays: 200, doubleShare: 0.5 },
    });
    const same = digestOf(simulate(short).summary);
    for (const make of [() => reversed, shuffled])
      expect(digestOf(simulate(short, false, rearranged(make())).summary)).toBe(same);
  },
);

test('freed rows full of nonsense change nothing', () => {
  const worlds: Poisoned[] = [];
  const make = (settings: WorldSettings) => {
    const world = new Poisoned(settings);
    worlds.push(world);
    return world;
  };
  const { summary } = liveOn(cell, liveUntil(cell, cell.burnInStart, false, make), false, make);
  expect(digestOf(summary)).toBe(plain);
  expect(worlds[1].freed).toBeGreaterThan(0);
});

test('no column of an earlier case is read in a new one, but those of the person, the record and the follow-up', () => {
  const ofTheCase = names.filter((name) => !lasting.has(name));
  const steps = day.map((each) => (each.name === 'diaries' ? { ...each, step: poisoningCases(ofTheCase) } : each));
  expect(digestOf(simulate(cell, false, steps).summary)).toBe(plain);
});

/** Opens the diaries; before a charge opens a case, some columns hold nonsense. */
function poisoningCases(columns: readonly (keyof typeof dictionary)[]): DayStep['step'] {
  const handle = diaryNames.map((name): Handler => {
    const handler = handlers[name as DiaryName];
    if (name !== 'charged') return handler;
    return (world, row, given) => {
      if (world.people.status[row] !== status.waiting) poison(world, row, columns);
      handler(world, row, given);
    };
  });
  return (world, given) => openDiaries(world, given, handle);
}
