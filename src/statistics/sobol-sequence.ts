/**
 * Sobol sequence: quasi-random points, which fill a cube more evenly than random ones.
 *
 * I. M. Sobol, USSR Computational Mathematics and Mathematical Physics 7 (1967), with the direction numbers of S. Joe and F. Y.
 * Kuo, SIAM Journal on Scientific Computing 30 (2008), for up to twenty dimensions. Among the first 2^k points every dimension
 * has exactly one in each of 2^k equal parts. A random digital shift moves all points alike and keeps that property.
 */
import type { RandomKey } from '../engine/random.ts';
import { uniform } from '../engine/random.ts';

/** The number of dimensions with direction numbers here. */
export const MOST_DIMENSIONS = 20;

/** The first `count` points, one row per point, strictly between 0 and 1, randomly shifted. Throws RangeError beyond `MOST_DIMENSIONS`. */
export function sobolPoints(count: number, dimensions: number, key: RandomKey): readonly Float64Array[] {
  if (dimensions > MOST_DIMENSIONS) throw new RangeError(`${dimensions} dimensions are more than ${MOST_DIMENSIONS}`);
  const directions = Array.from({ length: dimensions }, (_, dimension) => directionsOf(dimension));
  const shifts = directions.map((_, dimension) => Math.floor(uniform(key.low, key.high, dimension, 0) * TWO_TO_32));
  return Array.from({ length: count }, (_, index) =>
    Float64Array.from(directions, (direction, dimension) => {
      let word = shifts[dimension] | 0;
      for (let bit = 0, left = index ^ (index >>> 1); left > 0; bit++, left >>>= 1) {
        if ((left & 1) === 1) word ^= direction[bit];
      }
      return ((word >>> 0) + 0.5) / TWO_TO_32;
    }),
  );
}

const TWO_TO_32 = 4294967296;
const BITS = 32;

/** Per dimension after the first: degree and coefficients of its primitive polynomial, and the first direction numbers. */
const JOE_KUO: readonly (readonly [degree: number, coefficients: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
];

/** The 32 direction numbers of a dimension, as 32-bit words. */
function directionsOf(dimension: number): Int32Array {
  const words = new Int32Array(BITS);
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) words[bit] = 1 << (BITS - 1 - bit);
    return words;
  }
  const [degree, coefficients, first] = JOE_KUO[dimension - 1];
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      words[bit] = first[bit] << (BITS - 1 - bit);
      continue;
    }
    let word = words[bit - degree] ^ (words[bit - degree] >>> degree);
    for (let step = 1; step < degree; step++) {
      if (((coefficients >>> (degree - 1 - step)) & 1) === 1) word ^= words[bit - step];
    }
    words[bit] = word;
  }
  return words;
}
