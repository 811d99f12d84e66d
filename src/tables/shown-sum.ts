/**
 * Shown sum: whether numbers that people read add up as they are shown, each with the digits of its own interval.
 */
import { type Ends, roundedBy } from './estimate.ts';

/** A number with the interval that rounds it. */
interface Shown extends Ends {
  readonly value: number;
}

/** Whether numbers, each rounded by its own interval, add up to the rounded whole; nothing is missed where one is not known. */
export function addUpAsShown(parts: readonly Shown[], whole: Shown): boolean {
  const shown = [...parts, whole].map(({ value, ...ends }) => numberIn(roundedBy(ends)(value)));
  const left = shown.reduce((sum, x, at) => (at < parts.length ? sum + x : sum - x), 0);
  return !(Math.abs(left) > NO_DIGIT * shown.reduce((sum, x) => sum + Math.abs(x), 0));
}

/** What a sum of decimals is wrong by. */
const NO_DIGIT = 1e-11;

/** The number that a text for people holds; NaN if none. */
function numberIn(text: string): number {
  return Number(text.replaceAll('\u2009', '').replace('\u2212', '-'));
}
