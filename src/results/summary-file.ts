/**
 * Summary: the file `summary.json`, every measure of every arm and every paired difference, with 95 % intervals.
 */
import type {
  Comparison,
  DecisionResult,
  DifferenceResult,
  LayersResult,
  MeasureResult,
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
  readonly layers?: readonly Written<LayersResult>[];
  /** Only where parameters were drawn, and there are arms to choose from. */
  readonly decisions?: readonly Written<DecisionResult>[];
}

/** The summary of a comparison, numbers rounded to 12 significant digits. */
export function summaryOf({ measures, differences, layers, decisions }: Comparison): WrittenSummary {
  return {
    note: 'intervals are 95 %; differences are paired by replicate; null where there was nothing to measure',
    measures: measures.map(written),
    differences: differences.map(written),
    ...(layers.length === 0 ? {} : { layers: layers.map(written) }),
    ...(decisions.length === 0 ? {} : { decisions: decisions.map(written) }),
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
