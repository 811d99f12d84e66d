/**
 * Mortality: death from any cause.
 *
 * One day of death is drawn for a person on arrival, at the rate found among people released from prison. It is the same
 * in every arm: no policy moves it yet.
 *
 * Handles `arrived`, `died`. Schedules `died`. Source: register study of releases 2000-2014.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exponential } from '../engine/distribution.ts';
import { parametersOf, perYear, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import type { Row } from '../people/person.ts';
import type { World } from '../people/world.ts';

export const parameters = parametersOf('mortality', {
  rate: perYear('deaths from any cause per person and year', { bounds: [0.0001, 1] }),
});
export type MortalityParameters = ValuesOf<typeof parameters>;

/** Whole days until death, at least 1. */
export function daysUntilDeath(u: number, ratePerYear: number): number {
  return 1 + Math.floor(exponential(u, DAYS_PER_YEAR / ratePerYear));
}

/** Life event: a person comes into the window; the day of death is settled. */
export function onArrived(world: World, row: Row, { rate }: MortalityParameters): void {
  world.diary.set(row, event.died, world.today + daysUntilDeath(world.draw(decisions.death, row, 0), rate));
}

/** Life event: death, wherever the person is. */
export function onDied(world: World, row: Row): void {
  world.record(event.died, row);
  world.leave(row);
}
