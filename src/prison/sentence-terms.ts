/**
 * Sentence terms: what the law asks of a sentence, and what a change of the law makes of one that runs.
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

/** Whole days to serve of an imposed sentence: short ones as imposed, longer ones by the factor for days kept and merged. */
export function executedLength(imposed: number, factorFrom: number, factor: number, maximumYears: number): number {
  return lawfulLength(imposed >= factorFrom ? Math.max(factorFrom, imposed * factor) : imposed, maximumYears);
}

/** The day of a sentence on which conditional release is first possible; the whole sentence where it is not. */
export function earliestRelease(sentenceDays: number, part: number, least: number, rest: number): number {
  const day = Math.max(Math.ceil(least), Math.ceil(part * sentenceDays - ROUNDING));
  return sentenceDays - day >= rest ? day : sentenceDays;
}

/**
 * Days in all of somebody who has served some when the law changes what they have to serve, if the change binds what
 * remains: the part that was still to serve is served as the new law has it, and the part served stands.
 */
export function daysWithRemaining(served: number, before: number, after: number): number {
  if (served >= before) return before;
  return served + Math.ceil((1 - served / before) * after - ROUNDING);
}

/** Two thirds of 90 days are 60, not 61: a share read from decimals may miss a whole day by a hair. */
const ROUNDING = 1e-6;
