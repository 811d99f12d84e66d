/** The random worlds of the laws, each lived once for all laws that read the record of lives. */
import fc from 'fast-check';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import type { Summary } from '../../src/simulation/summary.ts';
import { type LifeEventRecord, livesIn } from '../tiny.ts';
import { randomWorld, worlds } from './random-world.ts';

/** A random world and what its life has left. */
export interface LivedWorld {
  readonly cell: Cell;
  readonly summary: Summary;
  /** The hash of all life events. */
  readonly hash: string;
  readonly lives: ReadonlyMap<string, readonly LifeEventRecord[]>;
}

let lived: readonly LivedWorld[] | undefined;

/** The worlds on which every law is tried. */
export function livedWorlds(): readonly LivedWorld[] {
  lived ??= fc.sample(randomWorld, worlds).map((cell) => {
    const { summary, world } = simulate(cell, true);
    return { cell, summary, hash: world.journal.hash, lives: livesIn(world) };
  });
  return lived;
}
