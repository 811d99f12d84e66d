/**
 * Placement: at which security level somebody serves, and when they move on.
 *
 * Staff assess risk with error: the assessed rank follows the true log-odds only so far as an AUC of 0.70 allows. Short
 * sentences may begin at a more open level, the lowest assessed risks first. At every review, somebody who has served
 * enough of the time, or is near release, and whose assessed risk is low enough, is put on the list for the next level.
 * Places are handed out each morning in the order of the lists: the recalled, then those inside, then those at liberty,
 * who begin at a more closed level where the one they wait for is full.
 *
 * Handles `summoned`, `assessed`, `reviewed`; hands out places. Schedules `admitted`, `reviewed`. Sources: execution of
 * sentences act and its regulations (PC0810-PC0812); assessment AUC of validation studies; shares *assumption*.
 */

import { type ReoffendingParameters, riskOf } from '../community/reoffending.ts';
import { wholeDays } from '../engine/distribution.ts';
import { normalCumulative, normalQuantile } from '../engine/mathematics.ts';
import { amount, days, logOdds, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, recalls, status } from '../people/person.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { type FacilityParameters, room } from './facility.ts';
import { isEligible, type MonitoringParameters, mayEndAtHome, planBreach } from './monitoring.ts';

export const parameters = parametersOf('placement', {
  assessmentAuc: share('AUC of assessed risk for a charge within two years', { bounds: [0.5, 0.77] }),
  trueAuc: share('AUC of the true log-odds among people released', { bounds: [0.51, 1] }),
  riskMean: logOdds('mean log-odds among people released'),
  riskSpread: amount('log odds', 's.d. of log-odds among people released', { bounds: [0.01, 10] }),
  entryClassTo: days('longest sentence of an entry class', { by: 'entry_class' }),
  entryShare: share('level at which people of a class begin; each class adds up to 1', {
    by: ['entry_class', 'level'],
    addsUpTo: 1,
  }),
  reviewDays: days('time between two reviews', { by: 'level', bounds: [1, 3650] }),
  servedShare: share('part of the time to release after which a move into a level is considered', { by: 'level' }),
  lastDays: days('a move into a level is also considered when so many days remain', { by: 'level' }),
  riskCeiling: share('highest assessed rank with which somebody is moved into a level', { by: 'level' }),
});
export type PlacementParameters = ValuesOf<typeof parameters>;

/** Correlation of assessed with true log-odds that gives an AUC, where the truth itself reaches `trueAuc`. */
export function assessmentCorrelation(auc: number, trueAuc: number): number {
  return Math.min(1, Math.max(0, normalQuantile(auc) / normalQuantile(trueAuc)));
}

/** Assessed rank, 0 lowest to 1 highest: uniform among people released, correlated with the true log-odds. */
export function assessedRank(logit: number, mean: number, spread: number, correlation: number, u: number): number {
  const error = normalQuantile(u);
  return normalCumulative(correlation * ((logit - mean) / spread) + Math.sqrt(1 - correlation * correlation) * error);
}

/** The level at which somebody begins: the lowest ranks at the most open level that the class has a share of. */
export function entryLevel(rank: number, shares: Float64Array): number {
  let upTo = 0;
  for (let level = shares.length - 1; level > 0; level--) {
    upTo += shares[level]!;
    if (rank < upTo) return level;
  }
  return 0;
}

/** The class of a sentence for entry; sentences beyond the last bound fall into the last class. */
export function entryClass(sentenceDays: number, classTo: Float64Array): number {
  for (let index = 0; index < classTo.length; index++) if (sentenceDays <= classTo[index]!) return index;
  return classTo.length - 1;
}

/** Whether a move into the next level is granted at a review. */
export function mayMoveOn(
  servedDays: number,
  totalDays: number,
  rank: number,
  servedShare: number,
  lastDays: number,
  riskCeiling: number,
): boolean {
  return rank <= riskCeiling && (servedDays >= servedShare * totalDays || totalDays - servedDays <= lastDays);
}

/** Before leaving a level beyond the most closed: adds the days spent there. */
export function addOpenDays(world: World, row: Row): void {
  const { level, levelDay, openDays } = world.people;
  if (level[row]! > 0 && level[row] !== NONE) openDays[row]! += world.today - levelDay[row]!;
}

/** Life event: may begin to serve. Joins the list of a level, or of monitoring. */
export function onSummoned(
  world: World,
  row: Row,
  given: PlacementParameters,
  monitoring: MonitoringParameters,
  reoffending: ReoffendingParameters,
): void {
  const { people } = world;
  world.record(event.summoned, row);
  people.waitingSince[row] = world.today;
  if (people.recall[row] !== recalls.none) {
    world.waiting.join(world.listOf(0, classesOfWaiting.recalled), row);
    return;
  }
  people.assessedRisk[row] = assess(world, row, given, reoffending);
  const draw = world.draw(decisions.monitoring, row, people.episode[row]!);
  const remaining = people.sentenceDays[row]! - people.servedDays[row]!;
  const eligible = isEligible(remaining, monitoring.limitDays, draw, monitoring.eligibleShare);
  const destination = eligible ? world.monitoring : firstLevel(world, row, given);
  world.waiting.join(world.listOf(destination, classesOfWaiting.atLiberty), row);
}

/** Life event: assessed on entry. The first review follows. */
export function onAssessed(
  world: World,
  row: Row,
  given: PlacementParameters,
  reoffending: ReoffendingParameters,
): void {
  const { people, diary } = world;
  people.assessedRisk[row] = assess(world, row, given, reoffending);
  people.reviews[row] = 0;
  if (people.status[row] !== status.serving) return;
  diary.set(row, event.reviewed, world.today + wholeDays(given.reviewDays[people.level[row]!]!));
}

/** Life event: a review. Puts the person on the list for the next level if they may move on. */
export function onReviewed(world: World, row: Row, given: PlacementParameters, monitoring: MonitoringParameters): void {
  const { people, diary, waiting } = world;
  const level = people.level[row]!;
  people.reviews[row]!++;
  world.record(event.reviewed, row, level);
  diary.set(row, event.reviewed, world.today + wholeDays(given.reviewDays[level]!));
  if (waiting.listOf(row) >= 0) return;
  const total = people.servedDays[row]! + people.releaseDay[row]! - people.custodyDay[row]!;
  const served = people.servedDays[row]! + world.today - people.custodyDay[row]!;
  const draw = world.draw(decisions.monitoring, row, people.episode[row]!);
  if (mayEndAtHome(level, total - served, monitoring.lastDays) && draw < monitoring.lastShare) {
    waiting.join(world.listOf(world.monitoring, classesOfWaiting.inside), row);
    return;
  }
  const next = level + 1;
  if (next >= world.levels) return;
  const rank = people.assessedRisk[row]!;
  if (!mayMoveOn(served, total, rank, given.servedShare[next]!, given.lastDays[next]!, given.riskCeiling[next]!))
    return;
  waiting.join(world.listOf(next, classesOfWaiting.inside), row);
}

/** Daily step, in the morning: hands out places, from the most open destination to the most closed. */
export function step(
  world: World,
  given: PlacementParameters,
  facility: FacilityParameters,
  monitoring: MonitoringParameters,
): void {
  world.settleWaiting();
  fill(world, world.monitoring, monitoring.places - world.inside[world.monitoring]!, monitoring);
  sendOnFromMonitoring(world, given);
  world.settleWaiting();
  for (let level = world.levels - 1; level >= 0; level--) {
    admitRecalled(world, level, monitoring);
    fill(world, level, room(facility, level, world.inside[level]!), monitoring);
    fillFromMoreOpen(world, level, room(facility, level, world.inside[level]!), monitoring);
  }
}

function assess(world: World, row: Row, given: PlacementParameters, reoffending: ReoffendingParameters): number {
  const correlation = assessmentCorrelation(given.assessmentAuc, given.trueAuc);
  const u = world.draw(decisions.assessment, row, world.people.episode[row]!);
  return assessedRank(riskOf(world, row, reoffending), given.riskMean, given.riskSpread, correlation, u);
}

function firstLevel(world: World, row: Row, given: PlacementParameters): number {
  const { people } = world;
  const shares = given.entryShare[entryClass(people.sentenceDays[row]!, given.entryClassTo)]!;
  return entryLevel(people.assessedRisk[row]!, shares);
}

function fill(world: World, destination: number, free: number, monitoring: MonitoringParameters): void {
  let left = free;
  for (const classOfWaiting of [classesOfWaiting.inside, classesOfWaiting.atLiberty]) {
    const list = world.listOf(destination, classOfWaiting);
    for (let row = world.waiting.first(list); row >= 0 && left > 0; row = world.waiting.first(list), left--) {
      place(world, row, destination, monitoring);
    }
  }
}

/** Who waits at liberty for a level that is full begins at the next more closed one that has room. */
function fillFromMoreOpen(world: World, level: number, free: number, monitoring: MonitoringParameters): void {
  let left = free;
  for (let wanted = level + 1; wanted < world.levels && left > 0; wanted++) {
    const list = world.listOf(wanted, classesOfWaiting.atLiberty);
    for (let row = world.waiting.first(list); row >= 0 && left > 0; row = world.waiting.first(list), left--) {
      place(world, row, level, monitoring);
    }
  }
}

function admitRecalled(world: World, level: number, monitoring: MonitoringParameters): void {
  const list = world.listOf(level, classesOfWaiting.recalled);
  for (let row = world.waiting.first(list); row >= 0; row = world.waiting.first(list))
    place(world, row, level, monitoring);
}

/** Who found no place for monitoring goes on to the list of a level. */
function sendOnFromMonitoring(world: World, given: PlacementParameters): void {
  const list = world.listOf(world.monitoring, classesOfWaiting.atLiberty);
  for (let row = world.waiting.first(list); row >= 0; row = world.waiting.first(list)) {
    world.waiting.join(world.listOf(firstLevel(world, row, given), classesOfWaiting.atLiberty), row);
  }
}

function place(world: World, row: Row, destination: number, monitoring: MonitoringParameters): void {
  const { people, diary, waiting } = world;
  waiting.leave(row);
  const wasServing = people.status[row] === status.serving;
  if (wasServing) addOpenDays(world, row);
  people.levelDay[row] = world.today;
  const atHome = destination === world.monitoring;
  world.stand(row, atHome ? status.monitored : status.serving, atHome ? NONE : destination);
  if (wasServing) {
    world.record(event.moved, row, destination);
    if (atHome) {
      diary.clear(row, event.reviewed);
      planBreach(world, row, people.releaseDay[row]!, monitoring);
    }
    return;
  }
  people.custodyDay[row] = world.today;
  diary.clear(row, event.charged);
  diary.clear(row, event.departed);
  diary.set(row, event.admitted, world.today);
}
