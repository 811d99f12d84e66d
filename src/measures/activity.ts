/** Activity: programmes, classes and work inside: starts, completions, drop-out, waiting and the use of seats. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import type { TallyName } from '../people/tallies.ts';
import { EDUCATION, programmeNames } from '../prison/enrolment.ts';
import { type Amount, inmateWeeks, less, weekly } from './amount.ts';
import type { Measure } from './measure.ts';
import { percentage, type RatioWithout, ratio, yearly } from './ratio.ts';

/** Every measure of activity inside, for security levels of these names. */
export function activityMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    ...kinds.flatMap(({ id, label, words, starts, dropouts, failures, completed, names }) => [
      yearly({
        id: `${id}-starts`,
        label: `${label} begun`,
        definition: `${words} begun inside; one that goes on after a move is not begun again`,
        better: 'higher',
        of: starts,
      }),
      yearly({
        id: `${id}-completions`,
        label: `${label} completed`,
        definition: `${words} completed inside`,
        better: 'higher',
        of: completed,
      }),
      per100Years({
        id: `${id}-completions`,
        label: `${label} completed`,
        definition: `${words} completed, per 100 person-years in institutions`,
        population: words,
        of: completed,
      }),
      ...names.map((name) =>
        per100Years({
          id: `${id}-completions`,
          label: `completed: ${inWords[name]}`,
          definition: `${inWords[name]} completed, per 100 person-years in institutions`,
          population: inWords[name],
          of: weekly(`${name}-completed`),
        }),
      ),
      ...(
        [
          ['completed', `${label} that end completed`, completed, 'higher'],
          ['dropout', `${label} dropped`, dropouts, 'lower'],
          ['failed', `${label} that end in a failed exam`, failures, 'lower'],
        ] as const
      ).map(([end, title, of, better]) =>
        percentage({
          id: `${id}-${end}`,
          label: title,
          definition: `share of ${words} ${ends[end]}, of those completed, dropped or failed, which add up to 100; ends by release not counted`,
          better,
          of,
          by: (reading) => completed(reading) + dropouts(reading) + failures(reading),
        }),
      ),
    ]),
    ratio({
      id: 'programme-waiting',
      label: 'wait for a programme',
      unit: 'days',
      definition: 'mean days from request to first day, for programmes and classes begun',
      better: 'lower',
      of: weekly('programme-waited'),
      by: weekly('programme-starts'),
    }),
    percentage({
      id: 'programme-utilisation',
      label: 'seats in programmes taken',
      definition: 'share of seat-weeks in programmes and classes that are taken',
      better: 'higher',
      of: weekly('programme-weeks'),
      by: weekly('programme-places'),
    }),
    percentage({
      id: 'in-work',
      label: 'in work',
      definition: 'share of people inside who work, inside or on day release, in an average week',
      better: 'higher',
      of: weekly('work-weeks', 'day-release-weeks'),
      by: inmateWeeks,
      perLevel: { levels },
    }),
    percentage({
      id: 'in-class',
      label: 'in class',
      definition: 'share of people inside who attend education in an average week',
      better: 'higher',
      of: weekly('class-weeks'),
      by: inmateWeeks,
      perLevel: { levels },
    }),
  ].flat();
}

const inWords: Readonly<Record<(typeof programmeNames)[number], string>> = {
  basic: 'basic education',
  vocational: 'vocational certificates',
  higher: 'upper secondary and higher education',
  cognitive: 'programmes on thinking',
  addiction: 'programmes on addiction',
  violence: 'programmes on violence',
};

const ends = { completed: 'completed', dropout: 'dropped before the end', failed: 'attended to the end and failed' };

const completedOf = (names: readonly (typeof programmeNames)[number][]): Amount =>
  weekly(...names.map((name): TallyName => `${name}-completed`));
const [classes, treatments] = [programmeNames.slice(0, EDUCATION), programmeNames.slice(EDUCATION)];

/** Programmes and classes, told apart in every measure of beginning and ending. */
const kinds = [
  {
    id: 'programme',
    label: 'programmes',
    words: 'programmes on thinking, addiction and violence',
    starts: weekly('treatment-starts'),
    dropouts: weekly('treatment-dropouts'),
    failures: weekly('treatment-failures'),
    completed: completedOf(treatments),
    names: treatments,
  },
  {
    id: 'class',
    label: 'classes',
    words: 'classes',
    starts: less(weekly('programme-starts'), weekly('treatment-starts')),
    dropouts: less(weekly('programme-dropouts'), weekly('treatment-dropouts')),
    failures: less(weekly('programme-failures'), weekly('treatment-failures')),
    completed: completedOf(classes),
    names: classes,
  },
] as const;

function per100Years(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  const scale = (100 * DAYS_PER_YEAR) / 7;
  return ratio({ unit: 'per 100 person-years', better: 'higher', ...told, by: inmateWeeks, scale });
}
