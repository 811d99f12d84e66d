/** Trait: the entry of a column in the data dictionary, and the values that mean none. */
import type { ColumnKind } from '../engine/store.ts';

/** The entry of a column in the data dictionary. */
export interface Trait {
  readonly kind: ColumnKind;
  /** What a new person has; 0 by default. */
  readonly atFirst?: number;
  readonly unit: string;
  readonly meaning: string;
  /** The nouns that write it. */
  readonly writer: string;
}

/** A level or list number that means none. */
export const NONE = 255;

/** The assessed rank of a person who is not assessed yet: the middle. */
export const UNASSESSED = 0.5;

/** A day that means never happened. */
export const NOT_YET = -0x80000000;
