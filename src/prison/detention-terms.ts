/**
 * Detention terms: how long preventive detention may last, when release may first be tried, and when it is tried again.
 *
 * Two laws. *Forvaring* (from 2002): the court sets a time frame in place of a sentence, and within it a minimum term.
 * *Sikring* (before): the sentence is served whole, and security for at most so many years follows it.
 *
 * Pure rules only.
 */
import { addYears, DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { uniformBetween } from '../engine/distribution.ts';

/** Whole days of a number of years, never more than the calendar gives them. */
export function daysOf(years: number): number {
  return Math.floor(years * DAYS_PER_YEAR);
}

/**
 * Days of the frame in place of a sentence of `sentenceDays`: so many times as long, at most `usualYears` unless the
 * sentence itself is longer, and never more than `maximumYears`.
 */
export function frameDays(sentenceDays: number, factor: number, usualYears: number, maximumYears: number): number {
  const usual = Math.min(Math.round(sentenceDays * factor), daysOf(usualYears));
  return Math.max(1, Math.min(Math.max(usual, sentenceDays), daysOf(maximumYears)));
}

/** Days of the minimum term within a frame: a share of it, at most `maximumYears`, at least one. */
export function minimumDays(frame: number, share: number, maximumYears: number): number {
  return Math.max(1, Math.min(Math.round(frame * share), daysOf(maximumYears), frame));
}

/** A value drawn evenly about its middle. */
export function evenlyAbout(u: number, middle: number, halfWidth: number): number {
  return uniformBetween(u, middle - halfWidth, middle + halfWidth);
}

/**
 * The day on which release is tried next: when the minimum term ends, and from then on a year after today, which is the
 * day of a petition, an extension or a return from probation; 29 February becomes the 28th. At the latest when the frame
 * ends, and never before tomorrow.
 */
export function petitionDay(minimumDay: Day, frameEnd: Day, today: Day): Day {
  const due = minimumDay > today ? minimumDay : addYears(today, 1);
  return Math.max(today + 1, Math.min(due, frameEnd));
}

/** Which year since the end of the minimum term this is, from 0; petitions are a year apart, so each has its own. */
export function yearSince(minimumDay: Day, today: Day): number {
  return Math.max(0, Math.floor((today - minimumDay) / SHORTEST_YEAR));
}

const SHORTEST_YEAR = 365;
