/**
 * Fine default: serving in place of an unpaid fine.
 *
 * Some fines are never paid. After some time the person is called to serve instead and waits for a place like others at
 * liberty. Every day is served: no credit, no conditional release, no electronic monitoring, no assessment, and so no move
 * to another level (PC0401). Fine default is no sentence: it interrupts a spell of liberty, whose clock stops meanwhile, and
 * does not count as recidivism. A new charge before serving begins forgives it, because fines and new cases are then settled
 * together.
 *
 * Handles `defaulted`. Schedules `defaulted`, `summoned`, `atRisk`. Sources: Statistics Norway, imprisonments 2012
 * (NO0245, NO0473, NO0479, NO0484); the time to default is *assumption*.
 */
import { exponential } from '../engine/distribution.ts';
import { days, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';

export const parameters = parametersOf('fine', {
  defaultedShare: share('fines that end in a call to serve in their place'),
  daysToDefault: days('mean days from a fine to being called to serve in its place'),
  meanDays: days('mean days to serve in place of a fine, before the longest are cut'),
  mostDays: days('longest time to serve in place of fines', { bounds: [1, 3650] }),
});
export type FineParameters = ValuesOf<typeof parameters>;

/** Whole days to serve in place of a fine: at least one, at most what the law allows. */
export function daysInPlace(u: number, meanDays: number, mostDays: number): number {
  return Math.min(1 + Math.floor(exponential(u, meanDays)), Math.floor(mostDays));
}

/** Plans a default on a fine imposed today. */
export function planDefault(world: World, row: Row, given: FineParameters): void {
  const occasion = world.people.episode[row];
  if (world.draw(decisions.fineDefault, row, occasion) >= given.defaultedShare) return;
  const wait = exponential(world.draw(decisions.fineDefaultWait, row, occasion), given.daysToDefault);
  world.diary.set(row, event.defaulted, world.today + 1 + Math.floor(wait));
}

/** Life event: the fine is not paid. The person waits at liberty to serve in its place, and the clock runs on. */
export function onDefaulted(world: World, row: Row, given: FineParameters): void {
  const { people, diary } = world;
  const u = world.draw(decisions.fineDefaultDays, row, people.episode[row]);
  people.basis[row] = custodyGrounds.fineDefault;
  people.sentenceDays[row] = daysInPlace(u, given.meanDays, given.mostDays);
  people.servedDays[row] = 0;
  world.record(event.defaulted, row, people.sentenceDays[row]);
  diary.clear(row, event.departed);
  world.moveTo(row, status.waiting, NONE);
  diary.set(row, event.summoned, world.today);
}

/** At a new charge: forgives a default that has not begun. */
export function forgive(world: World, row: Row): void {
  const { people, diary, waiting } = world;
  diary.clear(row, event.defaulted);
  if (people.status[row] !== status.waiting || people.basis[row] !== custodyGrounds.fineDefault) return;
  diary.clear(row, event.summoned);
  waiting.leave(row);
  world.moveTo(row, status.liberty, NONE);
}

/** At the end of serving: resumes the interrupted spell of liberty. */
export function endDefault(world: World, row: Row): void {
  const { people, diary } = world;
  diary.clear(row, event.reviewed);
  diary.clear(row, event.misconduct);
  world.moveTo(row, status.liberty, NONE);
  world.record(event.fineServed, row, people.servedDays[row] + world.today - people.custodyDay[row]);
  diary.set(row, event.atRisk, world.today);
}
