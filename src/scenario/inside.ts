/**
 * Inside: the people who are inside on the first day, where a scenario lists them.
 *
 * Without a list a world begins empty and fills in its burn-in. With one it begins with these people, and a short burn-in or
 * none is enough for the stock; the queue and returns still take their time.
 */
import type { Dimensions } from '../evidence/value.ts';

/** Somebody who is inside on the first day. */
export interface Insider {
  readonly isRemand: boolean;
  /** Number of the security level. */
  readonly level: number;
  /** Days to serve; 0 on remand, where no sentence is known. */
  readonly sentenceDays: number;
  /** Days served of it, or on remand so far. */
  readonly servedDays: number;
  /** Number of the member of the dimension `sex`. */
  readonly sex: number;
  readonly ageYears: number;
}

/** The rows as a scenario writes them that stands on its own. */
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
