/** Occupancy: people inside by status and level, people waiting, and people beyond the places. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { insideStatuses, status, statuses } from '../people/person.ts';
import type { Summary } from '../simulation/summary.ts';
import { type Measure, personDays, type Reading, sumOf } from './measure.ts';

/** Every measure of stocks where the security levels have these names. */
export function occupancyMeasures(levels: readonly string[]): readonly Measure[] {
  const inside = (reading: Reading, at: readonly number[], level?: number) =>
    at.reduce((total, one) => total + personDays(reading.summary, one, level), 0) / reading.days;
  return [
    {
      id: 'occupancy',
      label: 'people inside, mean',
      unit: 'persons',
      definition: 'people in institutions on an average day, remand included, electronic monitoring not',
      better: 'neither',
      value: (reading) => inside(reading, insideStatuses),
    },
    ...insideStatuses.map(
      (one): Measure => ({
        id: 'occupancy',
        label: `${statuses[one]}, mean`,
        unit: 'persons',
        definition: `people in institutions with the status ${statuses[one]} on an average day`,
        better: 'neither',
        status: statuses[one],
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
        value: (reading) => inside(reading, insideStatuses, level),
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
    ...levels.map(
      (name, level): Measure => ({
        id: 'level-share',
        label: `days inside spent at ${name} security`,
        unit: 'percent',
        definition: `person-days at the level ${name} among all in institutions, remand included`,
        better: 'neither',
        level: name,
        value: (reading) => (100 * inside(reading, insideStatuses, level)) / inside(reading, insideStatuses),
      }),
    ),
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

function weeksOver({ overflow, shape }: Summary, level: number): number {
  let weeks = 0;
  for (let week = 0; week < shape.weeks; week++) if (overflow[week * shape.levels + level] > 0) weeks++;
  return weeks;
}

function overflowDays({ overflow, shape }: Summary, level: number): number {
  let total = 0;
  for (let week = 0; week < shape.weeks; week++) total += overflow[week * shape.levels + level];
  return total;
}
