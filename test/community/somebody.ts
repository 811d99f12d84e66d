/** Somebody with a record, as tests of reoffending need them: thirty years old, sanctioned four times, sentenced 300 days ago. */
import { randomKey } from '../../src/engine/random.ts';
import { custodyGrounds } from '../../src/people/person.ts';
import { World } from '../../src/people/world.ts';
import type { Cell } from '../../src/simulation/simulate.ts';

/** A world on the first day of a cell, and the row of its only person; `name` and `episode` decide the luck. */
export function somebodyIn({ burnInStart, end, levels, units }: Cell, name: string, episode: number) {
  const world = new World({ key: randomKey(name, 0), firstDay: burnInStart, lastDay: end - 1, levels, units });
  world.today = burnInStart;
  const row = world.enter(1, 7);
  const { people } = world;
  people.birthDay[row] = world.today - 30 * 365;
  people.firstSanctionDay[row] = world.today - 2000;
  people.convictionDay[row] = world.today - 300;
  people.arrivalDay[row] = world.today - 300;
  people.sanctions[row] = 4;
  people.basis[row] = custodyGrounds.sentence;
  people.episode[row] = episode;
  return { world, row };
}
