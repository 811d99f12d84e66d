/** Traits found again from a key are those that the person has in the world, needs included. */
import { expect, test } from 'vitest';
import { traitsIn } from '../../src/lives/traits.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { newWorld, walk } from '../laws/walk.ts';
import { tinyCell } from '../tiny.ts';

/** Everybody who comes, as the world has them on the evening of the day. */
function comparedIn(cell: Cell, stream: number): number {
  const traitsOf = traitsIn(cell);
  const world = newWorld(cell);
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
