/**
 * Comparison: the results of a study as measures, paired differences and tables, from which reports are made.
 */
import type { Measure } from '../measures/measure.ts';
import type { MeasureIdentity } from '../measures/measure-identity.ts';
import type { Table } from '../tables/table.ts';
import type { CohortResult, PairResult } from './cohort-pairs.ts';
import type { YearDifference } from './last-year.ts';
import type { Losses } from './losses.ts';
import type { Unsettled } from './settling.ts';

/** A measure in one arm, over all cells. Of a queue that does not settle there is no mean: how it grows stands in its place. */
export interface MeasureResult extends MeasureIdentity, Partial<Unsettled> {
  readonly label: string;
  readonly arm: string;
  readonly unit: string;
  readonly definition: string;
  readonly better: Measure['better'];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly replicates: number;
}

/** The paired difference of a measure between one arm and the baseline: the same people, the same luck. */
export interface DifferenceResult extends MeasureIdentity {
  readonly label: string;
  readonly arm: string;
  readonly baseline: string;
  readonly unit: string;
  readonly better: Measure['better'];
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Variance of an unpaired difference over that of the paired one: the factor by which independent arms need more replicates. */
  readonly gain: number;
  readonly replicates: number;
  /** The share of the variance of a single cell's difference that lies between parameter draws; the rest is chance. */
  readonly fromParameters?: number;
  readonly fromParametersLow?: number;
  readonly fromParametersHigh?: number;
}

/**
 * Shares of the variance of a measure over all cells: between arms, between draws, between replicates. They add up to 1; ends are
 * those of 95 % intervals.
 */
export interface VarianceComponents extends MeasureIdentity {
  readonly label: string;
  readonly unit: string;
  readonly scenario: number;
  readonly scenarioLow: number;
  readonly scenarioHigh: number;
  readonly parameters: number;
  readonly parametersLow: number;
  readonly parametersHigh: number;
  readonly chance: number;
  readonly chanceLow: number;
  readonly chanceHigh: number;
}

/** The arm to choose at a price, the probability that it is best, and the value of knowing every parameter first (EVPI). */
export interface ChoiceResult {
  /** The effect paid for: fewer charges, fewer people inside, less overflow. */
  readonly axis: string;
  readonly paidFor: string;
  /** Kroner per unit of effect. */
  readonly willingness: number;
  /** The arm with the highest mean net benefit, which is the one to choose now. */
  readonly frontier: string;
  /** The arm that is best in most draws, and its share of draws. */
  readonly mostAcceptable: string;
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  readonly unit: string;
  /** Expected value of perfect information. */
  readonly perfectInformation: number;
  readonly perfectInformationLow: number;
  readonly perfectInformationHigh: number;
  /**
   * Whether chance and parameter uncertainty cannot be separated, with one replicate per draw: shares then lie too close together,
   * and the value is an upper bound.
   */
  readonly holdsChance: boolean;
}

export interface Comparison {
  /** Names of the arms, the baseline first. */
  readonly arms: readonly string[];
  readonly measures: readonly MeasureResult[];
  readonly differences: readonly DifferenceResult[];
  /** The headlines about everybody in the last whole calendar year; empty with one arm, or if that year is the first. */
  readonly lastYear: readonly YearDifference[];
  /** The cohort of each arm that could be followed for a year. */
  readonly cohorts: readonly CohortResult[];
  /** The same for every two arms that could be followed for a year, those with the baseline first; empty with fewer than three arms. */
  readonly pairs: readonly PairResult[];
  /** Empty unless several draws were run with several replicates each. */
  readonly layers: readonly VarianceComponents[];
  /** Empty unless several draws were run of several arms. */
  readonly choices: readonly ChoiceResult[];
  /** The series that charts read. */
  readonly series: readonly Table[];
  readonly armDigests: ReadonlyMap<string, string>;
  readonly resultDigest: string;
  /** As asked for, lost ones included. */
  readonly replicates: number;
  readonly draws: number;
  /** Undefined if every cell is there. Digests and tables hold every cell that is there. */
  readonly losses?: Losses;
}
