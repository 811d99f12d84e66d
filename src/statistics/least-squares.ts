/**
 * Least squares with a prior: the Gauss-Newton step towards the most probable parameters, and their posterior covariance.
 *
 * Parameters are in units of their prior standard deviation, residuals in units of their tolerance. A step d minimises
 * |r + J d|^2 + |x + d|^2, and the inverse of J'J + I is the posterior covariance (Tarantola, "Inverse problem theory", 3.2).
 */
import { choleskyFactor } from '../engine/cholesky.ts';
import { solvedBackward, solvedForward } from './triangular.ts';

/** A linear model near a point: residuals there, and their derivatives by parameter. */
export interface Linearised {
  readonly point: ArrayLike<number>;
  readonly residuals: ArrayLike<number>;
  /** By residual, then by parameter. */
  readonly jacobian: readonly ArrayLike<number>[];
}

/** The step from the point towards the most probable value; `left` names residuals to leave out. */
export function gaussNewtonStep(
  { point, residuals, jacobian }: Linearised,
  left: ReadonlySet<number> = new Set(),
): Float64Array {
  const right = Float64Array.from(point, (value) => -value);
  jacobian.forEach((row, at) => {
    if (left.has(at)) return;
    for (let index = 0; index < right.length; index++) right[index] -= row[index] * residuals[at];
  });
  return solve(information(jacobian, right.length, left), right);
}

/** The posterior covariance of the parameters, in the same units. */
export function covarianceLeft(jacobian: readonly ArrayLike<number>[], parameters: number): readonly Float64Array[] {
  const matrix = information(jacobian, parameters, new Set());
  return Array.from({ length: parameters }, (_, index) => {
    const unit = new Float64Array(parameters);
    unit[index] = 1;
    return solve(matrix, unit);
  });
}

/** J'J + I. */
function information(
  jacobian: readonly ArrayLike<number>[],
  parameters: number,
  left: ReadonlySet<number>,
): readonly Float64Array[] {
  return Array.from({ length: parameters }, (_, row) =>
    Float64Array.from({ length: parameters }, (_, column) =>
      jacobian.reduce((sum, own, at) => (left.has(at) ? sum : sum + own[row] * own[column]), row === column ? 1 : 0),
    ),
  );
}

/** Solves a symmetric, positive definite system. */
function solve(matrix: readonly Float64Array[], right: ArrayLike<number>): Float64Array {
  const factor = choleskyFactor(matrix);
  if (factor === undefined) throw new Error('the parameters cannot be told apart');
  return solvedBackward(factor, solvedForward(factor, right));
}
