/**
 * Interval: the two ends of a 95 % interval as text, and the text for a missing one.
 */
import { intervalLabel } from '../charts/label.ts';

/** Two ends; null, NaN or infinite if there are fewer than two values, which say nothing about chance. */
interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** Whether both ends are known. */
export function isInterval({ low, high }: Ends): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

/** The ends of a mean: NaN both where there is no interval, and for a percentage within 0 and 100. Not for differences. */
export function levelEnds(row: Ends & { readonly unit: string }): { readonly low: number; readonly high: number } {
  const { low, high } = differenceEnds(row);
  if (row.unit !== 'percent') return { low, high };
  return { low: Math.max(0, low), high: Math.min(100, high) };
}

/** The ends of a difference: NaN both where there is no interval. */
export function differenceEnds(ends: Ends): { readonly low: number; readonly high: number } {
  return isInterval(ends) ? { low: ends.low!, high: ends.high! } : { low: Number.NaN, high: Number.NaN };
}

/** `1.9 to 3.5`, or `n/a` where there is no interval. */
export function intervalText({ low, high }: Ends): string {
  return isInterval({ low, high }) ? intervalLabel(low!, high!) : 'n/a';
}
