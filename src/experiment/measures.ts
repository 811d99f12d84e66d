/**
 * Measures: the named outcomes, each with its definition, unit and direction, computed from one cell's summary.
 *
 * Ids are kebab-case and the same everywhere. A measure is a number for every cell; means, differences and intervals are
 * made of these.
 */

import { costOf } from '../community/cost.ts';
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { event, lifeEventNames } from '../people/life-events.ts';
import { status, statuses } from '../people/person.ts';
import type { Parameters } from '../simulation/parameters.ts';
import { definitions, MONTHS, type Summary, sums } from '../simulation/summary.ts';
import { cumulativeIncidence } from '../statistics/survival.ts';

/** What a measure is read from. */
export interface Reading {
  readonly summary: Summary;
  /** Days observed. */
  readonly days: number;
  /** Parameters at the end, for costs. */
  readonly parameters: Parameters;
}

export interface Measure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly better: 'lower' | 'higher' | 'neither';
  /** Years since release, for recidivism. */
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
  /** NaN where nothing was there to measure. */
  readonly value: (reading: Reading) => number;
}

/** Every measure of a jurisdiction with these security levels, in the order of reports. */
export function measuresOf(levels: readonly string[]): readonly Measure[] {
  return [...recidivism(), ...occupancy(levels), ...flows(), ...costs()];
}

/** Person-days in a status, at one level or at all. */
export function personDays({ stock, shape }: Summary, at: number, level?: number): number {
  const perStatus = shape.levels + 1;
  const cells = statuses.length * perStatus;
  let total = 0;
  for (let week = 0; week < shape.weeks; week++) {
    for (let column = 0; column < perStatus; column++) {
      if (level === undefined || column === level) total += stock[week * cells + at * perStatus + column]!;
    }
  }
  return total;
}

/** Events of one kind over all years. */
export function eventsOf({ flow, shape }: Summary, kind: number): number {
  let total = 0;
  for (let year = 0; year < shape.years; year++) total += flow[year * lifeEventNames.length + kind]!;
  return total;
}

/** One of the sums that go with events, over all years. */
export function sumOf(summary: Summary, name: (typeof sums)[number]): number {
  let total = 0;
  for (let year = 0; year < summary.shape.years; year++)
    total += summary.sums[year * sums.length + sums.indexOf(name)]!;
  return total;
}

/** Counts by month since the index release for a definition, over all last levels or one. */
export function followUp(
  summary: Summary,
  part: 'events' | 'competing' | 'censored',
  definition: number,
  level?: number,
) {
  const months = new Int32Array(MONTHS);
  for (let group = 0; group < summary.shape.levels; group++) {
    if (level !== undefined && group !== level) continue;
    const from = (definition * summary.shape.levels + group) * MONTHS;
    for (let month = 0; month < MONTHS; month++) months[month]! += summary[part][from + month]!;
  }
  return months;
}

/** Chance of a first event within some years of an index release, with death and expulsion as competing exits. */
export function recidivismWithin(summary: Summary, definition: number, years: number, level?: number): number {
  const curve = cumulativeIncidence({
    events: followUp(summary, 'events', definition, level),
    competing: followUp(summary, 'competing', definition, level),
    censored: followUp(summary, 'censored', definition, level),
  });
  return curve.estimate[12 * years - 1]!;
}

const wording: Record<(typeof definitions)[number], { label: string; definition: string }> = {
  'new-charge': { label: 'charged again', definition: 'first new charge' },
  'new-conviction': { label: 'convicted again', definition: 'first new verdict of guilt' },
  'new-sanction': {
    label: 'back in the correctional service',
    definition: 'first new sentence begun in an institution, on electronic monitoring or in the community',
  },
  'new-prison-sentence': { label: 'back in prison', definition: 'first new prison sentence begun in an institution' },
};

function recidivism(): readonly Measure[] {
  return [2, 1, 3, 5].flatMap((horizon) =>
    [3, 2, 1, 0].map((index): Measure => {
      const id = definitions[index]!;
      return {
        id,
        label: `${wording[id].label} within ${horizon} y`,
        unit: 'percent',
        definition: `${wording[id].definition} within ${horizon} years of an index release, the first of a calendar year from a prison sentence in an institution; death and expulsion compete`,
        better: 'lower',
        horizon,
        value: ({ summary }) =>
          summary.shape.weeks * 7 < horizon * DAYS_PER_YEAR
            ? Number.NaN
            : 100 * recidivismWithin(summary, index, horizon),
      };
    }),
  );
}

function occupancy(levels: readonly string[]): readonly Measure[] {
  const inside = (reading: Reading, at: readonly number[], level?: number) =>
    at.reduce((total, one) => total + personDays(reading.summary, one, level), 0) / reading.days;
  const institution = [status.remand, status.serving];
  return [
    {
      id: 'occupancy',
      label: 'people inside, mean',
      unit: 'persons',
      definition: 'people in institutions on an average day, remand included, electronic monitoring not',
      better: 'neither',
      value: (reading) => inside(reading, institution),
    },
    ...institution.map(
      (one): Measure => ({
        id: 'occupancy',
        label: `${statuses[one]!}, mean`,
        unit: 'persons',
        definition: `people in institutions with the status ${statuses[one]!} on an average day`,
        better: 'neither',
        status: statuses[one]!,
        value: (reading) => inside(reading, [one]),
      }),
    ),
    ...levels.map(
      (name, level): Measure => ({
        id: 'occupancy',
        label: `people at ${name} security, mean`,
        unit: 'persons',
        definition: `people at the level ${name} on an average day, remand included`,
        better: 'neither',
        level: name,
        value: (reading) => inside(reading, institution, level),
      }),
    ),
    {
      id: 'occupancy',
      label: 'people on electronic monitoring, mean',
      unit: 'persons',
      definition: 'people serving on electronic monitoring on an average day',
      better: 'neither',
      status: 'monitored',
      value: (reading) => inside(reading, [status.monitored]),
    },
    {
      id: 'queue-length',
      label: 'people waiting to begin, mean',
      unit: 'persons',
      definition: 'people at liberty who have been sentenced and wait to be summoned or for a place',
      better: 'lower',
      value: ({ summary, days }) => summary.waiting.reduce((total, one) => total + one, 0) / days,
    },
    {
      id: 'waiting-days',
      label: 'days from summons to place, mean',
      unit: 'days',
      definition: 'days between being ready to serve and beginning, for those who began',
      better: 'lower',
      value: ({ summary }) => sumOf(summary, 'waiting-days') / sumOf(summary, 'waited'),
    },
    ...levels.flatMap((name, level): readonly Measure[] => [
      {
        id: 'overflow-chance',
        label: `weeks with overflow at ${name} security`,
        unit: 'percent',
        definition: `weeks in which more people were at the level ${name} than its places can hold, on at least one day`,
        better: 'lower',
        level: name,
        value: ({ summary }) => (100 * weeksOver(summary, level)) / summary.shape.weeks,
      },
      {
        id: 'overflow-days',
        label: `overflow at ${name} security`,
        unit: 'person-days a year',
        definition: `person-days beyond the usable places of the level ${name}`,
        better: 'lower',
        level: name,
        value: ({ summary, days }) => (overflowDays(summary, level) * DAYS_PER_YEAR) / days,
      },
    ]),
  ];
}

function flows(): readonly Measure[] {
  const perYear = (id: string, label: string, definition: string, kinds: readonly number[]): Measure => ({
    id,
    label,
    unit: 'a year',
    definition,
    better: 'neither',
    value: ({ summary, days }) =>
      (kinds.reduce((total, kind) => total + eventsOf(summary, kind), 0) * DAYS_PER_YEAR) / days,
  });
  const released = [event.fullTime, event.conditional];
  return [
    perYear('charges', 'charges', 'charges in cases where prison is at stake', [event.charged]),
    perYear('prison-sentences', 'prison sentences imposed', 'unconditional prison sentences', [event.sentenced]),
    perYear('remand-entries', 'remand entries', 'people taken into remand', [event.remanded]),
    perYear('remand-releases', 'releases from remand', 'people released from remand before the verdict', [
      event.remandReleased,
    ]),
    perYear('straight-passes', 'passes from remand into serving', 'remand that turns into serving', [
      event.passedStraight,
    ]),
    perYear(
      'releases',
      'releases from prison sentences',
      'releases from institutions, at full time or conditional',
      released,
    ),
    perYear(
      'monitoring-releases',
      'releases from electronic monitoring',
      'sentences completed on electronic monitoring',
      [event.monitoringCompleted],
    ),
    {
      id: 'conditional-share',
      label: 'releases that are conditional',
      unit: 'percent',
      definition: 'conditional releases among releases from prison sentences in institutions',
      better: 'neither',
      value: ({ summary }) => {
        const conditional = eventsOf(summary, event.conditional);
        return (100 * conditional) / (conditional + eventsOf(summary, event.fullTime));
      },
    },
    {
      id: 'time-served',
      label: 'institution days a release',
      unit: 'days',
      definition: 'days in an institution under sentence, remand not included, for a release',
      better: 'neither',
      value: ({ summary }) =>
        sumOf(summary, 'institution-days') / (eventsOf(summary, event.fullTime) + eventsOf(summary, event.conditional)),
    },
    {
      id: 'remand-days',
      label: 'days of a remand',
      unit: 'days',
      definition: 'days from entry into remand to release or verdict',
      better: 'neither',
      value: ({ summary }) => sumOf(summary, 'remand-days') / eventsOf(summary, event.remandEnded),
    },
    {
      id: 'person-years-inside',
      label: 'person-years inside',
      unit: 'person-years a year',
      definition: 'person-years in institutions a year, remand included',
      better: 'neither',
      value: ({ summary, days }) => (personDays(summary, status.remand) + personDays(summary, status.serving)) / days,
    },
  ];
}

function costs(): readonly Measure[] {
  return [
    {
      id: 'cost',
      label: 'cost of custody and supervision',
      unit: 'million kroner a year',
      definition: 'average cost of person-years by level, on monitoring and under supervision',
      better: 'lower',
      value: ({ summary, days, parameters }) => {
        const { levels } = summary.shape;
        const insideDays = Array.from(
          { length: levels },
          (_, level) => personDays(summary, status.remand, level) + personDays(summary, status.serving, level),
        );
        const monitored = personDays(summary, status.monitored);
        const supervised = personDays(summary, status.conditional);
        return ((costOf(insideDays, monitored, supervised, parameters.cost) / days) * DAYS_PER_YEAR) / 1e6;
      },
    },
  ];
}

function weeksOver({ overflow, shape }: Summary, level: number): number {
  let weeks = 0;
  for (let week = 0; week < shape.weeks; week++) if (overflow[week * shape.levels + level]! > 0) weeks++;
  return weeks;
}

function overflowDays({ overflow, shape }: Summary, level: number): number {
  let total = 0;
  for (let week = 0; week < shape.weeks; week++) total += overflow[week * shape.levels + level]!;
  return total;
}
