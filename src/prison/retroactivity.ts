/**
 * Retroactivity: the sentences that a change of the law binds.
 *
 * Under `new` a sentence is bound by the law of the day on which it is imposed, an announced release stands, and nothing is
 * to be done. Under `remaining` a change also binds the rest of sentences that run or wait to begin: the part served stands,
 * the part to come follows the new law. Under `all` those sentences are computed as if the new law had always held; people
 * who have then served enough are released on the same day. A change of lengths settles release by the law of its day.
 * Running trial periods, fine default and preventive detention are left alone.
 */
import { event } from '../people/life-events.ts';
import { custodyGrounds, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type ReleaseParameters, setReleaseDate } from './release.ts';
import { type SentenceParameters, settleLength, settleRelease } from './sentence.ts';
import { daysWithRemaining } from './sentence-terms.ts';

/** The law on sentences and on conditional release. */
export interface Law {
  readonly sentence: SentenceParameters;
  readonly release: ReleaseParameters;
}

/** On the morning on which the law changes: applies it to the earlier sentences that it binds. */
export function applyNewLaw(world: World, before: Law, now: Law): void {
  if (now.sentence.appliesTo === 'new') return;
  const lengths = changesLengths(before.sentence, now.sentence);
  const terms = lengths || changesTerms(before.release, now.release);
  if (!terms && before.release.conditionalGranted === now.release.conditionalGranted) return;
  for (let row = 0; row < world.rows.highest; row++) {
    if (!isBound(world, row)) continue;
    if (terms) {
      applyNewTerms(world, row, lengths, now);
      world.record(event.termsChanged, row, world.people.sentenceDays[row]);
    }
    if (world.people.status[row] !== status.waiting) setReleaseDate(world, row, now.release);
  }
}

function applyNewTerms(world: World, row: Row, lengths: boolean, { sentence, release }: Law): void {
  const { people } = world;
  const sentenceBefore = people.sentenceDays[row];
  const earliestBefore = people.earliestDays[row];
  if (lengths) settleLength(world, row, sentence);
  settleRelease(world, row, release);
  if (sentence.appliesTo === 'all') return;
  const served = servedSoFar(world, row);
  if (lengths) people.sentenceDays[row] = daysWithRemaining(served, sentenceBefore, people.sentenceDays[row]);
  people.earliestDays[row] = daysWithRemaining(served, earliestBefore, people.earliestDays[row]);
}

/** Days of the sentence served until this morning; days at large do not count. */
function servedSoFar({ people, today }: World, row: Row): number {
  const standing = people.status[row];
  const isOut = standing === status.waiting || standing === status.absent;
  return people.servedDays[row] + (isOut ? 0 : today - people.custodyDay[row]);
}

/** Whether a person serves a sentence, wherever, or waits to. */
function isBound(world: World, row: Row): boolean {
  return (
    world.isPresent(row) &&
    world.people.basis[row] === custodyGrounds.sentence &&
    bound.includes(world.people.status[row])
  );
}

const bound: readonly number[] = [status.waiting, status.serving, status.monitored, status.treatment, status.absent];

function changesLengths(before: SentenceParameters, now: SentenceParameters): boolean {
  return (
    before.lengthFactor !== now.lengthFactor || before.factorFrom !== now.factorFrom || before.maximum !== now.maximum
  );
}

function changesTerms(before: ReleaseParameters, now: ReleaseParameters): boolean {
  return (
    before.conditionalPart !== now.conditionalPart ||
    before.conditionalLeast !== now.conditionalLeast ||
    before.conditionalRest !== now.conditionalRest
  );
}
