/**
 * Reoffending: when, if ever, somebody at liberty is charged again.
 *
 * Log-odds of a charge within two years follow OGRS3 and the person's needs (`risk`). The two intercepts of OGRS3, for one
 * year and for two, imply a log-logistic curve, and one uniform draw per spell gives the day. A shift carries the English
 * level to another country. A spell starts at release, or at a sanction that is not custody, or while a sentence waits to be
 * served; custody stops the clock. When the log-odds change within a spell, the same luck is solved again. Beyond the
 * follow-up the curve would be extrapolation: the person departs.
 *
 * Handles `atRisk`, `riskChanged`. Schedules `charged`, `departed`.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exp, power } from '../engine/mathematics.ts';
import { age, amount, logOdds, parametersOf, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { type ArrivalsParameters, isFollowed, isWindowOver } from '../people/arrivals.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, status } from '../people/person.ts';
import { riskOf } from '../people/risk.ts';
import { resumeClock } from '../people/spell.ts';
import type { World } from '../people/world.ts';
import { type EffectsParameters, policyShift } from './effects.ts';
import { exposuresOf, roomForExposures } from './exposure.ts';

export const parameters = parametersOf('reoffending', {
  interceptOneYear: logOdds('intercept of the scale for one year'),
  interceptTwoYears: logOdds('intercept of the scale for two years'),
  recordWeight: amount('log odds', 'weight of ln((1 + previous sanctions) / (10 + age - age at first sanction))'),
  recordNone: logOdds('no previous sanction'),
  recordSome: logOdds('one previous sanction or more'),
  riskAgeFrom: age('youngest age of a band', { by: 'risk_age' }),
  ageWeight: logOdds('age band by sex', { by: ['sex', 'risk_age'] }),
  categoryWeight: logOdds('category of the latest offence', { by: 'category' }),
  needWeight: logOdds('a need that is there', { by: 'need' }),
  needMean: share('people with the need at the start of a spell after serving, in the calibrated baseline', {
    by: 'need',
  }),
  shift: logOdds('level of the jurisdiction against that of the scale'),
  followUpYears: years('longest time from the start of a spell to a charge that is simulated', { bounds: [1, 60] }),
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

/** Years at risk until a charge: the time at which `failure` reaches `u`. */
export function yearsUntil(u: number, logit: number, g: number): number {
  return 2 * power((u / (1 - u)) * exp(-logit), 1 / g);
}

/**
 * Years at risk until a charge when, after `since` years, the log-odds change from `before` to `after`. `due` was the time
 * at the log-odds before. Same luck: the hazard gathered so far is kept, and what was left to gather is gathered at the new
 * log-odds. No change of odds is no change of time; better odds are never earlier.
 */
export function yearsAfterChange(since: number, due: number, before: number, after: number, g: number): number {
  if (before === after || due <= since) return due;
  const hazardOdds = (t: number, logit: number) => exp(logit) * power(t / 2, g);
  const gathered = hazardOdds(since, before);
  const fresh = hazardOdds(since, after);
  const odds = fresh + ((hazardOdds(due, before) - gathered) * (1 + fresh)) / (1 + gathered);
  return Math.max(since, 2 * power(odds * exp(-after), 1 / g));
}

/** Life event: a spell of liberty begins, or goes on after a stay that stopped its clock. */
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
  people.timeToCharge[row] = yearsUntil(u, people.logit[row], slopeOf(given));
  world.record(event.atRisk, row, people.lastLevel[row]);
  planCharge(world, row, given);
}

/**
 * Life event: what was arranged for the time after release is lost. Within a spell at liberty that follows serving, the odds
 * become what they would have been at release without it, from today on and with the same luck. Anywhere else nothing
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
 * The clock goes on where it stopped. After a recall the person is released anew: age and what was met while serving are
 * those of today. A fine served in custody is no release and changes nothing.
 */
function resume(world: World, row: Row, given: ReoffendingParameters, effects: EffectsParameters): void {
  const { people } = world;
  resumeClock(world, row);
  if (people.basis[row] !== custodyGrounds.fineDefault)
    changeOdds(world, row, oddsNow(world, row, given, effects), given);
  planCharge(world, row, given);
}

/** Within a spell, with the same luck: other log-odds from today on. */
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

/** Log-odds of a charge within two years from today on: the person's own, and what policy moves. */
function oddsNow(world: World, row: Row, given: ReoffendingParameters, effects: EffectsParameters): number {
  const { policyLogit } = world.people;
  const risk = riskOf(world, row, given);
  policyLogit[row] = policyMet(world, row, risk, effects);
  return risk + policyLogit[row];
}

/** Shift by what was met in the sentence served last, for somebody with this risk of their own; 0 if the spell follows none. */
function policyMet(world: World, row: Row, risk: number, effects: EffectsParameters): number {
  const { lastLevel, needs } = world.people;
  if (lastLevel[row] === NONE) return 0;
  return policyShift(risk, exposuresOf(world, row, effects.climateReference, exposures), needs[row], effects);
}

/** Room for what one person met, so that a spell takes no memory. */
const exposures = roomForExposures();

/** Writes the charge into the diary, or, beyond the follow-up, the departure. */
function planCharge(world: World, row: Row, given: ReoffendingParameters): void {
  const { people, diary } = world;
  const begin = people.spellDay[row] + 1;
  diary.clear(row, event.charged);
  if (people.timeToCharge[row] < given.followUpYears) {
    diary.set(row, event.charged, begin + Math.floor(people.timeToCharge[row] * DAYS_PER_YEAR));
  } else if (people.status[row] !== status.waiting) {
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

/** The end of serving closes the window in `release`; any other beginning of a spell closes it here. */
function closesWindow(world: World, row: Row, arrivals: ArrivalsParameters): boolean {
  const { arrivalDay, lastLevel, servedUntil, status: standing } = world.people;
  if (standing[row] === status.waiting || lastLevel[row] !== NONE) return false;
  return isWindowOver(arrivalDay[row], world.today, arrivals) && !isFollowed(servedUntil[row], world.today, arrivals);
}
