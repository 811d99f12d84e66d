/**
 * Ratio: the forms of measures, one record per measure: its name, its meaning, its better side, its numerator and its
 * denominator.
 *
 * Every form gives the measure and, with `perLevel`, the same measure at each security level after it.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import type { Amount } from './amount.ts';
import type { Measure } from './measure.ts';

interface Wording extends Omit<Measure, 'value' | 'better'> {
  /** Which side is better; neither by default. */
  readonly better?: Measure['better'];
  /** The levels at which the measure is taken too, from most to least closed, and its texts there if they differ from the default. */
  readonly perLevel?: {
    readonly levels: readonly string[];
    readonly label?: (level: string) => string;
    readonly definition?: (level: string) => string;
  };
}

/** A measure of any form: its texts and its value. */
export interface Figure extends Wording {
  readonly value: Amount;
}

/** A ratio: its texts, numerator and denominator. */
export interface Ratio extends Wording {
  readonly of: Amount;
  readonly by: Amount;
  /** The multiplier: 100 for a percentage, 1000 for a rate per thousand. */
  readonly scale?: number;
}

/** A ratio whose form supplies the rest, including a default unit. */
export type RatioWithout<Given extends keyof Ratio> = Omit<Ratio, 'unit' | Given> & { readonly unit?: string };

/** Writes down a measure of any form. */
export function figure({ value, perLevel, better = 'neither', ...rest }: Figure): readonly Measure[] {
  const told = { ...rest, better };
  const levels = perLevel?.levels ?? [];
  return [
    { ...told, value: (reading) => value(reading) },
    ...levels.map((level, at): Measure => {
      const label = perLevel?.label?.(level) ?? `${told.label}, ${level}`;
      const definition = perLevel?.definition?.(level) ?? `${told.definition}, at the level ${level}`;
      return { ...told, label, definition, level, value: (reading) => value(reading, at) };
    }),
  ];
}

/** One amount over another; NaN if both are zero. */
export function ratio({ of, by, scale = 1, ...told }: Ratio): readonly Measure[] {
  return figure({ ...told, value: (reading, level) => (scale * of(reading, level)) / by(reading, level) });
}

/** A percentage. */
export function percentage(told: RatioWithout<'scale'>): readonly Measure[] {
  return ratio({ unit: 'percent', ...told, scale: 100 });
}

/** An amount per year. */
export function yearly(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  return ratio({ unit: 'per year', ...told, by: observedDays, scale: DAYS_PER_YEAR });
}

/** The mean of an amount of person-days over the days observed: persons. */
export function averageDay(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  return ratio({ unit: 'persons', ...told, by: observedDays });
}

const observedDays: Amount = ({ days }) => days;
