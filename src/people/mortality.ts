/**
 * Mortality: competing risks of death from three causes, of which the earliest sets the day of death.
 *
 * Suicide in custody: the risk is highest on the first day and falls with time; its cumulative hazard is a power of time
 * (a Weibull curve). People who serve have a part of the risk that remand would have on the same day of the stay. Remand and
 * the serving it passes into are one stay: time goes on, the risk falls to that part, and the draw stays. Overdose
 * after release: published rates by week, spread over people by opioid dependence, lower in agonist treatment. Other
 * causes: a day drawn on arrival from a Gompertz curve; of such deaths due in custody only a part happen there, the others
 * come later. Suicide and overdose go on record just before the death.
 *
 * Handles `arrived`, `died`. Schedules `died`. Sources: register studies of people in prison in Norway and of their
 * releases, 2000-2016 (Bukten and colleagues); agonist treatment E127, E128.
 */
import { NEVER } from '../engine/agenda.ts';
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { exponential } from '../engine/distribution.ts';
import { exp, log, power } from '../engine/mathematics.ts';
import { amount, days, factor, parametersOf, perYear, share, type ValuesOf } from '../evidence/parameter.ts';
import { care } from './care.ts';
import { INTO_REMAND, occasionSinceGate } from './custody-transition.ts';
import { decisions } from './decisions.ts';
import { event } from './life-events.ts';
import { need } from './needs.ts';
import { isHeld, NOT_YET, type Row, status } from './person.ts';
import type { World } from './world.ts';

export const parameters = parametersOf('mortality', {
  rate: perYear('deaths at liberty from other causes per person-year, at the age of 40', { bounds: [0.0001, 1] }),
  ageSlope: amount('per year', 'rise of the logarithm of that rate per year of age', { bounds: [0.001, 0.2] }),
  insideShare: share('deaths from other causes that happen in custody, of those due there'),
  suicideDayOne: perYear('suicides per person-year on the first day on remand'),
  suicideServing: factor('risk of suicide of people who serve, relative to remand on the same day of a stay', {
    bounds: [0, 10],
  }),
  suicideShape: factor('exponent of time in the cumulative hazard of suicide in custody: 1 is a steady risk', {
    bounds: [0.1, 1],
  }),
  screenedRatio: factor('risk of suicide of people screened on entry, relative to others', { bounds: [0, 1] }),
  screenedDays: days('days in custody for which screening matters'),
  screenedReference: share('people screened when the suicides were counted'),
  overdoseTo: days('last day of a period after release', { by: 'release_period' }),
  overdoseRate: perYear('overdose deaths per person-year after release', { by: 'release_period' }),
  opioidRatio: factor('risk of overdose of the opioid dependent outside treatment, relative to other people'),
  opioidReference: share('opioid dependent in the released population that the overdose rates describe'),
  agonistRatio: factor('risk of overdose in agonist treatment, relative to no treatment', { by: 'release_period' }),
  agonistReference: share('of these, people in agonist treatment after release'),
});
export type MortalityParameters = ValuesOf<typeof parameters>;

/** Causes of the death in the diary. */
export const causes = Object.freeze({ other: 0, suicide: 1, overdose: 2 });

/** Whole days until death from other causes, at least 1: a Gompertz curve from the rate at 40. */
export function daysUntilDeath(u: number, ageYears: number, ratePerYear: number, ageSlope: number): number {
  const now = ratePerYear * exp(ageSlope * (ageYears - 40));
  return 1 + Math.floor((log(1 + (ageSlope * exponential(u, 1)) / now) / ageSlope) * DAYS_PER_YEAR);
}

/** Risk of suicide in the first days, relative to the average of a population of which a share `reference` is screened. */
export function screeningFactor(isScreened: boolean, screenedRatio: number, reference: number): number {
  return (isScreened ? screenedRatio : 1) / (1 - reference * (1 - screenedRatio));
}

/** Cumulative hazard of suicide by the end of a number of days on remand, before the factor of screening. */
export function suicidesBy(days: number, dayOne: number, shape: number): number {
  return days <= 0 ? 0 : (dayOne / DAYS_PER_YEAR) * power(days, shape);
}

/**
 * Days in custody until a suicide, 0 on the day of entry. The hazard on remand, times `factor` for the first `factorDays`, and
 * times `serving` from day `remandDays` on. NEVER for none.
 */
export function daysUntilSuicide(
  u: number,
  dayOne: number,
  shape: number,
  factor: number,
  factorDays: number,
  serving = 1,
  remandDays = NEVER,
): number {
  if (dayOne === 0) return NEVER;
  let left = exponential(u, 1);
  let from = 0;
  for (const until of [Math.min(factorDays, remandDays), Math.max(factorDays, remandDays), NEVER]) {
    const relative = (from < factorDays ? factor : 1) * (from < remandDays ? 1 : serving);
    const before = suicidesBy(from, dayOne, shape);
    const expected = relative * (suicidesBy(until, dayOne, shape) - before);
    if (left <= expected && expected > 0) {
      const reached = before + left / relative;
      return Math.min(NEVER, Math.floor(power((reached * DAYS_PER_YEAR) / dayOne, 1 / shape)));
    }
    left -= expected;
    from = until;
  }
  return NEVER;
}

/** Risk of overdose in a period, relative to the average of the released population that the references describe. */
export function overdoseFactor(
  isDependent: boolean,
  isTreated: boolean,
  period: number,
  given: Pick<MortalityParameters, 'opioidRatio' | 'opioidReference' | 'agonistRatio' | 'agonistReference'>,
): number {
  const { opioidRatio, opioidReference, agonistReference } = given;
  const treated = given.agonistRatio[period];
  const own = isDependent ? opioidRatio * (isTreated ? treated : 1) : 1;
  const dependent = opioidRatio * (1 - agonistReference * (1 - treated));
  return own / (1 - opioidReference + opioidReference * dependent);
}

/** Days after release until an overdose, 0 on the day of release. NEVER for none before the last period ends. */
export function daysUntilOverdose(
  u: number,
  isDependent: boolean,
  isTreated: boolean,
  given: MortalityParameters,
): number {
  const { overdoseTo, overdoseRate } = given;
  let left = exponential(u, DAYS_PER_YEAR);
  for (let period = 0, from = 0; period < overdoseTo.length; from = overdoseTo[period++]) {
    const rate = overdoseRate[period] * overdoseFactor(isDependent, isTreated, period, given);
    const expected = rate * Math.max(0, overdoseTo[period] - from);
    if (left < expected) return Math.floor(from + left / rate);
    left -= expected;
  }
  return NEVER;
}

/** On a passage of the gate: sets the day and cause of death for the stay, or for the time outside. */
export function planDeath(world: World, row: Row, given: MortalityParameters): void {
  const { people, diary } = world;
  const held = isHeld(people.status[row]);
  const after = held ? suicideAfter(world, row, given) : overdoseAfter(world, row, given);
  const day = people.gateDay[row] + after;
  const isFirst = after < NEVER && day < people.deathDay[row] && day >= world.today;
  people.deathCause[row] = !isFirst ? causes.other : held ? causes.suicide : causes.overdose;
  diary.set(row, event.died, isFirst ? day : people.deathDay[row]);
}

/** A person inside begins to serve. Straight from remand, in the middle of a stay, the risk of suicide changes on that day. */
export function changeToServing(world: World, row: Row, given: MortalityParameters): void {
  const { gateDay, gatePassage } = world.people;
  if (gatePassage[row] === INTO_REMAND && gateDay[row] !== NOT_YET) planDeath(world, row, given);
}

/** Life event: a person comes into the window; the day of death from other causes is drawn. */
export function onArrived(world: World, row: Row, given: MortalityParameters): void {
  const { people, diary } = world;
  people.deathDay[row] = otherDeath(world, row, 0, given);
  people.deathCause[row] = causes.other;
  diary.set(row, event.died, people.deathDay[row]);
}

/** Life event: death, wherever the person is; a death from other causes in custody may be put off. */
export function onDied(world: World, row: Row, given: MortalityParameters): void {
  const { people } = world;
  const since = world.today - people.gateDay[row];
  if (people.deathCause[row] === causes.other && isPutOff(world, row, given)) {
    people.deathDay[row] = otherDeath(world, row, occasionSinceGate(world, row), given);
    planDeath(world, row, given);
    return;
  }
  if (people.deathCause[row] === causes.suicide) world.record(event.suicide, row, since);
  if (people.deathCause[row] === causes.overdose) world.record(event.overdose, row, since);
  world.record(event.died, row);
  world.leave(row);
}

function otherDeath(world: World, row: Row, occasion: number, { rate, ageSlope }: MortalityParameters): Day {
  const ageYears = (world.today - world.people.birthDay[row]) / DAYS_PER_YEAR;
  return world.today + daysUntilDeath(world.draw(decisions.death, row, occasion), ageYears, rate, ageSlope);
}

function isPutOff(world: World, row: Row, { insideShare }: MortalityParameters): boolean {
  const { status: standing, gateDay } = world.people;
  if (!isHeld(standing[row]) || gateDay[row] === NOT_YET) return false;
  return world.draw(decisions.deathInside, row, occasionSinceGate(world, row)) >= insideShare;
}

function suicideAfter(world: World, row: Row, given: MortalityParameters): number {
  const isScreened = (world.people.care[row] & care.screened) !== 0;
  const factor = screeningFactor(isScreened, given.screenedRatio, given.screenedReference);
  const u = world.draw(decisions.suicide, row, occasionSinceGate(world, row));
  const { suicideDayOne, suicideShape, suicideServing, screenedDays } = given;
  const remandDays = daysOnRemand(world, row);
  return daysUntilSuicide(u, suicideDayOne, suicideShape, factor, screenedDays, suicideServing, remandDays);
}

/** Days of the present stay on remand: all, as far as is known, while it lasts; those before serving, or none. */
function daysOnRemand({ people }: World, row: Row): number {
  if (people.status[row] === status.remand) return NEVER;
  return people.gatePassage[row] === INTO_REMAND ? people.custodyDay[row] - people.gateDay[row] : 0;
}

function overdoseAfter(world: World, row: Row, given: MortalityParameters): number {
  const { needs, care: received } = world.people;
  const isDependent = (needs[row] & need.opioids) !== 0;
  const isTreated = (received[row] & care.agonist) !== 0;
  const u = world.draw(decisions.overdose, row, occasionSinceGate(world, row));
  return daysUntilOverdose(u, isDependent, isTreated, given);
}
