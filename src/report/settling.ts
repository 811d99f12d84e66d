/**
 * Settling: says what stands in place of the mean of a queue that does not settle.
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
