/** Traits found again from a key are those that the person has in the world, needs included. */
import { expect, test } from 'vitest';
import { traitsIn } from '../../src/lives/traits.ts';
import { INSIDE_AT_FIRST } from '../../src/people/arrivals.ts';
import type { StockRow } from '../../src/prison/initial-stock.ts';
import { fill } from '../../src/prison/initial-stock.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { newWorld, walk } from '../laws/walk.ts';
import { tinyCell } from '../tiny.ts';

const insiders = Array.from(
  { length: 40 },
  (_, at): StockRow => ({
    isRemand: at % 2 === 0,
    level: 0,
    sentenceDays: 400,
    servedDays: 10,
    sex: at % 5 === 0 ? 1 : 0,
    ageYears: 20 + at,
  }),
);

/** Everybody who comes, as the world has them on the evening of the day. */
function comparedIn(cell: Cell, stream: number): number {
  const traitsOf = traitsIn(cell);
  const world = newWorld(cell);
  if (cell.inside.length > 0) fill(world, cell.inside, cell.parameters[0].values);
  const seen = new Set<number>();
  walk(
    { ...cell, end: cell.burnInStart + 60 },
    (step, { people, rows, today }) => {
      if (step !== 'arrivals') return;
      for (let row = 0; row < rows.highest; row++) {
        if (!world.isPresent(row) || people.stream[row] !== stream || seen.has(people.index[row])) continue;
        seen.add(people.index[row]);
        const found = traitsOf(stream, people.index[row]);
        expect([found.arrivalDay, found.needs, found.sex, found.birthDay, found.foreign]).toEqual([
          today,
          people.needs[row],
          people.sex[row],
          people.birthDay[row],
          people.foreign[row] === 1,
        ]);
      }
    },
    world,
  );
  return seen.size;
}

test('of those who arrive', () => {
  expect(comparedIn(tinyCell(), 1)).toBeGreaterThan(10);
});

test('of those who are listed as inside on the first day, with the sex and age of the list', () => {
  expect(comparedIn({ ...tinyCell(), inside: insiders }, INSIDE_AT_FIRST)).toBe(insiders.length);
});
