/**
 * Binomial: the binomial distribution and the exact test of a probability.
 *
 * Statistical tests of the simulation judge proportions by this exact test.
 */

import { betaWeight, incompleteBeta } from '../engine/beta.ts';
import { exp, log } from '../engine/mathematics.ts';

/** Outcomes whose probability exceeds the observed one by less than this relative amount count as equally likely, as in R. */
const TIE = 1 + 1e-7;

/**
 * P value of the two-sided exact test: the probability of an outcome no more likely than the observed one, if each trial succeeds
 * with probability `chance`. Same definition as `binom.test` in R. Throws an Error unless 0 <= successes <= trials, whole numbers.
 */
export function exactBinomialTest(successes: number, trials: number, chance: number): number {
  checkCounts(successes, trials);
  if (!(chance >= 0 && chance <= 1)) throw new Error(`no binomial distribution with chance ${chance}`);
  const expected = trials * chance;
  if (successes === expected) return 1;
  if (successes > expected) return exactBinomialTest(trials - successes, trials, 1 - chance);
  const limit = binomialProbability(successes, trials, chance) * TIE;
  let unlikely = trials + 1;
  let likely = Math.ceil(expected) - 1;
  while (unlikely - likely > 1) {
    const middle = Math.floor((likely + unlikely) / 2);
    if (binomialProbability(middle, trials, chance) <= limit) unlikely = middle;
    else likely = middle;
  }
  return Math.min(1, atMost(successes, trials, chance) + atLeast(unlikely, trials, chance));
}

/** The probability of exactly this number of successes. */
export function binomialProbability(successes: number, trials: number, chance: number): number {
  const failures = trials - successes;
  if (chance === 0) return successes === 0 ? 1 : 0;
  if (chance === 1) return failures === 0 ? 1 : 0;
  if (successes === 0) return exp(trials * log(1 - chance));
  if (failures === 0) return exp(trials * log(chance));
  return (betaWeight(successes, failures, chance, 1 - chance) / successes) * (trials / failures);
}

/** The quantile: the smallest number of successes whose cumulative probability reaches `probability`. */
export function binomialQuantile(probability: number, trials: number, chance: number): number {
  let below = -1;
  let found = trials;
  while (found - below > 1) {
    const middle = Math.floor((below + found) / 2);
    if (atMost(middle, trials, chance) >= probability) found = middle;
    else below = middle;
  }
  return found;
}

/** Throws an Error unless both are whole numbers and 0 <= successes <= trials. */
export function checkCounts(successes: number, trials: number): void {
  if (Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials) return;
  throw new Error(`${successes} successes in ${trials} trials are not counts`);
}

function atMost(successes: number, trials: number, chance: number): number {
  if (successes >= trials) return 1;
  return incompleteBeta(trials - successes, successes + 1, 1 - chance, chance);
}

function atLeast(successes: number, trials: number, chance: number): number {
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  return incompleteBeta(successes, trials - successes + 1, chance);
}
