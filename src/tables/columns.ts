/**
 * Columns: declares columns of each kind, and those that the tables of cells and lives share.
 */

/** A column of each kind; its name and kind are part of its type, so that a schema gives the type of its rows. */
export const column = {
  text<const Name extends string>(name: Name, meaning: string, unit = '') {
    return { name, unit, meaning, kind: 'text' } as const;
  },
  /** A day; empty if there is none. */
  date<const Name extends string>(name: Name, meaning: string) {
    return { name, unit: 'day', meaning, kind: 'date' } as const;
  },
  /** NaN is a missing number. */
  number<const Name extends string>(name: Name, unit: string, meaning: string) {
    return { name, unit, meaning, kind: 'number' } as const;
  },
  /** Whole numbers of 32 bits. */
  integer<const Name extends string>(name: Name, unit: string, meaning: string) {
    return { name, unit, meaning, kind: 'integer' } as const;
  },
  boolean<const Name extends string>(name: Name, meaning: string) {
    return { name, unit: '', meaning, kind: 'boolean' } as const;
  },
};

/** The columns that identify the cell of a row. */
export const KEY = [
  column.text('arm', 'name of the arm'),
  column.integer('draw', '', 'parameter draw; 0 is the central value of everything'),
  column.integer(
    'replicate',
    '',
    'replicate; the same number means the same luck in every arm (common random numbers)',
  ),
] as const;
