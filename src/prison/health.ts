/**
 * Health: a service imported from outside, not the prison's own.
 *
 * On entry into custody people are screened for suicide risk, meet the service within days, wait for psychiatric care if
 * they need it, and, if dependent on opioids, are given agonist treatment, each as far as the service reaches. Self-harm is
 * commoner with mental disorder, in isolation and in the first weeks. After release, agonist treatment goes on for some.
 * Care moves two outcomes only, both in `mortality`: screening lowers suicide in the first days, and continued agonist
 * treatment lowers overdose in the first weeks outside. No study seen says that care clears a need.
 *
 * Handles `passedGate`, `treated`, `selfHarmed`. Schedules `treated`, `selfHarmed`. Sources: Norwegian prison health
 * statistics 2014, research on opioid dependence in prison 2010-2019; waiting times and self-harm *assumption*.
 */
import { NEVER } from '../engine/agenda.ts';
import { DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { exponential } from '../engine/distribution.ts';
import { amount, days, factor, parametersOf, perYear, share, type ValuesOf } from '../evidence/parameter.ts';
import { arrangement } from '../people/arrangement.ts';
import { care, careKind, careNames } from '../people/care.ts';
import { gatePassageOf, INTO_REMAND, occasionSinceGate } from '../people/custody-transition.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { type MortalityParameters, planDeath } from '../people/mortality.ts';
import { need } from '../people/needs.ts';
import { isHeld, type Row } from '../people/person.ts';
import type { World } from '../people/world.ts';

export const parameters = parametersOf('health', {
  careShare: share('people in custody with a need for care whom it reaches, given time', { by: 'care' }),
  careDays: days('mean days from entry to the beginning of care', { by: 'care' }),
  independence: share('how far the service is independent of the prison'),
  dependentRatio: factor('people who turn to a service of the prison itself, relative to an independent one', {
    bounds: [0, 1],
  }),
  screenedShare: share('people screened for suicide risk on entry'),
  continuity: share('people in agonist treatment on leaving custody for whom it goes on'),
  selfHarmRate: perYear('self-harm per person-year in custody, before the factors that follow'),
  selfHarmMental: factor('self-harm of people with a mental-health need, relative to others'),
  selfHarmIsolated: factor('self-harm in isolation, relative to company'),
  selfHarmEarly: factor('self-harm in the first days, relative to later'),
  earlyDays: days('first days in custody, for self-harm'),
  doctorMinutes: amount('minutes per week', 'doctor time per inmate', { bounds: [0, 10080] }),
  nurseMinutes: amount('minutes per week', 'nurse time per inmate', { bounds: [0, 10080] }),
  medicatedShare: share('inmates who receive medicine'),
  medicationRounds: amount('rounds per day', 'rounds in which medicine is handed out', { bounds: [0, 24] }),
});
export type HealthParameters = ValuesOf<typeof parameters>;

/** Hours of doctors and nurses per week for so many inmates. */
export function staffHours(inmates: number, given: Pick<HealthParameters, 'doctorMinutes' | 'nurseMinutes'>): number {
  return (inmates * (given.doctorMinutes + given.nurseMinutes)) / 60;
}

/** Handouts of medicine per week, for so many inmates. */
export function medicationHandouts(
  inmates: number,
  given: Pick<HealthParameters, 'medicatedShare' | 'medicationRounds'>,
): number {
  return inmates * given.medicatedShare * given.medicationRounds * 7;
}

/** The chance that a kind of care reaches somebody with these needs, given time. */
export function careChance(
  kind: number,
  needs: number,
  given: Pick<HealthParameters, 'careShare' | 'independence' | 'dependentRatio'>,
): number {
  const reached = given.careShare[kind];
  if (kind === careKind.contact) return reached * (1 - (1 - given.independence) * (1 - given.dependentRatio));
  return (needs & (kind === careKind.mental ? need.mental : need.opioids)) !== 0 ? reached : 0;
}

/**
 * Days in custody until self-harm, from a day on: a piecewise constant hazard of `rate` per year, times `isolated` for the
 * first `isolatedDays` and times `early` for the first `earlyDays`. NEVER for none.
 */
export function daysUntilSelfHarm(
  u: number,
  from: number,
  rate: number,
  isolated: number,
  isolatedDays: number,
  early: number,
  earlyDays: number,
): number {
  let left = exponential(u, DAYS_PER_YEAR);
  let day = from;
  while (left < Infinity) {
    const isIsolated = day < isolatedDays;
    const isEarly = day < earlyDays;
    const risk = rate * (isIsolated ? isolated : 1) * (isEarly ? early : 1);
    const until = Math.min(isIsolated ? isolatedDays : NEVER, isEarly ? earlyDays : NEVER);
    const expected = risk * (until - day);
    if (left < expected) return Math.floor(day + left / risk);
    if (until === NEVER) return NEVER;
    left -= expected;
    day = until;
  }
  return NEVER;
}

/** Life event: a passage of the gate, inwards or outwards. */
export function onPassedGate(world: World, row: Row, given: HealthParameters, mortality: MortalityParameters): void {
  const { people } = world;
  people.gateDay[row] = world.today;
  people.gatePassage[row] = gatePassageOf(people.status[row], people.lastLevel[row], people.recall[row]);
  if (isHeld(people.status[row])) beginStay(world, row, given);
  else endStay(world, row, given);
  planDeath(world, row, mortality);
}

/** Life event: care begins after its wait. */
export function onTreated(world: World, row: Row, given: HealthParameters): void {
  const { care: received } = world.people;
  for (let kind = 0; kind < careNames.length; kind++) {
    if ((received[row] & bitOf(kind)) !== 0 || careDay(world, row, kind, given) > world.today) continue;
    received[row] = received[row] | bitOf(kind);
    world.record(event.treated, row, kind);
  }
  planCare(world, row, given);
}

/** Life event: self-harm. */
export function onSelfHarmed(world: World, row: Row, given: HealthParameters): void {
  const { gateDay, selfHarms } = world.people;
  selfHarms[row]++;
  const since = world.today - gateDay[row];
  world.record(event.selfHarmed, row, since);
  planSelfHarm(world, row, since + 1, given);
}

function beginStay(world: World, row: Row, given: HealthParameters): void {
  const { people } = world;
  const isScreened = world.draw(decisions.screening, row, occasionSinceGate(world, row)) < given.screenedShare;
  people.care[row] = isScreened ? care.screened : 0;
  people.selfHarms[row] = 0;
  planCare(world, row, given);
  planSelfHarm(world, row, 0, given);
}

function endStay(world: World, row: Row, given: HealthParameters): void {
  const { people, diary } = world;
  diary.clear(row, event.treated);
  diary.clear(row, event.selfHarmed);
  const wasTreated = (people.care[row] & care.agonist) !== 0;
  people.care[row] = 0;
  if (!wasTreated) return;
  const isArranged = (people.arranged[row] & arrangement.care) !== 0;
  if (!isArranged && world.draw(decisions.continuity, row, occasionSinceGate(world, row)) >= given.continuity) return;
  people.care[row] = care.agonist;
  world.record(event.treated, row, careKind.continued);
}

function planCare(world: World, row: Row, given: HealthParameters): void {
  const { care: received } = world.people;
  let next: Day = NEVER;
  for (let kind = 0; kind < careNames.length; kind++) {
    if ((received[row] & bitOf(kind)) === 0) next = Math.min(next, careDay(world, row, kind, given));
  }
  if (next < NEVER) world.diary.set(row, event.treated, next);
}

/** The day on which a kind of care begins if the stay lasts, or NEVER. Care reaches the same people in every stay. */
function careDay(world: World, row: Row, kind: number, given: HealthParameters): Day {
  const { needs, gateDay } = world.people;
  if (world.draw(decisions.care, row, kind) >= careChance(kind, needs[row], given)) return NEVER;
  const wait = exponential(
    world.draw(decisions.careWait, row, occasionSinceGate(world, row, kind)),
    given.careDays[kind],
  );
  return gateDay[row] + Math.floor(wait);
}

function planSelfHarm(world: World, row: Row, from: number, given: HealthParameters): void {
  const { needs, gateDay, selfHarms, isolatedDays, gatePassage } = world.people;
  const u = world.draw(decisions.selfHarm, row, occasionSinceGate(world, row, selfHarms[row]));
  const rate = given.selfHarmRate * ((needs[row] & need.mental) !== 0 ? given.selfHarmMental : 1);
  const { selfHarmIsolated, selfHarmEarly, earlyDays } = given;
  const isolated = gatePassage[row] === INTO_REMAND ? isolatedDays[row] : 0;
  const after = daysUntilSelfHarm(u, from, rate, selfHarmIsolated, isolated, selfHarmEarly, earlyDays);
  if (after < NEVER) world.diary.set(row, event.selfHarmed, gateDay[row] + after);
}

function bitOf(kind: number): number {
  return 1 << kind;
}
