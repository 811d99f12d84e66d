/**
 * Observed figures: which measure of the simulation stands beside which observed figure.
 *
 * A figure is named after its measure, with a horizon behind @; the few whose measure needs more than a name are listed.
 * A figure without a measure is left out of the chart, and stays in the table of targets.
 */
import type { ObservedFigure } from '../report/series.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';

const MEASURES: Readonly<Record<string, Pick<ObservedFigure, 'measure' | 'status'>>> = {
  'remand-stock': { measure: 'occupancy', status: 'remand' },
  'sentence-stock': { measure: 'occupancy', status: 'serving' },
  'remand-transfers': { measure: 'straight-passes' },
  'sentence-releases': { measure: 'releases' },
  'institution-days': { measure: 'time-served' },
};

/** The figures of the table of targets, each with its measure. */
export function observedFigures(targets: Table): readonly ObservedFigure[] {
  const texts = (name: string) => textsOf(targets, name);
  const [ids, labels, units] = [texts('measure'), texts('label'), texts('unit')];
  const [periods, sources] = [texts('period'), texts('source')];
  const [observed, tolerance] = [numbersOf(targets, 'observed'), numbersOf(targets, 'tolerance')];
  return ids.map((id, row) => ({
    id,
    ...measureOf(id),
    label: labels[row]!,
    unit: units[row]!,
    period: periods[row]!,
    observed: observed[row]!,
    tolerance: tolerance[row]!,
    source: sources[row]!,
  }));
}

function measureOf(id: string): Pick<ObservedFigure, 'measure' | 'status' | 'horizon'> {
  const [measure, years] = id.split('@') as [string, string?];
  return MEASURES[id] ?? { measure, ...(years === undefined ? {} : { horizon: Number.parseInt(years, 10) }) };
}
