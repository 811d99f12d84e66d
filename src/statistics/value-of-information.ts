/**
 * Value of information: what a decision would gain if what is unknown were known.
 *
 * Without further knowledge one takes the option with the highest mean net benefit; knowing the truth, one would take the
 * best option in each case of it. The mean of the second less the first is the expected value of perfect information, EVPI
 * (H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory, 1961). For a group of parameters alone, the expected net
 * benefit given them comes from a regression of net benefit on them (M. Strong, J. E. Oakley and A. Brennan, "Estimating
 * multiparameter partial expected value of perfect information from a probabilistic sensitivity analysis sample", Medical
 * Decision Making 34, 2014).
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
  return withoutChance(drawsOf(benefit));
}

/** Mean net benefit over the first option in each draw, chance and all, by other option. */
export function meanGains(benefit: NetBenefit): readonly Float64Array[] {
  const { means } = drawsOf(benefit);
  return benefit.slice(1).map((_, option) => Float64Array.from(means, (own) => own[option]));
}

/** What the best choice in each draw gains over the best choice for all, from expected net benefit over the first option. */
export function gainOfKnowing(expected: readonly ArrayLike<number>[]): number {
  const draws = expected[0]?.length ?? 0;
  const best = new Float64Array(draws);
  for (const own of expected) for (let draw = 0; draw < draws; draw++) best[draw] = Math.max(best[draw], own[draw]);
  const now = expected.reduce((most, own) => Math.max(most, mean(own)), 0);
  return Math.max(0, mean(best) - now);
}

/** The expected value of perfect information, with an interval from drawing whole draws again; luck is named by `seed`. */
export function perfectInformation(benefit: NetBenefit, seed: string): InformationValue {
  const draws = drawsOf(benefit);
  const value = gainOfKnowing(withoutChance(draws));
  const again = Array.from({ length: RESAMPLES }, (_, resample) => {
    const drawn = Array.from(drawnAgain(draws.means.length, seed, resample));
    const means = drawn.map((draw) => draws.means[draw]);
    return gainOfKnowing(withoutChance({ means, chance: drawn.map((draw) => draws.chance[draw]) }));
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

/** Of each draw the mean net benefit over the first option, by other option, and the covariance that chance gives these means. */
interface Draws {
  readonly means: readonly Float64Array[];
  /** Empty matrices where one replicate tells nothing about chance. */
  readonly chance: readonly (readonly Float64Array[])[];
}

function drawsOf([first, ...others]: NetBenefit): Draws {
  const gains = first!.map((base, draw) =>
    others.map((own) => Float64Array.from(own[draw], (value, replicate) => value - base[replicate])),
  );
  const replicates = first![0].length;
  return {
    means: gains.map((own) => Float64Array.from(own, (values) => mean(values))),
    chance: gains.map((own) =>
      replicates < 2 ? [] : covarianceOf(own).map((row) => row.map((value) => value / replicates)),
    ),
  };
}

function withoutChance({ means, chance }: Draws): readonly Float64Array[] {
  const rows = Array.from(means[0], (_, option) => Float64Array.from(means, (own) => own[option]));
  if (chance[0].length === 0) return rows;
  const noise = rows.map((_, row) =>
    Float64Array.from(rows, (_, column) => mean(chance.map((own) => own[row][column]))),
  );
  return withoutNoise(rows, noise);
}
