/** Countries of another size: people and places grow, and nothing that is a share, a length or a rate. */
import { expect, test } from 'vitest';
import { scaledCountry, wholeOver } from '../../src/experiment/scaled-country.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { norway } from '../tiny.ts';

const scenario = norway();
const valuesOf = (of: typeof scenario) => cellOf(of, { draw: 0, replicate: 0 }).parameters[0].values;
const before = valuesOf(scenario);
const after = valuesOf(scaledCountry(scenario, 2));

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

test('a country of its own size is itself', () => {
  expect(scaledCountry(scenario, 1)).toBe(scenario);
});

test('figures that count people grow with it, shares and days do not, and any other unit is refused', () => {
  const figure = (unit: string) => ({
    ...({ measure: 'releases', year: 2012, observed: 1, tolerance: 0.1, use: 'fit', source: 'test' } as const),
    ...{ unit, place: 'observed.csv:2:1' },
  });
  expect(['persons', 'per year', 'percent', 'days'].map((unit) => wholeOver(0.2, figure(unit)))).toEqual([5, 5, 1, 1]);
  expect(wholeOver(1, figure('beds'))).toBe(1);
  expect(() => wholeOver(0.2, figure('beds'))).toThrow('releases of 2012: whether "beds" grows with the country');
});
