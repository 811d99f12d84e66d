/** The months of a summary hold the same people and events as its weeks and years, and the queue as the world has it. */
import { expect, test } from 'vitest';
import { yearOf } from '../../src/engine/calendar.ts';
import { lifeEventNames } from '../../src/people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, status } from '../../src/people/person.ts';
import { FROM_LIBERTY } from '../../src/people/waiting-classes.ts';
import { monthAt, waitFigures } from '../../src/simulation/months.ts';
import { livedWorlds } from '../laws/lived-worlds.ts';
import { walk } from '../laws/walk.ts';

const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);
const every = (counts: Int32Array, step: number, at: number) => total(counts.filter((_, index) => index % step === at));

test('the people, places, nights beyond them and queue of all months are those of all weeks', () => {
  for (const { summary } of livedWorlds()) {
    const { stock, monthStock, overflow, monthOverflow, places, monthPlaces, shape } = summary;
    const cells = stock.length / shape.weeks;
    for (let cell = 0; cell < cells; cell++) expect(every(monthStock, cells, cell)).toBe(every(stock, cells, cell));
    for (let level = 0; level < shape.levels; level++) {
      expect(every(monthOverflow, shape.levels, level)).toBe(every(overflow, shape.levels, level));
      expect(every(monthPlaces, shape.levels, level)).toBe(every(places, shape.levels, level));
    }
    expect(total(summary.monthQueue)).toBe(total(summary.waiting));
  }
});

test('the events of twelve months are those of their year', () => {
  for (const { summary } of livedWorlds()) {
    const kinds = lifeEventNames.length;
    for (let year = 0; year < summary.shape.years; year++) {
      const months = summary.monthFlow.subarray(year * 12 * kinds, (year + 1) * 12 * kinds);
      for (let kind = 0; kind < kinds; kind++) {
        expect(every(months, kinds, kind)).toBe(summary.flow[year * kinds + kind]);
      }
    }
  }
});

test('women inside, and the days waited on the last evening of a month, are those of the people there', () => {
  let [inside, waited] = [0, 0];
  const classes = new Set<number>();
  for (const { cell, summary } of livedWorlds()) {
    const women = new Int32Array(summary.monthWomen.length);
    const waits = new Int32Array(summary.monthWaits.length);
    const firstYear = yearOf(cell.start);
    const { levels } = summary.shape;
    walk(cell, (step, world) => {
      if (step !== 'lodging' || world.today < cell.start) return;
      const month = monthAt(world.today, firstYear);
      const isLast = world.today + 1 === cell.end || monthAt(world.today + 1, firstYear) !== month;
      const days = new Map<string, number[]>();
      for (let row = 0; row < world.rows.highest; row++) {
        if (!world.isPresent(row)) continue;
        const { level, sex, waitingSince } = world.people;
        if (level[row] !== NONE) women[month * levels + level[row]] += sex[row];
        if (world.people.status[row] !== status.waiting || waitingSince[row] === NOT_YET) continue;
        for (let destination = 0; destination <= levels; destination++) {
          const lists = FROM_LIBERTY.map((ofClass) => world.listOf(destination, ofClass, sex[row]));
          if (!lists.includes(world.waiting.listOf(row))) continue;
          const { basis, sentenceDays } = world.people;
          const imposed = sentenceDays[row];
          const sentence = basis[row] === custodyGrounds.fineDefault ? 1 : imposed > 365 ? 4 : imposed > 90 ? 3 : 2;
          for (const where of [destination, levels + 1])
            for (const of of [0, sentence]) {
              const name = `${where} ${of}`;
              days.set(name, [...(days.get(name) ?? []), world.today - waitingSince[row]]);
            }
        }
      }
      if (!isLast) return;
      for (const [name, those] of days) {
        const [where, of] = name.split(' ').map(Number);
        const within = (share: number) => {
          for (let day = 0; ; day++) if (those.filter((one) => one <= day).length >= share * those.length) return day;
        };
        const at = ((month * (levels + 2) + where!) * 5 + of!) * waitFigures.length;
        waits.set([those.length, within(0.5), within(0.9)], at);
        if (of! > 0) classes.add(of!);
      }
    });
    expect([...summary.monthWomen]).toEqual([...women]);
    expect([...summary.monthWaits]).toEqual([...waits]);
    inside += total(women);
    waited += total(waits);
  }
  expect(inside).toBeGreaterThan(100);
  expect(waited).toBeGreaterThan(100);
  expect(classes.size).toBeGreaterThan(2);
});
