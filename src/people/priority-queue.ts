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
  #number = new Float64Array(1024);
  #people: People | undefined;

  /** Begins anew; `capacity` is more than the highest row. */
  begin(people: People, capacity: number): void {
    this.waiting = 0;
    this.length = 0;
    this.#people = people;
    if (capacity <= this.rows.length) return;
    this.noted = new Int32Array(2 * capacity);
    this.rows = new Int32Array(2 * capacity);
    this.#number = new Float64Array(2 * capacity);
  }

  /** Notes a person who waits, once. */
  note(row: Row): void {
    this.noted[this.waiting++] = row;
  }

  /** Calls a noted person. */
  call(row: Row, number: number): void {
    this.rows[this.length++] = row;
    this.#number[row] = number;
  }

  /** Puts the called in order. */
  settle(): void {
    if (this.length > 1) this.rows.subarray(0, this.length).sort(this.#compare);
  }

  readonly #compare = (a: Row, b: Row): number => {
    const { stream, index } = this.#people!;
    return this.#number[a] - this.#number[b] || stream[a] - stream[b] || index[a] - index[b];
  };
}
