/**
 * Limits: the largest numbers that settings of a run may have, wherever they are written.
 */
export const MOST_YEARS = 200;
export const MOST_REPLICATES = 1_000_000;
export const MOST_DRAWS = 10_000;
