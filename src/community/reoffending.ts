/**
 * Reoffending: when, if ever, somebody at liberty is charged again.
 *
 * Log-odds of a charge within two years follow OGRS3 (Howard, Francis, Soothill and Humphreys 2009): record, age, sex and
 * offence. Its own two intercepts, for one year and for two, imply a log-logistic curve, and one uniform draw a spell
 * gives the day. A shift carries the English level to another country. A spell starts at release, or at a sanction that
 * is not custody; or while a sentence waits to be served; custody stops the clock. Beyond the follow-up the curve would be extrapolation: the person departs.
 *
 * Handles `atRisk`. Schedules `charged`, `departed`.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exp, log, power } from '../engine/mathematics.ts';
import { age, amount, logOdds, parametersOf, type ValuesOf, years } from '../evidence/parameter.ts';
import { type ArrivalsParameters, isFollowed, isWindowOver } from '../people/arrivals.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, NOT_YET, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type EffectsParameters, policyShift } from './effects.ts';

export const parameters = parametersOf('reoffending', {
  interceptOneYear: logOdds('intercept of the scale for one year'),
  interceptTwoYears: logOdds('intercept of the scale for two years'),
  recordWeight: amount('log odds', 'weight of ln((1 + previous sanctions) / (10 + age - age at first sanction))'),
  recordNone: logOdds('no previous sanction'),
  recordSome: logOdds('one previous sanction or more'),
  riskAgeFrom: age('youngest age of a band', { by: 'risk_age' }),
  ageWeight: logOdds('age band by sex', { by: ['sex', 'risk_age'] }),
  categoryWeight: logOdds('category of the latest offence', { by: 'category' }),
  shift: logOdds('level of the jurisdiction against that of the scale'),
  followUpYears: years('longest time from the start of a spell to a charge that is simulated', { bounds: [1, 60] }),
});
export type ReoffendingParameters = ValuesOf<typeof parameters>;

/** Slope of the curve in log time, from the two intercepts: 1.0375 for OGRS3. */
export function slope(interceptOneYear: number, interceptTwoYears: number): number {
  return (interceptTwoYears - interceptOneYear) / Math.LN2;
}

/** The score s of the scale, without an intercept. Ages in years; `previous` sanctions before the present one. */
export function score(
  previous: number,
  ageAtConviction: number,
  ageAtFirst: number,
  ageWeight: number,
  categoryWeight: number,
  given: Pick<ReoffendingParameters, 'recordWeight' | 'recordNone' | 'recordSome'>,
): number {
  const career = 10 + Math.max(0, ageAtConviction - ageAtFirst);
  const record = given.recordWeight * log((1 + previous) / career);
  return record + (previous > 0 ? given.recordSome : given.recordNone) + ageWeight + categoryWeight;
}

/** Chance of a charge within `t` years at risk, from log-odds at two years. */
export function failure(t: number, logit: number, g: number): number {
  return t <= 0 ? 0 : 1 / (1 + exp(-logit) * power(t / 2, -g));
}

/** Years at risk until a charge: the time at which `failure` reaches `u`. */
export function yearsUntil(u: number, logit: number, g: number): number {
  return 2 * power((u / (1 - u)) * exp(-logit), 1 / g);
}

/** The band of an age in completed years. */
export function riskAge(ageYears: number, from: Float64Array): number {
  let band = 0;
  while (band + 1 < from.length && ageYears >= from[band + 1]!) band++;
  return band;
}

/** Log-odds of a charge within two years, were the person released today. */
export function riskOf(world: World, row: Row, given: ReoffendingParameters): number {
  const { birthDay, sex, category, sanctions, firstSanctionDay, convictionDay } = world.people;
  const born = birthDay[row]!;
  const ageYears = (world.today - born) / DAYS_PER_YEAR;
  const convicted = convictionDay[row] === NOT_YET ? ageYears : (convictionDay[row]! - born) / DAYS_PER_YEAR;
  const first = firstSanctionDay[row] === NOT_YET ? convicted : (firstSanctionDay[row]! - born) / DAYS_PER_YEAR;
  const ageWeight = given.ageWeight[sex[row]!]![riskAge(Math.floor(ageYears), given.riskAgeFrom)]!;
  const previous = Math.max(0, sanctions[row]! - 1);
  const s = score(previous, convicted, first, ageWeight, given.categoryWeight[category[row]!]!, given);
  return given.interceptTwoYears + s + given.shift;
}

/** Life event: a spell of liberty begins, or goes on after a recall. */
export function onAtRisk(
  world: World,
  row: Row,
  given: ReoffendingParameters,
  effects: EffectsParameters,
  arrivals: ArrivalsParameters,
): void {
  const { people, diary } = world;
  if (people.pausedDays[row]! > 0) {
    resume(world, row, given);
    return;
  }
  if (closesWindow(world, row, arrivals)) {
    diary.set(row, event.departed, world.today);
    return;
  }
  const g = slope(given.interceptOneYear, given.interceptTwoYears);
  people.spellDay[row] = world.today;
  const risk = riskOf(world, row, given);
  people.logit[row] = risk + (people.lastLevel[row] === NONE ? 0 : shiftAfterServing(world, row, risk, effects));
  const wait = yearsUntil(world.draw(decisions.reoffence, row, spellOf(world, row)), people.logit[row]!, g);
  world.record(event.atRisk, row, people.lastLevel[row]);
  diary.clear(row, event.charged);
  if (wait < given.followUpYears) {
    diary.set(row, event.charged, world.today + 1 + Math.floor(wait * DAYS_PER_YEAR));
  } else if (people.status[row] !== status.waiting) {
    diary.set(row, event.departed, world.today + 1 + Math.floor(given.followUpYears * DAYS_PER_YEAR));
  }
}

function shiftAfterServing(world: World, row: Row, risk: number, effects: EffectsParameters): number {
  const { lastLevel, openDays } = world.people;
  const wholeAtHome = lastLevel[row] === world.monitoring && openDays[row] === 0;
  return policyShift(risk, openDays[row]!, wholeAtHome, effects);
}

/** The occasion of a spell: an episode has one while the sentence waits to be served, and one after it. */
function spellOf(world: World, row: Row): number {
  const { episode, status: standing } = world.people;
  return 2 * episode[row]! + (standing[row] === status.waiting ? 1 : 0);
}

/** The end of serving closes the window in `release`; any other beginning of a spell closes it here. */
function closesWindow(world: World, row: Row, arrivals: ArrivalsParameters): boolean {
  const { arrivalDay, lastLevel, servedUntil, status: standing } = world.people;
  if (standing[row] === status.waiting || lastLevel[row] !== NONE) return false;
  return isWindowOver(arrivalDay[row]!, world.today, arrivals) && !isFollowed(servedUntil[row]!, world.today, arrivals);
}

function resume(world: World, row: Row, given: ReoffendingParameters): void {
  const { people, diary } = world;
  const left = people.pausedDays[row]!;
  people.pausedDays[row] = 0;
  const horizon = Math.floor(given.followUpYears * DAYS_PER_YEAR);
  if (left <= horizon) diary.set(row, event.charged, world.today + left);
  else diary.set(row, event.departed, world.today + horizon);
}
