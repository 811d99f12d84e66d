/**
 * Headlines: the few measures that stand first in a terminal and a report, and how results name their measure.
 */
import { ALL_SERVED } from '../measures/recidivism.ts';
import type { MeasureResult } from './comparison.ts';

/** Recidivism, people inside, overflow, waiting and cost, in the first arm of a list of measures. */
export function headlines<Result extends NamedMeasure & { readonly arm: string }>(
  measures: readonly Result[],
  levels: readonly string[],
): readonly Result[] {
  const closed = levels[0];
  const wanted: readonly NamedMeasure[] = [
    { measure: 'new-charge', population: ALL_SERVED, horizon: 2 },
    { measure: 'charges' },
    { measure: 'occupancy' },
    { measure: 'occupancy', level: closed },
    { measure: 'overflow-chance', level: closed },
    { measure: 'queue-length' },
    { measure: 'cost' },
  ];
  const first = measures[0]?.arm;
  return wanted.flatMap(
    (one) => measures.find((measure) => measure.arm === first && isSameMeasure(measure, one)) ?? [],
  );
}

/** What tells one measure from another. */
export type NamedMeasure = Pick<MeasureResult, 'measure' | 'population' | 'horizon' | 'level' | 'status' | 'evidence'>;

/** Whether two results are of one measure, whatever their arms. */
export function isSameMeasure(a: NamedMeasure, b: NamedMeasure): boolean {
  return (['measure', 'population', 'horizon', 'level', 'status', 'evidence'] as const).every(
    (name) => a[name] === b[name],
  );
}
