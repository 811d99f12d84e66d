/**
 * Turns: the people with an event due today, by kind of event.
 *
 * The lowest kind comes first, all of its people in turn; people within a kind come in no order. Whoever gets another event on
 * the same day is added anew, even under a lower kind.
 */
import type { Row } from '../people/person.ts';

export class Turns {
  readonly #rows: Int32Array[];
  readonly #counts: Int32Array;
  /** No kind below has anybody. */
  #from = 0;

  /** Turns of so many kinds of event. */
  constructor(kinds: number) {
    this.#rows = Array.from({ length: kinds }, () => new Int32Array(64));
    this.#counts = new Int32Array(kinds);
  }

  /** Begins a day, with nobody. */
  begin(): void {
    this.#counts.fill(0);
  }

  /** Adds a person whose next event is of a kind. */
  add(kind: number, row: Row): void {
    const count = this.#counts[kind];
    if (count === this.#rows[kind].length) {
      const grown = new Int32Array(2 * count);
      grown.set(this.#rows[kind]);
      this.#rows[kind] = grown;
    }
    this.#rows[kind][count] = row;
    this.#counts[kind] = count + 1;
    if (kind < this.#from) this.#from = kind;
  }

  /** The lowest kind with anybody, or -1. */
  lowest(): number {
    const counts = this.#counts;
    while (this.#from < counts.length) {
      if (counts[this.#from] > 0) return this.#from;
      this.#from++;
    }
    return -1;
  }

  /** Takes a person of a kind that has somebody. */
  take(kind: number): Row {
    return this.#rows[kind][--this.#counts[kind]];
  }
}
