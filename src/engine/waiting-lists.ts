/**
 * Waiting lists: first come, first served, with removal from the middle in constant time.
 *
 * Each row is in at most one list. Newcomers of one day are put in order of their keys, not of their joining, so that nothing
 * depends on the order inside a day.
 */

/** Whether row `a` goes before row `b` when both come on the same day. */
export type ComesBefore = (a: number, b: number) => boolean;

/** A copy of the lists, to be restored later. */
export interface WaitingListsSnapshot {
  readonly length: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly records: Int32Array;
  readonly newcomers: Int32Array;
}

/** `lists` first-come-first-served lists over rows. */
export class WaitingLists {
  /** The length of each list, newcomers included. */
  readonly length: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  /** One record per row, side by side so that an event touches one cache line: list, neighbours. */
  #records: Int32Array;
  /** Today's newcomers in the order of joining; NOBODY where one has left again. */
  #newcomers = new Int32Array(64);
  #newcomerCount = 0;
  /** Scratch space for sorting, as long as the newcomers. */
  #sorted = new Int32Array(64);

  constructor(lists: number, capacity: number) {
    this.length = new Int32Array(lists);
    this.#first = new Int32Array(lists).fill(NOBODY);
    this.#last = new Int32Array(lists).fill(NOBODY);
    this.#records = new Int32Array(capacity * STRIDE).fill(NOBODY);
  }

  /** The list of a row, or -1. */
  listOf(row: number): number {
    return this.#records[row * STRIDE];
  }

  /** Joins a list as one of today's newcomers; leaves its former list, if any. */
  join(list: number, row: number): void {
    this.leave(row);
    if (this.#newcomerCount === this.#newcomers.length) this.#widen();
    const records = this.#records;
    const record = row * STRIDE;
    records[record] = list;
    records[record + BEFORE] = this.#newcomerCount;
    records[record + AFTER] = NEWCOMER;
    this.#newcomers[this.#newcomerCount++] = row;
    this.length[list]++;
  }

  /** Takes a row out of its list, if any. */
  leave(row: number): void {
    const records = this.#records;
    const record = row * STRIDE;
    const list = records[record];
    if (list === NOBODY) return;
    records[record] = NOBODY;
    this.length[list]--;
    const before = records[record + BEFORE];
    const after = records[record + AFTER];
    if (after === NEWCOMER) {
      this.#newcomers[before] = NOBODY;
      return;
    }
    if (before === NOBODY) this.#first[list] = after;
    else records[before * STRIDE + AFTER] = after;
    if (after === NOBODY) this.#last[list] = before;
    else records[after * STRIDE + BEFORE] = before;
  }

  /** Exchanges two rows: each stands where the other stood. */
  exchange(a: number, b: number): void {
    const records = this.#records;
    if (records[a * STRIDE] === NOBODY && records[b * STRIDE] === NOBODY) return;
    const other = (row: number) => (row === a ? b : row === b ? a : row);
    for (let at = 0; at < STRIDE; at++) {
      const ofA = records[a * STRIDE + at];
      records[a * STRIDE + at] = records[b * STRIDE + at];
      records[b * STRIDE + at] = ofA;
    }
    for (const row of [a, b]) {
      const record = row * STRIDE;
      if (records[record] === NOBODY || records[record + AFTER] === NEWCOMER) continue;
      records[record + BEFORE] = other(records[record + BEFORE]);
      records[record + AFTER] = other(records[record + AFTER]);
    }
    this.#announce(a);
    this.#announce(b);
  }

  /** Puts today's newcomers behind earlier ones, in the order of `comesBefore`. Call once per day, before `first`. */
  settle(comesBefore: ComesBefore): void {
    const count = this.#dropAbsent();
    for (let start = 0; start < count; start += RUN) this.#sortRun(start, least(start + RUN, count), comesBefore);
    for (let width = RUN; width < count; width *= 2) this.#mergeRuns(width, count, comesBefore);
    for (let at = 0; at < count; at++) this.#append(this.#newcomers[at]);
    this.#newcomerCount = 0;
  }

  /** The first row of a list, or -1. */
  first(list: number): number {
    return this.#first[list];
  }

  /** All rows of a list: earlier ones in order, then today's newcomers in none. */
  rowsOf(list: number): number[] {
    const rows: number[] = [];
    for (let row = this.#first[list]; row !== NOBODY; row = this.#records[row * STRIDE + AFTER]) rows.push(row);
    for (let at = 0; at < this.#newcomerCount; at++) {
      const row = this.#newcomers[at];
      if (row !== NOBODY && this.#records[row * STRIDE] === list) rows.push(row);
    }
    return rows;
  }

  /** Makes room for more rows; never shrinks. */
  ensure(capacity: number): void {
    if (capacity * STRIDE <= this.#records.length) return;
    const grown = new Int32Array(capacity * STRIDE).fill(NOBODY);
    grown.set(this.#records);
    this.#records = grown;
  }

  snapshot(): WaitingListsSnapshot {
    return {
      length: this.length.slice(),
      first: this.#first.slice(),
      last: this.#last.slice(),
      records: this.#records.slice(),
      newcomers: this.#newcomers.slice(0, this.#newcomerCount),
    };
  }

  /** Takes over a copy of the snapshot; capacity never shrinks. */
  restore({ length, first, last, records, newcomers }: WaitingListsSnapshot): void {
    this.ensure(records.length / STRIDE);
    this.length.set(length);
    this.#first.set(first);
    this.#last.set(last);
    this.#records.fill(NOBODY).set(records);
    this.#newcomerCount = newcomers.length;
    while (this.#newcomers.length < newcomers.length) this.#widen();
    this.#newcomers.set(newcomers);
  }

  /** Makes the neighbours of a row, or the ends of its list, name it. */
  #announce(row: number): void {
    const records = this.#records;
    const record = row * STRIDE;
    const list = records[record];
    if (list === NOBODY) return;
    const before = records[record + BEFORE];
    const after = records[record + AFTER];
    if (after === NEWCOMER) {
      this.#newcomers[before] = row;
      return;
    }
    if (before === NOBODY) this.#first[list] = row;
    else records[before * STRIDE + AFTER] = row;
    if (after === NOBODY) this.#last[list] = row;
    else records[after * STRIDE + BEFORE] = row;
  }

  /** Closes the gaps among the newcomers, and gives their number. */
  #dropAbsent(): number {
    const newcomers = this.#newcomers;
    let count = 0;
    for (let at = 0; at < this.#newcomerCount; at++) {
      const row = newcomers[at];
      if (row !== NOBODY) newcomers[count++] = row;
    }
    return count;
  }

  /** Insertion sort, the quickest for a few. */
  #sortRun(start: number, end: number, comesBefore: ComesBefore): void {
    const newcomers = this.#newcomers;
    for (let next = start + 1; next < end; next++) {
      const row = newcomers[next];
      let at = next;
      for (; at > start && comesBefore(row, newcomers[at - 1]); at--) newcomers[at] = newcomers[at - 1];
      newcomers[at] = row;
    }
  }

  /** Merge sort, for any number: sorted runs of one width become runs of twice that. */
  #mergeRuns(width: number, count: number, comesBefore: ComesBefore): void {
    const from = this.#newcomers;
    const to = this.#sorted;
    for (let start = 0; start < count; start += 2 * width) {
      const middle = least(start + width, count);
      const end = least(middle + width, count);
      let left = start;
      let right = middle;
      let at = start;
      while (left < middle && right < end) {
        const first = from[left];
        const second = from[right];
        if (comesBefore(second, first)) {
          to[at++] = second;
          right++;
        } else {
          to[at++] = first;
          left++;
        }
      }
      while (left < middle) to[at++] = from[left++];
      while (right < end) to[at++] = from[right++];
    }
    this.#newcomers = to;
    this.#sorted = from;
  }

  #append(row: number): void {
    const records = this.#records;
    const record = row * STRIDE;
    const list = records[record];
    const last = this.#last[list];
    records[record + BEFORE] = last;
    records[record + AFTER] = NOBODY;
    if (last === NOBODY) this.#first[list] = row;
    else records[last * STRIDE + AFTER] = row;
    this.#last[list] = row;
  }

  #widen(): void {
    const wider = new Int32Array(this.#newcomers.length * 2);
    wider.set(this.#newcomers);
    this.#newcomers = wider;
    this.#sorted = new Int32Array(wider.length);
  }
}

const NOBODY = -1;

/** Instead of a neighbour after: the row came today, and its neighbour before is its place among the newcomers. */
const NEWCOMER = -2;

/** A record: the list, or NOBODY (first of all), and the neighbours in it. Four numbers, of which one is not used. */
const BEFORE = 1;
const AFTER = 2;
const STRIDE = 4;

/** The length of runs of newcomers that are sorted by insertion, then merged. */
const RUN = 8;

function least(a: number, b: number): number {
  return a < b ? a : b;
}
