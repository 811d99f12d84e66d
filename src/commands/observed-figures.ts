/**
 * Observed figures: which measure of the simulation stands beside which observed figure.
 *
 * A figure is named after its measure, with a horizon behind @; the few whose measure needs more than a name are listed.
 * A figure without a measure is left out of the chart, and stays in the table of targets.
 */
import type { ObservedFigure } from '../report/series.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';

/** The figures of the table of targets, each with its measure; levels from most to least closed. */
export function observedFigures(targets: Table, levels: readonly string[]): readonly ObservedFigure[] {
  const texts = (name: string) => textsOf(targets, name);
  const [ids, labels, units] = [texts('measure'), texts('label'), texts('unit')];
  const [periods, sources] = [texts('period'), texts('source')];
  const [observed, tolerance] = [numbersOf(targets, 'observed'), numbersOf(targets, 'tolerance')];
  const fitted = targets.column('fitted');
  return ids.map((id, row) => ({
    id,
    ...measureOf(id, levels),
    label: labels[row]!,
    unit: units[row]!,
    period: periods[row]!,
    observed: observed[row]!,
    tolerance: tolerance[row]!,
    fitted: fitted[row] === 1,
    source: sources[row]!,
  }));
}

function measureOf(id: string, [closed, open]: readonly string[]): Named {
  const named: Readonly<Record<string, Named>> = {
    'remand-stock': { measure: 'occupancy', status: 'remand' },
    'sentence-stock': { measure: 'occupancy', status: 'serving' },
    'detention-stock': { measure: 'occupancy', status: 'detained' },
    'fine-default-stock': { measure: 'occupancy', status: 'defaulting' },
    'closed-days': { measure: 'level-share', level: closed! },
    ...(open !== undefined && { 'open-days': { measure: 'level-share', level: open } }),
  };
  const [measure, years] = id.split('@') as [string, string?];
  return named[id] ?? { measure, ...(years !== undefined && { horizon: Number.parseInt(years, 10) }) };
}

type Named = Pick<ObservedFigure, 'measure' | 'status' | 'level' | 'horizon'>;
