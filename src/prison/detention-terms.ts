/**
 * Detention terms: the longest duration of preventive detention, and the days on which release is tried.
 *
 * Two laws. *Forvaring* (from 2002): the court sets a time frame in place of a sentence, and within it a minimum term.
 * *Sikring* (before): the whole sentence is served, and security for a limited number of years follows.
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
 * Days of the frame in place of a sentence of `sentenceDays`: `factor` times as long, at most `usualYears` unless the
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

/** A value drawn uniformly around its middle. */
export function evenlyAbout(u: number, middle: number, halfWidth: number): number {
  return uniformBetween(u, middle - halfWidth, middle + halfWidth);
}

/**
 * The day on which release is tried next: the end of the minimum term, and after that a year from today, the day of a
 * petition, an extension or a return from probation; 29 February becomes the 28th. At the latest the end of the frame, and
 * never before tomorrow.
 */
export function petitionDay(minimumDay: Day, frameEnd: Day, today: Day): Day {
  const due = minimumDay > today ? minimumDay : addYears(today, 1);
  return Math.max(today + 1, Math.min(due, frameEnd));
}

/** Years since the end of the minimum term, from 0; petitions are a year apart, so each has a number of its own. */
export function yearSince(minimumDay: Day, today: Day): number {
  return Math.max(0, Math.floor((today - minimumDay) / SHORTEST_YEAR));
}

const SHORTEST_YEAR = 365;
