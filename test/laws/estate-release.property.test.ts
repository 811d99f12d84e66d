/** Early release from the whole estate keeps its promises, in any small world, from the day on which it holds. */
import { expect, test } from 'vitest';
import { NEVER } from '../../src/engine/agenda.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, type Row, recalls, SEXES, status } from '../../src/people/person.ts';
import { classesOfWaiting, type World } from '../../src/people/world.ts';
import { roomToHandOut } from '../../src/prison/facility.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';
import { lived } from './other-capacity.ts';
import { must } from './walk.ts';

const { recalled, first, atLiberty, outside } = classesOfWaiting;
const excluded = Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0);
const estate = { response: 'release', releaseScope: 'estate', earlyDays: 90, earlyExcluded: excluded } as const;

const levelsOf = (world: World) => Array.from({ length: world.levels }, (_, level) => level);
const waitingAt = (world: World, level: number, sex: number, kinds: readonly number[]) =>
  kinds.reduce((sum, kind) => sum + world.waiting.length[world.listOf(level, kind, sex)], 0);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

function everybodyInside(world: World): readonly Row[] {
  const rows = Array.from({ length: world.rows.highest }, (_, row) => row);
  return rows.filter((row) => world.isPresent(row) && world.people.level[row] !== NONE);
}

test('nobody leaves while a place is free at any level; then as many as are missing, nearest to release first, none sooner than allowed or excluded', () => {
  let [early, kept, held, levels] = [0, 0, 0, new Set<number>()];
  lived(estate, () => {
    let dates: readonly number[] = [];
    return (step, world, { facility }) => {
      const { people, diary, today } = world;
      if (step === 'arrivals') dates = Array.from(people.releaseDay.subarray(0, world.rows.highest));
      if (step !== 'capacity') return;
      const hasLeave = (row: Row) => people.releaseDay[row] !== dates[row];
      const mayLeave = (row: Row) =>
        people.status[row] === status.serving &&
        people.basis[row] === custodyGrounds.sentence &&
        people.recall[row] === recalls.none &&
        excluded[people.group[row]] === 0 &&
        diary.due(row, event.released) === people.releaseDay[row] &&
        dates[row] > today + 1 &&
        dates[row] <= today + 1 + estate.earlyDays;
      const rows = everybodyInside(world);
      for (let sex = 0; sex < SEXES; sex++) {
        const here = rows.filter((row) => people.sex[row] === sex);
        const left = here.filter(hasLeave);
        for (const row of left) {
          must(mayLeave(row), `row ${row} may not leave early`);
          must(people.releaseDay[row] === today + 1, `row ${row} leaves on another day`);
          levels.add(people.level[row]);
        }
        const others = here.filter((row) => !hasLeave(row) && mayLeave(row));
        const last = Math.max(...left.map((row) => dates[row]), 0);
        must(!others.some((row) => dates[row] < last), 'somebody nearer to release stays');
        const free = sumOf(levelsOf(world).map((level) => roomToHandOut(world, facility, level, sex)));
        const needed = sumOf(
          levelsOf(world).map((level) => waitingAt(world, level, sex, [recalled, first, atLiberty, outside])),
        );
        const leaving = here.filter((row) => !hasLeave(row) && diary.due(row, event.released) <= today + 1).length;
        const missing = free > 0 ? 0 : Math.max(0, needed - leaving);
        must(left.length === Math.min(missing, left.length + others.length), `${left.length} left, ${missing} missing`);
        early += left.length;
        kept += missing > left.length ? 1 : 0;
        held += free > 0 && needed > free ? 1 : 0;
      }
    };
  });
  expect(early).toBeGreaterThan(10);
  expect(kept).toBeGreaterThan(50);
  expect(held).toBeGreaterThan(50);
  expect(levels.size).toBe(3);
});

test('only people who with the time left might begin at a more open level move there to make way, and nobody waits for it in police cells', () => {
  let moves = 0;
  lived(estate, () => {
    let before: { readonly level: number; readonly list: number }[] = [];
    return (step, world, { placement }) => {
      const { people, diary, today } = world;
      if (step === 'capacity')
        before = Array.from({ length: world.rows.highest }, (_, row) => ({
          level: people.level[row],
          list: world.waiting.listOf(row),
        }));
      if (step !== 'bed-allocation') return;
      for (const row of everybodyInside(world)) {
        const { level, list } = before[row] ?? { level: NONE, list: -1 };
        const to = people.level[row];
        if (level === NONE || to === level || list >= 0) continue;
        must(to > level, `row ${row} moves to a more closed level`);
        must(waitingAt(world, to, people.sex[row], [outside]) === 0, `row ${row} moves before those in police cells`);
        must(people.status[row] === status.serving && people.recall[row] === recalls.none, `row ${row} may not move`);
        must(diary.due(row, event.reviewed) !== NEVER, `row ${row} is not assessed`);
        must(people.releaseDay[row] - today <= placement.entryDays[to], `row ${row} has too long to serve`);
        if (placement.basis === 'risk-and-needs')
          must(people.assessedRisk[row] <= placement.riskCeiling[to], `the risk of row ${row} is too high`);
        moves++;
      }
    };
  });
  expect(moves).toBeGreaterThan(30);
});

/** A world whose most closed level is too small; the others have so many places. */
function full(spare: number, levers: NonNullable<Levers['capacity']>) {
  const { facility, placement } = tinyCell().parameters[0].values;
  const [high, ...others] = facility.places;
  const places = Float64Array.of(Math.floor(high! * 0.6), ...others.map((count) => count + spare));
  const remandReserve = facility.remandReserve.map(() => Float64Array.of(0, 0));
  const cell = withLevers(tinyCell(), {
    facility: { ...facility, places, remandReserve, womenShare: facility.womenShare.map(() => 0.2) },
    placement: { ...placement, callInShare: 1 },
    capacity: levers,
  });
  const { flow, overflow } = simulate(cell).summary;
  const early = flow.filter((_, at) => at % lifeEventNames.length === event.releasedEarly);
  return {
    early: early.reduce((sum, one) => sum + one, 0),
    nights: overflow.filter((_, at) => at % 3 === 0).reduce((sum, one) => sum + one, 0),
  };
}

test('a world with spare places at low security never releases early, however full high security is', () => {
  const byLevel = full(100, { response: 'release', releaseScope: 'level' });
  const byEstate = full(100, { response: 'release', releaseScope: 'estate' });
  expect(byLevel.early).toBeGreaterThan(10);
  expect(byEstate.early).toBe(0);
});

test('the places of others serve whoever needs one at high security: people move on, and fewer are beyond its places', () => {
  const fixed = full(100, { response: 'fixed' });
  const byEstate = full(100, { response: 'release', releaseScope: 'estate' });
  expect(fixed.nights).toBeGreaterThan(100);
  expect(byEstate.nights).toBeLessThan(0.5 * fixed.nights);
});

test('a world with too few places at every level does release early', () => {
  expect(full(-5, { response: 'release', releaseScope: 'estate' }).early).toBeGreaterThan(10);
});
