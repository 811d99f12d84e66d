/** Contact: visits, calls and ties inside, and what is arranged for the time after. */
import { arrangementNames } from '../people/arrangement.ts';
import { inmateWeeks, inUnitsOf, less, recorded, weekly } from './amount.ts';
import { type Measure, tallied } from './measure.ts';
import { percentage, ratio, yearly } from './ratio.ts';

/** Every measure of family and of the way out. */
export function contactMeasures(): readonly Measure[] {
  return [
    ratio({
      id: 'visits',
      label: 'visits',
      unit: 'visits a week',
      definition: 'visits of an hour, in a room or through glass, for each inmate',
      better: 'higher',
      of: inUnitsOf(1000, weekly('visits-contact', 'visits-glass')),
      by: inmateWeeks,
    }),
    ratio({
      id: 'phone',
      label: 'telephone',
      unit: 'minutes a week',
      definition: 'minutes on the telephone for each inmate',
      better: 'higher',
      of: weekly('phone-minutes'),
      by: inmateWeeks,
    }),
    ratio({
      id: 'ties',
      label: 'ties of people inside',
      unit: 'between 0 and 1',
      definition: 'strength of ties to family and friends',
      better: 'higher',
      of: inUnitsOf(1000, weekly('ties')),
      by: inmateWeeks,
    }),
    percentage({
      id: 'never-visited',
      label: 'never visited',
      definition: `${released} who were not visited once in the case`,
      better: 'lower',
      of: less(recorded('releases'), recorded('releases-visited')),
      by: recorded('releases'),
    }),
    ratio({
      id: 'ties-at-release',
      label: 'ties at release',
      unit: 'between 0 and 1',
      definition: 'mean strength of ties on release from a prison sentence in an institution',
      better: 'higher',
      of: inUnitsOf(1e5, recorded('release-ties')),
      by: recorded('releases'),
      scale: 100,
    }),
    percentage({
      id: 'home-at-release',
      label: 'a home at release',
      definition: `${released} who need none, or have one arranged`,
      better: 'higher',
      of: recorded('releases-home'),
      by: recorded('releases'),
    }),
    percentage({
      id: 'job-at-release',
      label: 'a job at release',
      definition: `${released} who need none, or have one arranged`,
      better: 'higher',
      of: recorded('releases-job'),
      by: recorded('releases'),
    }),
    percentage({
      id: 'care-at-release',
      label: 'care at release',
      definition: `${released} who need none, or have it arranged`,
      better: 'higher',
      of: recorded('releases-care'),
      by: recorded('releases'),
    }),
    ...arrangementNames.map((kind) =>
      yearly({
        id: 'arrangements',
        label: `${inWords[kind]} arranged`,
        definition: `${inWords[kind]} arranged before release`,
        better: 'higher',
        population: kind,
        of: weekly(`${kind}-arranged`),
      }),
    ),
    ...arrangementNames.map((kind) =>
      percentage({
        id: 'reentry-unmet',
        label: `${inWords[kind]} sought in vain`,
        definition: `people for whom ${inWords[kind]} is sought before release, and not arranged`,
        better: 'lower',
        population: kind,
        of: ({ summary }) => Math.max(0, tallied(summary, `${kind}-asked`) - tallied(summary, `${kind}-arranged`)),
        by: weekly(`${kind}-asked`),
      }),
    ),
  ].flat();
}

const released = 'people released from a prison sentence in an institution';

const inWords: Readonly<Record<(typeof arrangementNames)[number], string>> = {
  home: 'a home',
  job: 'a job',
  care: 'care',
};
