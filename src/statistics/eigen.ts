/**
 * Eigen: eigenvalues and eigenvectors of a symmetric matrix.
 *
 * It uses Jacobi rotations (G. H. Golub and C. F. Van Loan, Matrix Computations, section 8.5), which suit matrices of a few rows,
 * are exact to rounding, and give the same bits on every machine.
 */

/** Eigenvalues in no order; vector k belongs to value k, and the vectors are orthonormal. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/** The eigenvalues and eigenvectors of a symmetric matrix. */
export function eigenOf(matrix: readonly ArrayLike<number>[]): Eigen {
  const size = matrix.length;
  const rest = matrix.map((row) => Float64Array.from(row));
  const vectors = Array.from({ length: size }, (_, at) => Float64Array.from({ length: size }, (_, i) => +(i === at)));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    if (!isOffDiagonal(rest)) break;
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(rest, vectors, p, q);
  }
  return { values: Float64Array.from(rest, (row, at) => row[at]), vectors };
}

const MOST_SWEEPS = 60;

/** Whether any off-diagonal element exceeds rounding error. */
function isOffDiagonal(matrix: readonly Float64Array[]): boolean {
  return matrix.some((row, at) =>
    row.some((value, other) => {
      const scale = Math.sqrt(Math.abs(row[at] * matrix[other][other]));
      return other !== at && Math.abs(value) > Math.max(1e-17 * scale, 1e-300);
    }),
  );
}

/** One Jacobi rotation: sets one off-diagonal element to zero. */
function rotate(matrix: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  const pull = matrix[p][q];
  if (pull === 0) return;
  const half = (matrix[q][q] - matrix[p][p]) / (2 * pull);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of matrix) {
    const [first, second] = [row[p], row[q]];
    row[p] = cosine * first - sine * second;
    row[q] = sine * first + cosine * second;
  }
  turnRows(matrix, p, q, cosine, sine);
  turnRows(vectors, p, q, cosine, sine);
  matrix[p][q] = 0;
  matrix[q][p] = 0;
}

function turnRows(rows: readonly Float64Array[], p: number, q: number, cosine: number, sine: number): void {
  const [own, other] = [rows[p], rows[q]];
  for (let at = 0; at < own.length; at++) {
    const [first, second] = [own[at], other[at]];
    own[at] = cosine * first - sine * second;
    other[at] = sine * first + cosine * second;
  }
}
