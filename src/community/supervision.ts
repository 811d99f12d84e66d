/**
 * Supervision: the trial period of a conditional release, which lasts for the rest of the sentence.
 *
 * Some people released must also report. Breaches of the conditions come at a rate that is higher with the duty to report
 * and with the assessed risk. Only the first breach counts: it leads to serving the rest of the sentence, or to a warning.
 * The clock of reoffending stands still while a recalled person serves. A new charge ends the trial period; the court decides
 * whether the rest is served with a new sentence (`court.rest_served`).
 *
 * Handles `supervised`, `breached`, `supervisionEnded`. Schedules `breached`, `supervisionEnded`, `summoned`. Sources:
 * execution of sentences act (PC0801-PC0802); frequencies are not published for Norway, *assumption*.
 */

import { NEVER } from '../engine/agenda.ts';
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { exp, log } from '../engine/mathematics.ts';
import { days, factor, logOdds, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, recalls, status } from '../people/person.ts';
import { pauseClock } from '../people/spell.ts';
import type { World } from '../people/world.ts';
import { chanceAfterOdds } from '../prison/court.ts';
import type { DetentionParameters } from '../prison/detention.ts';
import { trialDays, trialOccasion } from '../prison/trial-period.ts';

export const parameters = parametersOf('supervision', {
  dutyShare: share('people on conditional release with a duty to report'),
  breachShare: share('chance to break the conditions in a year of supervision, at median risk and without that duty', {
    bounds: [0, 0.99],
  }),
  dutyOdds: factor('factor on the odds of a breach with the duty to report', { bounds: [1, 100] }),
  riskLogOdds: logOdds('log-odds of a breach at the highest relative to the lowest assessed risk', { bounds: [0, 10] }),
  recalledShare: share('breaches after which the rest of the sentence is to be served'),
  lengthFactor: factor('trial period, relative to the rest of the sentence', { bounds: [0, 20] }),
  leastDays: days('shortest trial period of a conditional release'),
});
export type SupervisionParameters = ValuesOf<typeof parameters>;

/** Chance to break the conditions within a year, by duty and assessed rank. */
export function breachChance(
  hasDuty: boolean,
  rank: number,
  { breachShare, dutyOdds, riskLogOdds }: Pick<SupervisionParameters, 'breachShare' | 'dutyOdds' | 'riskLogOdds'>,
): number {
  const odds = (hasDuty ? dutyOdds : 1) * exp(riskLogOdds * (rank - 0.5));
  return chanceAfterOdds(breachShare, odds);
}

/** Whole days until a breach, at least 1, at the constant rate that gives this chance within a year. */
export function daysToBreach(u: number, chanceInYear: number): Day {
  if (chanceInYear <= 0) return NEVER;
  const wait = (DAYS_PER_YEAR * log(1 - u)) / log(1 - chanceInYear);
  return wait < NEVER - 1 ? 1 + Math.floor(wait) : NEVER;
}

/** Days to serve after a recall: all that was left at release. Days on trial do not count as served. */
export function restAfterRecall(sentenceDays: number, servedDays: number): number {
  return Math.max(0, sentenceDays - servedDays);
}

/** Life event: a trial period begins. */
export function onSupervised(
  world: World,
  row: Row,
  given: SupervisionParameters,
  detention: DetentionParameters,
): void {
  const { people, diary } = world;
  const occasion = trialOccasion(world, row);
  const trial = trialDays(world, row, given, detention);
  world.record(event.supervised, row, trial);
  diary.set(row, event.supervisionEnded, world.today + trial);
  const hasDuty = world.draw(decisions.supervisionDuty, row, occasion) < given.dutyShare;
  const chance = breachChance(hasDuty, people.assessedRisk[row], given);
  const after = daysToBreach(world.draw(decisions.breachDay, row, occasion), chance);
  if (after < trial) diary.set(row, event.breached, world.today + after);
}

/** Life event: a breach. A warning, or the rest is to be served and the clock of reoffending stops. */
export function onBreached(world: World, row: Row, { recalledShare }: SupervisionParameters): void {
  const { people, diary } = world;
  world.record(event.breached, row);
  if (world.draw(decisions.recall, row, trialOccasion(world, row)) >= recalledShare) return;
  world.record(event.recalled, row, restAfterRecall(people.sentenceDays[row], people.servedDays[row]));
  pauseClock(world, row);
  people.recall[row] = recalls.fromRelease;
  diary.clear(row, event.charged);
  diary.clear(row, event.departed);
  diary.clear(row, event.supervisionEnded);
  world.moveTo(row, status.waiting, NONE);
  diary.set(row, event.summoned, world.today);
}

/** Life event: the trial period is over. */
export function onSupervisionEnded(world: World, row: Row): void {
  world.diary.clear(row, event.breached);
  world.record(event.supervisionEnded, row);
  world.moveTo(row, status.liberty, NONE);
}
