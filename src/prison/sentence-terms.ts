/**
 * Sentence terms: the days that the law sets for a sentence, and for a running one when the law changes.
 *
 * Pure rules only. Sources: Penal Code; execution of sentences act (NO0821).
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';

/** The law on conditional release. */
export interface ReleaseLaw {
  readonly conditionalPart: number;
  readonly conditionalLeast: number;
  readonly conditionalRest: number;
}

/** Whole days of a sentence: at least one, at most what the law allows. */
export function lawfulLength(length: number, maximumYears: number): number {
  return Math.max(1, Math.min(Math.round(length), Math.floor(maximumYears * DAYS_PER_YEAR)));
}

/** Whole days to serve of an imposed sentence: short ones as imposed, longer ones times the factor for days kept and merged. */
export function executedLength(imposed: number, factorFrom: number, factor: number, maximumYears: number): number {
  return lawfulLength(imposed >= factorFrom ? Math.max(factorFrom, imposed * factor) : imposed, maximumYears);
}

/** The first day of a sentence on which conditional release is possible; the whole sentence if it never is. */
export function earliestRelease(sentenceDays: number, part: number, least: number, rest: number): number {
  const day = Math.max(Math.ceil(least), Math.ceil(part * sentenceDays - ROUNDING));
  return sentenceDays - day >= rest ? day : sentenceDays;
}

/**
 * Total days to serve when the law changes within a sentence and binds what remains: the part served stands, and the part
 * still to serve follows the new law.
 */
export function daysWithRemaining(served: number, before: number, after: number): number {
  if (served >= before) return before;
  return served + Math.ceil((1 - served / before) * after - ROUNDING);
}

/** Two thirds of 90 days are 60, not 61: a share read from decimals may miss a whole day by a hair. */
const ROUNDING = 1e-6;
