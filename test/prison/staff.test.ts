/** Staff: contact makes a climate, incidents wear it down, and enough staff brings it back. */
import { describe, expect, test } from 'vitest';
import { safetyMeasures } from '../../src/measures/safety.ts';
import { climateAfter, contactHours, restingClimate, type StaffParameters, sickShare } from '../../src/prison/staff.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { tinyCell, withLevers } from '../tiny.ts';

const cell = tinyCell();
const usual = cell.parameters[0].values.staff;

test.each([
  [10, 10, 1, 'as many as officers: a share of their hours'],
  [10, 20, 0.5, 'twice as many people: half'],
  [0, 20, 0, 'no officers'],
  [5, 0, 0, 'nobody to guard'],
])('%d officers for %d people: %d of contact, %s', (officers, people, part) => {
  expect(contactHours(officers, people, usual)).toBeCloseTo(part * usual.hours * usual.contactShare, 12);
});

test('all as usual, the climate rests as usual; each thing that is better makes it better', () => {
  const rest = (given: Partial<StaffParameters>, contact = usual.usualContact[0]) =>
    restingClimate(contact, 0, { ...usual, ...given });
  expect(rest({})).toBeCloseTo(usual.usualClimate, 12);
  expect(rest({}, 2 * usual.usualContact[0])).toBeCloseTo(usual.usualClimate + usual.contactWeight, 12);
  expect(rest({ training: 1 })).toBeGreaterThan(rest({}));
  expect(rest({ turnover: 0.2 })).toBeLessThan(rest({}));
  expect(rest({ size: usual.size.map((size) => size / 2) })).toBeGreaterThan(rest({}));
  expect(rest({}, 0)).toBeGreaterThanOrEqual(0);
  expect(rest({}, 1e9)).toBeLessThanOrEqual(1);
});

test.each([
  [0.5, 0.7, 0, 0.1, 0.5, 0.52],
  [0.5, 0.5, 0.1, 0.1, 0.5, 0.45],
  [0.01, 0, 1, 0.1, 1, 0],
  [0.99, 1, 0, 1, 1, 1],
])('climate %d that rests at %d after %d incidents each is %d', (climate, rest, incidents, pace, wear, after) => {
  expect(climateAfter(climate, rest, incidents, pace, wear)).toBeCloseTo(after, 12);
});

test('the worse the climate, the more are ill, but never more than all', () => {
  expect(sickShare(usual.usualClimate, usual)).toBeCloseTo(usual.sickLeave, 12);
  expect(sickShare(0, usual)).toBeGreaterThan(sickShare(1, usual));
  expect(sickShare(0, { ...usual, sickLeave: 1, sickClimate: 10 })).toBe(1);
});

/** A unit of 100 people in which a worse climate means more incidents, through so many weeks after a shock. */
function recovers(officers: number): number {
  let climate = 0.1;
  for (let week = 0; week < 300; week++) {
    const contact = contactHours(officers * (1 - sickShare(climate, usual)), 100, usual);
    const incidents = 0.01 * Math.exp(3 * (usual.usualClimate - climate));
    climate = climateAfter(climate, restingClimate(contact, 0, usual), incidents, usual.pace, usual.wear);
  }
  return climate;
}

test('after a shock a unit with enough staff comes back, and one without stays down', () => {
  expect(recovers(85)).toBeGreaterThan(0.4);
  expect(recovers(15)).toBeLessThan(0.15);
});

describe('in the tiny world', () => {
  const measured = (staff: Partial<StaffParameters>) => {
    const moved = withLevers(cell, { staff });
    const reading = {
      summary: simulate(moved).summary,
      days: cell.end - cell.start,
      parameters: moved.parameters[0].values,
    };
    return (id: string) =>
      safetyMeasures(['high', 'low', 'transitional'])
        .find((one) => one.id === id)!
        .value(reading);
  };
  const unmoved = measured({});

  test.each<[string, Partial<StaffParameters>, string, 'more' | 'less']>([
    ['officers', { officers: usual.officers.map((ratio) => ratio / 3) }, 'climate', 'less'],
    ['officers', { officers: usual.officers.map((ratio) => ratio / 3) }, 'officers', 'less'],
    ['hours', { hours: 20 }, 'contact', 'less'],
    ['contact_share', { contactShare: 0.6 }, 'contact', 'more'],
    ['training', { training: 0 }, 'climate', 'less'],
    ['turnover', { turnover: 0.5 }, 'climate', 'less'],
    ['size', { size: Float64Array.of(800, 800, 800) }, 'climate', 'less'],
    ['sick_leave', { sickLeave: 0.3 }, 'sick-leave', 'more'],
    ['wear', { wear: 5 }, 'climate', 'less'],
  ])('%s: %j, %s is %s', (_, levers, id, direction) => {
    const after = measured(levers)(id);
    if (direction === 'more') expect(after).toBeGreaterThan(unmoved(id));
    else expect(after).toBeLessThan(unmoved(id));
  });
});
