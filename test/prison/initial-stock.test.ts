/** People inside on the first day: they are there, where the list says, and leave when their sentence is served. */
import { describe, expect, test } from 'vitest';
import { isServing } from '../../src/people/legal-status.ts';
import { status } from '../../src/people/person.ts';
import type { StockRow } from '../../src/prison/initial-stock.ts';
import { type Cell, liveUntil, simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { livesIn, tinyCell, withLevers } from '../tiny.ts';

const serving = (over: Partial<StockRow> = {}): StockRow => ({
  isRemand: false,
  level: 0,
  sentenceDays: 300,
  servedDays: 100,
  sex: 0,
  ageYears: 30,
  ...over,
});

/** A world that begins with these people on the first day observed, to which nobody else comes. */
function worldOf(inside: readonly StockRow[], levers = {}): Cell {
  const cell = tinyCell();
  const quiet = withLevers(cell, {
    arrivals: { perYear: 0 },
    release: { conditionalGranted: 0, transferredShare: 0 },
    absence: { escapesPerYear: new Float64Array(3), failureShare: 0 },
    treatment: { places: 0 },
    monitoring: { places: 0 },
    ...levers,
  });
  return { ...quiet, inside, burnInStart: cell.start };
}

const fifty = Array.from({ length: 50 }, (_, at) =>
  serving({
    level: at % 3,
    sentenceDays: 200 + 10 * at,
    servedDays: 4 * at,
    sex: at % 10 === 0 ? 1 : 0,
    ageYears: 20 + at,
  }),
);

describe('a list of fifty who serve', () => {
  const cell = worldOf(fifty);
  const { summary, world } = simulate(cell, true);

  test('is inside on the first evening, level by level', () => {
    const { world: evening } = liveUntil(cell, cell.start + 1);
    expect(evening.people.status.filter((one: number) => isServing(one)).length).toBeGreaterThanOrEqual(50);
    const levels = [0, 1, 2].map((level) => summary.fullest[status.serving * 4 + level]);
    expect(levels.reduce((sum, one) => sum + one, 0)).toBe(50);
  });

  test('leaves one by one, each on the day on which the sentence is served', () => {
    const lives = livesIn(world);
    for (const [index, { sentenceDays, servedDays }] of fifty.entries()) {
      const life = lives.get(`2:${index}`)!;
      const out = life.find((one) => one.event === 'fullTime' || one.event === 'died');
      if (out?.event === 'fullTime') expect(out.day - cell.start).toBe(sentenceDays - servedDays);
    }
  });

  test('brings no charge of its own on the first day', () => {
    const first = [...livesIn(world).values()]
      .flat()
      .filter(({ day, event: name }) => name === 'charged' && day === cell.start);
    expect(first).toEqual([]);
  });

  test('is the same world again', () => {
    expect(digestOf(simulate(worldOf(fifty)).summary)).toBe(digestOf(summary));
  });
});

test('people on remand stay on, and their cases come to a verdict', () => {
  const remand = Array.from({ length: 40 }, () => serving({ isRemand: true, sentenceDays: 0, servedDays: 30 }));
  const { summary, world } = simulate(worldOf(remand), true);
  expect(summary.fullest[status.remand * 4]).toBe(40);
  const lives = [...livesIn(world).values()];
  expect(lives.filter((life) => life.some((one) => one.event === 'verdict')).length).toBeGreaterThan(30);
  for (const life of lives) {
    const ended = life.find((one) => one.event === 'remandEnded');
    if (ended !== undefined) expect(ended.detail).toBeGreaterThan(30);
  }
});
