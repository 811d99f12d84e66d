/**
 * Student: the t distribution, which says how far the mean of few values may lie from the truth.
 */
import { incompleteBeta } from '../engine/beta.ts';

/** Quantiles found before: a study asks for few, thousands of times. */
const found = new Map<string, number>();

/**
 * The value that a t variable with so many degrees of freedom falls below with probability p, 0 < p < 1. Found by
 * bisection on the tail 1/2 I(n/2, 1/2) at n / (n + t^2) (NIST DLMF 8.17), to the last bits.
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new Error(`no t quantile at probability ${probability}`);
  if (!(degrees > 0)) throw new Error(`no t distribution with ${degrees} degrees of freedom`);
  if (probability === 0.5) return 0;
  const key = `${probability} ${degrees}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const quantile = searchQuantile(probability, degrees);
  found.set(key, quantile);
  return quantile;
}

function searchQuantile(probability: number, degrees: number): number {
  const tail = Math.min(probability, 1 - probability);
  let high = 1;
  while (upperTail(high, degrees) > tail) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (upperTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return probability < 0.5 ? -high : high;
}

/** The chance of a value above t, for t above 0. */
function upperTail(t: number, degrees: number): number {
  const sum = degrees + t * t;
  return incompleteBeta(degrees / 2, 0.5, degrees / sum, (t * t) / sum) / 2;
}
