/** Countries of another size: people and places grow, and nothing that is a share, a length or a rate. */
import { expect, test } from 'vitest';
import { scaled } from '../../../bench/workloads/growth.ts';
import { cellOf } from '../../../src/experiment/study.ts';
import { norway } from '../../tiny.ts';

const scenario = norway();
const valuesOf = (of: typeof scenario) => cellOf(of, { draw: 0, replicate: 0 }).parameters[0].values;
const before = valuesOf(scenario);
const after = valuesOf(scaled(scenario, 2));

test('twice as many arrivals, places and seats', () => {
  expect(after.arrivals.perYear).toBe(2 * before.arrivals.perYear);
  expect([...after.facility.places]).toEqual([...before.facility.places].map((places) => 2 * places));
  expect(after.monitoring.places).toBe(2 * before.monitoring.places);
  expect(after.programme.places.map((row) => [...row])).toEqual(
    before.programme.places.map((row) => [...row].map((seats) => 2 * seats)),
  );
});

test('everything else as it was', () => {
  const changed = Object.keys(before).filter(
    (noun) => JSON.stringify(after[noun as keyof typeof after]) !== JSON.stringify(before[noun as keyof typeof before]),
  );
  expect(changed.sort()).toEqual(['arrivals', 'facility', 'monitoring', 'programme', 'reentry', 'treatment', 'work']);
});
