/**
 * Places: what is added to the places that are planned, as state of the world.
 *
 * The plan is a parameter (`facility.places`); what a response to a lack of places adds to it has a history, so it belongs to
 * the world and its snapshots. `prison/capacity.ts` and the responses that it calls write it.
 */
import { SEXES } from './person.ts';

/** Quarters ahead for which orders of places are kept: sixteen years. */
export const QUARTERS_AHEAD = 64;

export class Places {
  /** Places beyond those planned by level, unit and sex, as `World.heldAt` counts; below zero where fewer are kept. */
  readonly added: Int32Array;
  /** Second beds in cells that may be used, counted likewise. */
  readonly doubled: Int32Array;
  /** Places that were built, by level. */
  readonly built: Int32Array;
  /** Places on order by level and the quarter in which they open, in a ring of `QUARTERS_AHEAD`. */
  readonly ordered: Int32Array;

  constructor(levels: number, units: number) {
    this.added = new Int32Array(levels * units * SEXES);
    this.doubled = new Int32Array(levels * units * SEXES);
    this.built = new Int32Array(levels);
    this.ordered = new Int32Array(levels * QUARTERS_AHEAD);
  }

  snapshot(): PlacesSnapshot {
    return {
      added: this.added.slice(),
      doubled: this.doubled.slice(),
      built: this.built.slice(),
      ordered: this.ordered.slice(),
    };
  }

  restore({ added, doubled, built, ordered }: PlacesSnapshot): void {
    this.added.set(added);
    this.doubled.set(doubled);
    this.built.set(built);
    this.ordered.set(ordered);
  }
}

/** A copy of the places on one morning. */
export interface PlacesSnapshot {
  readonly added: Int32Array;
  readonly doubled: Int32Array;
  readonly built: Int32Array;
  readonly ordered: Int32Array;
}
