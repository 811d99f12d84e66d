/**
 * Cohort parts: the difference in charges split into time at liberty and the rate while there, in words, each part with its interval.
 *
 * Every part has the digits that its own interval bears. Clear parts come first, then those that are not.
 */
import type { PartName } from '../experiment/decomposition.ts';
import { differenceEnds, type Ends, intervalText, isInterval, roundedBy } from '../tables/estimate.ts';
import { addUpAsShown } from '../tables/shown-sum.ts';
import { inWords } from './headline.ts';

/** A part of a difference in charges per 100 people, as a summary lists it. */
export interface WordedPart extends Ends {
  readonly part: PartName;
  readonly charges: number | null;
}

/**
 * The parts of a difference in charges, as one sentence; none if nothing moved through any. A part that is not clear and too small for
 * the last digit of the whole is left out.
 */
export function partsSentences(given: readonly WordedPart[], whole: Whole): readonly string[] {
  const parts = given.map(({ part, charges, low, high }) => ({
    ...{ part, charges: charges ?? Number.NaN },
    ...differenceEnds({ low, high }),
  }));
  const isSeen = (x: number) => roundedBy(whole)(x) !== '0';
  const moved = parts.filter(({ charges }) => charges !== 0 && !Number.isNaN(charges));
  const clear = parts.filter(({ low, high }) => low > 0 || high < 0);
  const others = parts.filter(
    (part) => !clear.includes(part) && isInterval(part) && (isSeen(part.low) || isSeen(part.high)),
  );
  const single = moved.filter((part) => !isInterval(part));
  if (single.length > 0) return [`Its parts are ${listed(single.map(partInWords))}.`];
  if (clear.length + others.length === 0) return [];
  const words = [clear, others].filter((some) => some.length > 0).map((some) => listed(some.map(partInWords)));
  const shown = [...clear, ...others].map(({ charges, ...ends }) => ({ value: charges, ...ends }));
  const isSum = addUpAsShown(shown, { value: whole.difference ?? Number.NaN, low: whole.low, high: whole.high });
  return [
    `Its parts, each with its 95 % interval${clear.length === 0 ? ', none clear' : ''}: ${words.join('; not clear: ')}${isSum ? '' : '; before rounding all parts add up to it'}.`,
  ];
}

/** The difference that is split. */
interface Whole extends Ends {
  readonly difference: number | null;
}

interface KnownPart {
  readonly part: PartName;
  readonly charges: number;
  readonly low: number;
  readonly high: number;
}

/** `0.8 more (0.6 to 1.0) through less time inside`, or `0.2 fewer (0.9 fewer to 0.5 more) through fewer charges per day at liberty`. */
function partInWords({ part, charges, ...ends }: KnownPart): string {
  // fewer days in such a state are more days at liberty, hence more charges
  const [more, less, none] = CAUSES[part];
  const text = inWords(charges, ends);
  const { low, high } = ends;
  const [amount, cause] = text === '0' ? ['about none', none] : [text, charges < 0 ? more : less];
  if (!isInterval(ends)) return `${amount} through ${cause}`;
  const size = low > 0 ? intervalText(ends) : high < 0 ? intervalText({ low: -high, high: -low }) : undefined;
  return `${amount} (${size ?? `${inWords(low, ends)} to ${inWords(high, ends)}`}) through ${cause}`;
}

const CAUSES: Readonly<Record<PartName, readonly [more: string, less: string, none: string]>> = {
  inside: ['more time inside', 'less time inside', 'time inside'],
  monitored: ['more time on monitoring', 'less time on monitoring', 'time on monitoring'],
  abroad: ['more time abroad after expulsion', 'less time abroad after expulsion', 'time abroad after expulsion'],
  dead: ['more time lost to death', 'less time lost to death', 'time lost to death'],
  rate: ['fewer charges per day at liberty', 'more charges per day at liberty', 'charges per day at liberty'],
};

function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
