/** Daily life: the normality of a week inside, activity, locked hours, money, inspections and rights. */
import { kindsOfLived, kindsOfTimetable, livedNames, overlapOf } from '../prison/regime.ts';
import type { Summary } from '../simulation/summary.ts';
import { type Amount, inmateWeeks, inUnitsOf, weekly } from './amount.ts';
import { type Measure, tallied } from './measure.ts';
import { type Figure, figure, type RatioWithout, ratio } from './ratio.ts';

/** Every measure of daily life, for security levels of these names; remand stands apart. */
export function dailyLifeMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    everywhere(levels, {
      id: 'normality-index',
      label: 'normality index',
      unit: 'between 0 and 1',
      definition: 'overlap of the actual week inside with an ordinary week outside',
      better: 'higher',
      value: normality,
    }),
    everywhere(levels, {
      id: 'meaningful-activity',
      label: 'in meaningful activity',
      unit: 'percent',
      definition: 'share of people with work, class or programme in an average week',
      better: 'higher',
      value: ({ summary }, at) => (100 * tallied(summary, 'active-weeks', at)) / tallied(summary, 'regime-weeks', at),
    }),
    everywhere(levels, {
      id: 'locked',
      label: 'locked in, awake',
      unit: 'hours per day',
      definition: 'waking hours locked in',
      better: 'lower',
      value: ({ summary }, at) => tallied(summary, 'minutes-locked', at) / 420 / tallied(summary, 'regime-weeks', at),
    }),
    perInmate({
      id: 'idle-locked',
      label: 'locked in for want of activity',
      unit: 'hours per week',
      definition: 'hours scheduled for activity but spent locked in, because none was available',
      better: 'lower',
      of: inUnitsOf(60, weekly('idle-locked-minutes')),
    }),
    perInmate({
      id: 'money',
      label: 'allowance and support',
      unit: 'kroner per week',
      definition: 'allowance and support paid per inmate',
      of: weekly('money-paid'),
    }),
    perInmate({
      id: 'canteen',
      label: 'spent in the canteen',
      unit: 'kroner per week',
      definition: 'canteen spending per inmate',
      of: weekly('money-spent'),
    }),
    perInmate({
      id: 'savings',
      label: 'saved for release',
      unit: 'kroner per week',
      definition: 'savings for release per inmate',
      of: weekly('money-saved'),
    }),
    perInmate({
      id: 'inspections',
      label: 'inspections of rooms',
      definition: 'room inspections per inmate',
      of: inUnitsOf(1000, weekly('inspections')),
    }),
    perInmate({
      id: 'finds',
      label: 'finds at inspections',
      definition: 'inspections that find something forbidden, per inmate',
      better: 'lower',
      of: inUnitsOf(1000, weekly('finds')),
    }),
    perInmate({
      id: 'counts',
      label: 'counts',
      definition: 'counts per inmate',
      of: inUnitsOf(1000, weekly('counts')),
    }),
    perInmate({
      id: 'mail',
      label: 'letters and parcels',
      definition: 'letters and parcels per inmate',
      better: 'higher',
      of: inUnitsOf(1000, weekly('mail')),
    }),
    perInmate({
      id: 'single-cells',
      label: 'in a room of their own',
      unit: 'percent',
      definition: 'share of people inside with a room of their own',
      better: 'higher',
      of: inUnitsOf(10, weekly('single-weeks')),
    }),
    ...['faith', 'diet', 'counsel'].map((right, index) =>
      figure({
        id: 'rights',
        label: `access to ${right}`,
        unit: 'percent',
        definition: `share of the right to ${right} that is met; an input assumption, shown as it is`,
        better: 'higher',
        population: right,
        value: ({ parameters }) => 100 * parameters.regime.right[index],
      }),
    ),
  ].flat();
}

/** Actual hours of a week, in the order of `livedNames`; `at` is a level, or the number of levels for remand. */
export function weekLived(summary: Summary, at?: number): Float64Array {
  const weeks = tallied(summary, 'regime-weeks', at);
  return Float64Array.from(livedNames, (name) => tallied(summary, `minutes-${name}`, at) / 60 / weeks);
}

const normality: Amount = ({ summary, parameters }, at) =>
  overlapOf(kindsOfLived(weekLived(summary, at)), kindsOfTimetable(parameters.regime.outsideHours));

/** The measure for all inside, at each level without remand, and on remand. */
function everywhere(levels: readonly string[], { label, definition, value, ...told }: Figure): readonly Measure[] {
  const perLevel = { levels, definition: (level: string) => `${definition}, at the level ${level} without remand` };
  const remand: Amount = (reading) => value(reading, levels.length);
  return [
    ...figure({ ...told, label, definition: `${definition}, for all inside`, perLevel, value }),
    ...figure({
      ...told,
      label: `${label}, remand`,
      definition: `${definition}, on remand`,
      status: 'remand',
      value: remand,
    }),
  ];
}

/** A weekly amount per inmate. */
function perInmate(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  return ratio({ unit: 'per week', ...told, by: inmateWeeks });
}
