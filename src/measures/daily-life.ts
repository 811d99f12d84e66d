/** Daily life: how near a week inside comes to one outside, activity, locked hours, money, inspections and rights. */
import type { TallyName } from '../people/tallies.ts';
import { kindsOfLived, kindsOfTimetable, livedNames, overlapOf } from '../prison/regime.ts';
import type { Summary } from '../simulation/summary.ts';
import { type Measure, type Reading, tallied } from './measure.ts';

/** Every measure of daily life, where the security levels have these names; remand is told apart. */
export function dailyLifeMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    ...everywhere(
      'normality-index',
      'normality index',
      'between 0 and 1',
      'overlap of the week lived inside with an ordinary week outside',
      'higher',
      levels,
      normality,
    ),
    ...everywhere(
      'meaningful-activity',
      'in meaningful activity',
      'percent',
      'people with work, class or programme in an average week',
      'higher',
      levels,
      ({ summary }, at) => (100 * tallied(summary, 'active-weeks', at)) / tallied(summary, 'regime-weeks', at),
    ),
    ...everywhere(
      'locked',
      'locked in, awake',
      'hours a day',
      'waking hours locked in',
      'lower',
      levels,
      ({ summary }, at) => tallied(summary, 'minutes-locked', at) / 420 / tallied(summary, 'regime-weeks', at),
    ),
    each(
      'idle-locked',
      'locked in for want of activity',
      'hours a week',
      'hours of activity without any, spent locked in',
      'idle-locked-minutes',
      60,
      'lower',
    ),
    each(
      'money',
      'allowance and support',
      'kroner a week',
      'allowance and support paid to each inmate',
      'money-paid',
      1,
      'neither',
    ),
    each(
      'canteen',
      'spent in the canteen',
      'kroner a week',
      'spent in the canteen by each inmate',
      'money-spent',
      1,
      'neither',
    ),
    each(
      'savings',
      'saved for release',
      'kroner a week',
      'saved for release by each inmate',
      'money-saved',
      1,
      'neither',
    ),
    each(
      'inspections',
      'inspections of rooms',
      'a week',
      'inspections of the room of each inmate',
      'inspections',
      1000,
      'neither',
    ),
    each(
      'finds',
      'finds at inspections',
      'a week',
      'inspections that find something forbidden, for each inmate',
      'finds',
      1000,
      'lower',
    ),
    each('counts', 'counts', 'a week', 'times that each inmate is counted', 'counts', 1000, 'neither'),
    each('mail', 'letters and parcels', 'a week', 'letters and parcels for each inmate', 'mail', 1000, 'higher'),
    each(
      'single-cells',
      'in a room of their own',
      'percent',
      'people inside with a room of their own',
      'single-weeks',
      10,
      'higher',
    ),
    ...['faith', 'diet', 'counsel'].map(
      (right, index): Measure => ({
        id: 'rights',
        label: `access to ${right}`,
        unit: 'percent',
        definition: `share of the right to ${right} that is met; an assumption that is put in and shown`,
        better: 'higher',
        population: right,
        value: ({ parameters }) => 100 * parameters.regime.right[index],
      }),
    ),
  ];
}

/** Hours of a week as they were lived, in the order of `livedNames`; `at` is a level, or the number of levels for remand. */
export function weekLived(summary: Summary, at?: number): Float64Array {
  const weeks = tallied(summary, 'regime-weeks', at);
  return Float64Array.from(livedNames, (name) => tallied(summary, `minutes-${name}`, at) / 60 / weeks);
}

function normality({ summary, parameters }: Reading, at?: number): number {
  return overlapOf(kindsOfLived(weekLived(summary, at)), kindsOfTimetable(parameters.regime.outsideHours));
}

function everywhere(
  id: string,
  label: string,
  unit: string,
  definition: string,
  better: Measure['better'],
  levels: readonly string[],
  of: (reading: Reading, at?: number) => number,
): readonly Measure[] {
  const about = { id, unit, better };
  return [
    { ...about, label, definition: `${definition}, of all inside`, value: (reading) => of(reading) },
    ...levels.map((level, at) => ({
      ...about,
      label: `${label}, ${level}`,
      definition: `${definition}, at the level ${level}, remand apart`,
      level,
      value: (reading: Reading) => of(reading, at),
    })),
    {
      ...about,
      label: `${label}, remand`,
      definition: `${definition}, in remand`,
      status: 'remand',
      value: (reading) => of(reading, levels.length),
    },
  ];
}

function each(
  id: string,
  label: string,
  unit: string,
  definition: string,
  name: TallyName,
  divisor: number,
  better: Measure['better'],
): Measure {
  const value = ({ summary }: Reading) => tallied(summary, name) / divisor / tallied(summary, 'inmate-weeks');
  return { id, label, unit, definition, better, value };
}
