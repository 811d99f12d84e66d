/**
 * Placement: the security level at which a person serves, and the moves between levels.
 *
 * Staff assess risk with error. Short sentences may begin at a more open level: the lowest assessed risks are meant to, and
 * others may if the level meant for them is full and a place is free there, as long as sentence and risk allow it. A review
 * puts a person on the list for the next level if enough of the time is served, or release is near, and the assessed risk is
 * low enough. If the offence decides instead, it gives the level of entry, and nobody moves beyond it. Misconduct brings a
 * person back to the next more closed level, full or not; a later review may move them on again. At a review, people held
 * outside the home region may move to a unit there. Preventive detention begins at the most closed level; fine default is
 * meant to.
 * `bed-allocation` hands out the places.
 *
 * Handles `summoned`, `assessed`, `reviewed`, `misconduct`. Schedules `reviewed`, `misconduct`. Sources: execution of
 * sentences act and its regulations (PC0810-PC0812); assessment AUC of validation studies; shares *assumption*.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exponential, wholeDays } from '../engine/distribution.ts';
import { occasionOf } from '../engine/random.ts';
import {
  amount,
  choice,
  count,
  days,
  logOdds,
  parametersOf,
  perYear,
  share,
  type ValuesOf,
} from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, isServing, NONE, NOT_YET, type Row, recalls } from '../people/person.ts';
import { type RiskParameters, riskOf } from '../people/risk.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { assessedRank, assessmentCorrelation } from './assessment.ts';
import type { FacilityParameters } from './facility.ts';
import { considerLeave, type LeaveParameters, withdrawLeave } from './leave.ts';
import { isAtHome, lodge } from './lodging.ts';
import { type MonitoringParameters, mayEndAtHome, mayServeAtHome, suitability } from './monitoring.ts';

export const parameters = parametersOf('placement', {
  basis: choice('basis of the level: assessed risk and time served, or the offence', ['risk-and-needs', 'offence']),
  offenceShare: share('level of people of an offence group, if the offence decides; each group adds up to 1', {
    by: ['offence', 'level'],
    addsUpTo: 1,
  }),
  assessmentAuc: share('AUC of assessed risk for a charge within two years', { bounds: [0.5, 0.77] }),
  trueAuc: share('AUC of the true log-odds among people released', { bounds: [0.51, 1] }),
  riskMean: logOdds('mean log-odds among people released'),
  riskSpread: amount('log odds', 's.d. of log-odds among people released', { bounds: [0.01, 10] }),
  entryClassTo: days('longest sentence of an entry class', { by: 'entry_class' }),
  entryShare: share('level at which people of a class are meant to begin; each class adds up to 1', {
    by: ['entry_class', 'level'],
    addsUpTo: 1,
  }),
  entryDays: days('longest sentence with which people may begin at a level while others are full', { by: 'level' }),
  reviewDays: days('time between two reviews', { by: 'level', bounds: [1, 3650] }),
  servedShare: share('part of the time to release after which a move into a level is considered', { by: 'level' }),
  lastDays: days('time to release within which a move into a level is also considered', { by: 'level' }),
  riskCeiling: share('highest assessed rank for a move into a level, or a start there while others are full', {
    by: 'level',
  }),
  misconductRate: perYear('returns to a more closed level per person at a level; none at the most closed', {
    by: 'level',
    bounds: [0, 50],
  }),
  callInShare: share('most people called in from liberty per week, as a share of the places'),
  firstRemanded: count('1 if whoever was remanded in the case is called in before others, otherwise 0', {
    bounds: [0, 1],
  }),
  firstRisk: share('assessed rank above which people are called in before others'),
  firstDays: days('sentence above which people are called in before others'),
  transferShare: share(
    'reviews outside the home region at which a transfer to a unit there is granted, if it has room',
  ),
});
export type PlacementParameters = ValuesOf<typeof parameters>;

/** The level of entry: the lowest ranks take the most open level of which the class has a share. */
export function entryLevel(rank: number, shares: Float64Array): number {
  let upTo = 0;
  for (let level = shares.length - 1; level > 0; level--) {
    upTo += shares[level];
    if (rank < upTo) return level;
  }
  return 0;
}

/** The class of a sentence for entry; sentences beyond the last bound fall into the last class. */
export function entryClass(sentenceDays: number, classTo: Float64Array): number {
  for (let index = 0; index < classTo.length; index++) if (sentenceDays <= classTo[index]) return index;
  return classTo.length - 1;
}

/** Whether a review grants a move into the next level. */
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

/** Whole days from arrival at a level to misconduct there, at least 1, at a rate of returns per year. */
export function daysToMisconduct(u: number, perYear: number): number {
  return 1 + Math.min(LONGEST, Math.floor(exponential(u, DAYS_PER_YEAR / perYear)));
}

/** A wait in days that outlasts every stay. */
const LONGEST = 1_000_000;

/** The level at which a summoned person is meant to begin. */
export function firstLevel(world: World, row: Row, given: PlacementParameters): number {
  const { people } = world;
  if (people.basis[row] !== custodyGrounds.sentence) return 0;
  if (given.basis === 'offence') return levelByOffence(world, row, given);
  const shares = given.entryShare[entryClass(people.sentenceDays[row], given.entryClassTo)];
  return entryLevel(people.assessedRisk[row], shares);
}

/** The most open level at which a sentence of so many days may begin with an assessed rank; the most closed takes all. */
export function openestLevel(
  sentenceDays: number,
  rank: number,
  { entryDays, riskCeiling }: Pick<PlacementParameters, 'entryDays' | 'riskCeiling'>,
): number {
  for (let level = entryDays.length - 1; level > 0; level--)
    if (sentenceDays <= entryDays[level] && rank <= riskCeiling[level]) return level;
  return 0;
}

/** Whether a person is called in before others. */
export function goesFirst(
  wasRemanded: boolean,
  assessedRisk: number,
  sentenceDays: number,
  { firstRemanded, firstRisk, firstDays }: Pick<PlacementParameters, 'firstRemanded' | 'firstRisk' | 'firstDays'>,
): boolean {
  return (wasRemanded && firstRemanded > 0) || assessedRisk > firstRisk || sentenceDays > firstDays;
}

/** The most open level at which a summoned person may begin: never more closed than the level meant for them. */
function levelInReach(world: World, row: Row, given: PlacementParameters): number {
  const meant = firstLevel(world, row, given);
  if (given.basis === 'offence') return meant;
  const { sentenceDays, assessedRisk } = world.people;
  return Math.max(meant, openestLevel(sentenceDays[row], assessedRisk[row], given));
}

/** Whether somebody inside, with the time left, might begin at a level while others are full. */
export function mayBeAt(world: World, row: Row, level: number, given: PlacementParameters): boolean {
  const { releaseDay, assessedRisk } = world.people;
  if (given.basis === 'offence') return level <= levelByOffence(world, row, given);
  return releaseDay[row] - world.today <= given.entryDays[level] && assessedRisk[row] <= given.riskCeiling[level];
}

/** Puts a person at liberty on the list of the most open level at which they may begin. Fine default never goes first. */
export function joinQueue(world: World, row: Row, given: PlacementParameters): void {
  const { basis, creditDays, assessedRisk, sentenceDays } = world.people;
  const isFirst =
    basis[row] === custodyGrounds.sentence &&
    goesFirst(creditDays[row] > 0, assessedRisk[row], sentenceDays[row], given);
  world.wait(row, levelInReach(world, row, given), isFirst ? classesOfWaiting.first : classesOfWaiting.atLiberty);
}

/** Before leaving a level: adds the days spent beyond the most closed level, and cancels misconduct planned there. */
export function addOpenDays(world: World, row: Row): void {
  const { level, levelDay, openDays } = world.people;
  world.diary.clear(row, event.misconduct);
  if (level[row] > 0 && level[row] !== NONE) openDays[row] += world.today - levelDay[row];
}

/** On arrival at a level, by a return or otherwise: plans misconduct there; none at the most closed level. */
export function planMisconduct(world: World, row: Row, given: PlacementParameters, isReturn: boolean): void {
  const { level, episode, reviews } = world.people;
  const rate = given.misconductRate[level[row]];
  if (level[row] === 0 || rate === 0) return;
  const occasion = occasionOf(episode[row], 2 * Math.min(reviews[row], 1023) + (isReturn ? 1 : 0));
  const wait = daysToMisconduct(world.draw(decisions.misconduct, row, occasion), rate);
  world.diary.set(row, event.misconduct, world.today + wait);
}

/** Life event: the person may begin to serve, and joins the list of a level, or of monitoring. */
export function onSummoned(
  world: World,
  row: Row,
  given: PlacementParameters,
  monitoring: MonitoringParameters,
  risk: RiskParameters,
): void {
  const { people } = world;
  world.record(event.summoned, row);
  people.waitingSince[row] = world.today;
  if (people.recall[row] !== recalls.none || people.basis[row] === custodyGrounds.detention) {
    world.wait(row, 0, classesOfWaiting.recalled);
    return;
  }
  people.assessedRisk[row] = assess(world, row, given, risk);
  const draw = suitability(world, row, monitoring);
  const remaining = people.sentenceDays[row] - people.servedDays[row];
  const eligible =
    people.basis[row] === custodyGrounds.sentence &&
    mayServeAtHome(remaining, monitoring.limitDays, draw, monitoring.eligibleShare);
  if (eligible) world.wait(row, world.monitoring, classesOfWaiting.atLiberty);
  else joinQueue(world, row, given);
}

/** Life event: an assessment on entry, after an absence, or after treatment elsewhere. The first review follows. */
export function onAssessed(world: World, row: Row, given: PlacementParameters, risk: RiskParameters): void {
  const { people, diary } = world;
  people.assessedRisk[row] = assess(world, row, given, risk);
  const isFirst =
    people.recall[row] === recalls.none && people.absenceDay[row] === NOT_YET && people.lastLevel[row] === NONE;
  if (isFirst) people.reviews[row] = 0;
  if (!isServing(people.status[row])) return;
  diary.set(row, event.reviewed, world.today + wholeDays(given.reviewDays[people.level[row]]));
  planMisconduct(world, row, given, !isFirst);
}

/** Life event: a review. Puts the person on the list for the next level, or for a unit in the home region, if they may move. */
export function onReviewed(
  world: World,
  row: Row,
  given: PlacementParameters,
  facility: FacilityParameters,
  monitoring: MonitoringParameters,
  leave: LeaveParameters,
): void {
  const { people, diary, waiting } = world;
  const level = people.level[row];
  people.reviews[row]++;
  world.record(event.reviewed, row, level);
  considerLeave(world, row, wholeDays(given.reviewDays[level]), leave);
  diary.set(row, event.reviewed, world.today + wholeDays(given.reviewDays[level]));
  if (waiting.listOf(row) >= 0) return;
  const total = people.servedDays[row] + people.releaseDay[row] - people.custodyDay[row];
  const served = people.servedDays[row] + world.today - people.custodyDay[row];
  const draw = suitability(world, row, monitoring);
  const isSentence = people.basis[row] === custodyGrounds.sentence;
  if (isSentence && mayEndAtHome(level, total - served, monitoring.lastDays) && draw < monitoring.lastShare) {
    world.wait(row, world.monitoring, classesOfWaiting.inside);
  } else if (level + 1 < world.levels && mayGoTo(world, row, level + 1, served, total, given)) {
    world.wait(row, level + 1, classesOfWaiting.inside);
  } else if (mayBeTransferred(world, row, given, facility)) {
    world.wait(row, level, classesOfWaiting.transfer);
  }
}

/** Life event: misconduct. Returns the person to the next more closed level, full or not; time to the next review restarts. */
export function onMisconduct(world: World, row: Row, given: PlacementParameters): void {
  const { people, diary } = world;
  const level = people.level[row];
  if (!isServing(people.status[row]) || level === 0 || diary.due(row, event.released) <= world.today) return;
  addOpenDays(world, row);
  lodge(world, row, level - 1);
  world.record(event.misconduct, row, level - 1);
  withdrawLeave(world, row);
  diary.set(row, event.reviewed, world.today + wholeDays(given.reviewDays[level - 1]));
  planMisconduct(world, row, given, true);
}

/** The rank that staff see today: today's needs and age, with the error of the case. */
export function assess(world: World, row: Row, given: PlacementParameters, risk: RiskParameters): number {
  const correlation = assessmentCorrelation(given.assessmentAuc, given.trueAuc);
  const u = world.draw(decisions.assessment, row, world.people.episode[row]);
  return assessedRank(riskOf(world, row, risk), given.riskMean, given.riskSpread, correlation, u);
}

/** The level that the offence gives: a random draw from the shares of its group. */
function levelByOffence(world: World, row: Row, { offenceShare }: PlacementParameters): number {
  const { group, episode } = world.people;
  return entryLevel(world.draw(decisions.assessment, row, episode[row]), offenceShare[group[row]]);
}

function mayGoTo(
  world: World,
  row: Row,
  next: number,
  served: number,
  total: number,
  given: PlacementParameters,
): boolean {
  if (given.basis === 'offence') return next <= levelByOffence(world, row, given);
  const rank = world.people.assessedRisk[row];
  return mayMoveOn(served, total, rank, given.servedShare[next], given.lastDays[next], given.riskCeiling[next]);
}

function mayBeTransferred(world: World, row: Row, given: PlacementParameters, facility: FacilityParameters): boolean {
  const { unit, episode, reviews } = world.people;
  if (unit[row] === NONE || isAtHome(world, row, unit[row], facility)) return false;
  const occasion = occasionOf(episode[row], Math.min(reviews[row], 2047));
  return world.draw(decisions.transfer, row, occasion) < given.transferShare;
}
