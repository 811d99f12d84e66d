/**
 * Waiting lists: first come, first served, with removal from the middle, all in constant time.
 *
 * Each row stands in at most one list. Those who come on the same day are put in order of their keys, not in the order
 * in which the day happened to reach them, so that nothing depends on the order inside a day.
 */

const NOWHERE = -1;
const NO_LIST = 255;

/** Whether row `a` goes before row `b` when both come on the same day. */
export type ComesBefore = (a: number, b: number) => boolean;

/** A copy of the lists, to be restored later. */
export interface WaitingListsSnapshot {
  readonly arrays: readonly (Int32Array | Uint8Array)[];
  readonly newcomers: readonly number[];
}

/** `lists` first-come-first-served lists over rows. */
export class WaitingLists {
  /** How many stand in each list, newcomers included. */
  readonly length: Int32Array;
  #listOf: Uint8Array;
  #before: Int32Array;
  #after: Int32Array;
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  #newcomers: number[] = [];

  constructor(lists: number, capacity: number) {
    if (lists >= NO_LIST) throw new RangeError(`${lists} waiting lists: at most ${NO_LIST - 1}`);
    this.length = new Int32Array(lists);
    this.#first = new Int32Array(lists).fill(NOWHERE);
    this.#last = new Int32Array(lists).fill(NOWHERE);
    this.#listOf = new Uint8Array(capacity).fill(NO_LIST);
    this.#before = new Int32Array(capacity).fill(NOWHERE);
    this.#after = new Int32Array(capacity).fill(NOWHERE);
  }

  /** The list that a row stands in, or -1. */
  listOf(row: number): number {
    const list = this.#listOf[row]!;
    return list === NO_LIST ? -1 : list;
  }

  /** Joins a list as one of today's newcomers; leaves the list it stood in, if any. */
  join(list: number, row: number): void {
    this.leave(row);
    this.#listOf[row] = list;
    this.length[list]!++;
    this.#newcomers.push(row);
  }

  /** Leaves whatever list the row stands in. */
  leave(row: number): void {
    const list = this.#listOf[row]!;
    if (list === NO_LIST) return;
    this.#listOf[row] = NO_LIST;
    this.length[list]!--;
    const newcomer = this.#newcomers.indexOf(row);
    if (newcomer >= 0) {
      this.#newcomers.splice(newcomer, 1);
      return;
    }
    const before = this.#before[row]!;
    const after = this.#after[row]!;
    if (before === NOWHERE) this.#first[list] = after;
    else this.#after[before] = after;
    if (after === NOWHERE) this.#last[list] = before;
    else this.#before[after] = before;
  }

  /** Puts today's newcomers behind those who came on earlier days, in the order given. Call once a day, before `first`. */
  settle(comesBefore: ComesBefore): void {
    const newcomers = this.#newcomers;
    for (let i = 1; i < newcomers.length; i++) {
      const row = newcomers[i]!;
      let j = i - 1;
      while (j >= 0 && comesBefore(row, newcomers[j]!)) {
        newcomers[j + 1] = newcomers[j]!;
        j--;
      }
      newcomers[j + 1] = row;
    }
    for (const row of newcomers) this.#append(this.#listOf[row]!, row);
    newcomers.length = 0;
  }

  /** The row whose turn it is, or -1. */
  first(list: number): number {
    return this.#first[list]!;
  }

  /** Makes room for more rows; never shrinks. */
  ensure(capacity: number): void {
    if (capacity <= this.#listOf.length) return;
    this.#listOf = grown(this.#listOf, new Uint8Array(capacity).fill(NO_LIST));
    this.#before = grown(this.#before, new Int32Array(capacity).fill(NOWHERE));
    this.#after = grown(this.#after, new Int32Array(capacity).fill(NOWHERE));
  }

  snapshot(): WaitingListsSnapshot {
    const arrays = [this.length, this.#first, this.#last, this.#listOf, this.#before, this.#after];
    return { arrays: arrays.map((array) => array.slice()), newcomers: [...this.#newcomers] };
  }

  restore({ arrays, newcomers }: WaitingListsSnapshot): void {
    this.ensure(arrays[3]!.length);
    const own = [this.length, this.#first, this.#last, this.#listOf, this.#before, this.#after];
    own.forEach((array, index) => {
      array.set(arrays[index]!);
    });
    this.#newcomers = [...newcomers];
  }

  #append(list: number, row: number): void {
    const last = this.#last[list]!;
    this.#before[row] = last;
    this.#after[row] = NOWHERE;
    if (last === NOWHERE) this.#first[list] = row;
    else this.#after[last] = row;
    this.#last[list] = row;
  }
}

function grown<Column extends Int32Array | Uint8Array>(old: Column, larger: Column): Column {
  larger.set(old);
  return larger;
}
