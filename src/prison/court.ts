/**
 * Court: from charge to verdict.
 *
 * A charge carries an offence. Some time later a verdict follows: acquittal, another sanction, or unconditional prison. The
 * chance of prison depends on the offence group and on whether there is a record, as published for 2009; one factor on
 * the odds carries it from all sanctioned cases to those where prison is at stake. The prospective sentence follows from the
 * facts of the case, so it is drawn with the charge: remand depends on it, and the verdict keeps it.
 *
 * Handles `charged`, `verdict`. Schedules `remanded`, `sentenced`, `atRisk`. Sources: Statistics Norway,
 * sanctions 2009 by group and record; times from reports on the courts.
 */
import { exponential, memberOf } from '../engine/distribution.ts';
import { MOST_EPISODES } from '../engine/random.ts';
import { days, factor, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { forgetArrangements } from '../people/arrangement.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, status, UNASSESSED } from '../people/person.ts';
import type { SynthesiseParameters } from '../people/synthesise.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { forgetFamily } from './family.ts';
import { type FineParameters, forgive, planDefault } from './fine.ts';
import { forgetProgrammes } from './programme.ts';
import { expectedLength, type SentenceParameters, settleLength, settleRelease } from './sentence.ts';
import type { ReleaseLaw } from './sentence-terms.ts';
import { forgetWork } from './work.ts';

export const parameters = parametersOf('court', {
  sameOffence: share('returns charged in the same offence group as before'),
  chargeShare: share('offence groups of all other returns; adds up to 1', { by: 'offence', addsUpTo: 1 }),
  custodyShare: share('sanctioned cases that end in unconditional prison', { by: ['offence', 'record'] }),
  custodyOdds: factor('factor on the odds of prison in cases where prison is at stake'),
  acquittedShare: share('cases that end in acquittal or are dropped after the charge', { by: 'offence' }),
  communityShare: share('community sentences among other sanctions', { by: 'offence' }),
  fineShare: share('fines among other sanctions; community sentences come first', { by: 'offence' }),
  daysToVerdict: days('mean days from charge, or release from remand, to verdict'),
  arrestedShare: share('people charged while a sentence waits who are arrested and begin to serve at once'),
  restServed: share('new prison sentences in a trial period to which the rest of the old sentence is added'),
});
export type CourtParameters = ValuesOf<typeof parameters>;

/** The verdicts of a court. */
export const verdicts = Object.freeze({ acquitted: 0, otherSanction: 1, prison: 2 });

/** Sanctions other than unconditional prison: conditional prison and the like, a community sentence, or a fine. */
export const otherSanctions = Object.freeze({ other: 0, community: 1, fine: 2 });

/** A chance after its odds are multiplied by a factor. */
export function chanceAfterOdds(chance: number, factor: number): number {
  return (chance * factor) / (1 - chance + chance * factor);
}

/** The verdict of a case from its two uniform draws; a higher chance of prison can only turn other sanctions into prison. */
export function verdictOf(acquittal: number, sanction: number, acquittedShare: number, custodyChance: number): number {
  if (acquittal < acquittedShare) return verdicts.acquitted;
  return sanction < custodyChance ? verdicts.prison : verdicts.otherSanction;
}

/** The other sanction that a draw gives: community sentences from below, fines from above, as far as there is room. */
export function otherSanctionOf(draw: number, communityShare: number, fineShare: number): number {
  if (draw < communityShare) return otherSanctions.community;
  return 1 - draw < fineShare ? otherSanctions.fine : otherSanctions.other;
}

/** The verdict of a person's case under the law in force; the draws are the same before and after the verdict. */
export function verdictFor(world: World, row: Row, given: CourtParameters): number {
  const { group, episode, sanctions } = world.people;
  const at = group[row];
  const chance = given.custodyShare[at][sanctions[row] > 0 ? 1 : 0];
  return verdictOf(
    world.draw(decisions.acquittal, row, episode[row]),
    world.draw(decisions.verdict, row, episode[row]),
    given.acquittedShare[at],
    chanceAfterOdds(chance, given.custodyOdds),
  );
}

/** Life event: a charge. Opens a case; remand or the verdict follows. */
export function onCharged(
  world: World,
  row: Row,
  given: CourtParameters,
  lengths: SentenceParameters,
  traits: SynthesiseParameters,
  law: ReleaseLaw,
): void {
  const { people, diary } = world;
  diary.clear(row, event.departed);
  forgive(world, row);
  if (people.status[row] === status.waiting) {
    mergeCharge(world, row, given, lengths, traits, law);
    return;
  }
  diary.clear(row, event.breached);
  diary.clear(row, event.supervisionEnded);
  people.restDays[row] = restOfTrial(world, row);
  if (people.episode[row] > 0) drawOffence(world, row, given, traits);
  beginCase(world, row);
  people.sentenceDays[row] = expectedLength(world, row, lengths);
  if (people.status[row] === status.conditional) world.moveTo(row, status.liberty, NONE);
  world.record(event.charged, row, people.group[row]);
  diary.set(row, event.remanded, world.today);
}

/**
 * The number of the next case, which names its draws. Draws tell 511 cases apart; after the last one numbers begin again at that of
 * a second case, so that a life goes on, with the luck that it had 510 cases before.
 */
export function caseAfter(episode: number): number {
  return episode < MOST_EPISODES ? episode + 1 : 2;
}

/** Opens a new case: nothing is served of it, and nothing of an earlier one counts. */
export function beginCase(world: World, row: Row): void {
  const { people } = world;
  countCase(world, row);
  people.creditDays[row] = 0;
  people.servedDays[row] = 0;
  people.recall[row] = 0;
  people.basis[row] = custodyGrounds.sentence;
  people.waitingSince[row] = NOT_YET;
  people.lastLevel[row] = NONE;
  people.assessedRisk[row] = UNASSESSED;
  people.matched[row] = 0;
  people.leaveDay[row] = NOT_YET;
  if (people.gateDay[row] !== NOT_YET) forgetLifeInside(world, row);
}

/** Nothing of a life inside counts in a new case. Whoever never passed the gate has none. */
function forgetLifeInside(world: World, row: Row): void {
  const { people } = world;
  people.openDays[row] = 0;
  people.isolatedDays[row] = 0;
  people.weeksInside[row] = 0;
  people.incidents[row] = 0;
  forgetProgrammes(world, row);
  forgetWork(world, row);
  forgetArrangements(world, row);
  forgetFamily(world, row);
}

/** Life event: the verdict. */
export function onVerdict(world: World, row: Row, given: CourtParameters, fines: FineParameters): void {
  const { diary } = world;
  const verdict = verdictFor(world, row, given);
  world.record(event.verdict, row, verdict);
  if (verdict === verdicts.acquitted) {
    world.record(event.acquitted, row);
    diary.set(row, event.atRisk, world.today);
    return;
  }
  receiveSanction(world, row);
  if (verdict === verdicts.prison) {
    diary.set(row, event.sentenced, world.today);
    return;
  }
  if (imposeOther(world, row, given) === otherSanctions.fine) planDefault(world, row, fines);
  diary.set(row, event.atRisk, world.today);
}

/** Days left on a running conditional release; probation after detention follows its own rule. */
function restOfTrial({ people }: World, row: Row): number {
  if (people.status[row] !== status.conditional || people.basis[row] !== custodyGrounds.sentence) return 0;
  return Math.max(0, people.sentenceDays[row] - people.servedDays[row]);
}

/** Another sanction on the record, which holds 65,535. */
export function receiveSanction(world: World, row: Row): void {
  const { sanctions, convictionDay, firstSanctionDay } = world.people;
  sanctions[row] = Math.min(MOST_ON_RECORD, sanctions[row] + 1);
  convictionDay[row] = world.today;
  if (firstSanctionDay[row] === NOT_YET) firstSanctionDay[row] = world.today;
}

/** The most that a column of 16 bits holds; risk looks at far fewer (`reoffending.record_most`). */
const MOST_ON_RECORD = 65_535;

function imposeOther(world: World, row: Row, { communityShare, fineShare }: CourtParameters): number {
  const { group, episode } = world.people;
  const draw = world.draw(decisions.communitySentence, row, episode[row]);
  const at = group[row];
  const sanction = otherSanctionOf(draw, communityShare[at], fineShare[at]);
  world.record(event.sanctioned, row, sanction);
  return sanction;
}

/**
 * A charge while a sentence waits to be served. Both cases are settled together: guilt adds to the record, a prison sentence
 * is merged with the waiting one under the law of the day (several sentences are served together, PC0402), a fine counts as
 * paid, and life at liberty goes on, unless the person is arrested.
 */
function mergeCharge(
  world: World,
  row: Row,
  given: CourtParameters,
  lengths: SentenceParameters,
  traits: SynthesiseParameters,
  law: ReleaseLaw,
): void {
  const { people, diary } = world;
  drawOffence(world, row, given, traits);
  countCase(world, row);
  world.record(event.charged, row, people.group[row]);
  const verdict = verdictFor(world, row, given);
  world.record(event.verdict, row, verdict);
  const length = verdict === verdicts.prison ? expectedLength(world, row, lengths) : 0;
  if (verdict === verdicts.acquitted) world.record(event.acquitted, row);
  else receiveSanction(world, row);
  if (verdict === verdicts.otherSanction) imposeOther(world, row, given);
  if (verdict === verdicts.prison) {
    const before = people.sentenceDays[row];
    people.imposedDays[row] = people.imposedDays[row] + length;
    settleLength(world, row, lengths, before);
    settleRelease(world, row, law);
    world.record(event.merged, row, people.sentenceDays[row] - before);
  }
  diary.set(row, event.atRisk, world.today);
  if (world.draw(decisions.arrest, row, people.episode[row]) < given.arrestedShare) arrest(world, row);
}

/** Arrests somebody whose sentence waits: they begin to serve the next morning at the most closed level, full or not. */
function arrest(world: World, row: Row): void {
  world.record(event.arrested, row);
  world.diary.clear(row, event.summoned);
  world.wait(row, 0, classesOfWaiting.recalled);
}

function countCase({ people }: World, row: Row): void {
  people.episode[row] = caseAfter(people.episode[row]);
}

/** Days from charge, or from release on remand, to a verdict at liberty. */
export function daysToVerdict(world: World, row: Row, { daysToVerdict: mean }: CourtParameters): number {
  return 1 + Math.floor(exponential(world.draw(decisions.courtDays, row, world.people.episode[row]), mean));
}

function drawOffence(world: World, row: Row, given: CourtParameters, { categoryShare }: SynthesiseParameters): void {
  const { people } = world;
  const occasion = people.episode[row];
  if (world.draw(decisions.sameOffence, row, occasion) >= given.sameOffence) {
    people.group[row] = memberOf(world.draw(decisions.offence, row, occasion), given.chargeShare);
  }
  const within = categoryShare[people.group[row]];
  people.category[row] = memberOf(world.draw(decisions.category, row, occasion), within);
}
