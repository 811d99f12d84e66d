/**
 * Headline: states the finding in words that a minister can say aloud, with its interval: more or fewer, no difference that matters,
 * or no telling.
 *
 * A share refers to the same people under every arm, followed from a day that no policy moves, whatever happens to them.
 */

import { numberLabel } from '../charts/label.ts';
import { type Ends, intervalText, isInterval, roundedBy } from '../tables/estimate.ts';

/** A difference from the baseline and the words around it. */
export interface Finding {
  readonly arm: string;
  readonly baseline: string;
  /** The population of a share, such as `people newly sentenced to prison in 2012`; absent for a plain number. */
  readonly of?: string;
  /** What is counted: `are charged again within two years`, or `people are inside on an average day`. */
  readonly happens: string;
  /** In spoken form: 2.7 of every 100, not 0.027. */
  readonly difference: number;
  /** The 95 % interval of the difference; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  /** The smallest difference of interest, in the same form; absent if there is none. */
  readonly interest?: number | undefined;
  /** Set if every run is that of the baseline: all results are alike, or the lives are and what they cost is not. */
  readonly alike?: 'results' | 'lives';
  /** How many times as many runs independent arms would need for this interval: infinite if all differences are equal; absent if not known. */
  readonly gain?: number | undefined;
  /** What lies behind it, one sentence each: who is counted, its parts, citizens apart, cost. */
  readonly account?: readonly string[] | undefined;
  /** What a reader should know of the people counted, one sentence each. */
  readonly about?: readonly string[] | undefined;
}

/**
 * Says how many more or fewer, and whether all of the interval is smaller than what matters. If it holds zero, says that there is no
 * difference that matters where the whole interval lies within the smallest difference of interest (equivalence), and else that one
 * cannot tell.
 *
 *     Of every 100 people newly sentenced to prison in 2012, 2.7 more are charged again within two years under Restrictive than
 *     under Norway as it is (95 % interval 1.9 to 3.5 more).
 */
export function headlineSentence(finding: Finding): string {
  const { arm, of, happens, difference, low, high, interest = 0 } = finding;
  if (finding.alike !== undefined) return alikeSentence(finding);
  const many = `how many ${of === undefined ? '' : `of every 100 ${of} `}${happens}`;
  if (Number.isNaN(difference)) return `${arm} cannot be compared: the study has no figure for ${many}.`;
  if (!isInterval(finding)) return `In a single run, which says nothing about chance: ${lowerFirst(said(finding))}.`;
  if (low === 0 && high === 0) return `${said(finding)}, in every run.`;
  const isSmall = -interest < low && high < interest;
  const matters = `${numberLabel(Number(interest.toPrecision(2)))}${of === undefined ? '' : ' of 100'}`;
  const butSmall = isSmall
    ? `: a clear difference, but smaller than what matters, ${matters} (an assumption, see ${WHERE})`
    : '';
  if (low > 0) return `${said(finding)} (95 % interval ${intervalText({ low, high })} more)${butSmall}.`;
  if (high < 0) return `${said(finding)} (95 % interval ${intervalText({ low: -high, high: -low })} fewer)${butSmall}.`;
  const [least, most] = [inWords(low, finding), inWords(high, finding)];
  if (isSmall)
    return `No difference that matters: ${lowerFirst(said(finding))}, and the 95 % interval, ${least} to ${most}, lies within ${matters} either way (what matters is an assumption, see ${WHERE}).`;
  return `Cannot tell: ${lowerFirst(said(finding))}, but it could be anything from ${least} to ${most} (95 % interval).`;
}

/** Where to read what matters, and why. */
const WHERE = 'docs/definitions.md';

function alikeSentence({ arm, baseline, alike }: Finding): string {
  const every = `in every run each life is exactly as under ${baseline}`;
  if (alike === 'results') return `${arm} changes nothing here: ${every}, and so is every result.`;
  return `${arm} changes nobody's life here: ${every}, and only what it costs differs.`;
}

/**
 * Says how far shared luck (common random numbers), and shared parameter draws, narrowed the interval; undefined if there is
 * no interval, or if nothing varies.
 *
 *     Sharing luck made the interval for Restrictive as narrow as 14 times as many independent runs would.
 */
export function gainSentence(finding: Finding, shared: 'luck' | 'luck and parameters'): string | undefined {
  const { arm, gain, low, high } = finding;
  if (gain === undefined || Number.isNaN(gain) || !isInterval(finding)) return undefined;
  if (gain === Number.POSITIVE_INFINITY)
    return `Sharing ${shared} removed all chance from the difference for ${arm}: it is the same in every run.`;
  if (low === high) return undefined;
  if (gain < LEAST_GAIN)
    return `Sharing ${shared} did not narrow the interval for ${arm}: its runs have little in common with those of the baseline.`;
  return `Sharing ${shared} made the interval for ${arm} as narrow as ${numberLabel(Number(gain.toPrecision(2)))} times as many independent runs would.`;
}

/** A smaller gain is not worth a sentence. */
const LEAST_GAIN = 1.05;

function said({ arm, baseline, of, happens, difference, ...ends }: Finding): string {
  const amount = inWords(difference, ends);
  if (amount !== '0') {
    if (of === undefined) return `Under ${arm}, ${amount} ${happens} than under ${baseline}`;
    return `Of every 100 ${of}, ${amount} ${happens} under ${arm} than under ${baseline}`;
  }
  const equal = difference === 0 ? 'exactly' : 'about';
  if (of === undefined) return `Under ${arm}, ${equal} as many ${happens} as under ${baseline}`;
  return `Of every 100 ${of}, ${equal} as many ${happens} under ${arm} as under ${baseline}`;
}

/** `2.7 more`, `0.4 fewer`, or `0`, with the digits that its interval bears. */
export function inWords(x: number, ends: Ends): string {
  const text = roundedBy(ends)(Math.abs(x));
  return text === '0' ? text : `${text} ${x > 0 ? 'more' : 'fewer'}`;
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
