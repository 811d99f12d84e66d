/**
 * Emulator: predicts the output of a slow simulation from the runs made so far, and says how far it may be off.
 *
 * Universal kriging: a polynomial trend with a Gaussian process on what the trend leaves, and a nugget for what changes from run to
 * run (Rasmussen and Williams, "Gaussian processes for machine learning", 2.7; O'Hagan, Reliability Engineering and System Safety 91,
 * 2006). An output y at the point x is
 *
 *     y = h(x)'b + f(x) + e,   cov f = s2 (1 - g) exp(-|x - x'|^2 / (2 l^2)),   var e = s2 g.
 *
 * The trend is as rich as the number of runs carries: linear, with squares, then with products. b and s2 are those of generalised
 * least squares; l and g maximise the restricted likelihood on a grid, which needs no optimiser and cannot end in a corner.
 */
import { choleskyFactor } from '../engine/cholesky.ts';
import { exp, log } from '../engine/mathematics.ts';
import { solvedBackward, solvedForward } from './triangular.ts';

/** A prediction of the expected output at a point. */
export interface Prediction {
  readonly mean: number;
  /** Variance of the smooth part: what more runs would remove. The nugget comes on top. */
  readonly variance: number;
}

/** An emulator of one output. */
export interface Emulator {
  readonly predict: (point: ArrayLike<number>) => Prediction;
  /** Variance from run to run about the smooth part, in one run as simulated: luck, and everything that the point leaves out. */
  readonly nugget: number;
  /** Standardised errors of each run as predicted by the others (leave one out), with l, g and s2 kept. */
  readonly leftOut: Float64Array;
  /** Share of the variance of the output that these predictions explain; below 0 if they are worse than the mean. */
  readonly explained: number;
}

/** The fewest runs for an emulator over so many dimensions: two for each number of a linear trend. */
export function fewestRuns(dimensions: number): number {
  return 2 * (1 + dimensions);
}

/**
 * One emulator per output, from the same points. `outputs` are by output, then by run. Throws RangeError with fewer runs than
 * `fewestRuns`. An output that never varies is predicted as that value, without error.
 */
export function emulatorsOf(
  points: readonly ArrayLike<number>[],
  outputs: readonly Float64Array[],
): readonly Emulator[] {
  const dimensions = points[0]?.length ?? 0;
  if (points.length < fewestRuns(dimensions)) {
    throw new RangeError(`${points.length} runs are too few: ${fewestRuns(dimensions)} are needed`);
  }
  const basis = basisFor(points.length, dimensions);
  const shapes = shapesOf(points, basis);
  return outputs.map((values) => {
    if (values.every((value) => value === values[0])) return constant(values);
    const fits = shapes.map((shape) => fitOf(shape, values));
    const best = fits.reduce((most, fit) => (fit.likelihood > most.likelihood ? fit : most));
    return emulatorFrom(best, points, values, basis);
  });
}

/** The terms of the trend at a point. */
type Basis = (point: ArrayLike<number>) => Float64Array;

/** The richest trend that leaves three runs for each of its numbers. */
function basisFor(runs: number, dimensions: number): Basis {
  const withSquares = 1 + 2 * dimensions;
  const hasSquares = runs >= 3 * withSquares;
  const hasProducts = runs >= 3 * (withSquares + (dimensions * (dimensions - 1)) / 2);
  return (point) => {
    const terms = [1, ...Array.from(point)];
    for (let one = 0; one < dimensions; one++) {
      if (hasSquares) terms.push(point[one] * point[one]);
      for (let other = 0; hasProducts && other < one; other++) terms.push(point[one] * point[other]);
    }
    return Float64Array.from(terms);
  };
}

/** A correlation of the runs, factored; it is shared by all outputs. */
interface Shape {
  readonly length: number;
  readonly nugget: number;
  /** L with LL' = A, the correlation of the runs with its nugget. */
  readonly factor: readonly Float64Array[];
  /** By term of the trend: L^-1 times that column of H. */
  readonly trend: readonly Float64Array[];
  /** The factor of H'A^-1H. */
  readonly trendFactor: readonly Float64Array[];
  readonly logDeterminants: number;
}

function shapesOf(points: readonly ArrayLike<number>[], basis: Basis): readonly Shape[] {
  const rows = points.map(basis);
  const unit = Math.sqrt(points[0].length || 1);
  return LENGTHS.flatMap((relative) => {
    const length = relative * unit;
    const correlation = points.map((a) => Float64Array.from(points, (b) => correlationOf(a, b, length)));
    return NUGGETS.map((nugget) => shapeOf(correlation, rows, length, nugget));
  });
}

function shapeOf(
  correlation: readonly Float64Array[],
  rows: readonly Float64Array[],
  length: number,
  nugget: number,
): Shape {
  const whole = correlation.map((row, at) =>
    row.map((value, other) => (1 - nugget) * value + (at === other ? nugget : 0)),
  );
  const factor = choleskyFactor(whole)!;
  const trend = Array.from(rows[0], (_, term) =>
    solvedForward(
      factor,
      Float64Array.from(rows, (row) => row[term]),
    ),
  );
  const trendFactor = choleskyFactor(trend.map((one) => Float64Array.from(trend, (other) => product(one, other))));
  if (trendFactor === undefined) throw new RangeError('the runs do not tell the terms of the trend apart');
  const logDeterminants = [...factor, ...trendFactor].reduce((sum, row) => sum + 2 * log(row[row.length - 1]), 0);
  return { length, nugget, factor, trend, trendFactor, logDeterminants };
}

/** An output fitted under one correlation. */
interface Fit {
  readonly shape: Shape;
  readonly coefficients: Float64Array;
  /** A^-1 (y - Hb). */
  readonly weighted: Float64Array;
  readonly variance: number;
  readonly likelihood: number;
}

function fitOf(shape: Shape, values: Float64Array): Fit {
  const { factor, trend, trendFactor, logDeterminants } = shape;
  const whitened = solvedForward(factor, values);
  const right = Float64Array.from(trend, (term) => product(term, whitened));
  const coefficients = solvedBackward(trendFactor, solvedForward(trendFactor, right));
  const rest = whitened.map((value, row) => trend.reduce((sum, own, at) => sum - own[row] * coefficients[at], value));
  const free = values.length - trend.length;
  const variance = Math.max(product(rest, rest) / free, Number.MIN_VALUE);
  const likelihood = -(free * log(variance) + logDeterminants) / 2;
  return { shape, coefficients, weighted: solvedBackward(factor, rest), variance, likelihood };
}

function emulatorFrom(
  { shape, coefficients, weighted, variance }: Fit,
  points: readonly ArrayLike<number>[],
  values: Float64Array,
  basis: Basis,
): Emulator {
  const { length, nugget, factor, trend, trendFactor } = shape;
  const smooth = 1 - nugget;
  const leftOut = leftOutOf(shape, weighted, variance);
  return {
    nugget: variance * nugget,
    leftOut: leftOut.standardised,
    explained: 1 - product(leftOut.errors, leftOut.errors) / squaresAbout(values),
    predict(point) {
      const near = Float64Array.from(points, (one) => smooth * correlationOf(one, point, length));
      const terms = basis(point);
      const whitened = solvedForward(factor, near);
      const gap = terms.map((term, at) => term - product(trend[at], whitened));
      const ofTrend = solvedForward(trendFactor, gap);
      const share = smooth - product(whitened, whitened) + product(ofTrend, ofTrend);
      return { mean: product(terms, coefficients) + product(near, weighted), variance: variance * Math.max(0, share) };
    },
  };
}

/** The errors of each run as predicted by the others, by the formula for one run deleted (Dubrule 1983). */
function leftOutOf({ factor, trend, trendFactor }: Shape, weighted: Float64Array, variance: number) {
  const errors = new Float64Array(weighted.length);
  const standardised = new Float64Array(weighted.length);
  for (let run = 0; run < weighted.length; run++) {
    const unit = new Float64Array(weighted.length);
    unit[run] = 1;
    const whitened = solvedForward(factor, unit);
    const ofTrend = solvedForward(
      trendFactor,
      trend.map((own) => product(own, whitened)),
    );
    const precision = product(whitened, whitened) - product(ofTrend, ofTrend);
    errors[run] = weighted[run] / precision;
    standardised[run] = errors[run] / Math.sqrt(variance / precision);
  }
  return { errors, standardised };
}

function constant(values: Float64Array): Emulator {
  const predict = () => ({ mean: values[0], variance: 0 });
  return { predict, nugget: 0, leftOut: new Float64Array(values.length), explained: 1 };
}

function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>, length: number): number {
  let squares = 0;
  for (let at = 0; at < a.length; at++) squares += (a[at] - b[at]) * (a[at] - b[at]);
  return exp(-squares / (2 * length * length));
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}

function squaresAbout(values: Float64Array): number {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
}

/** Lengths of correlation tried, in units of the root of the number of dimensions: how far apart two random points are. */
const LENGTHS = [0.5, 1, 2];
/** Shares of the variance that change from run to run; the last leaves no smooth part beside the trend. */
const NUGGETS = [0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 1];
