/**
 * Estimate: writes estimates for people, with digits that their intervals decide.
 *
 * An estimate and both ends of its interval end at one decimal place: that of the first significant digit of half the width of the
 * interval, or of its second if the first is 1. So 0.4781 between 0.12 and 0.83 is `0.5 (0.1 to 0.8)`, and 21 234 between 19 000 and
 * 23 700 is `21 000 (19 000 to 24 000)`. What rounds to zero is `0`. An interval without width
 * leaves three significant digits. Where there is none, as in a single run, what is 10 or more is whole and the rest has two digits,
 * and the interval is `n/a`.
 *
 * People, places, nights and days are whole, and a column of them has the same digits from top to bottom: those of its narrowest
 * interval, measured to the nearer end, and none behind the point.
 */
import { formatDecimals, formatNumber } from './format.ts';

/** The ends of a 95 % interval: null, NaN or infinite if it is not known. */
export interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** An estimate as two texts; `interval` is `n/a` if it is not known, and empty if the estimate is not known either. */
export interface EstimateText {
  readonly value: string;
  readonly interval: string;
}

/** Stands for a number that is not known. */
export const NOT_KNOWN = 'n/a';
const MINUS = '\u2212';
/** The decimals that `toFixed` can write. */
const MOST_DECIMALS = 100;
/** A width below this part of the numbers comes of their rounding. */
const NO_WIDTH = 1e-11;

/** Whether both ends are known. */
export function isInterval({ low, high }: Ends): boolean {
  return Number.isFinite(low) && Number.isFinite(high);
}

/** The ends of a difference: NaN both where there is no interval. */
export function differenceEnds({ low, high }: Ends): { readonly low: number; readonly high: number } {
  return low !== null && high !== null && isInterval({ low, high }) ? { low, high } : NO_ENDS;
}

const NO_ENDS = { low: Number.NaN, high: Number.NaN };

/**
 * The ends of a mean: NaN both where there is no interval. Counts, costs and times are at least 0, percentages are within 0 and 100,
 * and so are the ends shown. Only a mean in points is itself a difference.
 */
export function levelEnds(row: Ends & { readonly unit: string }): { readonly low: number; readonly high: number } {
  const { low, high } = differenceEnds(row);
  if (row.unit === 'points') return { low, high };
  return { low: Math.max(0, low), high: row.unit === 'percent' ? Math.min(100, high) : high };
}

/** Writes numbers with the digits that this interval decides, or with these decimals, with a true minus sign: `3 690`, `−0.41`, `0`, `n/a`. */
export function roundedBy(ends: Ends, decimals = decimalsBy(ends)): (x: number) => string {
  return (x) => {
    if (decimals === undefined || !Number.isFinite(x)) return numberText(isInterval(ends) ? x : modest(x));
    const text = formatDecimals(x, decimals);
    return /[1-9]/.test(text) ? withMinus(text) : '0';
  };
}

/** A number for people with a true minus sign, and up to three digits: `−0.412`. */
export function numberText(x: number): string {
  return withMinus(formatNumber(x));
}

/** A number that nothing is known of but itself: whole from 10 on, else with two significant digits. */
function modest(x: number): number {
  return Math.abs(x) < 10 ? Number(x.toPrecision(2)) : Math.round(x);
}

/** As `roundedBy`, with a sign before every number but zero: `+2.7`, `−150`. */
export function signedBy(ends: Ends, decimals = decimalsBy(ends)): (x: number) => string {
  const write = roundedBy(ends, decimals);
  return (x) => {
    const text = write(x);
    return x > 0 && /[1-9∞]/.test(text) ? `+${text}` : text;
  };
}

/** A mean and its interval: `45.3` and `44.9 to 45.7`. */
export function levelParts(mean: number, ends: Ends): EstimateText {
  return partsOf(mean, ends, roundedBy(ends));
}

/** A difference and its interval, with signs: `+2.7` and `+1.9 to +3.5`. */
export function differenceParts(difference: number, ends: Ends, decimals = decimalsBy(ends)): EstimateText {
  return partsOf(difference, ends, clearOf(ends, signedBy(ends, decimals), signedBy(NO_ENDS)));
}

/** A mean with its interval behind it: `45.3 (44.9 to 45.7)`. */
export function levelText(mean: number, ends: Ends): string {
  return joined(levelParts(mean, ends));
}

/** A difference with its interval behind it: `+2.7 (+1.9 to +3.5)`. In points, if the unit of the measure is percent: `+2.7 points (...)`. */
export function differenceText(difference: number, ends: Ends, unit = '', decimals = decimalsBy(ends)): string {
  const { value, interval } = differenceParts(difference, ends, decimals);
  const isInPoints = unit === 'percent' && value !== NOT_KNOWN;
  return joined({ value: isInPoints ? `${value} points` : value, interval });
}

/** A number of whole things with the ends of its interval. */
interface WholeEstimate extends Ends {
  readonly value: number;
}

/** A column of whole things: `118 (92 to 140)`; `0 (up to 700)` where the low end is 0 too, the number alone if there is no width. */
export function wholeTexts(column: readonly WholeEstimate[]): readonly string[] {
  return wholesBy(column, (text) => text);
}

/** A column of differences of whole things, with signs: `+12 (+8 to +16)`, and `no change` if both ends are zero. */
export function wholeDifferenceTexts(column: readonly WholeEstimate[]): readonly string[] {
  return wholesBy(column, (text, x) => (x > 0 && text !== '0' ? `+${text}` : text)).map((text, at) =>
    column[at].value === 0 && column[at].low === 0 && column[at].high === 0 ? 'no change' : text,
  );
}

function wholesBy(column: readonly WholeEstimate[], signed: (text: string, x: number) => string): readonly string[] {
  const decimals = column.flatMap(({ value, low, high }) => {
    const sides = isInterval({ low, high }) ? [value - low!, high! - value].filter((side) => side > 0) : [];
    return sides.length === 0 ? [] : (decimalsBy({ low: -Math.min(...sides), high: Math.min(...sides) }) ?? []);
  });
  const digits = Math.min(0, decimals.length === 0 ? 0 : Math.max(...decimals));
  const write = (x: number) => signed(withMinus(formatDecimals(x, digits)), x);
  return column.map(({ value, low, high }) => {
    if (!Number.isFinite(value)) return NOT_KNOWN;
    const text = write(value);
    if (!isInterval({ low, high })) return text;
    const ends = [write(low!), write(high!)];
    if (ends.every((end) => end === text)) return text;
    return text === '0' && ends[0] === '0' ? `0 (up to ${ends[1]})` : `${text} (${ends.join(' to ')})`;
  });
}

/** Both ends of an interval alone: `1.9 to 3.5`, or `n/a`; of one that leaves zero out, neither is `0`. */
export function intervalText(ends: Ends): string {
  return partsOf(0, ends, clearOf(ends, roundedBy(ends), roundedBy(NO_ENDS))).interval;
}

/** Writes an end of an interval that leaves zero out with its first digit where it would round to zero. */
function clearOf({ low, high }: Ends, write: (x: number) => string, plainly: (x: number) => string) {
  const isEnd = (x: number) => x !== 0 && (x === low || x === high) && (low! > 0 || high! < 0);
  return (x: number): string => (isEnd(x) && write(x) === '0' ? plainly(Number(x.toPrecision(1))) : write(x));
}

/** The two texts as cells of a row. */
export function inCells({ value, interval }: EstimateText): readonly [value: string, interval: string] {
  return [value, interval];
}

function partsOf(x: number, ends: Ends, write: (x: number) => string): EstimateText {
  const { low, high } = differenceEnds(ends);
  const interval = Number.isNaN(low) ? NOT_KNOWN : `${write(low)} to ${write(high)}`;
  return { value: write(x), interval: Number.isNaN(x) ? '' : interval };
}

function joined({ value, interval }: EstimateText): string {
  return interval === '' ? value : `${value} (${interval})`;
}

/** The decimals that the interval decides, negative if they end before the decimal point; undefined if it has no width. */
export function decimalsBy(ends: Ends): number | undefined {
  const { low, high } = differenceEnds(ends);
  const half = high / 2 - low / 2;
  if (!(half > NO_WIDTH * Math.max(Math.abs(low), Math.abs(high)))) return undefined;
  const [digits, exponent] = half.toExponential(10).split('e') as [string, string];
  return Math.min(MOST_DECIMALS, (digits.startsWith('1') ? 1 : 0) - Number(exponent));
}

function withMinus(text: string): string {
  return text.replaceAll('-', MINUS);
}
