/**
 * Value of information: the expected value of perfect information (EVPI), what a choice would gain if every parameter were known.
 *
 * Without further knowledge one chooses the option with the highest mean net benefit; with it, the best option in each parameter
 * draw. EVPI is the mean net benefit of the second choice less that of the first (H. Raiffa and R. Schlaifer, Applied Statistical
 * Decision Theory, 1961). The value of one group of parameters (EVPPI) is in `partial-perfect-information.ts`.
 *
 * Net benefit is indexed by option, the first being the baseline; then by parameter draw; then by replicate.
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

/** Bootstrap resamples for an interval. */
export const RESAMPLES = 200;

/**
 * Expected net benefit over the first option in each draw, by other option. The mean over the replicates of a draw still contains
 * chance, which no knowledge of parameters removes, so the means are shrunk to the spread they would have without it. With one
 * replicate per draw chance cannot be separated, and stays in.
 */
export function expectedGains(benefit: NetBenefit): readonly Float64Array[] {
  return withoutChance(drawsOf(benefit));
}

/** Mean net benefit over the first option in each draw, chance included, by other option. */
export function meanGains(benefit: NetBenefit): readonly Float64Array[] {
  const { means } = drawsOf(benefit);
  return benefit.slice(1).map((_, option) => Float64Array.from(means, (own) => own[option]));
}

/** The gain of the best choice in each draw over the best choice for all draws, from expected net benefit over the first option. */
export function gainOfKnowing(expected: readonly ArrayLike<number>[]): number {
  const draws = expected[0]?.length ?? 0;
  const best = new Float64Array(draws);
  for (const own of expected) for (let draw = 0; draw < draws; draw++) best[draw] = Math.max(best[draw], own[draw]);
  const now = expected.reduce((most, own) => Math.max(most, mean(own)), 0);
  return Math.max(0, mean(best) - now);
}

/** The EVPI, with a bootstrap interval over whole draws; `seed` fixes the resampling. */
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
 * A value with its 95 % bootstrap interval: the wider of the percentile and the bias-corrected percentile interval (B. Efron,
 * "Nonparametric standard errors and confidence intervals", Canadian Journal of Statistics 9, 1981). The first reaches too low if
 * two options are nearly equal, the second if there is hardly anything to gain.
 */
export function around(value: number, again: readonly number[]): InformationValue {
  const below = again.reduce((sum, one) => sum + (one < value ? 1 : one === value ? 0.5 : 0), 0);
  const shift = 2 * normalQuantile((below + 0.5) / (again.length + 1));
  const corrected = [TAIL, 1 - TAIL].map((tail) => normalCumulative(shift + normalQuantile(tail)));
  const ends = quantiles(again, [TAIL, ...corrected, 1 - TAIL]);
  return { value, low: Math.min(value, ...ends), high: Math.max(value, ...ends) };
}

const TAIL = 0.025;

/** One bootstrap resample: `count` indexes below `count`, with repetition. */
export function drawnAgain(count: number, seed: string, resample: number): Int32Array {
  const key = randomKey(seed, resample);
  return Int32Array.from({ length: count }, (_, at) => Math.floor(uniform(key.low, key.high, at, 0) * count));
}

/** Mean net benefit over the first option by draw and other option, and the covariance of these means due to chance. */
interface Draws {
  readonly means: readonly Float64Array[];
  /** Empty matrices with one replicate per draw, which says nothing about chance. */
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
