/**
 * Headline: the finding in words a minister says aloud, with its interval, or the honest sentence that there is none.
 *
 * A share is told of those who finish a sentence under each arm, not of the same people: who they are follows from the
 * policy too.
 */
import { intervalLabel, numberLabel } from '../charts/label.ts';
import { isInterval } from './interval.ts';

/** A difference from the baseline and the words around it. */
export interface Finding {
  readonly arm: string;
  readonly baseline: string;
  /** Of every hundred of whom: `people who finish a sentence`; absent for a plain number. */
  readonly of?: string;
  /** What is counted: `are charged again within two years`, or `people are inside on an average day`. */
  readonly happens: string;
  /** In the number that is spoken: 2.7 of every 100, not 0.027. */
  readonly difference: number;
  /** The 95 % interval of the difference; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  /** How many times as many runs would give this interval if arms did not share luck: infinite where all differences are equal; absent where not known. */
  readonly gain?: number | undefined;
  /** The same difference as the risks at release make one expect it, in its two parts; absent where no effect is let in. */
  readonly expected?: ExpectedParts | undefined;
}

/** A difference in expected charges: who is released, and what they met. In the number that is spoken. */
export interface ExpectedParts {
  readonly who: number;
  /** The direct effect of what they met, with its 95 % interval; NaN where there is none. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How many more or fewer, or that the simulation cannot tell.
 *
 *     Of every 100 people who finish a sentence under Restrictive, 2.7 more are charged again within two years than under
 *     Norway as it is (95 % interval 1.9 to 3.5 more).
 */
export function headlineSentence(finding: Finding): string {
  const { arm, baseline, of, happens, difference, low, high } = finding;
  const many = `how many ${of === undefined ? '' : `of every 100 ${of} `}${happens}`;
  if (Number.isNaN(difference)) return `There was nothing to compare ${arm} by: no number says ${many}.`;
  if (!isInterval(finding)) return `One run only, so nothing can be said about chance: ${lowerFirst(said(finding))}.`;
  if (low === 0 && high === 0) return `${said(finding)}, in every run.`;
  if (low > 0) return `${said(finding)} (95 % interval ${intervalLabel(low, high)} more).`;
  if (high < 0) return `${said(finding)} (95 % interval ${intervalLabel(-high, -low)} fewer).`;
  return `The simulation cannot tell ${arm} apart from ${baseline} in ${many}: the difference is ${amount(difference)}, with a 95 % interval from ${amount(low)} to ${amount(high)}.`;
}

/**
 * How much of a difference is effect, and how much is who is released; nothing where that was not reckoned.
 *
 *     By their risk at release, 1.2 more of every 100 are expected to be charged within two years: 0.4 more because other
 *     people are released, and 0.8 more (95 % interval 0.7 to 0.9 more) by the direct effect of what they met inside.
 */
export function partsSentence({ expected }: Finding): string | undefined {
  if (expected === undefined) return undefined;
  const { who, effect, low, high } = expected;
  const interval = isInterval(expected) ? ` (95 % interval ${amount(low)} to ${amount(high)})` : '';
  return (
    `By their risk at release, ${amount(who + effect)} of every 100 are expected to be charged within two years: ` +
    `${amount(who)} because other people are released, and ${amount(effect)}${interval} by the direct effect of what they met inside.`
  );
}

/**
 * What sharing luck between arms, and draws where there are any, did to the interval; nothing where there is no interval, or nothing varies at all.
 *
 *     Sharing luck made the interval of Restrictive as narrow as 14 times as many runs would without.
 */
export function gainSentence(finding: Finding, shared: 'luck' | 'luck and parameters'): string | undefined {
  const { arm, gain, low, high } = finding;
  if (gain === undefined || Number.isNaN(gain) || !isInterval(finding)) return undefined;
  if (gain === Number.POSITIVE_INFINITY)
    return `Sharing ${shared} left no chance in the difference of ${arm}: it is the same in every run.`;
  if (low === high) return undefined;
  if (gain < LEAST_GAIN)
    return `Sharing ${shared} did not make the interval of ${arm} narrower: what it changes has little in common with the baseline.`;
  return `Sharing ${shared} made the interval of ${arm} as narrow as ${numberLabel(Number(gain.toPrecision(2)))} times as many runs would without.`;
}

/** Less is no gain worth telling. */
const LEAST_GAIN = 1.05;

function said({ arm, baseline, of, happens, difference }: Finding): string {
  const opening = of === undefined ? `Under ${arm},` : `Of every 100 ${of} under ${arm},`;
  if (difference === 0) return `${opening} exactly as many ${happens} as under ${baseline}`;
  return `${opening} ${amount(difference)} ${happens} than under ${baseline}`;
}

function amount(x: number): string {
  if (x === 0) return '0';
  return `${numberLabel(Math.abs(x))} ${x > 0 ? 'more' : 'fewer'}`;
}

function lowerFirst(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
