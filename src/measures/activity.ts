/** Activity: programmes, classes and work inside: starts, completions, drop-out, waiting and the use of seats. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import type { TallyName } from '../people/tallies.ts';
import { EDUCATION, programmeNames } from '../prison/enrolment.ts';
import { type Amount, inmateWeeks, weekly } from './amount.ts';
import type { Measure } from './measure.ts';
import { percentage, type RatioWithout, ratio, yearly } from './ratio.ts';

/** Every measure of activity inside, for security levels of these names. */
export function activityMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    yearly({
      id: 'programme-starts',
      label: 'programmes begun',
      definition: 'programmes and classes begun inside',
      better: 'higher',
      of: weekly('programme-starts'),
    }),
    yearly({
      id: 'programme-completions',
      label: 'programmes completed',
      definition: 'programmes on thinking, addiction and violence completed inside',
      better: 'higher',
      of: treatmentsCompleted,
    }),
    per100Years({
      id: 'programme-completions',
      label: 'programmes completed',
      definition: 'programmes on thinking, addiction and violence completed, per 100 person-years in institutions',
      population: 'programmes on thinking, addiction and violence',
      of: treatmentsCompleted,
    }),
    ...programmeNames.map((name) =>
      per100Years({
        id: 'programme-completions',
        label: `completed: ${inWords[name]}`,
        definition: `${inWords[name]} completed, per 100 person-years in institutions`,
        population: inWords[name],
        of: weekly(`${name}-completed`),
      }),
    ),
    percentage({
      id: 'programme-dropout',
      label: 'programmes dropped',
      definition:
        'share of programmes on thinking, addiction and violence dropped before the end, among those dropped or completed; ends by release or move not counted',
      better: 'lower',
      of: weekly('treatment-dropouts'),
      by: weekly('treatment-dropouts', ...treatments),
    }),
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

const treatments: readonly TallyName[] = programmeNames.slice(EDUCATION).map((name): TallyName => `${name}-completed`);
const treatmentsCompleted: Amount = weekly(...treatments);

function per100Years(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  const scale = (100 * DAYS_PER_YEAR) / 7;
  return ratio({ unit: 'per 100 person-years', better: 'higher', ...told, by: inmateWeeks, scale });
}
