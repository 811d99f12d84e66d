/**
 * The journal of life events: an order-free hash of all events, and rows of them when asked for.
 *
 * The hash is the sum, modulo 2^64, of a well-mixed 64-bit hash of each event. Two runs with the same events have the same
 * hash, whatever the order inside a day; one event more, less or different changes it.
 */

/** Whose events are kept as rows: everybody's, nobody's, or those of the people chosen by their key. */
export interface JournalSettings {
  readonly keepRows?: boolean | ((stream: number, index: number) => boolean);
}

/** Events as columns, in the order of recording. */
export interface JournalRows {
  readonly kind: Int32Array;
  readonly stream: Int32Array;
  readonly index: Uint32Array;
  readonly day: Int32Array;
  readonly detail: Int32Array;
}

/** A copy of a journal, fit for passing to a worker. */
export interface JournalSnapshot {
  readonly count: number;
  readonly hashHigh: number;
  readonly hashLow: number;
  readonly rows: JournalRows;
}

export class Journal {
  /** Events recorded. */
  count = 0;
  /** The sum of hashes: low word, high word. */
  readonly #sum = new Uint32Array(2);
  readonly #keeps: (stream: number, index: number) => boolean;
  readonly #keepsAny: boolean;
  #rows: JournalRows = columnsFor(0);
  #kept = 0;

  constructor({ keepRows = false }: JournalSettings = {}) {
    this.#keepsAny = keepRows !== false;
    this.#keeps = typeof keepRows === 'function' ? keepRows : () => true;
  }

  /**
   * Puts an event on record: its kind, the person's key (stream and unsigned index), the day, and one detail. Throws
   * RangeError unless all are 32-bit integers.
   */
  record(kind: number, stream: number, index: number, day: number, detail: number): void {
    if (
      (kind | 0) !== kind ||
      (stream | 0) !== stream ||
      index >>> 0 !== index ||
      (day | 0) !== day ||
      (detail | 0) !== detail
    ) {
      throw new RangeError(
        `an event is made of integers, not of kind ${kind}, stream ${stream}, index ${index}, day ${day}, detail ${detail}`,
      );
    }
    let a = Math.imul(kind ^ 0x243f6a88, 0x9e3779b1);
    let b = Math.imul(stream ^ 0x13198a2e, 0x85ebca6b);
    a = Math.imul(((a << 15) | (a >>> 17)) ^ index, 0x2c1b3c6d) + b;
    b = Math.imul(((b << 13) | (b >>> 19)) ^ a ^ day, 0x297a2d39) + a;
    a = Math.imul(((a << 16) | (a >>> 16)) ^ b ^ detail, 0x21f0aaad) + b;
    b = Math.imul(b ^ (a >>> 15), 0x735a2d97) + a;
    a = Math.imul(a ^ (b >>> 16), 0xc2b2ae35) + b;
    b = Math.imul(b ^ (a >>> 13), 0x85ebca6b) ^ a;
    a = Math.imul(a ^ (b >>> 15), 0x2c1b3c6d) ^ b;
    b ^= a >>> 16;
    this.#add(a >>> 0, b >>> 0);
    this.count++;
    if (this.#keepsAny && this.#keeps(stream, index)) this.#keep(kind, stream, index, day, detail);
  }

  /** The hash of all events so far: sixteen hexadecimal digits. */
  get hash(): string {
    return this.hashHigh.toString(16).padStart(8, '0') + this.hashLow.toString(16).padStart(8, '0');
  }

  /** The upper 32 bits of the hash. */
  get hashHigh(): number {
    return this.#sum[1];
  }

  /** The lower 32 bits of the hash. */
  get hashLow(): number {
    return this.#sum[0];
  }

  /** The events kept so far, as views: copy them before recording more. */
  rows(): JournalRows {
    return columnsBetween(this.#rows, this.#kept);
  }

  snapshot(): JournalSnapshot {
    const rows = columnsFor(this.#kept);
    copyColumns(this.rows(), rows);
    return { count: this.count, hashHigh: this.hashHigh, hashLow: this.hashLow, rows };
  }

  /** Takes over a copy of the snapshot; from then on this journal's own settings say whose events are kept. */
  restore(snapshot: JournalSnapshot): void {
    this.count = snapshot.count;
    this.#sum[0] = snapshot.hashLow;
    this.#sum[1] = snapshot.hashHigh;
    this.#kept = snapshot.rows.kind.length;
    this.#rows = columnsFor(this.#kept);
    copyColumns(snapshot.rows, this.#rows);
  }

  #add(low: number, high: number): void {
    const sum = this.#sum;
    const lowSum = sum[0] + low;
    sum[0] = lowSum;
    sum[1] = sum[1] + high + (lowSum > 0xffffffff ? 1 : 0);
  }

  #keep(kind: number, stream: number, index: number, day: number, detail: number): void {
    if (this.#kept === this.#rows.kind.length) {
      const grown = columnsFor(Math.max(1024, this.#kept * 2));
      copyColumns(this.#rows, grown);
      this.#rows = grown;
    }
    const row = this.#kept++;
    this.#rows.kind[row] = kind;
    this.#rows.stream[row] = stream;
    this.#rows.index[row] = index;
    this.#rows.day[row] = day;
    this.#rows.detail[row] = detail;
  }
}

function columnsFor(rows: number): JournalRows {
  return {
    kind: new Int32Array(rows),
    stream: new Int32Array(rows),
    index: new Uint32Array(rows),
    day: new Int32Array(rows),
    detail: new Int32Array(rows),
  };
}

function columnsBetween(rows: JournalRows, end: number): JournalRows {
  return {
    kind: rows.kind.subarray(0, end),
    stream: rows.stream.subarray(0, end),
    index: rows.index.subarray(0, end),
    day: rows.day.subarray(0, end),
    detail: rows.detail.subarray(0, end),
  };
}

function copyColumns(from: JournalRows, to: JournalRows): void {
  to.kind.set(from.kind);
  to.stream.set(from.stream);
  to.index.set(from.index);
  to.day.set(from.day);
  to.detail.set(from.detail);
}
