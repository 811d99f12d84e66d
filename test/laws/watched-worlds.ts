/** Laws that are watched day by day: all that a file declares share one walk through each of the random worlds. */
import fc from 'fast-check';
import { test } from 'vitest';
import type { Cell } from '../../src/simulation/simulate.ts';
import { randomWorld, worlds } from './random-world.ts';
import { type Watch, walk } from './walk.ts';

/** Declares a law as a test: how to watch a world for it, and what must have been seen once all worlds are lived. */
export type DeclareLaw = (promise: string, watchOf: (cell: Cell) => Watch, then?: () => void) => void;

/** A group of laws that share their walks. A law that is broken stops watching; the others go on. */
export function watchedLaws(): DeclareLaw {
  const watches: ((cell: Cell) => Watch)[] = [];
  let broken: ReadonlyMap<number, Error> | undefined;
  return (promise, watchOf, then = () => {}) => {
    const law = watches.push(watchOf) - 1;
    test(promise, () => {
      broken ??= brokenIn(watches);
      const error = broken.get(law);
      if (error !== undefined) throw error;
      then();
    });
  };
}

/** What each law that is broken found first, by its number. */
function brokenIn(watches: readonly ((cell: Cell) => Watch)[]): ReadonlyMap<number, Error> {
  const broken = new Map<number, Error>();
  for (const [number, cell] of fc.sample(randomWorld, worlds).entries()) {
    const watching = watches.map((watchOf) => watchOf(cell));
    walk(cell, (step, world, given) => {
      for (const [law, watch] of watching.entries()) {
        if (broken.has(law)) continue;
        try {
          watch(step, world, given);
        } catch (error) {
          broken.set(law, new Error(`world ${number}, day ${world.today}: ${(error as Error).message}`));
        }
      }
    });
  }
  return broken;
}
