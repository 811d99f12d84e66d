/** Row allocation and sets of rows: row numbers are recycled, so that the columns stay short and warm in the cache. */

/** A copy of a RowAllocator. */
export interface RowAllocatorSnapshot {
  readonly highest: number;
  readonly free: Int32Array;
  readonly taken: Uint8Array;
}

/** Hands out row numbers; the row given back last is handed out first. */
export class RowAllocator {
  /** One more than the highest row ever handed out: every row in use is below it. */
  highest = 0;
  /** Rows in use. */
  count = 0;
  #free: Int32Array = new Int32Array(64);
  #freeCount = 0;
  #taken: Uint8Array = new Uint8Array(64);

  /** An unused row. Its cells may still hold values of its last owner. */
  take(): number {
    const row = this.#freeCount > 0 ? this.#free[--this.#freeCount] : this.highest++;
    if (row >= this.#taken.length) {
      const grown = new Uint8Array(row * 2);
      grown.set(this.#taken);
      this.#taken = grown;
    }
    this.#taken[row] = 1;
    this.count++;
    return row;
  }

  /** Gives a row back. Throws RangeError when it is not in use. */
  give(row: number): void {
    if (this.#taken[row] !== 1) throw new RangeError(`row ${row} is given back but is not in use`);
    this.#taken[row] = 0;
    this.count--;
    if (this.#freeCount === this.#free.length) {
      const grown = new Int32Array(this.#free.length * 2);
      grown.set(this.#free);
      this.#free = grown;
    }
    this.#free[this.#freeCount++] = row;
  }

  /** Exchanges two rows: each is in use if the other was. */
  exchange(a: number, b: number): void {
    if (this.#taken[a] === this.#taken[b]) return;
    const [free, used] = this.#taken[a] === 1 ? [b, a] : [a, b];
    this.#free[this.#free.lastIndexOf(free, this.#freeCount - 1)] = used;
    this.#taken[free] = 1;
    this.#taken[used] = 0;
  }

  /** Whether a row is in use. */
  has(row: number): boolean {
    return this.#taken[row] === 1;
  }

  snapshot(): RowAllocatorSnapshot {
    return { highest: this.highest, free: this.#free.slice(0, this.#freeCount), taken: this.#taken.slice() };
  }

  restore(snapshot: RowAllocatorSnapshot): void {
    this.highest = snapshot.highest;
    this.#freeCount = snapshot.free.length;
    this.count = this.highest - this.#freeCount;
    this.#free = new Int32Array(Math.max(64, this.#freeCount));
    this.#free.set(snapshot.free);
    this.#taken = snapshot.taken.slice();
  }
}

/** A copy of a RowSet. */
export interface RowSetSnapshot {
  readonly capacity: number;
  readonly rows: Int32Array;
}

/**
 * A set of rows, dense for a quick pass: members are `rows[0]` to `rows[count - 1]`, in an order that means nothing.
 * `remove` moves the last member into the gap: when removing during a pass, go from the last to the first.
 */
export class RowSet {
  rows: Int32Array;
  count = 0;
  /** Where in `rows` each row stands, plus 1; 0 for rows outside the set. */
  #position: Int32Array;

  /** An empty set of rows below `capacity`. */
  constructor(capacity: number) {
    this.rows = new Int32Array(capacity);
    this.#position = new Int32Array(capacity);
  }

  has(row: number): boolean {
    return this.#position[row] > 0;
  }

  /** Adds a row, if it is not there. Throws RangeError for a row beyond the capacity. */
  add(row: number): void {
    const position = this.#position[row];
    if (position === undefined) throw new RangeError(`row ${row} is outside a set of ${this.#position.length} rows`);
    if (position > 0) return;
    this.rows[this.count++] = row;
    this.#position[row] = this.count;
  }

  /** Takes a row out, if it is there. */
  remove(row: number): void {
    const position = this.#position[row];
    if (!(position > 0)) return;
    const last = this.rows[--this.count];
    this.rows[position - 1] = last;
    this.#position[last] = position;
    this.#position[row] = 0;
  }

  /** Takes every row out. */
  clear(): void {
    for (let index = 0; index < this.count; index++) this.#position[this.rows[index]] = 0;
    this.count = 0;
  }

  /** Makes room for rows below `capacity` (doubling). */
  ensure(capacity: number): void {
    if (capacity <= this.rows.length) return;
    this.#reserve(Math.max(capacity, this.rows.length * 2), this.rows.slice(0, this.count));
  }

  snapshot(): RowSetSnapshot {
    return { capacity: this.rows.length, rows: this.rows.slice(0, this.count) };
  }

  /** Takes over a copy of the snapshot; capacity never shrinks. */
  restore(snapshot: RowSetSnapshot): void {
    this.#reserve(Math.max(snapshot.capacity, this.rows.length), snapshot.rows);
  }

  #reserve(capacity: number, members: Int32Array): void {
    this.rows = new Int32Array(capacity);
    this.rows.set(members);
    this.count = members.length;
    this.#position = new Int32Array(capacity);
    for (let index = 0; index < members.length; index++) this.#position[members[index]] = index + 1;
  }
}
