/**
 * Paired binary: a yes-or-no outcome of the same people in two arms, and how well common random numbers couple them.
 *
 * Coupling lowers the variance of the difference between two arms. With shares p1 and p2 of yes, it can fall no lower than
 * d - d^2, where d = |p1 - p2|: then all differences go in one direction (Frechet bounds of a two by two table).
 */

/** People by their outcome in the first and in the second arm. */
export interface BinaryPairs {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** Statistics of a table of pairs. */
export interface PairedBinary {
  readonly people: number;
  /** Share of yes in each arm. */
  readonly first: number;
  readonly second: number;
  /** Share of people with yes in one arm only. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Correlation of the two outcomes; NaN if one of them never varies. */
  readonly correlation: number;
  /** Standard error without pairing over that with pairing; infinite if nobody differs and outcomes vary. */
  readonly gain: number;
  /** The same under perfect coupling. */
  readonly perfect: number;
  /** The gain as a share of the perfect one: 1 if coupling is perfect, NaN if both are infinite. */
  readonly reached: number;
}

/** The statistics of a table of pairs. Throws an Error for no people. */
export function pairedBinary({ both, onlyFirst, onlySecond, neither }: BinaryPairs): PairedBinary {
  const people = both + onlyFirst + onlySecond + neither;
  if (people === 0) throw new Error('nobody is paired');
  const [first, second] = [(both + onlyFirst) / people, (both + onlySecond) / people];
  const [vary, varies] = [first * (1 - first), second * (1 - second)];
  const distance = Math.abs(onlyFirst - onlySecond) / people;
  const paired = (onlyFirst + onlySecond) / people - distance * distance;
  const [gain, perfect] = [paired, distance - distance * distance].map((variance) =>
    Math.sqrt((vary + varies) / variance),
  ) as [number, number];
  return {
    people,
    first,
    second,
    onlyFirst: onlyFirst / people,
    onlySecond: onlySecond / people,
    correlation: (both / people - first * second) / Math.sqrt(vary * varies),
    gain,
    perfect,
    reached: gain === perfect && Number.isFinite(gain) ? 1 : gain / perfect,
  };
}
