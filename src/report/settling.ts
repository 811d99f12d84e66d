/**
 * Settling: says what stands in place of a mean: how a queue grows that does not settle, or that nobody has reached a horizon.
 */
import { formatInteger } from '../tables/format.ts';

/** A mean as the summary of a study lists it; the rest is there for a queue that does not settle. */
export interface SettledOrNot {
  readonly mean: number | null;
  readonly changePerYear?: number | null;
  readonly lastLevel?: number | null;
  readonly lastOn?: string;
}

/** How a queue grows. */
export interface Grows {
  readonly changePerYear: number;
  readonly lastLevel: number;
  readonly lastOn: string;
}

/** The same words with plain spaces, for terminals and tables. */
export function unsettledWords(grows: Grows): string {
  return unsettledLabel({ mean: null, ...grows })!.replaceAll('\u2009', ' ');
}

/** `does not settle: +2 350 per year, 19 871 on 2021-12-24`; undefined for any other measure. */
export function unsettledLabel({ changePerYear, lastLevel, lastOn }: SettledOrNot): string | undefined {
  if (changePerYear == null || lastLevel == null || lastOn === undefined) return undefined;
  const change = `${changePerYear > 0 ? '+' : '\u2212'}${formatInteger(Math.abs(Math.round(changePerYear)))}`;
  return `does not settle: ${change} per year, ${formatInteger(Math.round(lastLevel))} on ${lastOn}`;
}

/** What stands in place of a mean, of a queue that grows or of a horizon that nobody has reached; undefined if there is a mean. */
export function insteadOfMean(row: SettledOrNot & { readonly horizon?: number }): string | undefined {
  return unsettledLabel(row) ?? (isMissing(row.mean) ? notReached(row) : undefined);
}

/** `nobody followed for 3 years`; undefined if the measure has no horizon. */
export function notReached({ horizon }: { readonly horizon?: number }): string | undefined {
  return horizon === undefined ? undefined : `nobody followed for ${horizon} ${horizon === 1 ? 'year' : 'years'}`;
}

/** Whether there is no number. */
export function isMissing(x: number | null): boolean {
  return x === null || Number.isNaN(x);
}
