/** Occupancy: people inside by status and level, and people beyond the places. */
import { insideStatuses, status, statuses } from '../people/person.ts';
import { type Amount, daysInside } from './amount.ts';
import { type Measure, personDays, type Reading } from './measure.ts';
import { averageDay, percentage, yearly } from './ratio.ts';

/** Every measure of stocks, for security levels of these names. */
export function occupancyMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    averageDay({
      id: 'occupancy',
      label: 'people inside, mean',
      definition: 'people in institutions on an average day, remand included, electronic monitoring excluded',
      of: daysInside,
    }),
    ...insideStatuses.map((one) =>
      averageDay({
        id: 'occupancy',
        label: `${statuses[one]}, mean`,
        definition: `people in institutions with the status ${statuses[one]} on an average day`,
        status: statuses[one],
        of: ({ summary }) => personDays(summary, one),
      }),
    ),
    ...levels.map((name, level) =>
      averageDay({
        id: 'occupancy',
        label: `people at ${name} security, mean`,
        definition: `people at the level ${name} on an average day, remand included`,
        level: name,
        of: (reading) => daysInside(reading, level),
      }),
    ),
    averageDay({
      id: 'occupancy',
      label: 'people on electronic monitoring, mean',
      definition: 'people serving on electronic monitoring on an average day',
      status: 'monitored',
      of: ({ summary }) => personDays(summary, status.monitored),
    }),
    ...levels.map((name, level) =>
      percentage({
        id: 'level-share',
        label: `days inside spent at ${name} security`,
        definition: `share of all person-days in institutions spent at the level ${name}, remand included`,
        level: name,
        of: (reading) => inside(reading, level),
        by: inside,
      }),
    ),
    ...levels.flatMap((name, level) => [
      averageDay({
        id: 'places',
        unit: 'places',
        label: `usable places at ${name} security, mean`,
        definition: `usable places of the level ${name} on an average day, second beds included`,
        level: name,
        of: ({ summary: { places, shape } }) => sumOfLevel(places, shape.levels, level),
      }),
      averageDay({
        id: 'sharing',
        label: `people in second beds at ${name} security, mean`,
        definition: `people at the level ${name} on an average day beyond the places of their unit, who share a cell`,
        better: 'lower',
        level: name,
        of: ({ summary: { sharing, shape } }) => sumOfLevel(sharing, shape.levels, level),
      }),
      percentage({
        id: 'overflow-chance',
        label: `weeks with anybody beyond the beds of their sex and unit at ${name} security`,
        definition: `share of weeks with anybody at the level ${name} beyond the usable places of their sex and unit on at least one day`,
        better: 'lower',
        level: name,
        of: (reading) => overflowByWeek(reading, level).filter((days) => days > 0).length,
        by: ({ summary }) => summary.shape.weeks,
      }),
      yearly({
        id: 'overflow-days',
        label: `people beyond the beds of their sex and unit at ${name} security`,
        unit: 'person-nights per year',
        definition: `nights of people at the level ${name} beyond the usable places of their sex and unit`,
        better: 'lower',
        level: name,
        of: (reading) => overflowByWeek(reading, level).reduce((total, days) => total + days, 0),
      }),
      averageDay({
        id: 'overflow-people',
        label: `people beyond the beds of their sex and unit at ${name} security, mean`,
        definition: `people at the level ${name} beyond the usable places of their sex and unit on an average night, nights without any included`,
        better: 'lower',
        level: name,
        of: (reading) => overflowByWeek(reading, level).reduce((total, days) => total + days, 0),
      }),
      percentage({
        id: 'overflow-nights',
        label: `nights with anybody beyond the beds of their sex and unit at ${name} security`,
        definition: `share of nights with anybody at the level ${name} beyond the usable places of their sex and unit`,
        better: 'lower',
        level: name,
        of: ({ summary: { fullNights, shape } }) =>
          fullNights.reduce((total, nights, at) => total + (at % shape.levels === level ? nights : 0), 0),
        by: ({ days }) => days,
      }),
    ]),
  ].flat();
}

/** People inside on an average day. */
const inside: Amount = (reading, level) => daysInside(reading, level) / reading.days;

function sumOfLevel(byWeek: Int32Array, levels: number, level: number): number {
  return byWeek.reduce((sum, days, at) => (at % levels === level ? sum + days : sum), 0);
}

/** Person-days beyond the places of a level, week by week. */
function overflowByWeek({ summary: { overflow, shape } }: Reading, level: number): Int32Array {
  return overflow.filter((_, at) => at % shape.levels === level);
}
