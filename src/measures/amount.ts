/**
 * Amount: the building blocks of measures: events, sums and weekly tallies of a reading, over all its years.
 *
 * Only weekly tallies and days inside are kept by level; any other amount ignores the level.
 */
import { event, type LifeEventName } from '../people/life-events.ts';
import type { TallyName } from '../people/tallies.ts';
import type { sums } from '../simulation/summary.ts';
import { eventsOf, insideDays, type Reading, sumOf, tallied } from './measure.ts';

/** An amount of a reading, at one level or at all levels. */
export type Amount = (reading: Reading, level?: number) => number;

/** The number of life events of these kinds. */
export function events(...names: readonly LifeEventName[]): Amount {
  return ({ summary }) => names.reduce((total, name) => total + eventsOf(summary, event[name]), 0);
}

/** One of the sums that go with events. */
export function recorded(name: (typeof sums)[number]): Amount {
  return ({ summary }) => sumOf(summary, name);
}

/** The sum of these tallies of the weekly steps. */
export function weekly(...names: readonly TallyName[]): Amount {
  return ({ summary }, level) => names.reduce((total, name) => total + tallied(summary, name, level), 0);
}

/** Person-days in institutions. */
export const daysInside: Amount = ({ summary }, level) => insideDays(summary, level);

/** Person-weeks inside, counted on the weekly roll. */
export const inmateWeeks: Amount = weekly('inmate-weeks');

/** Converts an amount kept in small parts, such as thousandths or minutes, to its unit, `parts` to the unit. */
export function inUnitsOf(parts: number, amount: Amount): Amount {
  return (reading, level) => amount(reading, level) / parts;
}

/** The sum of two amounts. */
export function plus(one: Amount, other: Amount): Amount {
  return (reading, level) => one(reading, level) + other(reading, level);
}

/** The difference of two amounts. */
export function less(all: Amount, some: Amount): Amount {
  return (reading, level) => all(reading, level) - some(reading, level);
}
