/**
 * Seats: places in programmes and at work, by unit.
 *
 * The seats of a level, by kind, are spread over its units as its places are (`facility`): whole seats that add up exactly.
 * Pure rules only.
 */

/** Where seats are counted: by level, unit and kind. */
export interface Seats {
  /** Seats there are: `table[(level * units + unit) * kinds + kind]`. */
  readonly table: Int32Array;
  /** Seats by level, of all kinds. */
  readonly byLevel: Int32Array;
  /** Scratch space to count free seats. */
  readonly free: Int32Array;
  readonly unitShare: readonly Float64Array[];
}

/** The seats of every unit, from `places` by kind and level, spread over units by `unitShare`. */
export function seatsOf(places: readonly Float64Array[], unitShare: readonly Float64Array[]): Seats {
  const levels = unitShare.length;
  const units = unitShare[0].length;
  const table = new Int32Array(levels * units * places.length);
  const byLevel = new Int32Array(levels);
  for (let kind = 0; kind < places.length; kind++) {
    for (let level = 0; level < levels; level++) {
      byLevel[level] += places[kind][level];
      let share = 0;
      let before = 0;
      for (let unit = 0; unit < units; unit++) {
        share += unitShare[level][unit];
        const upTo = unit === units - 1 ? places[kind][level] : Math.round(places[kind][level] * Math.min(1, share));
        table[(level * units + unit) * places.length + kind] = upTo - before;
        before = upTo;
      }
    }
  }
  return { table, byLevel, free: new Int32Array(table.length), unitShare };
}
