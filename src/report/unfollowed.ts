/**
 * Unfollowed: says why nothing is said about returns under an arm, and what it would take.
 */
import type { Needed } from '../experiment/cohort-reach.ts';

/** The reason and the remedies, with their numbers. */
export function tooShort(arm: string, baseline: string, { parted, observed, years, latest }: Needed): string {
  const earlier = latest === undefined ? '' : `, or begin the policy on ${latest} at the latest`;
  return `Nothing is said about returns under ${arm}: that takes a whole year of people who enter once it can differ from ${baseline}, in whole quarters from ${parted} on, and another year to follow the last of them, and only ${yearsWord(observed)} observed. Simulate ${years} years (--years ${years})${earlier}.`;
}

function yearsWord(count: number): string {
  return count === 1 ? '1 year is' : `${count} years are`;
}
