/**
 * Measure: a named outcome with its definition, unit and direction, and the reading it is computed from.
 *
 * A measure gives one number per cell; means, differences and intervals are computed from these.
 */
import { lifeEventNames } from '../people/life-events.ts';
import { insideStatuses, statuses } from '../people/person.ts';
import { type TallyName, tally, tallyNames } from '../people/tallies.ts';
import type { Parameters } from '../simulation/parameters.ts';
import { MONTHS, type Summary, sums } from '../simulation/summary.ts';
import type { MeasureIdentity } from './measure-identity.ts';

/** The source of a measure. */
export interface Reading {
  readonly summary: Summary;
  /** Days observed. */
  readonly days: number;
  /** Days from the start of observation to the day on which the arms compared part; 0 if left out. */
  readonly parting?: number;
  /** Days from the start of observation to the day of the stock cohort; absent if there is none. */
  readonly stockDay?: number;
  /** Parameters at the end, for costs. */
  readonly parameters: Parameters;
}

export interface Measure extends Omit<MeasureIdentity, 'measure'> {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly better: 'lower' | 'higher' | 'neither';
  /** Whether its value depends on the day on which the arms compared part. */
  readonly isOfPair?: true;
  /** NaN if there was nothing to measure. */
  readonly value: (reading: Reading) => number;
  /** The events that a share or rate of cohort members counts; undefined for any other measure. */
  readonly events?: (reading: Reading) => MemberEvents;
}

/** Events among members, by strata that are the same in all arms. The value of the measure is 100 times their sum per member. */
export interface MemberEvents {
  readonly byStratum: ArrayLike<number>;
  readonly members: number;
}

/** Person-days in a status, at one level or at all. */
export function personDays({ stock, shape }: Summary, at: number, level?: number): number {
  const perStatus = shape.levels + 1;
  const cells = statuses.length * perStatus;
  let total = 0;
  for (let week = 0; week < shape.weeks; week++) {
    for (let column = 0; column < perStatus; column++) {
      if (level === undefined || column === level) total += stock[week * cells + at * perStatus + column];
    }
  }
  return total;
}

/** Person-days in institutions of the prison service, at one level or at all. */
export function insideDays(summary: Summary, level?: number): number {
  return insideStatuses.reduce((total, at) => total + personDays(summary, at, level), 0);
}

/** Events of one kind over all years. */
export function eventsOf({ flow, shape }: Summary, kind: number): number {
  let total = 0;
  for (let year = 0; year < shape.years; year++) total += flow[year * lifeEventNames.length + kind];
  return total;
}

/** Releases from sentences in institutions with the last day at a level, over all years. */
export function releasedFrom({ lastLevels, shape }: Summary, level: number): number {
  let total = 0;
  for (let year = 0; year < shape.years; year++) total += lastLevels[year * shape.levels + level];
  return total;
}

/** One of the sums that go with events, over all years. */
export function sumOf(summary: Summary, name: (typeof sums)[number]): number {
  let total = 0;
  for (let year = 0; year < summary.shape.years; year++) total += summary.sums[year * sums.length + sums.indexOf(name)];
  return total;
}

/** An amount of the weekly steps over all years, at one level or at all. */
export function tallied({ tallies, shape }: Summary, name: TallyName, level?: number): number {
  const perTally = shape.levels + 1;
  let total = 0;
  for (let year = 0; year < shape.years; year++) {
    for (let column = 0; column < perTally; column++) {
      if (level !== undefined && column !== level) continue;
      total += tallies[(year * tallyNames.length + tally[name]) * perTally + column];
    }
  }
  return total;
}

/** Counts by month since the index release for a definition, over the last levels named; the level after the last is home. */
export function followUp(
  summary: Summary,
  part: 'events' | 'competing' | 'censored',
  definition: number,
  lastLevels: readonly number[],
): Int32Array {
  const months = new Int32Array(MONTHS);
  for (const lastLevel of lastLevels) {
    const from = (definition * (summary.shape.levels + 1) + lastLevel) * MONTHS;
    for (let month = 0; month < MONTHS; month++) months[month] += summary[part][from + month];
  }
  return months;
}
