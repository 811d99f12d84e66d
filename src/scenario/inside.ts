/**
 * Inside: the initial stock, people inside on the first day, if a scenario lists them.
 *
 * Without a list a world begins empty and fills during its burn-in. With a list it begins with these people, and the stock needs
 * only a short burn-in or none; the queue and returns still take time to settle.
 */
import type { Dimensions } from '../evidence/value.ts';

/** A person inside on the first day. */
export interface Insider {
  readonly isRemand: boolean;
  /** Index of the security level. */
  readonly level: number;
  /** Days to serve; 0 on remand, since no sentence is known yet. */
  readonly sentenceDays: number;
  /** Days of it served, or on remand so far. */
  readonly servedDays: number;
  /** Index of the member of the dimension `sex`. */
  readonly sex: number;
  readonly ageYears: number;
}

/** The rows as a self-contained scenario writes them. */
export function insideText(inside: readonly Insider[], dimensions: Dimensions): readonly string[] {
  return inside.map(({ isRemand, level, sentenceDays, servedDays, sex, ageYears }) =>
    [
      isRemand ? 'remand' : 'serving',
      dimensions['level'][level],
      isRemand ? '' : sentenceDays,
      servedDays,
      dimensions['sex'][sex],
      ageYears,
    ].join(','),
  );
}
