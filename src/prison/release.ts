/**
 * Release: when somebody leaves, and on what terms.
 *
 * Conditional release is possible from day r = max(60, two thirds of the sentence) if at least 14 days would remain,
 * remand included, so that sentences of 74 days or more qualify (NO0821). It may be refused; then the whole sentence is
 * served. The earliest lawful release never falls as the sentence grows, except at that threshold: 73 days serve 73, 74
 * serve 60. Foreign nationals may be expelled on release. The level of the last day goes on record.
 *
 * Handles `admitted`, `released`. Schedules `assessed`, `released`, `supervised`, `atRisk`, `departed`. Sources: execution of
 * sentences act; Statistics Norway, departures 2005-2007.
 */
import { days, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { type ArrivalsParameters, isFollowed, isWindowOver } from '../people/arrivals.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type MonitoringParameters, planBreach } from './monitoring.ts';
import { addOpenDays } from './placement.ts';

export const parameters = parametersOf('release', {
  conditionalPart: share('part of a sentence after which conditional release is possible'),
  conditionalLeast: days('least days served before conditional release'),
  conditionalRest: days('least days that must remain'),
  conditionalGranted: share('people eligible who are granted conditional release'),
  expelledShare: share('foreign nationals who are expelled on release from an institution'),
});
export type ReleaseParameters = ValuesOf<typeof parameters>;

/** The day of a sentence on which conditional release is first possible; the whole sentence where it is not. */
export function earliestRelease(sentenceDays: number, part: number, least: number, rest: number): number {
  const day = Math.max(Math.ceil(least), Math.ceil(part * sentenceDays - ROUNDING));
  return sentenceDays - day >= rest ? day : sentenceDays;
}

/** Two thirds of 90 days are 60, not 61: a share read from decimals may miss a whole day by a hair. */
const ROUNDING = 1e-6;

/** Life event: begins to serve. The release is announced. */
export function onAdmitted(world: World, row: Row, given: ReleaseParameters, monitoring: MonitoringParameters): void {
  const { people, diary } = world;
  const sentence = people.sentenceDays[row]!;
  const earliest = earliestRelease(sentence, given.conditionalPart, given.conditionalLeast, given.conditionalRest);
  const draw = world.draw(decisions.conditionalRelease, row, people.episode[row]!);
  const isPossible = people.recall[row] === recalls.none && earliest < sentence && people.servedDays[row]! < sentence;
  const conditional = isPossible && draw < given.conditionalGranted;
  const toServe = conditional ? earliest : sentence;
  people.conditionalGranted[row] = conditional ? 1 : 0;
  people.releaseDay[row] = people.custodyDay[row]! + Math.max(0, toServe - people.servedDays[row]!);
  diary.set(row, event.released, people.releaseDay[row]!);
  const atHome = people.status[row] === status.monitored;
  world.record(atHome ? event.monitored : event.admitted, row, atHome ? sentence : people.level[row]!);
  if (atHome) planBreach(world, row, people.releaseDay[row]!, monitoring);
  else diary.set(row, event.assessed, world.today);
}

/** Life event: the time inside, or on monitoring, is over. */
export function onReleased(world: World, row: Row, given: ReleaseParameters, arrivals: ArrivalsParameters): void {
  const { people, diary, waiting } = world;
  const atHome = people.status[row] === status.monitored;
  const conditional = people.conditionalGranted[row] === 1;
  const lastLevel = atHome ? world.monitoring : people.level[row]!;
  waiting.leave(row);
  addOpenDays(world, row);
  diary.clear(row, event.reviewed);
  diary.clear(row, event.monitoringRevoked);
  people.servedDays[row] = people.servedDays[row]! + world.today - people.custodyDay[row]!;
  world.stand(row, conditional ? status.conditional : status.liberty, NONE);
  world.record(atHome ? event.monitoringCompleted : conditional ? event.conditional : event.fullTime, row, lastLevel);
  if (!atHome && isExpelled(world, row, given)) {
    world.record(event.expelled, row);
    world.leave(row);
    return;
  }
  people.lastLevel[row] = lastLevel;
  if (conditional) diary.set(row, event.supervised, world.today);
  const closesWindow =
    isWindowOver(people.arrivalDay[row]!, world.today, arrivals) &&
    !(atHome && isFollowed(people.servedUntil[row]!, world.today, arrivals));
  people.servedUntil[row] = world.today;
  if (!closesWindow) {
    diary.set(row, event.atRisk, world.today);
    return;
  }
  const trial = conditional ? people.sentenceDays[row]! - people.servedDays[row]! : 0;
  diary.set(row, event.departed, world.today + trial);
}

function isExpelled(world: World, row: Row, { expelledShare }: ReleaseParameters): boolean {
  const { foreign, episode } = world.people;
  return foreign[row] === 1 && world.draw(decisions.expulsion, row, episode[row]!) < expelledShare;
}
