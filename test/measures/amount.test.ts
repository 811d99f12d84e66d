/** Amounts: read over all years, together, at one level or at all. */
import { expect, test } from 'vitest';
import { daysInside, events, inmateWeeks, inUnitsOf, less, recorded, weekly } from '../../src/measures/amount.ts';
import type { Reading } from '../../src/measures/measure.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { status } from '../../src/people/person.ts';
import { tally, tallyNames } from '../../src/people/tallies.ts';
import { emptySummary, sums } from '../../src/simulation/summary.ts';
import { tinyCell } from '../tiny.ts';

/** Two years with two levels: 5 charges, then 7, 2 remanded; 40 escapes; 60 weeks of inmates at the first level, 30 at the second; 9 person-days. */
function reading(): Reading {
  const summary = emptySummary({ weeks: 1, years: 2, levels: 2, offences: 1 });
  summary.flow[event.charged] = 5;
  summary.flow[lifeEventNames.length + event.charged] = 7;
  summary.flow[event.remanded] = 2;
  summary.sums[sums.length + sums.indexOf('escapes')] = 40;
  summary.tallies[tally['inmate-weeks'] * 3] = 60;
  summary.tallies[(tallyNames.length + tally['inmate-weeks']) * 3 + 1] = 30;
  summary.tallies[tally['work-weeks'] * 3 + 1] = 8;
  summary.stock[status.serving * 3 + 1] = 6;
  summary.stock[status.remand * 3] = 3;
  summary.stock[status.monitored * 3 + 2] = 50;
  return { summary, days: 731, parameters: tinyCell().parameters[0].values };
}

test('events and sums are added over the years, events of several kinds together', () => {
  expect(events('charged')(reading())).toBe(12);
  expect(events('charged', 'remanded')(reading())).toBe(14);
  expect(recorded('escapes')(reading())).toBe(40);
});

test('weekly tallies and days inside are those of all levels, or of one', () => {
  expect([undefined, 0, 1].map((level) => inmateWeeks(reading(), level))).toEqual([90, 60, 30]);
  expect([undefined, 0, 1].map((level) => weekly('inmate-weeks', 'work-weeks')(reading(), level))).toEqual([
    98, 60, 38,
  ]);
  expect([undefined, 0, 1].map((level) => daysInside(reading(), level))).toEqual([9, 3, 6]);
});

test('an amount in other units, and one less another, are taken at the same level', () => {
  expect(inUnitsOf(60, inmateWeeks)(reading(), 1)).toBe(0.5);
  expect(less(inmateWeeks, weekly('work-weeks'))(reading(), 1)).toBe(22);
});
