/** Random worlds in which what is done when places run short changes on some day. */
import fc from 'fast-check';
import type { CapacityParameters } from '../../src/prison/capacity.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { randomWorld, worlds } from './random-world.ts';
import { type Watch, walk } from './walk.ts';

/** Random worlds of which the second part, with other places, has this response. */
export function lived(capacity: Partial<CapacityParameters>, watchOf: (cell: Cell) => Watch): void {
  for (const cell of fc.sample(randomWorld, worlds)) {
    const [before, { from, values }] = cell.parameters;
    const after = { from, values: { ...values, capacity: { ...values.capacity, ...capacity } } };
    const changed = { ...cell, parameters: [before, after] };
    const watch = watchOf(changed);
    walk(changed, (step, world, given) => {
      if (world.today >= from) watch(step, world, given);
    });
  }
}
