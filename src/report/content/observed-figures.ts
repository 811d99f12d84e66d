/**
 * Observed figures: which measure of the simulation stands beside which observed figure.
 *
 * A figure without a measure is left out of the chart, and stays in the table of targets.
 */
import { measureOfTarget } from '../../measures/target-measure.ts';
import { numbersOf, type Table, textsOf } from '../../tables/table.ts';
import type { ObservedFigure } from '../series.ts';

/** The figures of the table of targets, each with its measure; levels from most to least closed. */
export function observedFigures(targets: Table, levels: readonly string[]): readonly ObservedFigure[] {
  const texts = (name: string) => textsOf(targets, name);
  const [ids, labels, units] = [texts('measure'), texts('label'), texts('unit')];
  const [periods, sources] = [texts('period'), texts('source')];
  const [observed, tolerance] = [numbersOf(targets, 'observed'), numbersOf(targets, 'tolerance')];
  const fitted = targets.column('fitted');
  return ids.map((id, row) => ({
    id,
    ...measureOfTarget(id, levels),
    label: labels[row],
    unit: units[row],
    period: periods[row],
    observed: observed[row],
    tolerance: tolerance[row],
    fitted: fitted[row] === 1,
    source: sources[row],
  }));
}
