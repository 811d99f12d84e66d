/**
 * Row digits: the digits of a row that shows a baseline, arms and their paired differences, so that a reader who subtracts agrees.
 *
 * Shared luck makes a difference far surer than the two means that it is made of. So an arm has the digits of its difference, and the
 * baseline those of the finest one, or of its own interval if that is finer: 187 -> 199 is `+12 (+8 to +16)`, however little one run knows
 * of the 187. Nothing is finer than the fifth digit of the mean, but for a difference that is clear: one of 0.00002 in 163 million
 * kroner that may be none reads `0`, between ends that are rounded away from zero.
 */
import { decimalsBy, differenceText, type Ends, roundedBy } from './estimate.ts';

/** An arm of a row: its mean, and its difference from the baseline with the interval of that. */
interface ArmOfRow extends Ends {
  readonly mean: number;
  readonly difference: number;
}

/** The texts of a row; `difference` is `+12 (+8 to +16)`. */
export interface RowTexts {
  readonly baseline: string;
  readonly arms: readonly { readonly mean: string; readonly difference: string }[];
}

/** The texts of a baseline, with the ends of its own interval, and of arms beside it. */
export function rowTexts(baseline: Ends & { readonly mean: number }, arms: readonly ArmOfRow[], unit = ''): RowTexts {
  const finest = finestOf([baseline.mean, ...arms.map(({ mean }) => mean)]);
  const within = (decimals: number | undefined) => (decimals === undefined ? undefined : Math.min(decimals, finest));
  const ofArms = arms.map((arm) => within(decimalsBy(arm)));
  const known = [within(decimalsBy(baseline)), ...ofArms].filter((decimals) => decimals !== undefined);
  const most = known.length === 0 ? undefined : Math.max(...known);
  return {
    baseline: roundedBy(baseline, most)(baseline.mean),
    arms: arms.map((arm, at) => ({
      mean: roundedBy(baseline, ofArms[at] ?? most)(arm.mean),
      difference: differenceOfRow(arm, finest, unit),
    })),
  };
}

function differenceOfRow({ difference, low, high }: ArmOfRow, finest: number, unit: string): string {
  const decimals = decimalsBy({ low, high });
  const isClear = low !== null && high !== null && (low > 0 || high < 0);
  if (decimals === undefined || decimals <= finest || isClear) return differenceText(difference, { low, high }, unit);
  const steps = Number(`1e${finest}`);
  const away = (end: number) => (Math.sign(end) * Math.ceil(Math.abs(end) * steps)) / steps;
  return differenceText(difference, { low: away(low!), high: away(high!) }, unit, finest);
}

/** The decimals of the fifth digit of the largest of these means. */
function finestOf(means: readonly number[]): number {
  const largest = Math.max(0, ...means.filter(Number.isFinite).map(Math.abs));
  return largest === 0 ? Number.POSITIVE_INFINITY : DIGITS - 1 - Number(largest.toExponential().split('e')[1]);
}

const DIGITS = 5;
