/** Safety: staff, climate and incidents. */
import type { TallyName } from '../people/tallies.ts';
import { incidentNames } from '../prison/incidents.ts';
import { type Amount, inmateWeeks, inUnitsOf, weekly } from './amount.ts';
import type { Measure } from './measure.ts';
import { figure, percentage, type RatioWithout, ratio, yearly } from './ratio.ts';

/** Every measure of staff, climate and incidents, for security levels of these names. */
export function safetyMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    per1000Weeks({
      id: 'incidents',
      label: 'incidents',
      definition: 'incidents of all kinds, per 1,000 inmate-weeks',
      of: weekly(...incidentNames.map((kind) => `incidents-${kind}` as const)),
      perLevel: { levels, definition: (level) => `incidents at the level ${level}, per 1,000 inmate-weeks` },
    }),
    ...incidentNames.map((kind) =>
      per1000Weeks({
        id: 'incidents',
        label: `incidents: ${kind}`,
        definition: `incidents of ${kind}, per 1,000 inmate-weeks`,
        population: kind,
        of: weekly(`incidents-${kind}`),
      }),
    ),
    ...causesOfExclusion.map(({ cause, said, counted, days }) =>
      [
        yearly({
          id: 'exclusions',
          label: `exclusions from company${cause === undefined ? '' : `: ${cause}`}`,
          definition: `exclusions from company ${said}, per year`,
          ...(cause === undefined ? {} : { population: cause }),
          better: 'lower',
          of: weekly(...counted),
        }),
        per1000Weeks({
          id: 'excluded',
          label: `days excluded from company${cause === undefined ? '' : `: ${cause}`}`,
          definition: `days of exclusion from company ${said}, as ordered, per 1,000 inmate-weeks; a release may end one earlier`,
          ...(cause === undefined ? {} : { population: cause }),
          of: weekly(...days),
        }),
      ].flat(),
    ),
    percentage({
      id: 'exclusions',
      label: 'exclusions that are long',
      unit: 'percent',
      definition:
        'share of exclusions from company of at least `incidents.isolation_days`, which count as isolation in the effects',
      population: 'long',
      better: 'lower',
      of: weekly('exclusions-long'),
      by: weekly('exclusions-incident', 'exclusions-ordered'),
    }),
    figure({
      id: 'climate',
      label: 'climate of units',
      unit: 'between 0 and 1',
      definition: 'mean climate of units, weighted by the people held in them',
      better: 'higher',
      value: mean('climate', 'climate-weeks', 1000),
      perLevel: {
        levels,
        label: (level) => `climate, ${level}`,
        definition: (level) => `climate of units at the level ${level}`,
      },
    }),
    figure({
      id: 'officers',
      label: 'officers in post',
      unit: 'per inmate',
      definition: 'officers in post, at work or ill, per inmate',
      value: mean('officer-weeks', 'inmate-weeks', 1000),
    }),
    figure({
      id: 'contact',
      label: 'contact with officers',
      unit: 'hours per week',
      definition: 'hours of contact with officers, per inmate',
      better: 'higher',
      value: mean('contact-minutes', 'inmate-weeks', 60),
    }),
    figure({
      id: 'sick-leave',
      label: 'officers on sick leave',
      unit: 'percent',
      definition: 'share of officers in post who are on sick leave',
      better: 'lower',
      value: mean('sick-weeks', 'officer-weeks', 0.01),
    }),
  ].flat();
}

/** Exclusions by cause, all of them first. */
const causesOfExclusion: readonly {
  readonly cause?: string;
  readonly said: string;
  readonly counted: readonly TallyName[];
  readonly days: readonly TallyName[];
}[] = [
  {
    said: 'for any reason',
    counted: ['exclusions-incident', 'exclusions-ordered'],
    days: ['excluded-days', 'ordered-days'],
  },
  { cause: 'incident', said: 'in answer to incidents', counted: ['exclusions-incident'], days: ['excluded-days'] },
  { cause: 'ordered', said: 'ordered without an incident', counted: ['exclusions-ordered'], days: ['ordered-days'] },
];

function per1000Weeks(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  return ratio({ unit: 'per 1,000 inmate-weeks', better: 'lower', ...told, by: inmateWeeks, scale: 1000 });
}

/** The mean of a tally kept in small parts, `parts` to the unit: 1000 for thousandths, 60 for minutes in hours, 0.01 for percent. */
function mean(of: TallyName, by: TallyName, parts: number): Amount {
  return inUnitsOf(parts, (reading, level) => weekly(of)(reading, level) / weekly(by)(reading, level));
}
