/**
 * Release: what the day of release in a list of inmates means on the day of the list.
 *
 * Whoever is in the list is inside. A day of release that has come or gone therefore was none: with some of the sentence left, release
 * is taken as refused, and the terms of the sentence hold; with none left, the person leaves on the day after the list. Both are
 * told by line. A day that stands for none (`late-release`), or `none` where the sentence has an end, is no release given; a day long
 * after the end of the sentence is kept. Both are told by line too. In preventive detention the day is the end of the minimum term, which may long be over.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import { LIFE_DAYS } from '../scenario/inside.ts';
import { isLate, isPlaceholder, MARGIN_DAYS } from '../scenario/late-release.ts';

/** A release as read: the cell of a scenario, and what is said of it. */
export interface ReleaseRead {
  readonly cell: string;
  /** Why the row cannot be used. */
  readonly complaint?: string;
  /** What was put in the place of what. */
  readonly imputed?: string;
  /** How a person goes on who is held past the day of release. */
  readonly held?: string;
  /** What is done with a release long after the end of the sentence, or never. */
  readonly late?: string;
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
  const sentenceDays = custody.sentence === 'life' ? LIFE_DAYS : Number(custody.sentence);
  const term = { sentenceDays, servedDays: custody.served };
  if (/^none$/i.test(written) && custody.status !== 'detained' && sentenceDays < LIFE_DAYS)
    return { cell: '', late: 'none, and the sentence has an end: by its terms, as if no day were given' };
  if (written === '' || /^none$/i.test(written)) return { cell: written.toLowerCase() };
  if (day === undefined) return { cell: '', imputed: 'release: no date, so by the terms of the sentence' };
  if (isPlaceholder(day, on, term)) {
    const terms = sentenceDays < LIFE_DAYS ? 'by the terms of the sentence, as if no day were given' : 'none, for life';
    return { cell: '', late: `${formatDay(day)} stands for no day: ${terms}` };
  }
  if (custody.status !== 'detained' && isLate(day, on, term)) {
    const late = `more than ${MARGIN_DAYS} days after the end of the sentence, and kept: is the sentence or the day wrong?`;
    return { cell: formatDay(day), late };
  }
  if (custody.status === 'detained' || day > on) return { cell: formatDay(day) };
  if (day < on - custody.served) return { cell: '', complaint: 'release: before the day of admission' };
  if (custody.sentence === 'life' || custody.served < Number(custody.sentence))
    return { cell: '', held: 'sentence not over: by its terms, as if release had been refused' };
  const next = formatDay(on + 1);
  return { cell: next, held: `sentence over: leaves on ${next}, the day after the list` };
}
