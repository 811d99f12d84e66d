/**
 * Summary file: `summary.json`, with every measure of every arm and every paired difference, and 95 % intervals.
 */
import type { CohortAdded, CohortPart, CohortResult, PairResult } from '../experiment/cohort-pairs.ts';
import type {
  ChoiceResult,
  Comparison,
  DifferenceResult,
  MeasureResult,
  VarianceComponents,
} from '../experiment/comparison.ts';
import type { YearDifference } from '../experiment/last-year.ts';
import type { Losses } from '../experiment/losses.ts';
import type { PairCosts } from '../experiment/pair-costs.ts';

const SIGNIFICANT_DIGITS = 12;

/** Numbers of a result as written: rounded, and null if there was nothing to measure. */
type Written<Result> = {
  readonly [Name in keyof Result]: Result[Name] extends number ? number | null : Result[Name];
};

/** A cohort as written: the ends of its parts, and of what it adds, may be missing. */
export type WrittenCohort = Omit<CohortResult, 'parts' | 'added'> & {
  readonly parts: readonly Written<CohortPart>[];
  /** Absent in older folders. */
  readonly added?: { readonly [Name in keyof CohortAdded]: Written<CohortAdded[Name]> };
};

/** A pair as written. */
export type WrittenPair = Written<Omit<PairResult, 'costs'>> & {
  /** Absent in older folders. */
  readonly costs?: { readonly [Name in keyof PairCosts]: Written<PairCosts[Name]> };
};

/** The content of the file. */
export interface WrittenSummary {
  readonly note: string;
  readonly measures: readonly Written<MeasureResult>[];
  readonly differences: readonly Written<DifferenceResult>[];
  /** Differences in the last whole calendar year alone; absent in older folders, with one arm or one year. */
  readonly lastYear?: readonly Written<YearDifference>[];
  /** The people followed in each arm, and the parts of their difference; absent in older folders and with one arm. */
  readonly cohorts?: readonly WrittenCohort[];
  /** Members charged again, for every two arms; absent in older folders and with fewer than three arms. */
  readonly pairs?: readonly WrittenPair[];
  /** Only with several parameter draws of several replicates each. */
  readonly layers?: readonly Written<VarianceComponents>[];
  /** Only with parameter draws and several arms to choose from. */
  readonly choices?: readonly Written<ChoiceResult>[];
  /** Only if cells failed. */
  readonly losses?: Losses;
}

/** The summary of a comparison, numbers rounded to 12 significant digits. */
export function summaryOf({
  measures,
  differences,
  lastYear,
  cohorts,
  pairs,
  layers,
  choices,
  losses,
}: Comparison): WrittenSummary {
  return {
    note: 'intervals are 95 %; differences are paired by replicate; null where there was nothing to measure',
    measures: measures.map(written),
    differences: differences.map(written),
    ...(lastYear.length === 0 ? {} : { lastYear: lastYear.map(written) }),
    ...(cohorts.length === 0 ? {} : { cohorts: cohorts.map(writtenCohort) }),
    ...(pairs.length === 0 ? {} : { pairs: pairs.map(writtenPair) }),
    ...(layers.length === 0 ? {} : { layers: layers.map(written) }),
    ...(choices.length === 0 ? {} : { choices: choices.map(written) }),
    ...(losses === undefined ? {} : { losses }),
  };
}

function writtenCohort({ parts, added, ...cohort }: CohortResult): WrittenCohort {
  const { crime, inside } = added;
  return { ...cohort, parts: parts.map(written), added: { crime: written(crime), inside: written(inside) } };
}

function writtenPair({ costs, ...pair }: PairResult): WrittenPair {
  return { ...written(pair), costs: { custody: written(costs.custody), crime: written(costs.crime) } };
}

function written<Result extends object>(result: Result): Written<Result> {
  const entries = Object.entries(result).map(([name, value]) => [
    name,
    typeof value === 'number' ? rounded(value) : value,
  ]);
  return Object.fromEntries(entries) as Written<Result>;
}

function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(SIGNIFICANT_DIGITS)) : null;
}
