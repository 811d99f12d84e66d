/**
 * Sentence: its length, the days that count as served, and the beginning of serving.
 *
 * Lengths come in the published classes, by offence group; the classes of a year, where other ones are given, move everybody to
 * the length of the same rank. Within a class they follow a power curve with the class's
 * mean. Women get shorter sentences for the same offence. The law caps lengths (21 years). Some imposed sentences are never
 * executed on their own: they lapse, or are merged with another and lengthen it; one factor on lengths carries the days
 * kept. Days in remand are credited in full. People who pass straight from remand serve at once; the others are summoned
 * after the time of processing.
 *
 * Handles `sentenced`. Schedules `admitted`, `summoned`, `atRisk`. Sources: Statistics Norway, sentences by
 * length 2010-2011; Penal Code; the flow balance described in the passports.
 */

import { exponential, memberOf } from '../engine/distribution.ts';
import { power } from '../engine/mathematics.ts';
import { choice, days, factor, parametersOf, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type DetentionParameters, impose, imposesDetention } from './detention.ts';
import { isExpelled, type ReleaseParameters } from './release.ts';
import { earliestRelease, executedLength, lawfulLength, type ReleaseLaw } from './sentence-terms.ts';

export const parameters = parametersOf('sentence', {
  bandShare: share('length classes of unconditional prison sentences, by offence group; each adds up to 1', {
    by: ['offence', 'band'],
    addsUpTo: 1,
  }),
  bandFrom: days('shortest sentence of a class', { by: 'band', bounds: [1, 20000] }),
  bandTo: days('longest sentence of a class', { by: 'band', bounds: [1, 20000] }),
  bandMean: days('mean sentence of a class', { by: 'band', bounds: [1, 20000] }),
  lengthFactor: factor('factor on lengths over a quarter of a year: days kept and merged', { bounds: [0.2, 5] }),
  factorFrom: days('shortest sentence to which the factor applies'),
  baseShare: share('length classes of all sentences in the years from which the classes by group are; adds up to 1', {
    by: 'band',
    addsUpTo: 1,
  }),
  yearShare: share('length classes of all sentences imposed in the year; adds up to 1', { by: 'band', addsUpTo: 1 }),
  maximum: years('longest sentence the law allows'),
  recordFactor: factor('length of sentences of people with a record, relative to others', { bounds: [0.2, 5] }),
  sexFactor: factor('length of sentences by sex, relative to the classes', { by: 'sex', bounds: [0.2, 5] }),
  appliesTo: choice('sentences bound by a change of the law on lengths and conditional release', [
    'new',
    'remaining',
    'all',
  ]),
  lapsedShare: share('imposed sentences that are never executed on their own'),
  daysToStart: days('mean days from verdict to summons, at liberty'),
});
export type SentenceParameters = ValuesOf<typeof parameters>;

/** Length within a class: the quantile of a power curve from the shortest to the longest with the given mean. */
export function lengthWithin(u: number, from: number, to: number, mean: number): number {
  if (to <= from) return from;
  const place = (mean - from) / (to - from);
  return from + (to - from) * power(u, (1 - place) / place);
}

/**
 * The class in which a draw falls under the classes of the year: the draw gives a class of the offence group and a place in it;
 * the same place in that class of `base` is a rank among all sentences, and the length of that rank in `year` is the sentence.
 * Where base and year are the same, that is the group's own class. The classes are in order of length.
 */
export function bandOfYear(
  u: number,
  own: ArrayLike<number>,
  base: ArrayLike<number>,
  year: ArrayLike<number>,
): number {
  let below = 0;
  let rank = 0;
  const band = memberOf(u, own);
  let isSame = true;
  for (let at = 0; at < own.length; at++) {
    if (at < band) {
      below += own[at];
      rank += base[at];
    }
    if (base[at] !== year[at]) isSame = false;
  }
  if (isSame) return band;
  const place = own[band] > 0 ? Math.max(0, Math.min(1, (u - below) / own[band])) : 0;
  return memberOf(rank + place * base[band], year);
}

/** The prospective sentence if the case ends in prison: whole days, from the facts of the case. */
export function expectedLength(world: World, row: Row, given: SentenceParameters): number {
  const { group, episode, sanctions, sex } = world.people;
  const occasion = episode[row];
  const own = given.bandShare[group[row]];
  const band = bandOfYear(world.draw(decisions.lengthBand, row, occasion), own, given.baseShare, given.yearShare);
  const u = world.draw(decisions.length, row, occasion);
  const length = lengthWithin(u, given.bandFrom[band], given.bandTo[band], given.bandMean[band]);
  const factor = given.sexFactor[sex[row]] * (sanctions[row] > 0 ? given.recordFactor : 1);
  return lawfulLength(length * factor, given.maximum);
}

/**
 * Sets the days to serve of the imposed sentence, under the given law and with the rest of an earlier one if ordered. Never
 * less than `least`: a further sentence makes none shorter, whatever the law of the day.
 */
export function settleLength(world: World, row: Row, given: SentenceParameters, least = 0): void {
  const { imposedDays, restDays, sentenceDays } = world.people;
  const executed = executedLength(imposedDays[row], given.factorFrom, given.lengthFactor, given.maximum);
  sentenceDays[row] = Math.max(least, lawfulLength(executed + restDays[row], given.maximum));
}

/** Sets the days to serve before conditional release, under the given law. */
export function settleRelease(world: World, row: Row, law: ReleaseLaw): void {
  const { sentenceDays, earliestDays } = world.people;
  const { conditionalPart, conditionalLeast, conditionalRest } = law;
  earliestDays[row] = earliestRelease(sentenceDays[row], conditionalPart, conditionalLeast, conditionalRest);
}

/** Life event: an unconditional prison sentence, or preventive detention in its place. */
export function onSentenced(
  world: World,
  row: Row,
  given: SentenceParameters,
  detention: DetentionParameters,
  law: ReleaseParameters,
  restServed: number,
): void {
  const { people, diary } = world;
  const occasion = people.episode[row];
  world.record(event.sentenced, row, people.sentenceDays[row]);
  const executed = executedLength(people.sentenceDays[row], given.factorFrom, given.lengthFactor, given.maximum);
  if (imposesDetention(world, row, executed, detention)) {
    impose(world, row, executed, detention);
    return;
  }
  const inCustody = people.status[row] === status.remand;
  if (!inCustody && world.draw(decisions.lapse, row, occasion) < given.lapsedShare) {
    world.record(event.lapsed, row);
    diary.set(row, event.atRisk, world.today);
    return;
  }
  orderRest(world, row, restServed);
  people.imposedDays[row] = people.sentenceDays[row];
  settleLength(world, row, given);
  settleRelease(world, row, law);
  people.servedDays[row] = people.creditDays[row];
  if (!inCustody && people.creditDays[row] >= people.sentenceDays[row]) {
    world.record(event.servedInRemand, row);
    if (isExpelled(world, row, law)) {
      world.record(event.expelled, row);
      world.leave(row);
      return;
    }
    diary.set(row, event.atRisk, world.today);
    return;
  }
  if (inCustody) {
    world.record(event.passedStraight, row);
    world.moveTo(row, status.serving, people.level[row]);
    people.custodyDay[row] = world.today;
    diary.set(row, event.admitted, world.today);
    return;
  }
  world.moveTo(row, status.waiting, NONE);
  const wait = exponential(world.draw(decisions.startDays, row, occasion), given.daysToStart);
  diary.set(row, event.summoned, world.today + 1 + Math.floor(wait));
  diary.set(row, event.atRisk, world.today);
}

/** Orders, by a draw, the rest left by a conditional release to be served with the new sentence. */
function orderRest(world: World, row: Row, restServed: number): void {
  const { restDays, episode } = world.people;
  if (restDays[row] === 0) return;
  if (world.draw(decisions.restServed, row, episode[row]) < restServed) {
    world.record(event.restOrdered, row, restDays[row]);
  } else {
    restDays[row] = 0;
  }
}
