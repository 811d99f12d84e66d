/**
 * Release: what the day of release in a list of inmates means on the day of the list.
 *
 * Whoever is in the list is inside. A day of release that has come or gone therefore was none: with some of the sentence left, release
 * is taken as refused, and the terms of the sentence hold; with none left, the person leaves on the day after the list. Both are
 * told by line. In preventive detention the day is the end of the minimum term, which may long be over.
 */
import { type Day, formatDay } from '../engine/calendar.ts';

/** A release as read: the cell of a scenario, and what is said of it. */
export interface ReleaseRead {
  readonly cell: string;
  /** Why the row cannot be used. */
  readonly complaint?: string;
  /** What was put in the place of what. */
  readonly imputed?: string;
  /** How a person goes on who is held past the day of release. */
  readonly held?: string;
}

/** The custody that a release ends. */
export interface CustodyRead {
  readonly status: string;
  /** Days, or `life`. */
  readonly sentence: string;
  readonly served: number;
}

/** Reads a day of release as written; `day` is what it means, if it is a day. */
export function releaseIn(written: string, day: Day | undefined, on: Day, custody: CustodyRead): ReleaseRead {
  if (written === '' || /^none$/i.test(written)) return { cell: written.toLowerCase() };
  if (day === undefined) return { cell: '', imputed: 'release: no date, so by the terms of the sentence' };
  if (custody.status === 'detained' || day > on) return { cell: formatDay(day) };
  if (day < on - custody.served) return { cell: '', complaint: 'release: before the day of admission' };
  if (custody.sentence === 'life' || custody.served < Number(custody.sentence))
    return { cell: '', held: 'sentence not over: by its terms, as if release had been refused' };
  const next = formatDay(on + 1);
  return { cell: next, held: `sentence over: leaves on ${next}, the day after the list` };
}
