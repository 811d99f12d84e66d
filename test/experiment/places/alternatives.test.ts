import { expect, test } from 'vitest';
import { placeYear } from '../../../src/experiment/places/alternatives.ts';
import { leverAt } from '../../../src/experiment/places/trial.ts';
import { norway } from '../../tiny.ts';

const scenario = norway();

test('a place costs its building over the years, the place, its officers and health care', () => {
  const priced = (level: number) => placeYear({ scenario, by: scenario.start }, level);
  expect(priced(0)).toBeCloseTo(5_000_000 / 40 + 470_000 + 0.75 * 616_000 + 42_700, 6);
  expect(priced(1)).toBeCloseTo(2_000_000 / 40 + 365_000 + 0.35 * 616_000 + 42_700, 6);
});

test('a lever at a value reaches all its cells, or those of a level alone', () => {
  const everywhere = leverAt(scenario, { path: 'remand.mean_days', operation: 'multiply', value: 0.9 });
  expect(everywhere.path).toBe('remand.mean_days');
  expect(everywhere.values[0]!.change).toMatchObject({ cells: [0, 1, 2, 3, 4, 5], members: [], operation: 'multiply' });
  const one = leverAt(scenario, { path: 'facility.places', level: 2, operation: 'add', value: 7 });
  expect(one.path).toBe('facility.places.transitional');
  expect(one.values[0]!.change).toMatchObject({ cells: [2], members: ['transitional'], operation: 'add', value: 7 });
  expect(() => leverAt(scenario, { path: 'facility.none', operation: 'add', value: 1 })).toThrow('there is no lever');
});
