/**
 * Target measure: which measure of a simulation stands beside an observed figure of a given name.
 *
 * A figure is named after its measure, with a horizon behind @; the few whose measure needs more than a name are listed.
 */
import type { MeasureIdentity } from './measure-identity.ts';

/** The measure of a figure; levels from most to least closed. */
export function measureOfTarget(id: string, [closed, open]: readonly string[]): MeasureIdentity {
  const named: Readonly<Record<string, MeasureIdentity>> = {
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
