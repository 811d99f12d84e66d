/**
 * Watched world: a world that reports every random draw as it is made.
 *
 * Watching changes nothing: the same lives, the same digest. It shows the draws behind two life courses of one person.
 */
import type { Decision } from './decisions.ts';
import type { Row } from './person.ts';
import { World, type WorldSettings } from './world.ts';

/** Receives each draw: the person's key, the decision, the occasion, the day, and the value drawn. */
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
