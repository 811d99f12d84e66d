/** Poisson counts and a stream of draws, for worlds whose risk is known. */

/** Uniform draws strictly between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** The smallest count whose cumulative probability reaches `chance`. */
export function poissonValue(chance: number, mean: number): number {
  let probability = Math.exp(-mean);
  let below = probability;
  let count = 0;
  while (below < chance && count < 20 * mean + 50) {
    count++;
    probability *= mean / count;
    below += probability;
  }
  return count;
}

/** The chance of more than this many. */
export function poissonTail(count: number, mean: number): number {
  let probability = Math.exp(-mean);
  let below = probability;
  for (let one = 1; one <= count; one++) {
    probability *= mean / one;
    below += probability;
  }
  return Math.max(0, 1 - below);
}
