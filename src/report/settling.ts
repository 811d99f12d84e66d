/**
 * Settling: says what stands in place of a mean: how a queue grows that does not settle, how one still falls, or that nobody has reached a horizon.
 */
import { formatInteger } from '../tables/format.ts';

/** A mean as the summary of a study lists it; the rest is there for a queue that does not settle. */
export interface SettledOrNot {
  readonly mean: number | null;
  readonly changePerYear?: number | null;
  readonly firstLevel?: number | null;
  readonly firstOn?: string;
  readonly lastLevel?: number | null;
  readonly lastOn?: string;
}

/** How a queue grows, or falls. */
export interface Grows {
  readonly changePerYear: number;
  readonly firstLevel: number;
  readonly firstOn: string;
  readonly lastLevel: number;
  readonly lastOn: string;
}

/** The same words with plain spaces, for terminals and tables. */
export function unsettledWords(grows: Grows): string {
  return unsettledLabel({ mean: null, ...grows })!.replaceAll('\u2009', ' ');
}

/**
 * `does not settle: +2 350 per year, 19 871 on 2021-12-24`, or `is still falling: from 1 990 on 2020-01-03 to 1 020 on 2021-12-24`;
 * undefined for any other measure.
 */
export function unsettledLabel(row: SettledOrNot): string | undefined {
  const { changePerYear, firstLevel, firstOn, lastLevel, lastOn } = row;
  if (changePerYear == null || lastLevel == null || lastOn === undefined) return undefined;
  const people = (level: number) => formatInteger(Math.round(level));
  if (changePerYear < 0 && firstLevel != null && firstOn !== undefined)
    return `is still falling: from ${people(firstLevel)} on ${firstOn} to ${people(lastLevel)} on ${lastOn}`;
  const change = `${changePerYear > 0 ? '+' : '\u2212'}${formatInteger(Math.abs(Math.round(changePerYear)))}`;
  return `does not settle: ${change} per year, ${people(lastLevel)} on ${lastOn}`;
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
