/**
 * Nothing: the finding of an arm whose every cell is that of the baseline, so that nothing was left to chance.
 */
import type { Finding } from './headline.ts';

/** The arms, but for the first, that have the digest of the first: every life in them is the same. */
export function armsAlike(arms: readonly string[], digestOf: (arm: string) => string | undefined): readonly string[] {
  return arms.slice(1).filter((arm) => digestOf(arm) === digestOf(arms[0]));
}

/** The finding of such an arm; prices may still differ, and with them the cost of the same lives. */
export function nothingFinding(
  arm: string,
  baseline: string,
  differences: readonly { readonly arm: string; readonly difference: number | null }[],
): Finding {
  const own = differences.filter((row) => row.arm === arm && row.difference !== null && !Number.isNaN(row.difference));
  const alike = own.every(({ difference }) => difference === 0) ? 'results' : 'lives';
  return { arm, baseline, alike, happens: '', difference: 0, low: 0, high: 0 };
}
