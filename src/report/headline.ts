/**
 * Headline: the finding in words a minister says aloud, with its interval, or the honest sentence that there is none.
 */
import { intervalLabel, numberLabel } from '../charts/label.ts';

/** A difference from the baseline and the words around it. */
export interface Finding {
  readonly arm: string;
  readonly baseline: string;
  /** What is counted: `of every 100 people released`, `people`. */
  readonly things: string;
  /** What happens to them: `would be back in prison within two years`. */
  readonly happen: string;
  /** A unit that is not counted one by one, such as `million kroner`; absent for people. */
  readonly unit?: string;
  /** In the number that is spoken: 2.7 of every 100, not 0.027. */
  readonly difference: number;
  /** The 95 % interval of the difference; NaN where there is none. */
  readonly low: number;
  readonly high: number;
}

/**
 * One or two sentences: how many more or fewer, or that the simulation cannot tell.
 *
 *     Under Restrictive, 2.7 more of every 100 people released would be back in prison within two years than under
 *     Norway as it is (95 % interval 1.9 to 3.5 more).
 */
export function headlineSentence(finding: Finding): string {
  const { arm, baseline, things, happen, unit, difference, low, high } = finding;
  if (Number.isNaN(difference))
    return `There was nothing to compare ${arm} by: no number says how many ${things} ${happen}.`;
  const many = ['how many', unit, things, happen].filter(Boolean).join(' ');
  if (difference === 0 && low === 0 && high === 0) return `${arm} makes no difference to ${many}.`;
  const said = `${amount(difference, unit)} ${things} ${happen} than under ${baseline}`;
  if (Number.isNaN(low) || Number.isNaN(high)) {
    return `Under ${arm}, ${said}. With so few replicates there is no interval, so this may be chance.`;
  }
  if (low > 0) return `Under ${arm}, ${said} (95 % interval ${intervalLabel(low, high)} more).`;
  if (high < 0) return `Under ${arm}, ${said} (95 % interval ${intervalLabel(-high, -low)} ${direction(-1, unit)}).`;
  return `The simulation cannot tell ${arm} apart from ${baseline} in ${many}: the difference is ${amount(difference, unit)}, with a 95 % interval from ${amount(low, unit)} to ${amount(high, unit)}.`;
}

function amount(x: number, unit: string | undefined): string {
  if (x === 0) return 'none';
  return [numberLabel(Math.abs(x)), unit, direction(x, unit)].filter(Boolean).join(' ');
}

function direction(x: number, unit: string | undefined): string {
  if (x > 0) return 'more';
  return unit === undefined ? 'fewer' : 'less';
}
