/** Replay: where everybody of one arm is, day by day. */
import type { LivesFound } from '../messages.ts';

/** The state of somebody who has not come yet. */
export const NOT_THERE = 255;

/** Called for each move, in order of day. */
export type OnMoved = (person: number, from: number, to: number) => void;

export class Replay {
  readonly lives: LivesFound;
  /** By person, as in `keys`. */
  readonly states: Uint8Array;
  /** The most people in each state on one evening. */
  readonly most: readonly number[];
  day: number;
  /** Spans in order of their first day, and the person of each. */
  readonly #order: Uint32Array;
  readonly #people: Uint32Array;
  #next = 0;

  constructor(lives: LivesFound) {
    this.lives = lives;
    const { begins, days, keys, start } = lives;
    this.states = new Uint8Array(keys.length).fill(NOT_THERE);
    this.#people = new Uint32Array(days.length);
    for (let person = 0; person < keys.length; person++) this.#people.fill(person, begins[person], begins[person + 1]);
    this.#order = Uint32Array.from(days.keys()).sort((a, b) => days[a] - days[b] || a - b);
    this.day = start - 1;
    this.most = this.#mostInEach();
    this.rewind();
  }

  /** Goes on to the evening of `day`. */
  advance(day: number, moved: OnMoved): void {
    const { days, states } = this.lives;
    for (; this.#next < this.#order.length; this.#next++) {
      const span = this.#order[this.#next];
      if (days[span] > day) break;
      const person = this.#people[span];
      const from = this.states[person];
      this.states[person] = states[span];
      if (from !== states[span]) moved(person, from, states[span]);
    }
    this.day = day;
  }

  /** Goes back to before the first day; nobody is there. */
  rewind(): void {
    this.states.fill(NOT_THERE);
    this.#next = 0;
    this.day = this.lives.start - 1;
  }

  /** The spans of a person: days, and the states that begin on them. */
  spansOf(person: number): { readonly days: Int32Array; readonly states: Uint8Array } {
    const { begins, days, states } = this.lives;
    const [from, until] = [begins[person], begins[person + 1]];
    return { days: days.subarray(from, until), states: states.subarray(from, until) };
  }

  #mostInEach(): readonly number[] {
    const { levels, statesOutside, start, end } = this.lives;
    const count = new Array<number>(levels.length + statesOutside.length).fill(0);
    const most = [...count];
    for (let day = start; day < end; day += 7) {
      this.advance(day, (_, from, to) => {
        if (from !== NOT_THERE) count[from]--;
        count[to]++;
      });
      for (const [state, people] of count.entries()) most[state] = Math.max(most[state], people);
    }
    return most;
  }
}
