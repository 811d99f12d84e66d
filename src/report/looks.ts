/**
 * Looks: says how many comparisons are shown together, and how many of them would look clear by chance alone (multiple comparisons).
 */
import { type Ends, isInterval } from '../tables/estimate.ts';

/** One interval of 95 % in twenty leaves the truth out. */
const ONE_IN = 20;

/** The sentence below a table; undefined for fewer than two comparisons with an interval. */
export function looksSentence(differences: readonly Ends[]): string | undefined {
  const looks = differences.filter((ends) => isInterval(ends) && ends.low !== ends.high).length;
  if (looks < 2) return undefined;
  const byChance = Number((looks / ONE_IN).toPrecision(looks < 10 * ONE_IN ? 1 : 2));
  return `${looks} comparisons are shown: if none of these arms differed, about ${byChance} of them would look clear by chance alone (one 95 % interval in ${ONE_IN}).`;
}
