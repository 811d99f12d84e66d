/**
 * Comparison: the results of a study as measures, paired differences and tables. What a report is made of.
 */
import type { Measure } from '../measures/measure.ts';
import type { MeasureIdentity } from '../measures/measure-identity.ts';
import type { Table } from '../tables/table.ts';

/** A measure in one arm, over all cells. */
export interface MeasureResult extends MeasureIdentity {
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

/** A measure in one arm against the baseline: the same people, the same luck, so the differences are paired. */
export interface DifferenceResult extends MeasureIdentity {
  readonly label: string;
  readonly arm: string;
  readonly baseline: string;
  readonly unit: string;
  readonly better: Measure['better'];
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Variance of an unpaired difference over that of the paired one: how many times more replicates it would take. */
  readonly gain: number;
  readonly replicates: number;
  /** The part of the variance of one cell's difference that lies between parameter draws; the rest is chance. */
  readonly fromParameters?: number;
  readonly fromParametersLow?: number;
  readonly fromParametersHigh?: number;
}

/** What of the spread of a measure over all cells lies between arms, between draws, and between replicates; they add up to 1. Ends are of 95 % intervals. */
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

/** Which arm to choose at a price, how likely it is the best, and what it would be worth to know every parameter first. */
export interface ChoiceResult {
  /** What is to be brought about: fewer charges, fewer people inside, less overflow. */
  readonly axis: string;
  readonly paidFor: string;
  /** Kroner for one. */
  readonly willingness: number;
  /** The arm with the highest mean net benefit: the one to choose now. */
  readonly frontier: string;
  /** The arm that is the best in most draws, and in which share of them. */
  readonly mostAcceptable: string;
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  readonly unit: string;
  /** Expected value of perfect information. */
  readonly perfectInformation: number;
  readonly perfectInformationLow: number;
  readonly perfectInformationHigh: number;
  /** Whether chance could not be told from doubt, with one replicate a draw: shares lie too near each other, and the value is an upper bound. */
  readonly holdsChance: boolean;
}

export interface Comparison {
  /** Names of the arms, the baseline first. */
  readonly arms: readonly string[];
  readonly measures: readonly MeasureResult[];
  readonly differences: readonly DifferenceResult[];
  /** Empty unless several draws were run with several replicates each. */
  readonly layers: readonly VarianceComponents[];
  /** Empty unless several draws were run of several arms. */
  readonly choices: readonly ChoiceResult[];
  /** The tables that charts read. */
  readonly series: readonly Table[];
  readonly armDigests: ReadonlyMap<string, string>;
  readonly resultDigest: string;
  readonly replicates: number;
  readonly draws: number;
}
