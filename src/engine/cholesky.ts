/**
 * The Cholesky factor of a correlation matrix: turns independent normal numbers into correlated ones.
 *
 * The textbook algorithm (Golub and Van Loan, "Matrix computations", 4.2).
 */

/**
 * The lower triangle L with L L' = `matrix`, row by row; `matrix` is symmetric, and only its lower triangle is read.
 * Undefined when the matrix is not positive definite, so that no variables can have these correlations.
 */
export function choleskyFactor(matrix: readonly ArrayLike<number>[]): readonly Float64Array[] | undefined {
  const factor: Float64Array[] = [];
  for (let row = 0; row < matrix.length; row++) {
    const own = new Float64Array(row + 1);
    factor.push(own);
    for (let column = 0; column < row; column++) {
      const other = factor[column];
      own[column] = (matrix[row][column] - productOf(own, other, column)) / other[column];
    }
    const pivot = matrix[row][row] - productOf(own, own, row);
    if (!(pivot > SMALLEST_PIVOT)) return undefined;
    own[row] = Math.sqrt(pivot);
  }
  return factor;
}

function productOf(a: Float64Array, b: Float64Array, upTo: number): number {
  let sum = 0;
  for (let index = 0; index < upTo; index++) sum += a[index] * b[index];
  return sum;
}

/** A smaller pivot is zero but for rounding: one variable would follow from the others. */
const SMALLEST_PIVOT = 1e-12;
