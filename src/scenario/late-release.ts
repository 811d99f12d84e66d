/**
 * Late release: a day of release that comes long after the end of the sentence, or never.
 *
 * Systems that must have a day write one that stands for none, such as 2099-12-31 or 9999-12-31. Read as a day, it keeps somebody inside
 * to the end of every simulation. Years that end in 99, and days further off than a sentence for life, are such placeholders; but
 * not where the sentence itself lasts so long. Any other day may be later than the end of the sentence by a margin (months read as
 * 30.4 days, days of credit withdrawn) before something is said of it. The margin is an assumption.
 */
import { type Day, formatDay, yearOf } from '../engine/calendar.ts';
import { LIFE_DAYS } from './inside.ts';
import type { Scenario } from './scenario.ts';

/** Days by which a release may come after the end of the sentence without a word. */
export const MARGIN_DAYS = 31;

/** Sentence and days served on the day of the list. */
export interface Term {
  readonly sentenceDays: number;
  readonly servedDays: number;
}

/** Whether a day of release comes after the end of the sentence by more than the margin; never for life. */
export function isLate(day: Day, on: Day, { sentenceDays, servedDays }: Term): boolean {
  return sentenceDays < LIFE_DAYS && day > on + Math.max(0, sentenceDays - servedDays) + MARGIN_DAYS;
}

/** Whether a day of release stands for no day. */
export function isPlaceholder(day: Day, on: Day, term: Term): boolean {
  const isFar = yearOf(day) % 100 === 99 || day > on + LIFE_DAYS;
  return isFar && (term.sentenceDays >= LIFE_DAYS || isLate(day, on, term));
}

/** Rows of a list whose release comes long after the end of the sentence, or never: one sentence each kind, with their places. */
export function lateReleases({ inside, start }: Scenario): readonly string[] {
  const late = inside.filter(
    ({ status, release, ...term }) =>
      status !== 'remand' && status !== 'detained' && release !== undefined && isLate(release, start, term),
  );
  const never = late.filter(({ release }) => release === Infinity);
  const some = late.filter(({ release }) => release !== Infinity);
  return [
    ...never.map(
      ({ place, sentenceDays, servedDays }) =>
        `${before(place)}release none, with ${servedDays} of ${sentenceDays} days served: stays inside to the end of every simulation; leave the release empty if the sentence is to decide`,
    ),
    ...some.map(
      ({ place, release, sentenceDays, servedDays }) =>
        `${before(place)}release ${formatDay(release!)} is ${release! - start - Math.max(0, sentenceDays - servedDays)} days after the end of the sentence, and is kept: is one of them wrong?`,
    ),
  ];
}

function before(place: string | undefined): string {
  return place === undefined ? 'people_inside: ' : `${place}: `;
}
