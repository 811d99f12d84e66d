/**
 * Openings: which places of a number that stands on the day asked are not there yet when the number begins to stand.
 */
import { type Day, formatDay } from '../../engine/calendar.ts';
import { epochsOf } from '../../scenario/epoch.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { type CapacityQuestion, placesByDate } from './trial.ts';

/** Places that open after the day from which the number stands, and the day. */
export interface Opening {
  readonly places: number;
  readonly on: Day;
}

/** The openings up to the day asked, in order. Places that close and come back in between are none. */
export function openingsOf({
  scenario,
  level,
  from,
  by,
}: Pick<CapacityQuestion, 'scenario' | 'level' | 'from' | 'by'>) {
  const on = (day: Day) => placesByDate({ scenario, level, by: day });
  const first = Math.max(from, scenario.start);
  const last = on(by);
  let most = on(first);
  const openings: Opening[] = [];
  for (const { from: day } of epochsOf(scenario, catalogue)) {
    if (day <= first || day > by) continue;
    const reached = Math.min(on(day), last);
    if (reached <= most) continue;
    openings.push({ places: reached - most, on: day });
    most = reached;
  }
  return openings;
}

/** `, of which 20 open on 2028-01-01`; empty if all stand from the first day. */
export function openingsText(openings: readonly Opening[]): string {
  if (openings.length === 0) return '';
  return `, of which ${openings.map(({ places, on }) => `${places} open on ${formatDay(on)}`).join(' and ')}`;
}
