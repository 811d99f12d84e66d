/** Sentence classes: people who wait for a place, by what they wait to serve. */
import { custodyGrounds } from './person.ts';

/** The classes, in the order of their arrays: a fine, or a sentence by the days imposed. */
export const sentenceClasses = ['in place of a fine', 'up to 90 days', '91 days to a year', 'over a year'] as const;

/** The longest sentences of the second and third class, in days. */
const SHORT = 90;
const YEAR = 365;

/** The class of what a person serves, or waits to serve. */
export function sentenceClassOf(basis: number, sentenceDays: number): number {
  if (basis === custodyGrounds.fineDefault) return 0;
  if (sentenceDays <= SHORT) return 1;
  return sentenceDays <= YEAR ? 2 : 3;
}
