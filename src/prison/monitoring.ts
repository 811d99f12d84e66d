/**
 * Electronic monitoring: serving a short sentence, or the end of a longer one, at home.
 *
 * Eligible are sentences, or remaining times, up to a limit that the law sets (four months until September 2020), for the
 * part of people who have a home, something to do and consent. Places are limited; who finds none on the day of being
 * summoned goes to an institution. Some break the rules and serve the rest in an institution.
 *
 * Handles `monitoringRevoked`. Schedules `monitoringRevoked`, `summoned`. Sources: directorate of correctional service; breaches E131.
 */
import { days, parametersOf, places, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';

export const parameters = parametersOf('monitoring', {
  places: places('people who can be monitored at once'),
  limitDays: days('longest sentence that may be served so from its start'),
  eligibleShare: share('sentences within the limit whose person has a home, an occupation and consents'),
  lastDays: days('longest remaining time that may be served so after a stay in an institution'),
  lastShare: share('people within that time, beyond the most closed level, who are granted it'),
  revokedShare: share('people on monitoring who break the rules and serve the rest in an institution'),
});
export type MonitoringParameters = ValuesOf<typeof parameters>;

/** Whether a sentence may be served at home from its start. */
export function isEligible(sentenceDays: number, limitDays: number, draw: number, eligibleShare: number): boolean {
  return sentenceDays <= limitDays && draw < eligibleShare;
}

/** Whether the end of a sentence may be served at home: near release, and no longer at the most closed level. */
export function mayEndAtHome(level: number, remainingDays: number, lastDays: number): boolean {
  return level > 0 && level !== NONE && remainingDays > 0 && remainingDays <= lastDays;
}

/** The day of a breach within a stay, or 0 for none: after `1 ... days - 1` days. */
export function breachAfter(draw: number, share: number, when: number, days: number): number {
  return draw < share && days > 1 ? 1 + Math.floor(when * (days - 1)) : 0;
}

/** Plans a breach of somebody who begins to serve at home until `releaseDay`. */
export function planBreach(world: World, row: Row, releaseDay: number, given: MonitoringParameters): void {
  const occasion = world.people.episode[row]!;
  const draw = world.draw(decisions.monitoringBreach, row, occasion);
  const when = world.draw(decisions.monitoringBreachDay, row, occasion);
  const after = breachAfter(draw, given.revokedShare, when, releaseDay - world.today);
  if (after > 0) world.diary.set(row, event.monitoringRevoked, world.today + after);
}

/** Life event: monitoring is revoked; the rest is served in an institution, which keeps a place for it. */
export function onMonitoringRevoked(world: World, row: Row): void {
  const { people, diary } = world;
  world.record(event.monitoringRevoked, row);
  people.servedDays[row] = people.servedDays[row]! + world.today - people.custodyDay[row]!;
  people.recall[row] = recalls.fromMonitoring;
  diary.clear(row, event.released);
  diary.clear(row, event.reviewed);
  world.stand(row, status.waiting, NONE);
  diary.set(row, event.summoned, world.today);
}
