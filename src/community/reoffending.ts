/**
 * Reoffending: the failure time from liberty to the next charge, if there is one.
 *
 * Log-odds of a charge within two years follow OGRS3 and the person's needs (`risk`). The two intercepts of OGRS3, for one
 * year and for two, imply a log-logistic curve, and one uniform draw per spell gives the day. A shift carries the English
 * level to another country; a dated factor, charging, multiplies the hazard of every charge. A spell starts at release, at a sanction other than custody, or while a sentence waits to be
 * served; custody stops the clock. When the log-odds change within a spell, the failure time is solved again for the same
 * draw. Beyond the follow-up the curve would be extrapolation: the person departs.
 *
 * Handles `atRisk`, `riskChanged`. Schedules `charged`, `departed`.
 */
import { NEVER } from '../engine/agenda.ts';
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exp, power } from '../engine/mathematics.ts';
import {
  age,
  amount,
  count,
  factor,
  logOdds,
  parametersOf,
  share,
  type ValuesOf,
  years,
} from '../evidence/parameter.ts';
import { type ArrivalsParameters, isFollowed, isWindowOver } from '../people/arrivals.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, status } from '../people/person.ts';
import { riskOf } from '../people/risk.ts';
import { resumeClock } from '../people/spell.ts';
import { isInStock } from '../people/stock.ts';
import type { World } from '../people/world.ts';
import { type EffectsParameters, policyShift } from './effects.ts';
import { exposuresOf, roomForExposures } from './exposure.ts';

export const parameters = parametersOf('reoffending', {
  interceptOneYear: logOdds('intercept of the scale for one year'),
  interceptTwoYears: logOdds('intercept of the scale for two years'),
  recordWeight: amount('log odds', 'weight of ln((1 + previous sanctions) / (10 + age - age at first sanction))'),
  recordNone: logOdds('no previous sanction'),
  recordSome: logOdds('one previous sanction or more'),
  recordMost: count('previous sanctions beyond which a record weighs no more', { bounds: [1, 65_535] }),
  riskAgeFrom: age('youngest age of a band', { by: 'risk_age' }),
  ageWeight: logOdds('age band by sex', { by: ['sex', 'risk_age'] }),
  categoryWeight: logOdds('category of the latest offence', { by: 'category' }),
  needWeight: logOdds('a need that is present', { by: 'need' }),
  needMean: share('people with the need at the start of a spell after serving, in the calibrated baseline', {
    by: 'need',
  }),
  shift: logOdds('level of the jurisdiction, relative to that of the scale'),
  charging: factor('factor on the hazard of every charge: of first charges, and of returns', { bounds: [0.05, 20] }),
  followUpYears: years('longest simulated time from the start of a spell to a charge', { bounds: [1, 60] }),
});
export type ReoffendingParameters = ValuesOf<typeof parameters>;

/** Slope of the curve in log time, from the two intercepts: 1.0375 for OGRS3. */
export function slope(interceptOneYear: number, interceptTwoYears: number): number {
  return (interceptTwoYears - interceptOneYear) / Math.LN2;
}

/** Chance of a charge within `t` years at risk, from log-odds at two years. */
export function failure(t: number, logit: number, g: number): number {
  return t <= 0 ? 0 : 1 / (1 + exp(-logit) * power(t / 2, -g));
}

/** The failure time, in years at risk until a charge: the time at which `failure` reaches `u`. */
export function yearsUntil(u: number, logit: number, g: number): number {
  return 2 * power((u / (1 - u)) * exp(-logit), 1 / g);
}

/** The draw that gives, without the factor on the hazard, the failure time that `u` gives with it: 1 - (1 - u)^(1 / charging). */
export function drawUnder(u: number, charging: number): number {
  return charging === 1 ? u : 1 - power(1 - u, 1 / charging);
}

/**
 * The failure time when, after `since` years at risk, the hazard is multiplied by `ratio` from then on; `due` was the failure
 * time before. The draw stays, conditional on no charge so far: the hazard still to be gathered is divided by the ratio.
 */
export function yearsAfterHazard(since: number, due: number, logit: number, g: number, ratio: number): number {
  if (ratio === 1 || due <= since || due === Infinity) return due;
  const oddsAt = (t: number) => exp(logit) * power(t / 2, g);
  const gathered = since <= 0 ? 1 : 1 + oddsAt(since);
  const odds = gathered * power((1 + oddsAt(due)) / gathered, 1 / ratio) - 1;
  return Math.max(since, 2 * power(odds * exp(-logit), 1 / g));
}

/**
 * The failure time when, after `since` years at risk, the log-odds change from `before` to `after`; `due` was the failure
 * time before. The draw stays: the cumulative hazard so far is kept, and the rest accumulates at the new log-odds. Unchanged
 * odds leave the time unchanged; better odds never make it earlier.
 */
export function yearsAfterChange(since: number, due: number, before: number, after: number, g: number): number {
  if (before === after || due <= since) return due;
  const hazardOdds = (t: number, logit: number) => exp(logit) * power(t / 2, g);
  const gathered = hazardOdds(since, before);
  const fresh = hazardOdds(since, after);
  const odds = fresh + ((hazardOdds(due, before) - gathered) * (1 + fresh)) / (1 + gathered);
  return Math.max(since, 2 * power(odds * exp(-after), 1 / g));
}

/** Life event: a spell of liberty begins, or resumes after a stay that stopped its clock. */
export function onAtRisk(
  world: World,
  row: Row,
  given: ReoffendingParameters,
  effects: EffectsParameters,
  arrivals: ArrivalsParameters,
): void {
  const { people, diary } = world;
  if (people.pausedDays[row] > 0) {
    resume(world, row, given, effects);
    return;
  }
  if (closesWindow(world, row, arrivals)) {
    diary.set(row, event.departed, world.today);
    return;
  }
  people.spellDay[row] = world.today;
  people.logit[row] = oddsNow(world, row, given, effects);
  const u = world.draw(decisions.reoffence, row, spellOf(world, row));
  people.timeToCharge[row] = yearsUntil(drawUnder(u, given.charging), people.logit[row], slopeOf(given));
  world.record(event.atRisk, row, people.lastLevel[row]);
  planCharge(world, row, given);
}

/**
 * Life event: a home or job arranged for the time after release is lost. Within a spell at liberty that follows serving, the
 * odds become what they would have been at release without it, from today on and with the same draw. Otherwise nothing
 * happens.
 */
export function onRiskChanged(world: World, row: Row, given: ReoffendingParameters, effects: EffectsParameters): void {
  const { lastLevel, logit, pausedDays, policyLogit, spellDay, status: standing } = world.people;
  const atLiberty = standing[row] === status.liberty || standing[row] === status.conditional;
  if (!atLiberty || lastLevel[row] === NONE || spellDay[row] === NOT_YET || pausedDays[row] > 0) return;
  const risk = logit[row] - policyLogit[row];
  policyLogit[row] = policyMet(world, row, risk, effects);
  changeOdds(world, row, risk + policyLogit[row], given);
  planCharge(world, row, given);
}

/**
 * On the morning on which charging changes: solves every spell again, running or stopped, with the draw that it has. People who
 * are in no spell, and charges due by today, are left alone.
 */
export function applyNewCharging(world: World, before: ReoffendingParameters, given: ReoffendingParameters): void {
  const ratio = given.charging / before.charging;
  if (ratio === 1) return;
  const { logit, pausedDays, spellDay, timeToCharge } = world.people;
  for (let row = 0; row < world.rows.highest; row++) {
    if (!world.isPresent(row) || spellDay[row] === NOT_YET) continue;
    const isStopped = pausedDays[row] > 0;
    if (!isStopped && !isSpellRunning(world, row)) continue;
    const since = (isStopped ? pausedDays[row] : world.today - spellDay[row]) / DAYS_PER_YEAR;
    // a charge that lies behind has ended the spell: the person waits for another reason
    if (timeToCharge[row] <= since) continue;
    timeToCharge[row] = yearsAfterHazard(since, timeToCharge[row], logit[row], slopeOf(given), ratio);
    if (!isStopped) planCharge(world, row, given);
  }
}

/** Whether the clock runs: the person is at liberty, and no case is pending. */
function isSpellRunning({ diary, people }: World, row: Row): boolean {
  if (people.status[row] === status.waiting) return true;
  return diary.due(row, event.charged) !== NEVER || diary.due(row, event.departed) !== NEVER;
}

/**
 * Restarts the clock where it stopped. After a recall the person is released anew, with the age and exposures of today. A
 * fine served in custody is no release and changes nothing.
 */
function resume(world: World, row: Row, given: ReoffendingParameters, effects: EffectsParameters): void {
  const { people } = world;
  resumeClock(world, row);
  if (people.basis[row] !== custodyGrounds.fineDefault)
    changeOdds(world, row, oddsNow(world, row, given, effects), given);
  planCharge(world, row, given);
}

/** Within a spell: changes the log-odds from today on, with the same draw. */
function changeOdds(world: World, row: Row, logit: number, given: ReoffendingParameters): void {
  const { people } = world;
  const since = (world.today - people.spellDay[row]) / DAYS_PER_YEAR;
  people.timeToCharge[row] = yearsAfterChange(
    since,
    people.timeToCharge[row],
    people.logit[row],
    logit,
    slopeOf(given),
  );
  people.logit[row] = logit;
}

/** Log-odds of a charge within two years from today on: the person's own, plus the shift by policy. */
function oddsNow(world: World, row: Row, given: ReoffendingParameters, effects: EffectsParameters): number {
  const { policyLogit } = world.people;
  const risk = riskOf(world, row, given);
  policyLogit[row] = policyMet(world, row, risk, effects);
  return risk + policyLogit[row];
}

/** The shift by exposures of the last sentence, for a person with this risk of their own; 0 if the spell follows none. */
function policyMet(world: World, row: Row, risk: number, effects: EffectsParameters): number {
  const { lastLevel, needs } = world.people;
  if (lastLevel[row] === NONE) return 0;
  return policyShift(risk, exposuresOf(world, row, effects.climateReference, exposures), needs[row], effects);
}

/** Scratch space for one person, so that a spell allocates nothing. */
const exposures = roomForExposures();

/** Schedules the charge, or, beyond the follow-up, the departure. */
function planCharge(world: World, row: Row, given: ReoffendingParameters): void {
  const { people, diary } = world;
  const begin = people.spellDay[row] + 1;
  diary.clear(row, event.charged);
  if (people.timeToCharge[row] < given.followUpYears) {
    diary.set(row, event.charged, begin + Math.floor(people.timeToCharge[row] * DAYS_PER_YEAR));
  } else if (people.status[row] !== status.waiting && !isInStock(people, row)) {
    diary.set(row, event.departed, Math.max(world.today, begin + Math.floor(given.followUpYears * DAYS_PER_YEAR)));
  }
}

function slopeOf({ interceptOneYear, interceptTwoYears }: ReoffendingParameters): number {
  return slope(interceptOneYear, interceptTwoYears);
}

/** The occasion of a spell: an episode has one while the sentence waits to be served, and one after it. */
function spellOf(world: World, row: Row): number {
  const { episode, status: standing } = world.people;
  return 2 * episode[row] + (standing[row] === status.waiting ? 1 : 0);
}

/** Whether the beginning of a spell closes the window; after serving, `release` has settled it. */
function closesWindow(world: World, row: Row, arrivals: ArrivalsParameters): boolean {
  const { arrivalDay, lastLevel, servedUntil, status: standing } = world.people;
  if (standing[row] === status.waiting || lastLevel[row] !== NONE || isInStock(world.people, row)) return false;
  return isWindowOver(arrivalDay[row], world.today, arrivals) && !isFollowed(servedUntil[row], world.today, arrivals);
}
