/**
 * Student: quantiles of Student's t distribution, for intervals of means of few values.
 */
import { incompleteBeta } from '../engine/beta.ts';

/** Quantiles already found: a study needs few different ones, thousands of times. */
const found = new Map<string, number>();

/**
 * The quantile of the t distribution with `degrees` degrees of freedom at a probability in (0, 1). Bisection on the tail
 * 1/2 I(n/2, 1/2) at n / (n + t^2) (NIST DLMF 8.17) finds it to the last bits.
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

/** The probability of a value above t, for t above 0. */
function upperTail(t: number, degrees: number): number {
  const sum = degrees + t * t;
  return incompleteBeta(degrees / 2, 0.5, degrees / sum, (t * t) / sum) / 2;
}
