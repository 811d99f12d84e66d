/**
 * Store: people as columns, one typed array per attribute, and one row number per person everywhere.
 *
 * Columns grow by copying: read `columns.age` afresh, and keep no typed array across a call of `ensure`.
 */

export { RowAllocator, type RowAllocatorSnapshot, RowSet, type RowSetSnapshot } from './rows.ts';

/** The kinds of columns, and the array of each. */
export interface ColumnArrays {
  int8: Int8Array;
  uint8: Uint8Array;
  int16: Int16Array;
  uint16: Uint16Array;
  int32: Int32Array;
  uint32: Uint32Array;
  float64: Float64Array;
}

export type ColumnKind = keyof ColumnArrays;

/** The names of the columns and their kinds. */
export type ColumnDeclaration = Readonly<Record<string, ColumnKind>>;

/** The typed arrays by name, and the operations on all of them together. */
export type Columns<D extends ColumnDeclaration> = { readonly [Name in keyof D]: ColumnArrays[D[Name]] } & {
  /** Rows for which there is room. */
  readonly capacity: number;
  /** Writes a row's first value into every column. */
  begin(row: number): void;
  /** Exchanges the values of two rows in every column. */
  exchange(a: number, b: number): void;
  /** Writes the values of one row into another, in every column. */
  copy(from: number, to: number): void;
  /** Makes room for at least `capacity` rows (doubling); values are kept, new cells are 0. */
  ensure(capacity: number): void;
  /** A copy of every column. */
  snapshot(): ColumnsSnapshot<D>;
  /** Takes over a copy of the snapshot; capacity never shrinks, and cells beyond the snapshot are 0. */
  restore(snapshot: ColumnsSnapshot<D>): void;
};

/** A copy of columns: plain typed arrays by name, fit for passing to a worker. */
export type ColumnsSnapshot<D extends ColumnDeclaration> = { readonly [Name in keyof D]: ColumnArrays[D[Name]] };

/**
 * Columns of zeros as declared; a row begins with the value `atFirst` of a column, or 0. Throws RangeError for a column named like
 * one of the verbs, or an impossible capacity.
 */
export function columnsOf<const D extends ColumnDeclaration>(
  declaration: D,
  capacity: number,
  atFirst: { readonly [Name in keyof D]?: number } = {},
): Columns<D> {
  const names = Object.keys(declaration);
  const store: Record<string, unknown> = {};
  for (const name of names) {
    if (VERBS.has(name)) throw new RangeError(`a column cannot be named '${name}'`);
    store[name] = new ARRAYS[declaration[name]](checkedCapacity(capacity));
  }
  const arrayOf = (name: string) => store[name] as ColumnArrays[ColumnKind];
  store['capacity'] = capacity;
  let byKind = groups();
  store['begin'] = (row: number) => {
    // One loop per kind of array: a loop over all kinds takes several times as long.
    const { int8, uint8, int16, uint16, int32, uint32, float64 } = byKind;
    for (let at = 0; at < int8.arrays.length; at++) int8.arrays[at][row] = int8.first[at];
    for (let at = 0; at < uint8.arrays.length; at++) uint8.arrays[at][row] = uint8.first[at];
    for (let at = 0; at < int16.arrays.length; at++) int16.arrays[at][row] = int16.first[at];
    for (let at = 0; at < uint16.arrays.length; at++) uint16.arrays[at][row] = uint16.first[at];
    for (let at = 0; at < int32.arrays.length; at++) int32.arrays[at][row] = int32.first[at];
    for (let at = 0; at < uint32.arrays.length; at++) uint32.arrays[at][row] = uint32.first[at];
    for (let at = 0; at < float64.arrays.length; at++) float64.arrays[at][row] = float64.first[at];
  };
  store['exchange'] = (a: number, b: number) => {
    const { int8, uint8, int16, uint16, int32, uint32, float64 } = byKind;
    for (const array of int8.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
    for (const array of uint8.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
    for (const array of int16.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
    for (const array of uint16.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
    for (const array of int32.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
    for (const array of uint32.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
    for (const array of float64.arrays) {
      const kept = array[a];
      array[a] = array[b];
      array[b] = kept;
    }
  };
  store['copy'] = (from: number, to: number) => {
    for (const name of names) arrayOf(name)[to] = arrayOf(name)[from];
  };
  store['ensure'] = (wanted: number) => {
    if (wanted <= (store['capacity'] as number)) return;
    const grown = Math.max(checkedCapacity(wanted), (store['capacity'] as number) * 2);
    for (const name of names) {
      const array = new ARRAYS[declaration[name]](grown);
      array.set(arrayOf(name));
      store[name] = array;
    }
    byKind = groups();
    store['capacity'] = grown;
  };
  store['snapshot'] = () => Object.fromEntries(names.map((name) => [name, arrayOf(name).slice()]));
  store['restore'] = (snapshot: Record<string, ColumnArrays[ColumnKind]>) => {
    for (const name of names) {
      const array = snapshot[name];
      if (!(array instanceof ARRAYS[declaration[name]])) {
        throw new RangeError(`the snapshot has no ${declaration[name]} column '${name}'`);
      }
      const own = new ARRAYS[declaration[name]](Math.max(array.length, store['capacity'] as number));
      own.set(array);
      store[name] = own;
    }
    byKind = groups();
    for (const name of names) store['capacity'] = arrayOf(name).length;
  };
  return store as Columns<D>;

  function groups() {
    const entries = Object.keys(ARRAYS).map((kind) => {
      const members = names.filter((name) => declaration[name] === kind);
      return [kind, { arrays: members.map(arrayOf), first: members.map((name) => atFirst[name] ?? 0) }];
    });
    return Object.fromEntries(entries) as { [Kind in ColumnKind]: { arrays: ColumnArrays[Kind][]; first: number[] } };
  }
}

const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  float64: Float64Array,
};

const VERBS = new Set(['capacity', 'begin', 'exchange', 'copy', 'ensure', 'snapshot', 'restore']);

function checkedCapacity(capacity: number): number {
  if (!Number.isSafeInteger(capacity) || capacity < 0)
    throw new RangeError(`capacity ${capacity} is not a whole number from 0`);
  return capacity;
}
