/**
 * Shrinkage: shrinks noisy values towards their mean, to the spread that they would have without noise.
 *
 * A mean over few replicates varies with the parameters and by chance. To count how often one option beats another, the values need
 * the spread of the true means: not the wider one of the measured means, nor the narrower one of the best estimate of each. So
 * deviations are multiplied by the square root of the reliability, the share of the variance that is not noise (T. A. Louis,
 * "Estimating a population of parameter values using Bayes and empirical Bayes methods", JASA 79, 1984). Several values of one case
 * are shrunk along axes that make both their noise and their spread uncorrelated (the generalised eigenvectors), so that any sum
 * or difference of them is treated the same way.
 */
import { mean } from './describe.ts';
import { eigenOf } from './eigen.ts';

/** A variance below this share of the largest axis is rounding error. */
const ROUNDING = 1e-12;

/** The covariance matrix of several rows of values of the same cases (divisor n - 1). */
export function covarianceOf(rows: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const deviations = rows.map(deviationsOf);
  return deviations.map((own) => Float64Array.from(deviations, (other) => product(own, other) / (own.length - 1)));
}

/**
 * Rows of values of the same cases, with the same means and the covariance they would have without noise of this covariance.
 * Values that vary less than their noise become constant.
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

/** The matrix that takes deviations with covariance C and noise N to covariance C - N, or to 0 along axes where noise is larger. */
export function shrinking(
  covariance: readonly ArrayLike<number>[],
  noise: readonly ArrayLike<number>[],
): readonly Float64Array[] {
  const { values, vectors } = eigenOf(covariance);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const kept = vectors.flatMap((vector, at) =>
    values[at] > ROUNDING * largest ? [{ vector, root: Math.sqrt(values[at]) }] : [],
  );
  // once the spread is the same in every direction, the axes of the noise are those of both
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

/** The scalar product. */
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
