/**
 * Priority queue: the order in which people who wait receive something scarce.
 *
 * People who wait are noted first; those for whom something is free are then called, each with a number. The lowest number
 * comes first, and ties go by the person's key, so that the order does not depend on rows.
 */
import type { People, Row } from './person.ts';

/** A queue that is filled, put in order and read, week after week. */
export class PriorityQueue {
  /** People who wait, in no order: the first `waiting`. */
  noted = new Int32Array(1024);
  waiting = 0;
  /** People who were called, in order once settled: the first `length`. */
  rows = new Int32Array(1024);
  length = 0;
  /** For each who was called, their number and then their place in `called`, as one number that sorts without help. */
  #order = new Float64Array(1024);
  #called = new Int32Array(1024);
  #people: People | undefined;

  /** Begins anew; `capacity` is more than the highest row. */
  begin(people: People, capacity: number): void {
    this.waiting = 0;
    this.length = 0;
    this.#people = people;
    if (capacity <= this.rows.length) return;
    this.noted = new Int32Array(2 * capacity);
    this.rows = new Int32Array(2 * capacity);
    this.#order = new Float64Array(2 * capacity);
    this.#called = new Int32Array(2 * capacity);
  }

  /** Notes a person who waits, once. */
  note(row: Row): void {
    this.noted[this.waiting++] = row;
  }

  /** Calls a noted person; `number` is a whole one of 32 bits. */
  call(row: Row, number: number): void {
    this.#order[this.length] = number * MOST_CALLED + this.length;
    this.#called[this.length++] = row;
  }

  /** Puts the called in order. */
  settle(): void {
    const { rows, length } = this;
    const order = this.#order.subarray(0, length).sort();
    let from = 0;
    let number = NaN;
    for (let at = 0; at < length; at++) {
      const here = Math.floor(order[at] / MOST_CALLED);
      rows[at] = this.#called[order[at] - here * MOST_CALLED];
      if (here === number) continue;
      this.#settleTies(from, at);
      from = at;
      number = here;
    }
    this.#settleTies(from, length);
  }

  /** Puts people with the same number in order of their keys: a few by insertion, the quickest for them. */
  #settleTies(from: number, to: number): void {
    const { rows } = this;
    if (to - from > A_FEW) {
      rows.subarray(from, to).sort(this.#compareKeys);
      return;
    }
    for (let next = from + 1; next < to; next++) {
      const row = rows[next];
      let at = next;
      for (; at > from && this.#compareKeys(row, rows[at - 1]) < 0; at--) rows[at] = rows[at - 1];
      rows[at] = row;
    }
  }

  readonly #compareKeys = (a: Row, b: Row): number => {
    const { stream, index } = this.#people!;
    return stream[a] - stream[b] || index[a] - index[b];
  };
}

const A_FEW = 40;

/** More people than are ever called: with numbers of 32 bits, a product that is still exact. */
const MOST_CALLED = 2 ** 21;
