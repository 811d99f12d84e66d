/**
 * Experiment losses: the cells that an experiment asked for, and those that it lost.
 */
import { isTooMany, type Losses, lostCell } from '../experiment/losses.ts';
import type { Lose, LostBlock, RunBlocks, Study } from '../experiment/study.ts';

/** Counts the cells of a runner, and those reported to `lose`. */
export class ExperimentLosses {
  readonly #asked = new Map<Study, Set<string>>();
  readonly #lost: LostBlock[] = [];
  readonly run: RunBlocks;

  constructor(runner: RunBlocks) {
    this.run = (study, blocks, progress, lose) => {
      const cells = this.#asked.get(study) ?? new Set();
      this.#asked.set(study, cells);
      for (const { draw, replicate, arms } of blocks) for (const arm of arms) cells.add(`${draw} ${replicate} ${arm}`);
      return runner(study, blocks, progress, lose);
    };
  }

  readonly lose: Lose = (lost) => {
    this.#lost.push(lost);
  };

  /** The losses so far; undefined if there are none. */
  losses(): Losses | undefined {
    if (this.#lost.length === 0) return undefined;
    const asked = [...this.#asked.values()].reduce((sum, cells) => sum + cells.size, 0);
    const lost = this.#lost.reduce((sum, { block }) => sum + block.arms.length, 0);
    return { of: 'cells', asked, lost, isTooMany: isTooMany(lost, asked), cells: this.#lost.map(lostCell), tails: [] };
  }
}
