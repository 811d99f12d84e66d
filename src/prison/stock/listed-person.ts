/** Listed person: what a list of the people inside says of one of them. */
import type { Day } from '../../engine/calendar.ts';

export interface ListedPerson {
  /** Half of the key: the person's luck. From the name or number that the list gives them, or from the row's content. */
  readonly key: number;
  /** A legal status inside. */
  readonly status: number;
  readonly level: number;
  /** The unit; undefined if the list does not say. */
  readonly unit: number | undefined;
  readonly sex: number;
  /** Undefined if unknown. */
  readonly ageYears: number | undefined;
  /** Offence group; undefined if unknown. */
  readonly offence: number | undefined;
  readonly foreign: boolean | undefined;
  /** Days to serve; 0 on remand. */
  readonly sentenceDays: number;
  /** Days of it served, or days on remand so far. */
  readonly servedDays: number;
  /** The announced day of release; Infinity for none; undefined if the terms of the sentence are to give it. */
  readonly release: Day | undefined;
}
