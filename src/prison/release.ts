/**
 * Release: the day and the terms of leaving.
 *
 * Conditional release is possible after 60 days or two thirds of the sentence, whichever is later, if at least 14 days remain,
 * remand included, so that sentences of 74 days or more qualify (NO0821). It may be refused; then the whole sentence is
 * served. The earliest lawful release never falls as the sentence grows, except at that threshold: 73 days serve 73, 74
 * serve 60. Foreign nationals may be expelled once a sentence is served, be it inside, in treatment, at home or on remand, or
 * transferred home before it to serve the rest there; either way they leave the model, and every denominator of recidivism.
 * The level of the last day goes on record.
 *
 * Handles `released`. Schedules `released`, `supervised`, `atRisk`, `prepared`, `departed`. Sources: execution of sentences
 * act; Statistics Norway, departures 2005-2007.
 */
import type { Day } from '../engine/calendar.ts';
import { days, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { type ArrivalsParameters, isFollowed, isWindowOver } from '../people/arrivals.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, type Row, recalls, status } from '../people/person.ts';
import { isInStock } from '../people/stock.ts';
import type { World } from '../people/world.ts';
import type { DetentionParameters } from './detention.ts';
import { endDefault } from './fine.ts';
import { addOpenDays } from './placement.ts';
import { type TrialParameters, trialDays } from './trial-period.ts';

export const parameters = parametersOf('release', {
  conditionalPart: share('part of a sentence after which conditional release is possible'),
  conditionalLeast: days('least days served before conditional release'),
  conditionalRest: days('least days that must remain'),
  conditionalGranted: share('eligible people who are granted conditional release'),
  expelledShare: share('foreign nationals who are expelled once a sentence is served'),
  transferredShare: share('foreign nationals with time enough left who are transferred home to serve the rest'),
  transferDays: days('time from the beginning of serving to such a transfer'),
  prepareDays: days('time before release at which a home, a job and care are sought'),
  transferRest: days('least days to release that must remain at a transfer'),
});
export type ReleaseParameters = ValuesOf<typeof parameters>;

/** The day of a transfer home, or the day of release itself if too little time would be left. */
export function transferDay(begin: Day, releaseDay: Day, transferDays: number, transferRest: number): Day {
  const day = begin + Math.ceil(transferDays);
  return releaseDay - day >= transferRest && releaseDay > day ? day : releaseDay;
}

/** Announces the release of a person who serves, as the terms of the sentence give it, from today at the earliest. */
export function setReleaseDate(world: World, row: Row, given: ReleaseParameters): void {
  const { people, diary } = world;
  const sentence = people.sentenceDays[row];
  const served = people.servedDays[row];
  const draw = world.draw(decisions.conditionalRelease, row, people.episode[row]);
  const conditional = mayBeConditional(world, row) && draw < given.conditionalGranted;
  const toServe = conditional ? people.earliestDays[row] : sentence;
  const isAbsent = people.status[row] === status.absent;
  const begin = isAbsent ? diary.due(row, event.recaptured) : people.custodyDay[row];
  people.conditionalGranted[row] = conditional ? 1 : 0;
  people.releaseDay[row] = Math.max(world.today, begin + Math.max(0, toServe - served));
  diary.set(row, event.released, people.releaseDay[row]);
  prepareRelease(world, row, given);
  if (!isTransferable(world, row, given)) return;
  const transfer = transferDay(begin, people.releaseDay[row], given.transferDays, given.transferRest);
  diary.set(row, event.released, Math.max(world.today, transfer));
}

/** Life event: the time inside, or on monitoring, is over. */
export function onReleased(
  world: World,
  row: Row,
  given: ReleaseParameters,
  arrivals: ArrivalsParameters,
  detention: DetentionParameters,
  trial: TrialParameters,
): void {
  const { people, diary, waiting } = world;
  diary.clear(row, event.absconded);
  if (people.basis[row] === custodyGrounds.fineDefault) {
    endDefault(world, row);
    return;
  }
  const atHome = people.status[row] === status.monitored;
  if (people.basis[row] === custodyGrounds.sentence && world.today < people.releaseDay[row]) {
    transferHome(world, row, atHome);
    return;
  }
  const conditional = people.conditionalGranted[row] === 1;
  const lastLevel = levelLeft(world, row);
  waiting.leave(row);
  addOpenDays(world, row);
  diary.clear(row, event.reviewed);
  diary.clear(row, event.planned);
  diary.clear(row, event.fromTreatment);
  diary.clear(row, event.monitoringRevoked);
  people.servedDays[row] = people.servedDays[row] + world.today - people.custodyDay[row];
  world.moveTo(row, conditional ? status.conditional : status.liberty, NONE);
  if (atHome) world.record(event.monitoringCompleted, row, lastLevel);
  else if (!conditional) world.record(event.fullTime, row, lastLevel);
  else
    world.record(people.basis[row] === custodyGrounds.detention ? event.probation : event.conditional, row, lastLevel);
  if (isExpelled(world, row, given)) {
    world.record(event.expelled, row);
    world.leave(row);
    return;
  }
  people.lastLevel[row] = lastLevel;
  if (conditional) diary.set(row, event.supervised, world.today);
  const closesWindow =
    !isInStock(people, row) &&
    isWindowOver(people.arrivalDay[row], world.today, arrivals) &&
    !(atHome && isFollowed(people.servedUntil[row], world.today, arrivals));
  people.servedUntil[row] = world.today;
  if (!closesWindow) {
    diary.set(row, event.atRisk, world.today);
    return;
  }
  people.spellDay[row] = NOT_YET;
  const onTrial = conditional ? trialDays(world, row, trial, detention) : 0;
  diary.set(row, event.departed, world.today + onTrial);
}

/** Plans the preparation of a release from an institution: some weeks before it, or at once if fewer are left. */
export function prepareRelease({ people, diary, today }: World, row: Row, { prepareDays }: ReleaseParameters): void {
  if (people.status[row] === status.monitored || people.basis[row] === custodyGrounds.fineDefault) return;
  diary.set(row, event.prepared, Math.max(today, people.releaseDay[row] - Math.ceil(prepareDays)));
}

/** Conditional release is for sentences, once, and only if the law leaves a rest. */
export function mayBeConditional({ people }: World, row: Row): boolean {
  const sentence = people.sentenceDays[row];
  return (
    people.basis[row] === custodyGrounds.sentence &&
    people.recall[row] === recalls.none &&
    people.earliestDays[row] < sentence &&
    people.servedDays[row] < sentence
  );
}

/** Transfer home is for foreign nationals who serve a sentence in an institution and were not recalled. */
function isTransferable(world: World, row: Row, { transferredShare }: ReleaseParameters): boolean {
  const { basis, episode, foreign, recall, status: standing } = world.people;
  if (foreign[row] === 0 || basis[row] !== custodyGrounds.sentence || recall[row] !== recalls.none) return false;
  if (standing[row] === status.monitored) return false;
  return world.draw(decisions.transferHome, row, episode[row]) < transferredShare;
}

/** Before the announced release: leaves to serve the rest in the home country. People on monitoring by now stay. */
function transferHome(world: World, row: Row, atHome: boolean): void {
  const { people, diary } = world;
  if (atHome) {
    diary.set(row, event.released, people.releaseDay[row]);
    return;
  }
  world.record(event.expelled, row, 1);
  world.leave(row);
}

/** The level of the last day; after treatment, the level before it. */
function levelLeft(world: World, row: Row): number {
  const { status: standing, lastLevel, level } = world.people;
  if (standing[row] === status.monitored) return world.monitoring;
  return standing[row] === status.treatment ? lastLevel[row] : level[row];
}

/** Whether a foreign national is expelled when the sentence is served, wherever it was served. */
export function isExpelled(world: World, row: Row, { expelledShare }: ReleaseParameters): boolean {
  const { foreign, episode } = world.people;
  return foreign[row] === 1 && world.draw(decisions.expulsion, row, episode[row]) < expelledShare;
}
