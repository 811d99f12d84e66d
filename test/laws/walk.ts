/** A walk through a world, day by day and step by step, so that a test can look at it while it lives. */
import { applyNewCharging } from '../../src/community/reoffending.ts';
import { randomKey } from '../../src/engine/random.ts';
import { World } from '../../src/people/world.ts';
import { applyNewLaw } from '../../src/prison/retroactivity.ts';
import { day } from '../../src/simulation/day.ts';
import type { Parameters } from '../../src/simulation/parameters.ts';
import { type Cell, weekBegins } from '../../src/simulation/simulate.ts';

/** Called after each step of each day, with the name of the step. */
export type Watch = (step: string, world: World, given: Parameters) => void;

/** A world that nobody has lived in, with keys and days of the cell. */
export function newWorld({ seed, replicate, burnInStart, end, levels, units }: Cell): World {
  const key = randomKey(seed, replicate);
  return new World({ key, firstDay: burnInStart, lastDay: end - 1, levels, units, keepLives: true });
}

/** Lives the cell in the world given, with the same steps as `simulate`. */
export function walk(cell: Cell, watch: Watch, world = newWorld(cell)): World {
  for (let today = cell.burnInStart; today < cell.end; today++) {
    const epoch = cell.parameters.findLastIndex(({ from }) => from <= today);
    const given = cell.parameters[epoch].values;
    world.today = today;
    if (today > cell.burnInStart && cell.parameters[epoch].from === today) {
      const before = cell.parameters[epoch - 1].values;
      applyNewLaw(world, before, given);
      applyNewCharging(world, before.reoffending, given.reoffending);
    }
    for (const { name, step, weekly } of day) {
      if (weekly && !weekBegins(cell, today)) continue;
      step(world, given);
      watch(name, world, given);
    }
  }
  return world;
}

/** Throws when a promise is broken. Cheaper than `expect` in the places that are passed a million times. */
export function must(holds: boolean, promise: string): void {
  if (!holds) throw new Error(promise);
}
