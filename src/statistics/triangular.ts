/**
 * Triangular systems: solves them by substitution, for the lower triangle that a Cholesky factor is.
 */

/** x with L x = b. */
export function solvedForward(factor: readonly ArrayLike<number>[], right: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(right);
  for (let row = 0; row < result.length; row++) {
    const own = factor[row];
    let value = result[row];
    for (let column = 0; column < row; column++) value -= own[column] * result[column];
    result[row] = value / own[row];
  }
  return result;
}

/** x with L' x = b. */
export function solvedBackward(factor: readonly ArrayLike<number>[], right: ArrayLike<number>): Float64Array {
  const result = Float64Array.from(right);
  for (let row = result.length - 1; row >= 0; row--) {
    const own = factor[row];
    result[row] /= own[row];
    for (let column = 0; column < row; column++) result[column] -= own[column] * result[row];
  }
  return result;
}
