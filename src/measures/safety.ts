/** Safety: staff, climate and incidents. */
import type { TallyName } from '../people/tallies.ts';
import { incidentNames } from '../prison/incidents.ts';
import { type Amount, inmateWeeks, inUnitsOf, weekly } from './amount.ts';
import type { Measure } from './measure.ts';
import { figure, type RatioWithout, ratio } from './ratio.ts';

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
    per1000Weeks({
      id: 'excluded',
      label: 'days excluded from company after incidents',
      definition:
        'days of exclusion from company in answer to incidents, per 1,000 inmate-weeks; other exclusions, such as by own wish or in advance of trouble, are not simulated, so that counts of all exclusions are many times higher',
      of: weekly('excluded-days'),
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

function per1000Weeks(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  return ratio({ unit: 'per 1,000 inmate-weeks', better: 'lower', ...told, by: inmateWeeks, scale: 1000 });
}

/** The mean of a tally kept in small parts, `parts` to the unit: 1000 for thousandths, 60 for minutes in hours, 0.01 for percent. */
function mean(of: TallyName, by: TallyName, parts: number): Amount {
  return inUnitsOf(parts, (reading, level) => weekly(of)(reading, level) / weekly(by)(reading, level));
}
