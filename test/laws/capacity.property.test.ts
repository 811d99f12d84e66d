/** What is done when places run short keeps its promises, in any small world, from the day on which it holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { event } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, type Row, recalls, SEXES, status } from '../../src/people/person.ts';
import { classesOfWaiting } from '../../src/people/world.ts';
import { DAYS_PER_QUARTER, onOrder } from '../../src/prison/capacity/building.ts';
import { overflow, placesNow, placesOfUnits, roomToHandOut, sharing } from '../../src/prison/facility.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { livesIn, withLevers } from '../tiny.ts';
import { lived } from './other-capacity.ts';
import { randomWorld, worlds } from './random-world.ts';
import { must } from './walk.ts';

test('enough: nobody waits for a level in the morning, and nobody is beyond the places in the evening', () => {
  let [placed, before] = [0, 0];
  lived({ response: 'enough', freeShare: 0.1 }, () => (step, world, { facility }) => {
    const { recalled, inside, first, atLiberty, outside, transfer } = classesOfWaiting;
    const waitingFor = (kind: number) => {
      let people = 0;
      for (let level = 0; level < world.levels; level++)
        for (let sex = 0; sex < SEXES; sex++) people += world.waiting.length[world.listOf(level, kind, sex)];
      return people;
    };
    if (step === 'arrivals')
      before = waitingFor(first) + waitingFor(atLiberty) + waitingFor(inside) + waitingFor(recalled);
    if (step === 'bed-allocation') {
      for (const kind of [recalled, inside, first, atLiberty, outside, transfer])
        must(waitingFor(kind) === 0, `class ${kind}`);
      placed += before;
    }
    if (step !== 'places') return;
    must(waitingFor(outside) === 0, 'somebody is outside the units');
    for (let level = 0; level < world.levels; level++) {
      must(overflow(world, facility, level) === 0, `overflow at level ${level}`);
      const [places, held] = [placesNow(world, facility, level), world.inside[level]];
      must(places >= held && places <= 1.1 * held + world.units, `${places} places for ${held} people`);
    }
  });
  expect(placed).toBeGreaterThan(500);
});

test('release: as many as are missing leave early, those nearest to release first, none sooner than allowed or excluded', () => {
  let [early, kept] = [0, 0];
  const excluded = Float64Array.of(1, 0, 0, 1, 0, 0, 0, 1, 0);
  const terms = { earlyDays: 40, earlyExcluded: excluded };
  lived({ response: 'release', ...terms }, () => {
    let dates: readonly number[] = [];
    return (step, world, { facility }) => {
      const { people, diary, today } = world;
      if (step === 'arrivals') dates = Array.from(people.releaseDay.subarray(0, world.rows.highest));
      if (step !== 'capacity') return;
      const rows = dates.map((_, row) => row).filter((row) => world.isPresent(row) && people.level[row] !== NONE);
      const hasLeave = (row: Row) => people.releaseDay[row] !== dates[row];
      const mayLeave = (row: Row) =>
        people.status[row] === status.serving &&
        people.basis[row] === custodyGrounds.sentence &&
        people.recall[row] === recalls.none &&
        excluded[people.group[row]] === 0 &&
        diary.due(row, event.released) === people.releaseDay[row] &&
        dates[row] > today + 1 &&
        dates[row] <= today + 1 + terms.earlyDays;
      for (let level = 0; level < world.levels; level++) {
        for (let sex = 0; sex < SEXES; sex++) {
          const here = rows.filter((row) => people.level[row] === level && people.sex[row] === sex);
          const left = here.filter(hasLeave);
          for (const row of left) {
            must(mayLeave(row), `row ${row} may not leave early`);
            must(people.releaseDay[row] === today + 1, `row ${row} leaves on another day`);
          }
          const others = here.filter((row) => !hasLeave(row) && mayLeave(row));
          const last = Math.max(...left.map((row) => dates[row]), 0);
          must(!others.some((row) => dates[row] < last), 'somebody nearer to release stays');
          const { recalled, first, atLiberty, outside } = classesOfWaiting;
          const needed = [recalled, first, atLiberty, outside].reduce<number>(
            (sum, kind) => sum + world.waiting.length[world.listOf(level, kind, sex)],
            0,
          );
          const leaving = here.filter((row) => !hasLeave(row) && diary.due(row, event.released) <= today + 1).length;
          const missing = Math.max(0, needed - roomToHandOut(world, facility, level, sex) - leaving);
          must(
            left.length === Math.min(missing, left.length + others.length),
            `${left.length} left, ${missing} missing`,
          );
          early += left.length;
          kept += missing > left.length ? 1 : 0;
        }
      }
    };
  });
  expect(early).toBeGreaterThan(50);
  expect(kept).toBeGreaterThan(50);
});

test('release: whoever is told to leave leaves on the next day, unless they abscond or die before it', () => {
  let left = 0;
  for (const cell of fc.sample(randomWorld, worlds)) {
    const { world } = simulate(withLevers(cell, { capacity: { response: 'release', earlyDays: 60 } }), true);
    for (const life of livesIn(world).values()) {
      for (const [at, { event, day }] of life.entries()) {
        if (event !== 'releasedEarly' || day + 1 >= cell.end) continue;
        const next = life.slice(at + 1).filter((one) => one.day <= day + 1);
        const out = next.find((one) => ['fullTime', 'conditional', 'absconded', 'died'].includes(one.event));
        const home = next.find((one) => one.event === 'moved' && one.detail === world.monitoring);
        must(out !== undefined || home !== undefined, `told on day ${day} and still inside`);
        if (out?.event === 'fullTime' || out?.event === 'conditional') left++;
      }
    }
  }
  expect(left).toBeGreaterThan(50);
});

test('build: places never fall below the plan, and rise only by what was ordered long enough ago', () => {
  let [opened, orders] = [0, 0];
  lived({ response: 'build', buildDays: 150, orderAt: 0.9, orderMost: 0.5 }, ({ parameters, end }) => {
    const since = parameters[1].from;
    const log: { day: number; level: number; places: number }[] = [];
    return (step, world, { facility }) => {
      if (step !== 'places') return;
      const { built, added } = world.places;
      must(!added.some((count) => count < 0), 'fewer places than planned');
      for (let level = 0; level < world.levels; level++) {
        const told = (days: number) =>
          log
            .filter((one) => one.level === level && one.day <= world.today - days)
            .reduce((sum, one) => sum + one.places, 0);
        const places = built[level] + onOrder(world, level) - told(0);
        must(places >= 0, `orders at level ${level} were lost`);
        if (places > 0) log.push({ day: world.today, level, places });
        must(built[level] <= told(150), `${built[level]} places opened at level ${level} before their time`);
        must(built[level] >= told(150 + 2 * DAYS_PER_QUARTER), `places at level ${level} are late`);
        const planned = placesOfUnits(facility).slice(level * world.units * SEXES, (level + 1) * world.units * SEXES);
        const all = planned.reduce((sum, count) => sum + count, 0);
        must(placesNow(world, facility, level) === all + built[level], `level ${level} has other places than it built`);
        if (places > 0) must(world.today >= since && all > 0, `level ${level} is built without a plan`);
        if (places > 0) orders++;
        if (world.today === end - 1) opened += built[level];
      }
    };
  });
  expect(orders).toBeGreaterThan(10);
  expect(opened).toBeGreaterThan(10);
});

test('double: no unit is ever filled beyond its share, second beds come last, and the rest wait', () => {
  let [shared, full] = [0, 0];
  lived({ response: 'double', doubleShare: 0.5 }, () => {
    let before: Int32Array = new Int32Array();
    return (step, world, { facility }) => {
      if (step === 'capacity') before = world.held.slice();
      if (step !== 'bed-allocation' && step !== 'places') return;
      const planned = placesOfUnits(facility);
      for (let level = 0; level < world.levels; level++) {
        must(sharing(world, facility, level) <= 0.5 * placesNow(world, facility, level), `level ${level} is too full`);
        for (let sex = 0; sex < SEXES; sex++) {
          let [free, cells] = [0, 0];
          for (let unit = 0; unit < world.units; unit++) {
            const cell = world.heldAt(level, unit, sex);
            const most = Math.floor(1.5 * planned[cell]);
            const came = world.held[cell] > before[cell];
            must(!came || world.held[cell] <= most, `level ${level}, unit ${unit}: ${world.held[cell]} on ${most}`);
            free += Math.max(0, planned[cell] - world.held[cell]);
            if (came && world.held[cell] > planned[cell]) cells++;
            if (came && world.held[cell] === most) full++;
          }
          must(free === 0 || cells === 0 || step === 'places', `level ${level} has free places, and cells are shared`);
          shared += cells;
        }
      }
    };
  });
  expect(shared).toBeGreaterThan(20);
  expect(full).toBeGreaterThan(20);
});
