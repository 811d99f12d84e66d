/** Contact: visits, calls and ties inside, and what is arranged for the time after. */

import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { arrangementNames } from '../people/arrangement.ts';
import type { TallyName } from '../people/tallies.ts';
import { type Measure, type Reading, sumOf, tallied } from './measure.ts';

/** Every measure of family and of the way out. */
export function contactMeasures(): readonly Measure[] {
  return [
    inside(
      'visits',
      'visits',
      'visits a week',
      'visits of an hour, in a room or through glass, for each inmate',
      1000,
      ['visits-contact', 'visits-glass'],
    ),
    inside('phone', 'telephone', 'minutes a week', 'minutes on the telephone for each inmate', 1, ['phone-minutes']),
    inside('ties', 'ties of people inside', 'between 0 and 1', 'strength of ties to family and friends', 1000, [
      'ties',
    ]),
    atRelease(
      'never-visited',
      'never visited',
      'were not visited once in the case',
      'lower',
      ({ summary }) => sumOf(summary, 'releases') - sumOf(summary, 'releases-visited'),
    ),
    {
      ...atRelease(
        'ties-at-release',
        'ties at release',
        '',
        'higher',
        ({ summary }) => sumOf(summary, 'release-ties') / 1e5,
      ),
      unit: 'between 0 and 1',
      definition: 'mean strength of ties on release from a prison sentence in an institution',
    },
    atRelease('home-at-release', 'a home at release', 'need none, or have one arranged', 'higher', ({ summary }) =>
      sumOf(summary, 'releases-home'),
    ),
    atRelease('job-at-release', 'a job at release', 'need none, or have one arranged', 'higher', ({ summary }) =>
      sumOf(summary, 'releases-job'),
    ),
    atRelease('care-at-release', 'care at release', 'need none, or have it arranged', 'higher', ({ summary }) =>
      sumOf(summary, 'releases-care'),
    ),
    ...arrangementNames.map(
      (kind): Measure => ({
        id: 'arrangements',
        label: `${inWords[kind]} arranged`,
        unit: 'a year',
        definition: `${inWords[kind]} arranged before release`,
        better: 'higher',
        population: kind,
        value: ({ summary, days }) => (tallied(summary, `${kind}-arranged`) * DAYS_PER_YEAR) / days,
      }),
    ),
    ...arrangementNames.map(
      (kind): Measure => ({
        id: 'reentry-unmet',
        label: `${inWords[kind]} sought in vain`,
        unit: 'percent',
        definition: `people for whom ${inWords[kind]} is sought before release, and not arranged`,
        better: 'lower',
        population: kind,
        value: ({ summary }) => {
          const sought = tallied(summary, `${kind}-asked`);
          return (100 * Math.max(0, sought - tallied(summary, `${kind}-arranged`))) / sought;
        },
      }),
    ),
  ];
}

const inWords: Readonly<Record<(typeof arrangementNames)[number], string>> = {
  home: 'a home',
  job: 'a job',
  care: 'care',
};

function inside(
  id: string,
  label: string,
  unit: string,
  definition: string,
  divisor: number,
  names: readonly TallyName[],
): Measure {
  const value = ({ summary }: Reading) =>
    names.reduce((sum, name) => sum + tallied(summary, name), 0) / divisor / tallied(summary, 'inmate-weeks');
  return { id, label, unit, definition, better: 'higher', value };
}

function atRelease(
  id: string,
  label: string,
  what: string,
  better: Measure['better'],
  count: (reading: Reading) => number,
): Measure {
  return {
    id,
    label,
    unit: 'percent',
    definition: `people released from a prison sentence in an institution who ${what}`,
    better,
    value: (reading) => (100 * count(reading)) / sumOf(reading.summary, 'releases'),
  };
}
