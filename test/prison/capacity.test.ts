/** What each response to a lack of places does, and what it costs. */
import { expect, test } from 'vitest';
import { costMeasures } from '../../src/measures/costs.ts';
import { occupancyMeasures } from '../../src/measures/occupancy.ts';
import { safetyMeasures } from '../../src/measures/safety.ts';
import { waitingMeasures } from '../../src/measures/waiting.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { type CapacityParameters, placesNeeded, secondBeds } from '../../src/prison/capacity.ts';
import { plannedAt } from '../../src/prison/facility.ts';
import { type Cell, liveOn, liveUntil, simulate } from '../../src/simulation/simulate.ts';
import { digestOf, peakAt } from '../../src/simulation/summary.ts';
import { tinyCell, withLevers } from '../tiny.ts';

type Response = CapacityParameters['response'];
const { facility } = tinyCell().parameters[0].values;
const responses: readonly Response[] = ['fixed', 'enough', 'build', 'release', 'double'];

/** A world with half the places that it needs. */
function short(given: Partial<CapacityParameters>): Cell {
  const capacity = { buildDays: 200, doubleShare: 0.5, ...given };
  const places = facility.places.map((count) => Math.floor(count / 2));
  // in a world this small a part of the places per week is two people: here places alone decide who waits
  return withLevers(tinyCell(), { facility: { ...facility, places }, placement: { callInShare: 1 }, capacity });
}

function measured(cell: Cell): ReadonlyMap<string, number> {
  const { values: parameters } = cell.parameters[0];
  const reading = { summary: simulate(cell).summary, days: cell.end - cell.start, parameters };
  const measures = [
    ...occupancyMeasures(['high', 'low', 'transitional']),
    ...waitingMeasures(),
    ...costMeasures(),
    ...safetyMeasures(['high', 'low', 'transitional']),
  ];
  return new Map(measures.map(({ id, level, value }) => [level === undefined ? id : `${id}/${level}`, value(reading)]));
}

test.each([
  [0, 0.03, 0],
  [10, 0.03, 10],
  [100, 0.03, 103],
  [7, 0.1, 8],
])('%i people held, with a share of %d free, need %i places', (held, free, places) => {
  expect(placesNeeded(held, free)).toBe(places);
});

test('with half the places needed many wait; with enough nobody does, nobody is in overflow, and building costs money', () => {
  const [fixed, enough] = [measured(short({ response: 'fixed' })), measured(short({ response: 'enough' }))];
  expect(fixed.get('waiting-days-90')).toBeGreaterThan(10);
  expect(enough.get('waiting-days-90')).toBeLessThanOrEqual(1.1);
  expect(fixed.get('overflow-days/high')).toBeGreaterThan(100);
  expect(enough.get('overflow-days/high')).toBe(0);
  expect(fixed.get('cost-building')).toBe(0);
  expect(enough.get('cost-building')).toBeGreaterThan(0);
});

test.each([
  [100, 0.2, 20],
  [100, 0.29, 29],
  [4, 0.2, 0],
  [0, 1, 0],
  [7, 1, 7],
])('%i places with a share of %d have %i second beds', (places, share, beds) => {
  expect(secondBeds(places, share)).toBe(beds);
});

test('double: cells are shared, fewer wait, and more people have the same officers and a worse climate', () => {
  const at = (doubleShare: number) => measured(short({ response: 'double', doubleShare }));
  const [none, half, twice] = [at(0), at(0.5), at(1)];
  expect(none.get('sharing/high')).toBe(0);
  expect(half.get('sharing/high')).toBeGreaterThan(1);
  expect(twice.get('sharing/high')).toBeGreaterThan(half.get('sharing/high')!);
  expect(half.get('queue-length')).toBeLessThan(none.get('queue-length')!);
  expect(twice.get('overflow-days/high')).toBeLessThan(none.get('overflow-days/high')!);
  for (const same of ['cost-officers', 'cost-building']) expect(twice.get(same)).toBe(none.get(same));
  expect(twice.get('places/high')).toBe(2 * none.get('places/high')!);
  expect(twice.get('climate')).toBeLessThan(none.get('climate')!);
});

test('double: usable places mean the same in weeks, in months and on the fullest evening, and overflow lies beyond them', () => {
  const cell = short({ response: 'double', doubleShare: 1 });
  const { summary } = simulate(cell);
  const { levels } = summary.shape;
  const given = cell.parameters[0].values.facility;
  for (let level = 0; level < levels; level++) {
    const inWeeks = summary.places.filter((_, at) => at % levels === level).reduce((a, b) => a + b, 0);
    const inMonths = summary.monthPlaces.filter((_, at) => at % levels === level).reduce((a, b) => a + b, 0);
    expect(inWeeks).toBe(inMonths);
    expect(inWeeks / (cell.end - cell.start)).toBe(2 * plannedAt(given, level));
    expect(summary.peaks[peakAt(summary.shape, 0, level, 'places')]).toBe(2 * plannedAt(given, level));
    const [people, places, short] = (['people', 'places', 'short'] as const).map(
      (count) => summary.peaks[peakAt(summary.shape, 1, level, count)],
    );
    expect(short).toBe(Math.max(0, people! - places!));
  }
});

test('free_share: more places kept free, more officers and more building', () => {
  const few = measured(short({ response: 'enough', freeShare: 0 }));
  const many = measured(short({ response: 'enough', freeShare: 0.2 }));
  for (const cost of ['cost-officers', 'cost-building']) expect(many.get(cost)).toBeGreaterThan(few.get(cost)!);
});

test('release: people leave early, others get their places sooner, and more days or fewer exclusions let more leave', () => {
  const released = (capacity: Partial<CapacityParameters>) => {
    const { flow } = simulate(short({ response: 'release', ...capacity })).summary;
    return flow
      .filter((_, at) => at % lifeEventNames.length === event.releasedEarly)
      .reduce((sum, one) => sum + one, 0);
  };
  const [none, all] = [0, 1].map((mark) => new Float64Array(9).fill(mark));
  const usual = released({});
  expect(usual).toBeGreaterThan(10);
  expect(released({ earlyDays: 60 })).toBeGreaterThan(usual);
  expect(released({ earlyExcluded: none })).toBeGreaterThan(usual);
  expect(released({ earlyExcluded: all })).toBe(0);
  const waiting = (response: Response) => measured(short({ response })).get('queue-length')!;
  expect(waiting('release')).toBeLessThan(waiting('fixed'));
});

test('build: places come later and stay; the sooner they come, or the earlier they are ordered, the more there are', () => {
  const places = (capacity: Partial<CapacityParameters>) =>
    measured(short({ response: 'build', buildDays: 400, ...capacity })).get('places/high')!;
  const planned = measured(short({})).get('places/high')!;
  expect(places({})).toBeGreaterThan(planned);
  expect(places({ buildDays: 100 })).toBeGreaterThan(places({}));
  expect(places({ orderMost: 0.5 })).toBeGreaterThan(places({}));
  expect(places({ orderAt: 0.6, orderMost: 0.5 })).toBeGreaterThan(places({}));
  expect(places({ buildDays: 5000 })).toBe(planned);
  expect(measured(short({ response: 'build', buildDays: 400 })).get('cost-building')).toBeGreaterThan(0);
});

test.each<readonly [string, Partial<CapacityParameters>]>([
  ...responses.map((response) => [response, { response }] as const),
  ['release by estate', { response: 'release', releaseScope: 'estate' }],
])('%s: a branch from the middle lives the same lives', (_, given) => {
  const cell = short(given);
  const whole = digestOf(simulate(cell).summary);
  for (const after of [40, 500]) {
    expect(digestOf(liveOn(cell, liveUntil(cell, cell.start + after)).summary)).toBe(whole);
  }
});

test('each response leads to lives of its own', () => {
  const digests = responses.map((response) => digestOf(simulate(short({ response })).summary));
  expect(new Set(digests).size).toBe(responses.length);
});
