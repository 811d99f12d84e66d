/**
 * Watched world: a world that also tells of every draw as it is made.
 *
 * Watching changes nothing: the same lives, the same digest. It makes luck visible where two lives of one person are compared.
 */
import type { Decision } from './decisions.ts';
import type { Row } from './person.ts';
import { World, type WorldSettings } from './world.ts';

/** Told of a draw: whose it is, which decision and occasion, on which day, and the luck. */
export type WatchLuck = (
  stream: number,
  index: number,
  decision: Decision,
  occasion: number,
  today: number,
  luck: number,
) => void;

export class WatchedWorld extends World {
  readonly #watch: WatchLuck;

  constructor(settings: WorldSettings, watch: WatchLuck) {
    super(settings);
    this.#watch = watch;
  }

  override draw(decision: Decision, row: Row, occasion: number): number {
    const luck = super.draw(decision, row, occasion);
    this.#watch(this.people.stream[row], this.people.index[row], decision, occasion, this.today, luck);
    return luck;
  }
}
