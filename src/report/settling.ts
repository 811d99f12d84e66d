/**
 * Settling: says what stands in place of the mean of a queue that does not settle.
 */
import { differenceLabel, numberLabel } from '../charts/label.ts';

/** A mean as the summary of a study lists it; the rest is there for a queue that does not settle. */
export interface SettledOrNot {
  readonly mean: number | null;
  readonly changePerYear?: number | null;
  readonly lastLevel?: number | null;
  readonly lastOn?: string;
}

/** `does not settle: +2 350 a year, 19 871 on 2021-12-24`; undefined for any other measure. */
export function unsettledLabel({ changePerYear, lastLevel, lastOn }: SettledOrNot): string | undefined {
  if (changePerYear == null || lastLevel == null || lastOn === undefined) return undefined;
  const change = differenceLabel(Math.round(changePerYear));
  return `does not settle: ${change} a year, ${numberLabel(Math.round(lastLevel))} on ${lastOn}`;
}

/** The mean, or what stands in its place. */
export function meanLabel(row: SettledOrNot): string {
  return unsettledLabel(row) ?? numberLabel(row.mean ?? Number.NaN);
}
