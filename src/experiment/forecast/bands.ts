/**
 * Bands: the distribution of one number of a forecast over all runs, and its two layers.
 *
 * Chance is what differs between replicates of one set of parameters; parameter doubt is what differs between the sets. A one-way
 * analysis of variance separates them: the variance of a run is that within a draw plus that between draws, the mean of a draw being
 * itself moved by chance (S. R. Searle, G. Casella and C. E. McCulloch, Variance Components, 1992, section 3.6).
 */
import { mean, variance } from '../../statistics/describe.ts';
import type { Interval } from '../../statistics/intervals.ts';
import { medianOf, predictiveBand } from '../../statistics/predictive-band.ts';

/** A number of a forecast over runs; NaN throughout if no run has it. */
export interface Bands {
  readonly runs: number;
  readonly mean: number;
  readonly median: number;
  readonly band50: Interval;
  readonly band80: Interval;
  readonly band95: Interval;
  /** The share of runs in which the number is above zero. */
  readonly positive: number;
  /** Undefined with one layer: no parameter draws, or one replicate of each. */
  readonly layers: BandLayers | undefined;
}

/** The two layers of a number: shares of the variance, which add up to 1, and the 95 % band of each alone around the mean. */
export interface BandLayers {
  readonly chance: number;
  readonly parameters: number;
  readonly chanceBand: Interval;
  readonly parametersBand: Interval;
}

/** The bands of values in groups of `size`, a group for each parameter draw. NaN marks a run that has no such number. */
export function bandsOf(values: Float64Array, size: number): Bands {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return NO_BANDS;
  return {
    runs: known.length,
    mean: mean(known),
    median: medianOf(known),
    band50: predictiveBand(known, 0.5),
    band80: predictiveBand(known, 0.8),
    band95: predictiveBand(known, 0.95),
    positive: known.filter((value) => value > 0).length / known.length,
    layers: known.length < values.length ? undefined : layersWithin(values, size),
  };
}

function layersWithin(values: Float64Array, size: number): BandLayers | undefined {
  const draws = values.length / size;
  if (draws < 2 || size < 2) return undefined;
  const groups = Array.from({ length: draws }, (_, draw) => values.subarray(draw * size, (draw + 1) * size));
  const means = groups.map((group) => mean(group));
  const chance = mean(groups.map((group) => variance(group)));
  const between = variance(means);
  const parameters = Math.max(0, between - chance / size);
  const all = chance + parameters;
  if (!(all > 0)) return undefined;
  const centre = mean(means);
  const apart = groups.flatMap((group, draw) => Array.from(group, (value) => value - means[draw]));
  const around = (deviations: readonly number[], factor: number) =>
    predictiveBand(
      deviations.map((deviation) => centre + factor * deviation),
      0.95,
    );
  return {
    chance: chance / all,
    parameters: parameters / all,
    chanceBand: around(apart, Math.sqrt(size / (size - 1))),
    parametersBand: around(
      means.map((one) => one - centre),
      between > 0 ? Math.sqrt(parameters / between) : 0,
    ),
  };
}

const NOWHERE: Interval = { low: Number.NaN, high: Number.NaN };
const NO_BANDS: Bands = {
  runs: 0,
  mean: Number.NaN,
  median: Number.NaN,
  band50: NOWHERE,
  band80: NOWHERE,
  band95: NOWHERE,
  positive: Number.NaN,
  layers: undefined,
};
