/** Activity: programmes, classes and work inside: who begins, ends, drops out and waits, and how full the seats are. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import type { TallyName } from '../people/tallies.ts';
import { EDUCATION, programmeNames } from '../prison/programme.ts';
import { type Measure, type Reading, tallied } from './measure.ts';

/** Every measure of what people do inside, where the security levels have these names. */
export function activityMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    yearly('programme-starts', 'programmes begun', 'programmes and classes begun inside', ['programme-starts']),
    yearly(
      'programme-completions',
      'programmes completed',
      'programmes on thinking, addiction and violence completed inside',
      treatments,
    ),
    perHundred(
      'programme-completions',
      'programmes completed',
      'programmes on thinking, addiction and violence completed',
      treatments,
      'programmes on thinking, addiction and violence',
    ),
    ...programmeNames.map((name) =>
      perHundred(
        'programme-completions',
        `completed: ${inWords[name]}`,
        `${inWords[name]} completed`,
        [`${name}-completed`],
        inWords[name],
      ),
    ),
    {
      id: 'programme-dropout',
      label: 'programmes dropped',
      unit: 'percent',
      definition:
        'programmes on thinking, addiction and violence that are left before the end, of those left or completed; release and moves apart',
      better: 'lower',
      value: (reading) => {
        const dropped = sum(reading, ['treatment-dropouts']);
        return (100 * dropped) / (dropped + sum(reading, treatments));
      },
    },
    {
      id: 'programme-waiting',
      label: 'wait for a programme',
      unit: 'days',
      definition: 'mean days from asking for a programme or class to its first day, of those begun',
      better: 'lower',
      value: ({ summary }) => tallied(summary, 'programme-waited') / tallied(summary, 'programme-starts'),
    },
    percent(
      'programme-utilisation',
      'seats in programmes taken',
      'seat-weeks in programmes and classes that are taken',
      ['programme-weeks'],
      'programme-places',
      'higher',
    ),
    ...atLevels(
      'in-work',
      'in work',
      'people inside who work, inside or outside by day, in an average week',
      ['work-weeks', 'day-release-weeks'],
      levels,
    ),
    ...atLevels(
      'in-class',
      'in class',
      'people inside who attend education in an average week',
      ['class-weeks'],
      levels,
    ),
  ];
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

function yearly(id: string, label: string, definition: string, names: readonly TallyName[]): Measure {
  const value = (reading: Reading) => (sum(reading, names) * DAYS_PER_YEAR) / reading.days;
  return { id, label, unit: 'a year', definition, better: 'higher', value };
}

function perHundred(
  id: string,
  label: string,
  what: string,
  names: readonly TallyName[],
  population?: string,
): Measure {
  return {
    id,
    label,
    unit: 'per 100 person-years',
    definition: `${what}, for person-years in institutions`,
    better: 'higher',
    ...(population === undefined ? {} : { population }),
    value: (reading) => (100 * WEEKS_PER_YEAR * sum(reading, names)) / tallied(reading.summary, 'inmate-weeks'),
  };
}

function percent(
  id: string,
  label: string,
  definition: string,
  names: readonly TallyName[],
  of: TallyName,
  better: Measure['better'],
  level?: number,
): Measure {
  const value = (reading: Reading) => (100 * sum(reading, names, level)) / tallied(reading.summary, of, level);
  return { id, label, unit: 'percent', definition, better, value };
}

/** A share of the people inside, of all and at each level. */
function atLevels(
  id: string,
  label: string,
  definition: string,
  names: readonly TallyName[],
  levels: readonly string[],
): readonly Measure[] {
  return [
    percent(id, label, definition, names, 'inmate-weeks', 'higher'),
    ...levels.map(
      (name, level): Measure => ({
        ...percent(
          id,
          `${label}, ${name}`,
          `${definition}, at the level ${name}`,
          names,
          'inmate-weeks',
          'higher',
          level,
        ),
        level: name,
      }),
    ),
  ];
}

function sum({ summary }: Reading, names: readonly TallyName[], level?: number): number {
  return names.reduce((total, name) => total + tallied(summary, name, level), 0);
}

const WEEKS_PER_YEAR = DAYS_PER_YEAR / 7;
