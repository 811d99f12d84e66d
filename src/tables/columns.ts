/**
 * Columns: how a schema declares one of each kind, and those that the tables of cells and lives share.
 */

/** A column of texts. */
export function text<const Name extends string>(name: Name, meaning: string, unit = '') {
  return { name, unit, meaning, kind: 'text' } as const;
}

/** A column of days, ISO 8601. */
export function date<const Name extends string>(name: Name, meaning: string) {
  return text(name, `${meaning}, ISO 8601`, 'day');
}

/** A column of numbers; NaN is a missing one. */
export function number<const Name extends string>(name: Name, unit: string, meaning: string) {
  return { name, unit, meaning, kind: 'number' } as const;
}

/** A column of whole numbers of 32 bits. */
export function integer<const Name extends string>(name: Name, unit: string, meaning: string) {
  return { name, unit, meaning, kind: 'integer' } as const;
}

/** A column of truth values. */
export function boolean<const Name extends string>(name: Name, meaning: string) {
  return { name, unit: '', meaning, kind: 'boolean' } as const;
}

/** The columns that say which cell a row is from. */
export const KEY = [
  text('arm', 'name of the arm'),
  integer('draw', '', 'parameter draw; 0 is the central value of everything'),
  integer('replicate', '', 'replicate; the same number is the same luck in every arm'),
] as const;
