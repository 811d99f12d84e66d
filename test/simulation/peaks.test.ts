/** The fullest evening of every quarter and level, reckoned again person by person in worlds of every kind. */
import { expect, test } from 'vitest';
import { quartersSince, yearOf } from '../../src/engine/calendar.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { NONE } from '../../src/people/person.ts';
import { classesOfWaiting } from '../../src/people/world.ts';
import { placesOfUnits } from '../../src/prison/facility.ts';
import { LEVEL_WAITS, peakAt, peakCounts, type SummaryShape, WAITS } from '../../src/simulation/summary.ts';
import { livedWorlds } from '../laws/lived-worlds.ts';
import { walk } from '../laws/walk.ts';

test('people, places, people beyond, nights and queue are those of the evenings', () => {
  const totals = new Map<string, number>();
  for (const { cell, summary } of livedWorlds()) {
    const { shape, peaks } = summary;
    const counted = new Int32Array(peaks.length);
    walk(cell, (step, world, { facility }) => {
      if (step !== 'places' || world.today < cell.start) return;
      const { level, unit, sex } = world.people;
      const { added, doubled } = world.places;
      const usable = placesOfUnits(facility).map((planned, at) => planned + added[at] + doubled[at]);
      const free = usable.slice();
      const [people, beyond, queue] = [0, 1, 2].map(() => new Int32Array(shape.levels)) as Three;
      for (let row = 0; row < world.rows.highest; row++) {
        if (!world.isPresent(row) || level[row] === NONE) continue;
        people[level[row]]++;
        const isIn = unit[row] !== NONE && free[world.heldAt(level[row], unit[row], sex[row])]-- > 0;
        if (!isIn) beyond[level[row]]++;
      }
      const perLevel = usable.length / shape.levels;
      const quarter = quartersSince(yearOf(cell.start), world.today);
      for (let at = 0; at < shape.levels; at++) {
        for (const ofClass of [classesOfWaiting.recalled, classesOfWaiting.first, classesOfWaiting.atLiberty])
          for (const one of [0, 1]) queue[at] += world.waiting.length[world.listOf(at, ofClass, one)];
        const places = usable.slice(at * perLevel, (at + 1) * perLevel).reduce((sum, some) => sum + some, 0);
        note(counted, shape, quarter, at, { people: people[at], places, beyond: beyond[at], queue: queue[at] });
      }
    });
    expect([...peaks]).toEqual([...counted]);
    for (const [at, count] of peaks.entries()) {
      const name = peakCounts[at % peakCounts.length];
      totals.set(name, (totals.get(name) ?? 0) + count);
    }
  }
  for (const name of peakCounts) expect(totals.get(name), name).toBeGreaterThan(100);
});

test('evenings of units are those on which nobody more fits in, and people beyond their own places', () => {
  let [full, over] = [0, 0];
  for (const { cell, summary } of livedWorlds()) {
    const counted = new Int32Array(summary.unitEvenings.length);
    walk(cell, (step, world, { facility }) => {
      if (step !== 'places' || world.today < cell.start) return;
      const { level, unit, sex } = world.people;
      const { added, doubled } = world.places;
      const usable = placesOfUnits(facility).map((planned, at) => planned + added[at] + doubled[at]);
      const held = new Int32Array(usable.length);
      for (let row = 0; row < world.rows.highest; row++) {
        if (world.isPresent(row) && level[row] !== NONE && unit[row] !== NONE)
          held[world.heldAt(level[row], unit[row], sex[row])]++;
      }
      const quarter = quartersSince(yearOf(cell.start), world.today);
      for (let at = 0; at < world.levels * world.units; at++) {
        const [places, people] = [usable, held].map((all) => all[2 * at] + all[2 * at + 1]) as [number, number];
        const into = 2 * (quarter * world.levels * world.units + at);
        if (places > 0 && people >= places) counted[into]++;
        for (const cell of [2 * at, 2 * at + 1]) counted[into + 1] += Math.max(0, held[cell] - usable[cell]);
      }
    });
    expect([...summary.unitEvenings]).toEqual([...counted]);
    full += counted.filter((_, at) => at % 2 === 0).reduce((sum, some) => sum + some, 0);
    over += counted.filter((_, at) => at % 2 === 1).reduce((sum, some) => sum + some, 0);
  }
  expect([full > 1000, over > 100]).toEqual([true, true]);
});

test('waits by level are the waits of all who begin in an institution', () => {
  let waited = 0;
  for (const { cell, summary, lives } of livedWorlds()) {
    const { levelWaits, waits, flow, shape } = summary;
    const sum = (counts: Int32Array) => counts.reduce((total, some) => total + some, 0);
    const days = (counts: Int32Array, size: number) =>
      Array.from({ length: LEVEL_WAITS - 1 }, (_, day) => sum(counts.filter((_, at) => at % size === day)));
    const whole = days(waits, WAITS);
    for (const [day, some] of days(levelWaits, LEVEL_WAITS).entries()) expect(some).toBeLessThanOrEqual(whole[day]);
    const homes = sum(flow.filter((_, at) => at % lifeEventNames.length === event.monitored));
    expect(sum(waits) - sum(levelWaits)).toBeLessThanOrEqual(homes);
    for (let level = 0; level < shape.levels; level++) {
      const begun = [...lives.values()]
        .flat()
        .filter(
          (one) =>
            one.day >= cell.start && (one.event === 'admitted' || one.event === 'fineBegun') && one.detail === level,
        ).length;
      const here = sum(levelWaits.filter((_, at) => Math.floor(at / LEVEL_WAITS) % shape.levels === level));
      expect(here).toBeLessThanOrEqual(begun);
      waited += here;
    }
  }
  expect(waited).toBeGreaterThan(200);
});

type Three = [Int32Array, Int32Array, Int32Array];

function note(
  counted: Int32Array,
  shape: SummaryShape,
  quarter: number,
  level: number,
  tonight: { readonly people: number; readonly places: number; readonly beyond: number; readonly queue: number },
) {
  const at = (count: (typeof peakCounts)[number]) => peakAt(shape, quarter, level, count);
  if (tonight.people >= counted[at('people')]) counted[at('places')] = tonight.places;
  counted[at('people')] = Math.max(counted[at('people')], tonight.people);
  counted[at('beyond')] = Math.max(counted[at('beyond')], tonight.beyond);
  if (tonight.beyond > 0) counted[at('nights')]++;
  counted[at('queue')] = tonight.queue;
  const short = Math.max(0, tonight.people - tonight.places);
  counted[at('short')] = Math.max(counted[at('short')], short);
  if (short > 0) counted[at('shortNights')]++;
}
