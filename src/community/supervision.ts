/**
 * Supervision: the trial period of a conditional release, which lasts for the rest of the sentence.
 *
 * Some break the conditions and are recalled; they serve the rest, and the clock of reoffending stands still meanwhile.
 * A new charge ends the trial period, and the rest of the old sentence is forgone: that a court may order it served is not
 * simulated yet.
 *
 * Handles `supervised`, `breached`, `supervisionEnded`. Schedules `breached`, `supervisionEnded`, `summoned`. Sources:
 * execution of sentences act (PC0801-PC0802); the share recalled is not published for Norway, *assumption*.
 */
import { parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';

export const parameters = parametersOf('supervision', {
  recalledShare: share('conditional releases that end in recall'),
});
export type SupervisionParameters = ValuesOf<typeof parameters>;

/** A pause of so many days outlasts every life. */
const LONGEST = 1_000_000;

/** Days until a recall, or 0 for none: somewhere within the trial period, its last day excluded. */
export function recallAfter(draw: number, share: number, when: number, trialDays: number): number {
  return draw < share && trialDays > 1 ? 1 + Math.floor(when * (trialDays - 1)) : 0;
}

/** Life event: a trial period begins. */
export function onSupervised(world: World, row: Row, { recalledShare }: SupervisionParameters): void {
  const { people, diary } = world;
  const occasion = people.episode[row]!;
  const rest = people.sentenceDays[row]! - people.servedDays[row]!;
  world.record(event.supervised, row, rest);
  diary.set(row, event.supervisionEnded, world.today + Math.max(1, rest));
  const draw = world.draw(decisions.recall, row, occasion);
  const after = recallAfter(draw, recalledShare, world.draw(decisions.recallDay, row, occasion), rest);
  if (after > 0) diary.set(row, event.breached, world.today + after);
}

/** Life event: the conditions are broken. The rest is served, and the clock of reoffending waits. */
export function onBreached(world: World, row: Row): void {
  const { people, diary } = world;
  world.record(event.breached, row);
  world.record(event.recalled, row);
  people.pausedDays[row] = Math.max(1, Math.min(diary.due(row, event.charged) - world.today, LONGEST));
  people.recall[row] = recalls.fromRelease;
  diary.clear(row, event.charged);
  diary.clear(row, event.departed);
  diary.clear(row, event.supervisionEnded);
  world.stand(row, status.waiting, NONE);
  diary.set(row, event.summoned, world.today);
}

/** Life event: the trial period is over. */
export function onSupervisionEnded(world: World, row: Row): void {
  world.diary.clear(row, event.breached);
  world.record(event.supervisionEnded, row);
  world.stand(row, status.liberty, NONE);
}
