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
  /** Exchanges the values of each of some rows with another row, in every column; no row comes twice. */
  exchange(rows: ArrayLike<number>, others: ArrayLike<number>): void;
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
  let byWidth = groups();
  store['begin'] = (row: number) => {
    // One loop per width: a loop over arrays of all kinds takes several times as long.
    const { bytes, shorts, words, doubles } = byWidth;
    for (let at = 0; at < bytes.arrays.length; at++) bytes.arrays[at][row] = bytes.first[at];
    for (let at = 0; at < shorts.arrays.length; at++) shorts.arrays[at][row] = shorts.first[at];
    for (let at = 0; at < words.arrays.length; at++) words.arrays[at][row] = words.first[at];
    for (let at = 0; at < doubles.arrays.length; at++) doubles.arrays[at][row] = doubles.first[at];
  };
  store['exchange'] = (rows: ArrayLike<number>, others: ArrayLike<number>) => {
    const { bytes, shorts, words, doubles } = byWidth;
    for (const array of bytes.arrays) {
      for (let at = 0; at < rows.length; at++) {
        const kept = array[rows[at]];
        array[rows[at]] = array[others[at]];
        array[others[at]] = kept;
      }
    }
    for (const array of shorts.arrays) {
      for (let at = 0; at < rows.length; at++) {
        const kept = array[rows[at]];
        array[rows[at]] = array[others[at]];
        array[others[at]] = kept;
      }
    }
    for (const array of words.arrays) {
      for (let at = 0; at < rows.length; at++) {
        const kept = array[rows[at]];
        array[rows[at]] = array[others[at]];
        array[others[at]] = kept;
      }
    }
    for (const array of doubles.arrays) {
      for (let at = 0; at < rows.length; at++) {
        const kept = array[rows[at]];
        array[rows[at]] = array[others[at]];
        array[others[at]] = kept;
      }
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
    byWidth = groups();
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
    byWidth = groups();
    for (const name of names) store['capacity'] = arrayOf(name).length;
  };
  return store as Columns<D>;

  /** The columns by width, read as one kind of array each: whole numbers of the same width have the same bits. */
  function groups() {
    const group = <A extends ColumnArrays[ColumnKind]>(View: {
      new (buffer: ArrayBufferLike): A;
      readonly BYTES_PER_ELEMENT: number;
    }) => {
      const members = names.filter((name) => arrayOf(name).BYTES_PER_ELEMENT === View.BYTES_PER_ELEMENT);
      return {
        arrays: members.map((name) => new View(arrayOf(name).buffer)),
        first: members.map((name) => atFirst[name] ?? 0),
      };
    };
    return {
      bytes: group(Uint8Array),
      shorts: group(Uint16Array),
      words: group(Int32Array),
      doubles: group(Float64Array),
    };
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
