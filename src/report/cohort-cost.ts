/**
 * Cohort cost: what the people followed cost under an arm, in sentences, and why the cost of everybody may go the other way.
 */
import { INSIDE } from '../measures/headlines.ts';
import { isSameMeasure, type MeasureIdentity } from '../measures/measure-identity.ts';
import { differenceEnds, intervalText, isInterval, roundedBy } from '../tables/estimate.ts';

/** A paired difference as a summary lists it. */
export interface Difference extends MeasureIdentity {
  readonly arm: string;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly gain?: number | null;
  readonly replicates?: number | null;
}

/** A difference and its interval. */
type Amount = Pick<Difference, 'difference' | 'low' | 'high'>;

/** What they cost, and the crimes behind their later charges. */
export function costSentence(cost: Amount, crime: Amount, years: number): string {
  return `${costWords(cost, crime, years)}; the table has the cost of everybody.`;
}

/** The same without a word on everybody, and without a full stop. */
export function costWords(cost: Amount, crime: Amount, years: number): string {
  const amount = ({ difference, ...found }: Amount) => {
    const ends = differenceEnds(found);
    const kroner = difference ?? Number.NaN;
    const sized = (x: number) => {
      const text = roundedBy(ends)(Math.abs(x));
      return text === '0' ? text : `${text} ${x < 0 ? 'less' : 'more'}`;
    };
    const text = roundedBy(ends)(Math.abs(kroner));
    const size = text === '0' ? 'about as much' : `${text} thousand kroner ${kroner < 0 ? 'less' : 'more'}`;
    if (!isInterval(ends)) return size;
    const { low, high } = ends;
    if (low === 0 && high === 0) return 'exactly as much';
    if (low < 0 && high > 0) return `${size} (95 % interval ${sized(low)} to ${sized(high)}: no clear difference)`;
    return `${size} (95 % interval ${kroner < 0 ? intervalText({ low: -high, high: -low }) : intervalText(ends)})`;
  };
  return `For these people alone, over ${years === 1 ? 'the year' : `the ${numberWord(years)} years`}, custody and supervision cost ${amount(cost)} per person, and the crimes behind later charges ${amount(crime)}`;
}

/**
 * Why the cost of everybody falls where that of these people rises, or the reverse: their days count at the average of each arm,
 * which moves with all that is spent and with the days of all. Empty unless both are clear, and opposite.
 */
export function otherWaySentence(
  cost: Difference,
  daysInside: Difference | undefined,
  differences: readonly Difference[],
): readonly string[] {
  const find = (identity: MeasureIdentity) => differences.find((row) => isSameMeasure(row, identity));
  const [everybody, yearInside, inside] = [
    find({ measure: 'cost' }),
    find({ measure: 'cost-per-place' }),
    find(INSIDE),
  ];
  if (!everybody || !yearInside || !inside || !daysInside) return [];
  if (clearSign(everybody) * clearSign(cost) >= 0) return [];
  return [
    `The cost of everybody goes the other way, by ${inFull(everybody, 'million kroner', '95 % interval ')} per year. Each day in custody of the people followed counts at the average cost of a day in its arm, though a single day more or fewer costs less (docs/limits.md). A year inside costs ${inFull(yearInside, 'thousand kroner')} on that average; ${inFull(inside, 'people')} are inside on an average day, and the people followed are inside for ${inFull(daysInside, 'days')} per person.`,
  ];
}

/** -1 or 1 if the interval leaves zero out, else 0. */
export function clearSign(found: Difference): number {
  const { low, high } = differenceEnds(found);
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}

/** `136 million kroner less`, `627 more people`, or `as many days`. */
export function moreOrLess({ difference, ...found }: Amount, unit: string): string {
  const amount = difference ?? Number.NaN;
  const text = roundedBy(differenceEnds(found))(Math.abs(amount));
  const isMoney = unit.endsWith('kroner');
  if (text === '0') return isMoney ? 'about as much' : `about as many ${unit}`;
  if (isMoney) return `${text} ${unit} ${amount < 0 ? 'less' : 'more'}`;
  return `${text} ${amount < 0 ? 'fewer' : 'more'} ${unit}`;
}

/** As `moreOrLess`, with the interval behind it: `630 fewer people (600 to 660)`; both ends with their words where it holds zero. */
export function inFull(found: Amount, unit: string, before = ''): string {
  const text = moreOrLess(found, unit);
  const ends = differenceEnds(found);
  const { low, high } = ends;
  if (!isInterval(ends) || low === high) return text;
  if (low >= 0) return `${text} (${before}${intervalText(ends)})`;
  if (high <= 0) return `${text} (${before}${intervalText({ low: -high, high: -low })})`;
  const [least, most] = [low, high].map((end) => roundedBy(ends)(Math.abs(end)));
  return `${text} (${before}${least} ${unit.endsWith('kroner') ? 'less' : 'fewer'} to ${most} more: no clear difference)`;
}

/** Small numbers as words. */
export function numberWord(count: number): string {
  return ['no', 'one', 'two', 'three', 'four', 'five'][count] ?? String(count);
}
