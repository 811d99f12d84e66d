/**
 * Local trend: where the level of a short yearly series will be, and how far that may be wrong.
 *
 * On the log scale a figure y is a level m with an irregular part, and the level moves by a walk and by a slope b that fades:
 *
 *     y(t) = m(t) + e,   m(t+1) = m(t) + f b(t) + w,   b(t+1) = f b(t) + z.
 *
 * With f below 1 the slope is drawn back to none: the damped trend of E. S. Gardner and E. McKenzie, "Forecasting trends in time
 * series", Management Science 31 (1985), which stayed close to the best methods for yearly series in S. Makridakis and M. Hibon, "The
 * M3-Competition", International Journal of Forecasting 16 (2000); without a slope it is simple exponential smoothing. A dozen
 * figures do not tell how much of a change lasts, nor whether there is a slope: so all candidates of a grid are kept, each weighted
 * by how likely it makes every figure given those before (Kalman filter; A. C. Harvey, Forecasting, Structural Time Series Models
 * and the Kalman Filter, 1989, chapter 4). The variance of an error one year ahead has a prior worth a few figures, from the same
 * competition, so forecasts have Student's distribution.
 */
import { exp, log } from '../engine/mathematics.ts';
import type { YearlyValue } from './naive-forecast.ts';

/** The level of the years after the last figure. All numbers are logarithms. */
export interface LevelForecast {
  /** The year of the last figure. */
  readonly lastYear: number;
  /** The level in that year, as estimated. */
  readonly level: number;
  /** By year after it: the level forecast less `level`. */
  readonly means: readonly number[];
  /** By two years after it: the scale matrix of Student's distribution around `means`. */
  readonly scale: readonly (readonly number[])[];
  /** Degrees of freedom, above 2. */
  readonly degrees: number;
  /** The scale of the irregular part, which a figure has besides its level: a standard deviation, but for `degrees`. */
  readonly irregular: number;
}

/** What is left of a slope after a year; between 0.8 and 0.98 in R. J. Hyndman and G. Athanasopoulos, Forecasting, 3rd ed., 8.2. */
const DAMPING = 0.85;
/** The walk's part in the variance of a year's change: from nearly a constant to nearly a random walk. */
const WALKS = [0.05, 0.2, 0.5, 0.9];
/** The lasting spread of the slope, in standard deviations of a year's change; without, with a little, with a strong one. */
const SLOPES = [0, 0.2, 0.4];
/**
 * The error one year ahead before any figure is seen: damped trends missed yearly series by 8 % on average (M3), which is a
 * standard deviation of 8 % times the root of pi / 2. It weighs as much as three figures.
 */
const PRIOR = { deviation: 0.08 * Math.sqrt(Math.PI / 2), degrees: 3 } as const;

/** The fewest figures from which anything can be told of change. */
export const FEWEST_FIGURES = 2;

/**
 * The level of `years` years after the last figure. Years without a figure may lie between. Throws RangeError for fewer figures than
 * `FEWEST_FIGURES`, for one that is not above zero, and for a year twice.
 */
export function levelForecast(past: readonly YearlyValue[], years: number): LevelForecast {
  const figures = [...past].sort((a, b) => a.year - b.year);
  if (figures.length < FEWEST_FIGURES) throw new RangeError(`${FEWEST_FIGURES} figures are needed`);
  if (figures.some(({ value }) => !(value > 0 && value < Infinity))) throw new RangeError('figures must be above zero');
  if (figures.some(({ year }, at) => year === figures[at - 1]?.year)) throw new RangeError('a year has two figures');
  const fits = WALKS.flatMap((walk) => SLOPES.map((slope) => fitOf(candidateOf(walk, slope), figures)));
  const degrees = PRIOR.degrees + figures.length - 1;
  const scaleOf = ({ squares }: Fit) => (PRIOR.degrees * PRIOR.deviation * PRIOR.deviation + squares) / degrees;
  const likelihoods = fits.map((fit) => -(fit.logVariances + degrees * log(scaleOf(fit))) / 2);
  const most = Math.max(...likelihoods);
  const weights = likelihoods.map((one) => exp(one - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const meanOf = (of: (fit: Fit) => number) => fits.reduce((sum, fit, at) => sum + (weights[at] / all) * of(fit), 0);

  const level = meanOf((fit) => fit.level);
  const means = Array.from({ length: years }, (_, ahead) => meanOf((fit) => meanAhead(fit, ahead + 1))).map(
    (mean) => mean - level,
  );
  // the variance of a mixture is the mean variance and that of the means; Student's variance is n / (n - 2) of its scale
  const asScale = (degrees - 2) / degrees;
  const scale = means.map((ofRow, row) =>
    means.map((ofColumn, column) =>
      meanOf((fit) => {
        const apart = (mean: number, ahead: number) => meanAhead(fit, ahead + 1) - level - mean;
        const between = apart(ofRow, row) * apart(ofColumn, column);
        return scaleOf(fit) * covarianceAhead(fit, row + 1, column + 1) + asScale * between;
      }),
    ),
  );
  const irregular = Math.sqrt(meanOf((fit) => scaleOf(fit) * fit.candidate.irregular));
  return { lastYear: figures.at(-1)!.year, level, means, scale, degrees, irregular };
}

/** Variances of the three errors, in units of that of an error one year ahead when the past is long. */
interface Candidate {
  readonly irregular: number;
  readonly walk: number;
  /** The variance of the slope itself, over all time. */
  readonly slope: number;
}

/** The state after the last figure, its covariance in units of the same, and how well the figures were foretold. */
interface Fit {
  readonly candidate: Candidate;
  readonly level: number;
  readonly slope: number;
  readonly covariance: Covariance;
  /** The sum of squared errors, each over its relative variance. */
  readonly squares: number;
  /** The sum of the logarithms of those variances. */
  readonly logVariances: number;
}

/** Variance of the level, covariance, variance of the slope. */
type Covariance = readonly [number, number, number];

function candidateOf(walk: number, slope: number): Candidate {
  const raw = { irregular: 1 - walk, walk, slope: slope * slope };
  let covariance: Covariance = [raw.irregular, 0, raw.slope];
  for (let year = 0; year < LONG; year++) covariance = updated(aYearOn(covariance, raw), raw);
  const unit = aYearOn(covariance, raw)[0] + raw.irregular;
  return { irregular: raw.irregular / unit, walk: raw.walk / unit, slope: raw.slope / unit };
}

/** Years after which the filter has forgotten its start. */
const LONG = 300;

function aYearOn([level, both, slope]: Covariance, of: Candidate): Covariance {
  const renewed = of.slope * (1 - DAMPING * DAMPING);
  return [
    level + 2 * DAMPING * both + DAMPING * DAMPING * slope + of.walk,
    DAMPING * both + DAMPING * DAMPING * slope,
    DAMPING * DAMPING * slope + renewed,
  ];
}

function updated([level, both, slope]: Covariance, { irregular }: Candidate): Covariance {
  const variance = level + irregular;
  return [level - (level * level) / variance, both - (level * both) / variance, slope - (both * both) / variance];
}

function fitOf(candidate: Candidate, figures: readonly YearlyValue[]): Fit {
  let level = log(figures[0].value);
  let slope = 0;
  let covariance: Covariance = [candidate.irregular, 0, candidate.slope];
  let squares = 0;
  let logVariances = 0;
  for (const [at, { year, value }] of figures.slice(1).entries()) {
    for (let passed = figures[at].year; passed < year; passed++) {
      level += DAMPING * slope;
      slope *= DAMPING;
      covariance = aYearOn(covariance, candidate);
    }
    const error = log(value) - level;
    const variance = covariance[0] + candidate.irregular;
    squares += (error * error) / variance;
    logVariances += log(variance);
    level += (covariance[0] / variance) * error;
    slope += (covariance[1] / variance) * error;
    covariance = updated(covariance, candidate);
  }
  return { candidate, level, slope, covariance, squares, logVariances };
}

/** What a slope of one adds to the level within so many years. */
function faded(years: number): number {
  let sum = 0;
  for (let year = 1, left = DAMPING; year <= years; year++, left *= DAMPING) sum += left;
  return sum;
}

function meanAhead({ level, slope }: Fit, years: number): number {
  return level + slope * faded(years);
}

/** The covariance of the levels of two years ahead: the later one is the earlier one, and what its slope adds. */
function covarianceAhead(fit: Fit, one: number, other: number): number {
  const [first, last] = one < other ? [one, other] : [other, one];
  let covariance = fit.covariance;
  for (let year = 0; year < first; year++) covariance = aYearOn(covariance, fit.candidate);
  return covariance[0] + faded(last - first) * covariance[1];
}
