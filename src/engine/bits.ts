/**
 * Bits: small sets, such as a person's needs, kept as the bits of one whole number.
 */

/** The number of bits that are set. */
export function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
}

/** The places at which a row is above 0, one bit per place. */
export function bitsAboveZero(row: ArrayLike<number>): number {
  let bits = 0;
  for (let place = 0; place < row.length; place++) if (row[place] > 0) bits |= 1 << place;
  return bits;
}
