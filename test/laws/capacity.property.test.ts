/** What is done when places run short keeps its promises, in any small world, from the day on which it holds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEXES } from '../../src/people/person.ts';
import { classesOfWaiting } from '../../src/people/world.ts';
import type { CapacityParameters } from '../../src/prison/capacity.ts';
import { overflow, placesNow } from '../../src/prison/facility.ts';
import type { Cell } from '../../src/simulation/simulate.ts';
import { randomWorld, worlds } from './random-world.ts';
import { must, type Watch, walk } from './walk.ts';

/** Random worlds of which the second part, with other places, has this response. */
function lived(capacity: Partial<CapacityParameters>, watchOf: (cell: Cell) => Watch): void {
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

test('enough: nobody waits for a level in the morning, and nobody is beyond the places in the evening', () => {
  let [placed, before] = [0, 0];
  lived({ response: 'enough', freeShare: 0.1 }, () => (step, world, { facility }) => {
    const { recalled, inside, atLiberty, outside, transfer } = classesOfWaiting;
    const waitingFor = (kind: number) => {
      let people = 0;
      for (let level = 0; level < world.levels; level++)
        for (let sex = 0; sex < SEXES; sex++) people += world.waiting.length[world.listOf(level, kind, sex)];
      return people;
    };
    if (step === 'arrivals') before = waitingFor(atLiberty) + waitingFor(inside) + waitingFor(recalled);
    if (step === 'bed-allocation') {
      for (const kind of [recalled, inside, atLiberty, outside, transfer])
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
