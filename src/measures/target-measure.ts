/**
 * Target measure: finds the measure to compare with an observed figure of a given name.
 *
 * A figure is named after its measure, with its horizon behind @; `-from-closed` and `-from-open` name people released from the
 * most closed level and from the next. The few exceptions are listed here.
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
  const [name, years] = id.split('@') as [string, string?];
  const horizon = years === undefined ? {} : { horizon: Number.parseInt(years, 10) };
  const [, measure, end] = BY_LEVEL.exec(name) ?? [];
  const level = end === 'closed' ? closed : open;
  if (named[id] !== undefined) return named[id];
  return measure !== undefined && level !== undefined ? { measure, ...horizon, level } : { measure: name, ...horizon };
}

const BY_LEVEL = /^(.+)-from-(closed|open)$/;
