/**
 * Value of information: what a decision would gain if what is unknown were known.
 *
 * Who knows nothing more takes the option with the highest mean net benefit. Who knew the truth would take the best option
 * in each case of it. The mean of the second less the first is the expected value of perfect information (H. Raiffa and
 * R. Schlaifer, Applied Statistical Decision Theory, 1961). For a group of parameters alone, the expected net benefit given
 * them comes from a regression of net benefit on them (M. Strong, J. E. Oakley and A. Brennan, "Estimating multiparameter
 * partial expected value of perfect information from a probabilistic sensitivity analysis sample", Medical Decision
 * Making 34, 2014).
 *
 * Net benefit comes by option, the first being the one to compare with; then by draw of the parameters; then by replicate.
 */
import { normalCumulative, normalQuantile } from '../engine/mathematics.ts';
import { randomKey, uniform } from '../engine/random.ts';
import { mean, quantiles } from './describe.ts';
import type { Interval } from './intervals.ts';
import { covarianceOf, withoutNoise } from './shrinkage.ts';

/** Net benefit by option, draw and replicate. */
export type NetBenefit = readonly (readonly ArrayLike<number>[])[];

/** A value of information, in the unit of net benefit, with its 95 % interval. */
export interface InformationValue extends Interval {
  readonly value: number;
}

/** How often draws are drawn again for an interval. */
export const RESAMPLES = 200;

/**
 * Expected net benefit over the first option in each draw, by other option. The mean over a draw's replicates still holds
 * chance, which nobody can know beforehand: draws are brought as near together as they would be without it. With one
 * replicate chance cannot be told apart, and stays in.
 */
export function expectedGains(benefit: NetBenefit): readonly Float64Array[] {
  const replicates = benefit[0]![0]!.length;
  const gains = gainsOf(benefit);
  const means = gains.map((draws) => Float64Array.from(draws, (own) => mean(own)));
  if (replicates < 2) return means;
  const within = gains[0]!.map((_, draw) => covarianceOf(gains.map((draws) => draws[draw]!)));
  const noise = means.map((_, row) =>
    means.map((_, column) => mean(within.map((own) => own[row]![column]!)) / replicates),
  );
  return withoutNoise(means, noise);
}

/** What the best choice in each draw gains over the best choice for all, from expected net benefit over the first option. */
export function gainOfKnowing(expected: readonly ArrayLike<number>[]): number {
  const draws = expected[0]?.length ?? 0;
  const best = new Float64Array(draws);
  for (const own of expected) for (let draw = 0; draw < draws; draw++) best[draw] = Math.max(best[draw]!, own[draw]!);
  const now = expected.reduce((most, own) => Math.max(most, mean(own)), 0);
  return Math.max(0, mean(best) - now);
}

/** The expected value of perfect information, with an interval from drawing whole draws again; luck is named by `seed`. */
export function perfectInformation(benefit: NetBenefit, seed: string): InformationValue {
  const value = gainOfKnowing(expectedGains(benefit));
  const draws = benefit[0]!.length;
  const again = Array.from({ length: RESAMPLES }, (_, resample) => {
    const drawn = drawnAgain(draws, seed, resample);
    return gainOfKnowing(expectedGains(benefit.map((own) => Array.from(drawn, (draw) => own[draw]!))));
  });
  return around(value, again);
}

/**
 * A value with its 95 % interval from what came out again: the wider of the plain percentiles and the bias-corrected ones
 * (B. Efron, "Nonparametric standard errors and confidence intervals", Canadian Journal of Statistics 9, 1981). The first
 * reach too low where two options are nearly as good, the second where hardly anything is to be gained.
 */
export function around(value: number, again: readonly number[]): InformationValue {
  const below = again.reduce((sum, one) => sum + (one < value ? 1 : one === value ? 0.5 : 0), 0);
  const shift = 2 * normalQuantile((below + 0.5) / (again.length + 1));
  const corrected = [TAIL, 1 - TAIL].map((tail) => normalCumulative(shift + normalQuantile(tail)));
  const ends = quantiles(again, [TAIL, ...corrected, 1 - TAIL]);
  return { value, low: Math.min(value, ...ends), high: Math.max(value, ...ends) };
}

const TAIL = 0.025;

/** So many numbers below so many, with repetition. */
export function drawnAgain(count: number, seed: string, resample: number): Int32Array {
  const key = randomKey(seed, resample);
  return Int32Array.from({ length: count }, (_, at) => Math.floor(uniform(key.low, key.high, at, 0) * count));
}

/** Net benefit over the first option, by other option. */
function gainsOf([first, ...others]: NetBenefit): readonly (readonly Float64Array[])[] {
  return others.map((draws) =>
    draws.map((own, draw) => Float64Array.from(own, (value, replicate) => value - first![draw]![replicate]!)),
  );
}
