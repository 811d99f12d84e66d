/** Deaths stand over person-years and over passages of the gate, in custody and for everybody followed. */
import { expect, test } from 'vitest';
import { deathMeasures } from '../../src/measures/deaths.ts';
import { event, type LifeEventName } from '../../src/people/life-events.ts';
import { status } from '../../src/people/person.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { emptySummary, sums } from '../../src/simulation/summary.ts';
import { type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

const parameters = tinyCell().parameters[0].values;

/** One year of 90 people inside, 10 in treatment and 900 at liberty. */
function measured(
  id: string,
  population: string | undefined,
  happened: Partial<Record<LifeEventName, number>>,
  inside = 0,
  onRemand = 0,
): number {
  const summary = emptySummary({ weeks: 1, years: 1, levels: 2, offences: 1 });
  summary.stock[status.serving * 3] = 90 * 365.25;
  summary.stock[status.treatment * 3 + 2] = 10 * 365.25;
  summary.stock[status.liberty * 3 + 2] = 900 * 365.25;
  for (const [name, count] of Object.entries(happened)) summary.flow[event[name as LifeEventName]] = count;
  summary.sums[sums.indexOf('deaths-inside')] = inside;
  summary.sums[sums.indexOf('suicides-remand')] = onRemand;
  const found = deathMeasures().filter((one) => one.id === id && one.population === population);
  expect(found).toHaveLength(1);
  return found[0].value({ summary, days: 365.25, parameters });
}

test.each([
  ['suicides', undefined, { suicide: 2 }, 0, 2000],
  ['suicides', 'admissions', { suicide: 2, remanded: 300, admitted: 150, fineBegun: 100, passedStraight: 50 }, 0, 4],
  ['overdose-deaths', undefined, { overdose: 3 }, 0, 3],
  ['overdose-deaths', 'releases', { overdose: 3, remandReleased: 100, fullTime: 100, fineServed: 100 }, 0, 10],
  ['deaths', undefined, { died: 20 }, 5, 20],
  ['deaths', 'everybody followed', { died: 20 }, 5, 20],
  ['deaths', 'people in custody', { died: 20 }, 5, 50],
])('%s of %s after %j and %i deaths inside: %f', (id, population, happened, inside, expected) => {
  expect(measured(id, population, happened, inside)).toBeCloseTo(expected, 0);
});

test('suicides on remand are a share of all suicides', () => {
  expect(measured('suicides', 'remand', { suicide: 5 }, 0, 4)).toBe(80);
});

test('as many people inside with more admissions have more suicides per person-year, and as many per admission', () => {
  const few = { suicide: 2, remanded: 400 };
  const many = { suicide: 4, remanded: 800 };
  expect(measured('suicides', undefined, many)).toBeCloseTo(2 * measured('suicides', undefined, few));
  expect(measured('suicides', 'admissions', many)).toBeCloseTo(measured('suicides', 'admissions', few));
});

test('deaths in custody are those of people who had come in and not gone out', () => {
  const cell = withLevers(tinyCell(), { mortality: { rate: 0.2, insideShare: 1, suicideDayOne: 10 } });
  const { summary, world } = simulate(cell, true);
  const lives = [...livesIn(world).values()];
  const suicides = lives.flat().filter((one) => one.event === 'suicide' && one.day >= cell.start).length;
  const inside = summary.sums
    .filter((_, at) => at % sums.length === sums.indexOf('deaths-inside'))
    .reduce((sum, deaths) => sum + deaths, 0);
  const remanded = summary.sums
    .filter((_, at) => at % sums.length === sums.indexOf('suicides-remand'))
    .reduce((sum, deaths) => sum + deaths, 0);
  const all = lives.flat().filter((one) => one.event === 'died' && one.day >= cell.start).length;
  expect(suicides).toBeGreaterThan(5);
  expect(remanded).toBeGreaterThan(0);
  expect(remanded).toBe(lives.filter((life) => diedOnRemand(life, cell.start)).length);
  expect(inside).toBeGreaterThan(suicides);
  expect(inside).toBeLessThan(all);
});

function diedOnRemand(life: readonly LifeEventRecord[], from: number): boolean {
  if (!life.some((one) => one.event === 'suicide' && one.day >= from)) return false;
  const last = life.findLast(({ event }) => ['remanded', 'remandReleased', 'admitted'].includes(event));
  return last?.event === 'remanded';
}
