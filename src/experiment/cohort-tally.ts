/**
 * Cohort tally: what is kept of the people followed under two arms while runs come in.
 */
import { cohortEntries } from '../simulation/summary.ts';
import { type PartName, partNames } from './decomposition.ts';
import type { Moved } from './difference.ts';
import type { BothCosts } from './pair-costs.ts';

/** What is kept of a cohort under two arms: sums over all runs, and lists with one value per run. */
export interface PairTally {
  entries: number[];
  others: number;
  citizens: number;
  left: number;
  ever: number;
  after: number;
  readonly crime: number[];
  readonly inside: number[];
  readonly costs: BothCosts[];
  readonly parts: Readonly<Record<PartName, number[]>>;
  /** Members charged again, by cell and month since entry; of two arms without the baseline the last month alone. */
  readonly months: (readonly Month[])[];
}

/** Shares charged again by the end of a month, and what moved. */
export interface Month {
  readonly arm: number;
  readonly baseline: number;
  readonly moved: Moved;
}

/** A tally of nobody. */
export function newTally(): PairTally {
  const parts = Object.fromEntries(partNames.map((name) => [name, []])) as unknown as Record<PartName, number[]>;
  const numbers = { others: 0, citizens: 0, left: 0, ever: 0, after: 0, crime: [], inside: [], costs: [] };
  return { entries: cohortEntries.map(() => 0), ...numbers, parts, months: [] };
}
