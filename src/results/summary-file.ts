/**
 * Summary: the file `summary.json`, every measure of every arm and every paired difference, with 95 % intervals.
 */
import type {
  ChoiceResult,
  Comparison,
  DifferenceResult,
  MeasureResult,
  VarianceComponents,
} from '../experiment/comparison.ts';

const SIGNIFICANT_DIGITS = 12;

/** Numbers of a result as they are written: rounded, and null where there was nothing to measure. */
type Written<Result> = {
  readonly [Name in keyof Result]: Result[Name] extends number ? number | null : Result[Name];
};

/** What the file holds. */
export interface WrittenSummary {
  readonly note: string;
  readonly measures: readonly Written<MeasureResult>[];
  readonly differences: readonly Written<DifferenceResult>[];
  /** Only where parameters were drawn, with several replicates each. */
  readonly layers?: readonly Written<VarianceComponents>[];
  /** Only where parameters were drawn, and there are arms to choose from. */
  readonly choices?: readonly Written<ChoiceResult>[];
}

/** The summary of a comparison, numbers rounded to 12 significant digits. */
export function summaryOf({ measures, differences, layers, choices }: Comparison): WrittenSummary {
  return {
    note: 'intervals are 95 %; differences are paired by replicate; null where there was nothing to measure',
    measures: measures.map(written),
    differences: differences.map(written),
    ...(layers.length === 0 ? {} : { layers: layers.map(written) }),
    ...(choices.length === 0 ? {} : { choices: choices.map(written) }),
  };
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
