/** Contact: visits, calls and ties inside, and arrangements for release. */
import { arrangementNames } from '../people/arrangement.ts';
import { inmateWeeks, inUnitsOf, less, recorded, weekly } from './amount.ts';
import { type Measure, tallied } from './measure.ts';
import { percentage, ratio, yearly } from './ratio.ts';

/** Every measure of family contact and of preparation for release. */
export function contactMeasures(): readonly Measure[] {
  return [
    ratio({
      id: 'visits',
      label: 'visits',
      unit: 'visits per week',
      definition: 'one-hour visits per inmate, with contact or behind glass',
      better: 'higher',
      of: inUnitsOf(1000, weekly('visits-contact', 'visits-glass')),
      by: inmateWeeks,
    }),
    ratio({
      id: 'phone',
      label: 'telephone',
      unit: 'minutes per week',
      definition: 'telephone minutes per inmate',
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
      definition: `share of ${released} who had no visit during the case`,
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
      definition: `share of ${released} who need none or have one arranged`,
      better: 'higher',
      of: recorded('releases-home'),
      by: recorded('releases'),
    }),
    percentage({
      id: 'job-at-release',
      label: 'a job at release',
      definition: `share of ${released} who need none or have one arranged`,
      better: 'higher',
      of: recorded('releases-job'),
      by: recorded('releases'),
    }),
    percentage({
      id: 'care-at-release',
      label: 'care at release',
      definition: `share of ${released} who need none or have it arranged`,
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
        label: `${inWords[kind]} sought and not found`,
        definition: `share of people whose search for ${inWords[kind]} before release fails`,
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
