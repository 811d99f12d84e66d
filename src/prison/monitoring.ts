/**
 * Electronic monitoring: serving a short sentence, or the end of a longer one, at home.
 *
 * Sentences, or remaining times, up to a limit that the law sets (four months until September 2020) are eligible, for people
 * in a county that has monitoring whose offence does not rule it out. Of these a share have a home and something to do, ask, and
 * are found fit; they tend to be of low assessed risk. Places are limited: without one on the day of the summons, the
 * sentence is served in an institution. Whole sentences come first, and some places are kept
 * free for those of the next days; people near the end of a longer one get the rest, unless the order says otherwise. Some people break the rules and serve the rest inside.
 *
 * Handles `monitoringRevoked`. Schedules `monitoringRevoked`, `summoned`. Sources: directorate of correctional service; breaches E131.
 */
import { normalCumulative, normalQuantile } from '../engine/mathematics.ts';
import { choice, days, parametersOf, places, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';

/** Who gets a free place first: people who serve a whole sentence, or people at the end of one. */
export const monitoringOrders = ['whole-first', 'end-first'] as const;

export const parameters = parametersOf('monitoring', {
  places: places('people who can be monitored at once'),
  order: choice('who gets a free place first: whole sentences, or the end of longer ones', monitoringOrders),
  reserve: share('places, of all, kept free for whole sentences when the end of longer ones gets the rest'),
  limitDays: days('longest sentence that may be served on monitoring from its start'),
  coveredShare: share('people who live in a county that has monitoring'),
  excludedShare: share('sentences whose offence rules monitoring out', { by: 'offence' }),
  eligibleShare: share(
    'sentences that may be served at home whose person has a home and an occupation, asks and is found fit',
  ),
  riskWeight: share('correlation of that eligibility with a low assessed risk', { bounds: [0, 0.999] }),
  lastDays: days('longest remaining time that may be served on monitoring after a stay in an institution'),
  lastShare: share('people within that time, beyond the most closed level, who ask and are found fit'),
  revokedShare: share('people on monitoring who break the rules and serve the rest in an institution'),
});
export type MonitoringParameters = ValuesOf<typeof parameters>;

/**
 * A person's rank of suitability for monitoring, 0 first to 1 last: uniform among people of uniform assessed ranks, and
 * correlated with these. Without weight it is the draw of a home, an occupation and consent alone.
 */
export function suitabilityOf(rank: number, draw: number, riskWeight: number): number {
  if (riskWeight === 0) return draw;
  const within = Math.min(Math.max(rank, LEAST_RANK), 1 - LEAST_RANK);
  const rest = Math.sqrt(1 - riskWeight * riskWeight);
  return normalCumulative(riskWeight * normalQuantile(within) + rest * normalQuantile(draw));
}

/** The suitability of an assessed person, last for one who may not; it changes within a case only with the assessment. */
export function suitability(world: World, row: Row, given: MonitoringParameters): number {
  if (!mayStayAtHome(world, row, given)) return 1;
  const { assessedRisk, episode } = world.people;
  return suitabilityOf(assessedRisk[row], world.draw(decisions.monitoring, row, episode[row]), given.riskWeight);
}

/** Whether county and offence allow monitoring. The draw of a county is the person's, so none drops out when others join. */
function mayStayAtHome(world: World, row: Row, { coveredShare, excludedShare }: MonitoringParameters): boolean {
  const { group, episode } = world.people;
  if (world.draw(decisions.monitoringCounty, row, 0) >= coveredShare) return false;
  return world.draw(decisions.monitoringOffence, row, episode[row]) >= excludedShare[group[row]];
}

/** Whether a sentence may be served at home from its start. */
export function mayServeAtHome(
  sentenceDays: number,
  limitDays: number,
  suitability: number,
  eligibleShare: number,
): boolean {
  return sentenceDays <= limitDays && suitability < eligibleShare;
}

/** Whether the end of a sentence may be served at home: near release, and no longer at the most closed level. */
export function mayEndAtHome(level: number, remainingDays: number, lastDays: number): boolean {
  return level > 0 && level !== NONE && remainingDays > 0 && remainingDays <= lastDays;
}

/** Of the places left when whole sentences have theirs, those that go to the end of longer ones. */
export function leftForTheEnd(left: number, places: number, reserve: number): number {
  return Math.max(0, left - Math.ceil(reserve * places));
}

/** The day of a breach within a stay, after `1 ... days - 1` days, or 0 for none. */
export function breachAfter(draw: number, share: number, when: number, days: number): number {
  return draw < share && days > 1 ? 1 + Math.floor(when * (days - 1)) : 0;
}

/** Plans a breach for a person who begins to serve at home until `releaseDay`. */
export function planBreach(world: World, row: Row, releaseDay: number, given: MonitoringParameters): void {
  const occasion = world.people.episode[row];
  const draw = world.draw(decisions.monitoringBreach, row, occasion);
  const when = world.draw(decisions.monitoringBreachDay, row, occasion);
  const after = breachAfter(draw, given.revokedShare, when, releaseDay - world.today);
  if (after > 0) world.diary.set(row, event.monitoringRevoked, world.today + after);
}

/** Life event: monitoring is revoked; the rest is served in an institution, which keeps a place for it. */
export function onMonitoringRevoked(world: World, row: Row): void {
  const { people, diary } = world;
  world.record(event.monitoringRevoked, row);
  people.servedDays[row] = people.servedDays[row] + world.today - people.custodyDay[row];
  people.recall[row] = recalls.fromMonitoring;
  diary.clear(row, event.released);
  diary.clear(row, event.reviewed);
  world.moveTo(row, status.waiting, NONE);
  diary.set(row, event.summoned, world.today);
}

/** Ranks nearer to 0 or 1 have no finite quantile worth telling apart. */
const LEAST_RANK = 1e-9;
