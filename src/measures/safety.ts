/** Order: staff, climate and incidents. */
import { incidentNames } from '../prison/incidents.ts';
import { type Measure, type Reading, tallied } from './measure.ts';

/** Every measure of staff, climate and incidents, where the security levels have these names. */
export function safetyMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    per('incidents', 'incidents', 'incidents of all kinds', allIncidents, 'lower'),
    ...levels.map((name, level) => ({
      ...per('incidents', `incidents, ${name}`, `incidents at the level ${name}`, allIncidents, 'lower', level),
      level: name,
    })),
    ...incidentNames.map((kind) => ({
      ...per(
        'incidents',
        `incidents: ${kind}`,
        `incidents of ${kind}`,
        (reading, level) => tallied(reading.summary, `incidents-${kind}`, level),
        'lower',
      ),
      population: kind,
    })),
    per(
      'excluded',
      'days excluded from company',
      'days of exclusion in answer to incidents',
      (reading, level) => tallied(reading.summary, 'excluded-days', level),
      'lower',
    ),
    ratio(
      'climate',
      'climate of units',
      'between 0 and 1',
      'climate around people held in units',
      'climate',
      'climate-weeks',
      1000,
      'higher',
    ),
    ...levels.map((name, level) => ({
      ...ratio(
        'climate',
        `climate, ${name}`,
        'between 0 and 1',
        `climate of units at the level ${name}`,
        'climate',
        'climate-weeks',
        1000,
        'higher',
        level,
      ),
      level: name,
    })),
    ratio(
      'officers',
      'officers in post',
      'per inmate',
      'officers in post, at work or ill, for people inside',
      'officer-weeks',
      'inmate-weeks',
      1000,
      'neither',
    ),
    ratio(
      'contact',
      'contact with officers',
      'hours a week',
      'hours of contact of officers, for each inmate',
      'contact-minutes',
      'inmate-weeks',
      60,
      'higher',
    ),
    ratio(
      'sick-leave',
      'officers on sick leave',
      'percent',
      'officers on sick leave, among those in post',
      'sick-weeks',
      'officer-weeks',
      0.01,
      'lower',
    ),
  ];
}

function allIncidents({ summary }: Reading, level?: number): number {
  return incidentNames.reduce((sum, kind) => sum + tallied(summary, `incidents-${kind}`, level), 0);
}

function per(
  id: string,
  label: string,
  what: string,
  amount: (reading: Reading, level?: number) => number,
  better: Measure['better'],
  level?: number,
): Measure {
  const value = (reading: Reading) => (1000 * amount(reading, level)) / tallied(reading.summary, 'inmate-weeks', level);
  return { id, label, unit: 'per 1,000 inmate-weeks', definition: `${what}, for inmate-weeks`, better, value };
}

function ratio(
  id: string,
  label: string,
  unit: string,
  definition: string,
  of: Parameters<typeof tallied>[1],
  by: Parameters<typeof tallied>[1],
  divisor: number,
  better: Measure['better'],
  level?: number,
): Measure {
  const value = ({ summary }: Reading) => tallied(summary, of, level) / tallied(summary, by, level) / divisor;
  return { id, label, unit, definition, better, value };
}
