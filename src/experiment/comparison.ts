/**
 * Comparison: the results of a study as measures, paired differences and tables. What a report is made of.
 */
import type { Table } from '../tables/table.ts';

/** A measure in one arm, over all cells. */
export interface MeasureResult {
  readonly measure: string;
  readonly label: string;
  readonly arm: string;
  readonly unit: string;
  readonly definition: string;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly population?: string;
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
  readonly evidence?: 'none' | 'A' | 'all';
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly replicates: number;
}

/** A measure in one arm against the baseline: the same people, the same luck, so the differences are paired. */
export interface DifferenceResult {
  readonly measure: string;
  readonly label: string;
  readonly arm: string;
  readonly baseline: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly population?: string;
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
  readonly evidence?: 'none' | 'A' | 'all';
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Variance of an unpaired difference over that of the paired one: how many times more replicates it would take. */
  readonly gain: number;
  readonly replicates: number;
}

export interface Comparison {
  /** Names of the arms, the baseline first. */
  readonly arms: readonly string[];
  readonly measures: readonly MeasureResult[];
  readonly differences: readonly DifferenceResult[];
  /** The tables that charts read: people by level, recidivism, who is where, waiting. */
  readonly series: readonly Table[];
  readonly armDigests: ReadonlyMap<string, string>;
  readonly resultDigest: string;
  readonly replicates: number;
  readonly draws: number;
}
