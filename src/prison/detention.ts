/**
 * Detention: preventive detention, after grave offences, of people found dangerous by the court.
 *
 * In place of a sentence the court sets a time frame and a minimum term. A detained person begins at the most closed level
 * and is reviewed as others are; the minimum term stands in for the announced release. From its end on the court tries
 * a release on probation once a year, and grants it by a random draw if the risk, assessed anew with the error of the case,
 * is low enough. When the frame ends the court may extend it, by at most five years at a time; otherwise detention is over.
 * Under the law before 2002, sikring, security follows a fully served sentence. A recall from probation is a return to
 * detention. Days at large are not served: an absence puts off the minimum term, the petitions and the end of the frame.
 *
 * Handles `petitioned`. Schedules `admitted`, `summoned`, `petitioned`, `released`. Sources: Penal Code (PC0404-PC0409);
 * the shares are fitted to the stock of 2002-2016 and to releases (NO0206-NO0248, NO0478).
 */
import type { Day } from '../engine/calendar.ts';
import { uniformBetween } from '../engine/distribution.ts';
import { occasionOf } from '../engine/random.ts';
import { choice, days, factor, parametersOf, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, type Row, status, statusOnGround } from '../people/person.ts';
import type { RiskParameters } from '../people/risk.ts';
import type { World } from '../people/world.ts';
import { daysOf, evenlyAbout, frameDays, minimumDays, petitionDay, yearSince } from './detention-terms.ts';
import { assess, type PlacementParameters } from './placement.ts';

export const parameters = parametersOf('detention', {
  law: choice('law on people found dangerous: forvaring, from 2002, or sikring, before', ['forvaring', 'sikring']),
  leastDays: days('shortest prospective sentence that detention may replace'),
  share: share('people with such a sentence who are detained', { by: 'offence' }),
  frameFactor: factor('mean time frame, relative to the sentence that it replaces', { bounds: [1, 10] }),
  frameSpread: factor('half-width of the uniform distribution of that factor around its mean', { bounds: [0, 1] }),
  frameUsual: years('longest time frame, unless the sentence itself would be longer', { bounds: [1, 60] }),
  frameMaximum: years('longest time frame the law allows', { bounds: [1, 60] }),
  minimumShare: share('mean minimum term as a part of the time frame'),
  minimumSpread: share('half-width of the uniform distribution of that part around its mean'),
  minimumMaximum: years('longest minimum term the law allows', { bounds: [0, 60] }),
  securityYears: years('under sikring, longest time of security after the sentence', { bounds: [0, 60] }),
  riskCeiling: share('highest assessed rank at which probation is granted'),
  grantedShare: share('yearly petitions of people up to that rank that are granted'),
  extendedShare: share('people above that rank whose detention is extended when the time frame ends'),
  extensionYears: years('length of an extension', { bounds: [1, 5] }),
  probationFrom: years('shortest probation', { bounds: [1, 5] }),
  probationTo: years('longest probation', { bounds: [1, 5] }),
});
export type DetentionParameters = ValuesOf<typeof parameters>;

/** Whether a petition is granted: release on probation. */
export function isGranted(rank: number, riskCeiling: number, draw: number, grantedShare: number): boolean {
  return rank <= riskCeiling && draw < grantedShare;
}

/** Whether detention is extended when the time frame ends. */
export function isExtended(rank: number, riskCeiling: number, draw: number, extendedShare: number): boolean {
  return rank > riskCeiling && draw < extendedShare;
}

/** Whole days of probation. */
export function probationDays(u: number, fromYears: number, toYears: number): number {
  return daysOf(uniformBetween(u, fromYears, toYears));
}

/** Whether the court imposes detention in place of a sentence of so many days. */
export function imposesDetention(world: World, row: Row, sentence: number, given: DetentionParameters): boolean {
  const { group, episode } = world.people;
  if (sentence < given.leastDays) return false;
  return world.draw(decisions.detention, row, episode[row]) < given.share[group[row]];
}

/** Imposes detention: its frame replaces the sentence of so many days, and it begins at once, from liberty the next morning. */
export function impose(world: World, row: Row, sentence: number, given: DetentionParameters): void {
  const { people, diary } = world;
  const inCustody = people.status[row] === status.remand;
  const begins = inCustody ? world.today : world.today + 1;
  const isSikring = given.law === 'sikring';
  const frame = isSikring ? sentence + daysOf(given.securityYears) : frameFor(world, row, sentence, given);
  const minimum = isSikring ? sentence : minimumFor(world, row, frame, given);
  people.basis[row] = custodyGrounds.detention;
  people.sentenceDays[row] = frame;
  people.servedDays[row] = people.creditDays[row];
  people.minimumDay[row] = begins + Math.max(1, minimum - people.creditDays[row]);
  world.record(event.detained, row, frame);
  if (inCustody) {
    world.record(event.passedStraight, row);
    world.moveTo(row, statusOnGround[custodyGrounds.detention], people.level[row]);
    people.custodyDay[row] = begins;
    diary.set(row, event.admitted, begins);
    return;
  }
  world.moveTo(row, status.waiting, NONE);
  diary.set(row, event.summoned, world.today);
}

/** Plans the next petition of a detained person. */
export function planPetition(world: World, row: Row): void {
  const due = petitionDay(world.people.minimumDay[row], frameEnd(world, row), world.today);
  world.diary.set(row, event.petitioned, due);
}

/** Life event: the court tries a release, or, when the time frame ends, an extension. */
export function onPetitioned(
  world: World,
  row: Row,
  given: DetentionParameters,
  placement: PlacementParameters,
  risk: RiskParameters,
): void {
  const { people, diary } = world;
  world.record(event.petitioned, row);
  const rank = assess(world, row, placement, risk);
  const occasion = occasionThisYear(world, row);
  const atEnd = world.today >= frameEnd(world, row);
  if (
    atEnd &&
    isExtended(rank, given.riskCeiling, world.draw(decisions.extension, row, occasion), given.extendedShare)
  ) {
    const more = daysOf(given.extensionYears);
    people.sentenceDays[row] = people.sentenceDays[row] + more;
    world.record(event.extended, row, more);
    planPetition(world, row);
    return;
  }
  const granted =
    !atEnd && isGranted(rank, given.riskCeiling, world.draw(decisions.petition, row, occasion), given.grantedShare);
  if (!atEnd && !granted) {
    planPetition(world, row);
    return;
  }
  people.conditionalGranted[row] = granted ? 1 : 0;
  diary.set(row, event.released, world.today);
}

/** The day on which the time frame ends; days of an earlier stay and of remand count, days on probation do not. */
function frameEnd({ people }: World, row: Row): Day {
  const { custodyDay, sentenceDays, servedDays } = people;
  return custodyDay[row] + Math.max(0, sentenceDays[row] - servedDays[row]);
}

/** An occasion for every year since the end of the minimum term: petitions are a year apart. */
export function occasionThisYear({ people, today }: World, row: Row): number {
  return occasionOf(people.episode[row], yearSince(people.minimumDay[row], today));
}

function frameFor(world: World, row: Row, sentence: number, given: DetentionParameters): number {
  const draw = world.draw(decisions.frame, row, world.people.episode[row]);
  const factor = evenlyAbout(draw, given.frameFactor, given.frameSpread);
  return frameDays(sentence, factor, given.frameUsual, given.frameMaximum);
}

function minimumFor(world: World, row: Row, frame: number, given: DetentionParameters): number {
  const draw = world.draw(decisions.minimum, row, world.people.episode[row]);
  const part = evenlyAbout(draw, given.minimumShare, given.minimumSpread);
  return minimumDays(frame, part, given.minimumMaximum);
}
