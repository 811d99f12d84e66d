/**
 * Target measure: finds the measure to compare with an observed figure of a given name.
 *
 * A figure is named after its measure, with its horizon behind @; the few exceptions are listed here.
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
