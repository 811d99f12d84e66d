/**
 * Absence: escaping, walking away, or not coming back from leave.
 *
 * A person who serves absconds at a rate: escapes per year at the present level, plus leaves per year times the chance that
 * one fails. Both change as people move and are granted leave, so the diary holds the next *chance* of an absence.
 * Chances come once a year on average; each leads to an absence with a probability equal to the rate in force on its day
 * (thinning). The waiting time has the same distribution as one drawn anew at every change, with the same draws under all policies. After some days at large the
 * person is brought back to the most closed level; these days do not count as served, and put off everything that custody
 * had in the diary. A chance in a treatment institution passes; escapes from remand and from monitoring are not simulated.
 *
 * Handles `absconded`, `recaptured`. Schedules `absconded`, `recaptured`, `assessed`. Sources: Statistics Norway,
 * departures 2005-2007 (NO0545-NO0566); days at large are not published, *assumption*.
 */
import { NEVER } from '../engine/agenda.ts';
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exponential } from '../engine/distribution.ts';
import { occasionOf } from '../engine/random.ts';
import { days, parametersOf, perYear, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import {
  custodyGrounds,
  isServing,
  NONE,
  NOT_YET,
  type Row,
  recalls,
  status,
  statusOnGround,
} from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type LeaveParameters, leavesPerYear, withdrawLeave } from './leave.ts';
import { addOpenDays } from './placement.ts';

export const parameters = parametersOf('absence', {
  escapesPerYear: perYear('escapes and walk-aways per person at a level', { by: 'level', bounds: [0, 0.5] }),
  failureShare: share('leaves without a return', { bounds: [0, 0.005] }),
  meanDays: days('mean days at large', { bounds: [1, 3650] }),
});
export type AbsenceParameters = ValuesOf<typeof parameters>;

/** Kinds of absence; the detail of the record. */
export const absences = Object.freeze({ escape: 0, fromLeave: 1, none: 2 });

/** Whole days from one chance of an absence to the next, at least 1. */
export function daysToChance(u: number): number {
  return 1 + Math.floor(exponential(u, DAYS_PER_YEAR / CHANCES_PER_YEAR));
}

/**
 * The outcome of a chance: the lowest draws escape and the highest fail to return, so that the rate of one kind never
 * changes the other. Rates are per year; within the bounds of the parameters they add up to at most `CHANCES_PER_YEAR`.
 */
export function absenceOf(draw: number, escapesPerYear: number, failuresPerYear: number): number {
  if (draw < escapesPerYear / CHANCES_PER_YEAR) return absences.escape;
  return draw >= 1 - failuresPerYear / CHANCES_PER_YEAR ? absences.fromLeave : absences.none;
}

/** Whole days at large, at least 1. */
export function daysAtLarge(u: number, meanDays: number): number {
  return 1 + Math.floor(exponential(u, Math.max(meanDays - 1, 0)));
}

/** On beginning to serve: nothing is granted yet, and chances to abscond lie ahead. They are counted within a case. */
export function resetAbsence(world: World, row: Row): void {
  const { people } = world;
  withdrawLeave(world, row);
  people.absenceDay[row] = NOT_YET;
  if (people.recall[row] === recalls.none) people.absenceChances[row] = 0;
  if (isServing(people.status[row])) awaitChance(world, row);
}

/** Life event: a chance to abscond. Most pass; on the day of admission one left from an earlier stay does not count. */
export function onAbsconded(world: World, row: Row, given: AbsenceParameters, leave: LeaveParameters): void {
  const { people, diary } = world;
  if (people.status[row] === status.treatment) {
    awaitChance(world, row);
    return;
  }
  if (!isServing(people.status[row]) || diary.due(row, event.released) <= world.today) return;
  if (diary.due(row, event.admitted) <= world.today) return;
  const occasion = occasionOf(people.episode[row], people.absenceChances[row]);
  const escapes = given.escapesPerYear[people.level[row]];
  const failures = leavesPerYear(world, row, leave) * given.failureShare;
  const kind = absenceOf(world.draw(decisions.absconding, row, occasion), escapes, failures);
  if (kind === absences.none) {
    awaitChance(world, row);
    return;
  }
  const away = daysAtLarge(world.draw(decisions.absenceDays, row, occasion), given.meanDays);
  world.record(event.absconded, row, kind);
  addOpenDays(world, row);
  people.servedDays[row] = people.servedDays[row] + world.today - people.custodyDay[row];
  people.absenceDay[row] = world.today;
  withdrawLeave(world, row);
  world.waiting.leave(row);
  world.moveTo(row, status.absent, NONE);
  putOff(world, row, away);
  diary.set(row, event.recaptured, world.today + away);
}

/** Life event: back from an absence, at the most closed level. Assessed again. */
export function onRecaptured(world: World, row: Row): void {
  const { people, diary } = world;
  world.record(event.recaptured, row, world.today - people.absenceDay[row]);
  people.custodyDay[row] = world.today;
  people.levelDay[row] = world.today;
  world.moveTo(row, statusOnGround[people.basis[row]], 0);
  if (people.basis[row] !== custodyGrounds.fineDefault) diary.set(row, event.assessed, world.today);
  awaitChance(world, row);
}

function awaitChance(world: World, row: Row): void {
  const { absenceChances, episode } = world.people;
  absenceChances[row]++;
  const wait = daysToChance(world.draw(decisions.absence, row, occasionOf(episode[row], absenceChances[row])));
  world.diary.set(row, event.absconded, world.today + wait);
}

/** Puts off what custody has in the diary; the announced release, or a running minimum term, moves with it. */
function putOff(world: World, row: Row, days: number): void {
  const { people, diary } = world;
  if (diary.due(row, event.released) !== NEVER) people.releaseDay[row] = people.releaseDay[row] + days;
  if (people.basis[row] === custodyGrounds.detention && people.minimumDay[row] > world.today) {
    people.minimumDay[row] = people.minimumDay[row] + days;
    people.releaseDay[row] = people.minimumDay[row];
  }
  for (let at = 0; at < inCustodyOnly.length; at++) {
    const due = diary.due(row, inCustodyOnly[at]);
    if (due !== NEVER) diary.set(row, inCustodyOnly[at], due + days);
  }
}

/** The events that only people who serve have in the diary. */
const inCustodyOnly = Int32Array.of(
  event.released,
  event.petitioned,
  event.reviewed,
  event.misconduct,
  event.planned,
  event.prepared,
);

/** Chances to abscond per person-year: the bounds of both rates together. */
const CHANCES_PER_YEAR = 1;
