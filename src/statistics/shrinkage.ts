/**
 * Shrinkage: values that hold noise, drawn together until they vary as they would without it.
 *
 * A mean over few replicates varies because of what it stands for and because of chance. Where only the first matters, and
 * how often one value beats another, the values must have the spread of the truth: not the wider one of what was measured, nor
 * the narrower one of the best guess of each. So deviations are multiplied by the square root of the reliability, the part
 * of the variance that is no noise (T. A. Louis, "Estimating a population of parameter values using Bayes and empirical Bayes
 * methods", JASA 79, 1984). Several values that belong together are drawn together along the axes in which their noise and
 * their spread are both uncorrelated, so that any sum or difference of them is treated the same way.
 */
import { mean } from './describe.ts';
import { eigenOf } from './eigen.ts';

/** Deviations that belong together vary by less than this part of the largest axis only by rounding. */
const ROUNDING = 1e-12;

/** How several rows of values of the same cases vary together (divisor one less than the cases). */
export function covarianceOf(rows: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const deviations = rows.map(deviationsOf);
  return deviations.map((own) => Float64Array.from(deviations, (other) => product(own, other) / (own.length - 1)));
}

/**
 * Rows of values of the same cases, around the same means, with the covariance they would have without noise of this
 * covariance. What varies less than its noise does not vary any more.
 */
export function withoutNoise(
  rows: readonly ArrayLike<number>[],
  noise: readonly ArrayLike<number>[],
): readonly Float64Array[] {
  const matrix = shrinking(covarianceOf(rows), noise);
  const deviations = rows.map(deviationsOf);
  return matrix.map((factors, row) => {
    const drawn = new Float64Array(rows[row].length).fill(mean(rows[row]));
    deviations.forEach((own, other) => {
      for (let at = 0; at < drawn.length; at++) drawn[at] += factors[other] * own[at];
    });
    return drawn;
  });
}

/** The matrix that brings deviations of one covariance to that less the covariance of their noise, or to 0 where noise is the larger. */
export function shrinking(
  covariance: readonly ArrayLike<number>[],
  noise: readonly ArrayLike<number>[],
): readonly Float64Array[] {
  const { values, vectors } = eigenOf(covariance);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const kept = vectors.flatMap((vector, at) =>
    values[at] > ROUNDING * largest ? [{ vector, root: Math.sqrt(values[at]) }] : [],
  );
  // where their spread is the same in every direction, the axes of the noise are those of both
  const axes = eigenOf(
    kept.map(({ vector, root }) =>
      Float64Array.from(kept, (other) => productAcross(vector, noise, other.vector) / (root * other.root)),
    ),
  );
  const matrix = covariance.map((row) => new Float64Array(row.length));
  for (const [at, axis] of axes.vectors.entries()) {
    const root = Math.sqrt(Math.max(0, 1 - axes.values[at]));
    const reads = new Float64Array(matrix.length);
    const moves = new Float64Array(matrix.length);
    for (const [k, one] of kept.entries()) {
      for (let row = 0; row < matrix.length; row++) {
        reads[row] += (axis[k] * one.vector[row]) / one.root;
        moves[row] += axis[k] * one.vector[row] * one.root;
      }
    }
    for (const [row, own] of matrix.entries()) {
      for (let column = 0; column < own.length; column++) own[column] += root * moves[row] * reads[column];
    }
  }
  return matrix;
}

/** The sum of the products of values that belong together. */
export function product(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += left[at] * right[at];
  return sum;
}

/** Values less their mean. */
export function deviationsOf(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  const deviations = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) deviations[at] = values[at] - centre;
  return deviations;
}

/** left' matrix right. */
function productAcross(left: Float64Array, matrix: readonly ArrayLike<number>[], right: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < left.length; row++) sum += left[row] * product(matrix[row], right);
  return sum;
}
