/** The fullest evening of every quarter and level, reckoned again person by person in worlds of every kind. */
import { expect, test } from 'vitest';
import { quartersSince, yearOf } from '../../src/engine/calendar.ts';
import { NONE } from '../../src/people/person.ts';
import { classesOfWaiting } from '../../src/people/world.ts';
import { placesOfUnits } from '../../src/prison/facility.ts';
import { peakAt, peakCounts, type SummaryShape } from '../../src/simulation/summary.ts';
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
}
