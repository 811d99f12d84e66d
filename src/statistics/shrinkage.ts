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
  return deviations.map((own) =>
    Float64Array.from(deviations, (other) => {
      let sum = 0;
      for (let at = 0; at < own.length; at++) sum += own[at]! * other[at]!;
      return sum / (own.length - 1);
    }),
  );
}

/**
 * Rows of values of the same cases, around the same means, with the covariance they would have without noise of this
 * covariance. What varies less than its noise does not vary any more.
 */
export function withoutNoise(
  rows: readonly ArrayLike<number>[],
  noise: readonly ArrayLike<number>[],
): readonly Float64Array[] {
  const { values, vectors } = eigenOf(covarianceOf(rows));
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const kept = vectors.flatMap((vector, at) =>
    values[at]! > ROUNDING * largest ? [{ vector, root: Math.sqrt(values[at]!) }] : [],
  );
  const whitened = kept.map(({ vector, root }) =>
    Float64Array.from(kept, (other) => productAcross(vector, noise, other.vector) / (root * other.root)),
  );
  const axes = eigenOf(whitened);
  const roots = axes.values.map((share) => Math.sqrt(Math.max(0, 1 - share)));
  const means = rows.map((row) => mean(row));
  const deviations = rows.map(deviationsOf);
  const drawn = rows.map((row, at) => new Float64Array(row.length).fill(means[at]!));
  for (const [at, axis] of axes.vectors.entries()) {
    const root = roots[at]!;
    if (root === 0) continue;
    // what an axis reads of a case, and what a unit along it is in each row
    const reads = rows.map((_, row) => sumOver(kept, (one, k) => (axis[k]! * one.vector[row]!) / one.root));
    const moves = rows.map((_, row) => sumOver(kept, (one, k) => axis[k]! * one.vector[row]! * one.root));
    for (let one = 0; one < drawn[0]!.length; one++) {
      let along = 0;
      for (let row = 0; row < rows.length; row++) along += reads[row]! * deviations[row]![one]!;
      for (let row = 0; row < rows.length; row++) drawn[row]![one]! += root * moves[row]! * along;
    }
  }
  return drawn;
}

function deviationsOf(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  return Float64Array.from(values, (value) => value - centre);
}

/** left' matrix right. */
function productAcross(left: Float64Array, matrix: readonly ArrayLike<number>[], right: Float64Array): number {
  return sumOver(matrix, (row, at) => left[at]! * sumOver(right, (value, column) => row[column]! * value));
}

function sumOver<One>(list: ArrayLike<One>, termOf: (one: One, at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < list.length; at++) sum += termOf(list[at]!, at);
  return sum;
}
