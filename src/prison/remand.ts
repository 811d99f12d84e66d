/**
 * Remand: detention before the verdict.
 *
 * Remand is decided at the charge: the graver the prospective sentence, the likelier and the longer. One dated factor moves the
 * odds for all charges alike. A stay has two parts, one after the other: the inquiry, and the time to the trial. Some people pass straight into serving: the
 * verdict comes while they are inside. The others are released and wait for the verdict at liberty. Few cases that do not
 * end in prison lead to remand, and briefly. Every day counts as served of a later sentence.
 *
 * The court may restrict letters and visits, and in some of these cases order full isolation for the first days. Isolation
 * earns credit beyond the days: one more day per 48 hours begun.
 *
 * Handles `remanded` (the day on which remand is decided), `remandEnded`. Schedules `verdict`, `remandEnded`.
 * Remand always enters: beyond the places it is overflow (`facility`). Sources: Statistics Norway, imprisonments; the
 * correctional service on restrictions (IN0275), the ministry on isolation (PC0410-PC0415); the flow balance described in
 * the passports.
 */
import { exponential } from '../engine/distribution.ts';
import { days, factor, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type CourtParameters, chanceAfterOdds, daysToVerdict, verdictFor, verdicts } from './court.ts';

export const parameters = parametersOf('remand', {
  classTo: days('longest prospective sentence of a class', { by: 'remand_class' }),
  share: share('cases heading for prison that are remanded, by class', { by: 'remand_class' }),
  odds: factor('factor on the odds of remand at a charge, in every class', { bounds: [0, 100] }),
  meanDays: days('mean days in remand, by class', { by: 'remand_class' }),
  firstPart: share('first part of a stay, as a share of its mean'),
  straightShare: share('remanded cases that pass straight into serving, by class', { by: 'remand_class' }),
  shareWithoutPrison: share('cases not heading for prison that are remanded'),
  daysWithoutPrison: days('mean days in remand of those cases'),
  foreignOdds: factor('odds of remand of foreign nationals, relative to others', { bounds: [0.1, 100] }),
  foreignFactor: factor('days in remand of foreign nationals, relative to others'),
  restrictedShare: share('remanded people whose letters and visits are controlled or banned'),
  isolatedShare: share('of these, people held in full isolation at first'),
  isolatedDays: days('mean days in isolation, unless remand or the law ends it before', { bounds: [1, 1000] }),
  isolatedMost: days('longest isolation the law allows', { bounds: [1, 1000] }),
  creditEvery: days('days of isolation begun for which one more day is credited', {
    bounds: [0.5, 10000],
  }),
});
export type RemandParameters = ValuesOf<typeof parameters>;

/** The class of a prospective sentence; sentences beyond the last bound fall into the last class. */
export function remandClass(sentenceDays: number, classTo: Float64Array): number {
  for (let index = 0; index < classTo.length; index++) if (sentenceDays <= classTo[index]) return index;
  return classTo.length - 1;
}

/** Whole days in isolation, from the first day of a stay: at least one, at most the stay and what the law allows. */
export function isolationDays(u: number, meanDays: number, mostDays: number, stay: number): number {
  return Math.min(1 + Math.floor(exponential(u, meanDays)), Math.floor(mostDays), stay);
}

/** Days that count as served: those in remand, and one more per `creditEvery` days of isolation begun. */
export function creditFor(stay: number, isolated: number, creditEvery: number): number {
  return stay + Math.ceil(isolated / creditEvery);
}

/** Life event: remand is decided, on the day of the charge. */
export function onRemanded(world: World, row: Row, given: RemandParameters, court: CourtParameters): void {
  const { people, diary } = world;
  const occasion = people.episode[row];
  const headsForPrison = verdictFor(world, row, court) === verdicts.prison;
  const at = remandClass(people.sentenceDays[row], given.classTo);
  const share = headsForPrison ? given.share[at] : given.shareWithoutPrison;
  const chance = chanceAfterOdds(share, people.foreign[row] === 1 ? given.odds * given.foreignOdds : given.odds);
  if (world.draw(decisions.remand, row, occasion) >= chance) {
    diary.set(row, event.verdict, world.today + daysToVerdict(world, row, court));
    return;
  }
  const stay = stayOf(world, row, headsForPrison ? given.meanDays[at] : given.daysWithoutPrison, given);
  world.moveTo(row, status.remand, 0);
  people.levelDay[row] = world.today;
  people.custodyDay[row] = world.today;
  world.record(event.remanded, row);
  restrict(world, row, stay, given);
  diary.set(row, event.remandEnded, world.today + stay);
}

/** Days on remand ahead, for a case that ends in prison, as nearly every case of remand does. */
export function remandStay(world: World, row: Row, given: RemandParameters): number {
  return stayOf(world, row, given.meanDays[remandClass(world.people.sentenceDays[row], given.classTo)], given);
}

function stayOf(world: World, row: Row, mean: number, { firstPart, foreignFactor }: RemandParameters): number {
  const { episode, foreign } = world.people;
  const all = foreign[row] === 1 ? mean * foreignFactor : mean;
  const first = exponential(world.draw(decisions.remandDays, row, episode[row]), all * firstPart);
  return (
    1 + Math.floor(first + exponential(world.draw(decisions.remandRest, row, episode[row]), all * (1 - firstPart)))
  );
}

/** Life event: remand ends, by verdict or by release. */
export function onRemandEnded(world: World, row: Row, given: RemandParameters, court: CourtParameters): void {
  const { people, diary } = world;
  const at = remandClass(people.sentenceDays[row], given.classTo);
  const stay = world.today - people.custodyDay[row];
  people.creditDays[row] = creditFor(stay, people.isolatedDays[row], given.creditEvery);
  world.record(event.remandEnded, row, stay);
  const headsForPrison = verdictFor(world, row, court) === verdicts.prison;
  if (headsForPrison && world.draw(decisions.straightPass, row, people.episode[row]) < given.straightShare[at]) {
    diary.set(row, event.verdict, world.today);
    return;
  }
  world.record(event.remandReleased, row);
  world.moveTo(row, status.liberty, NONE);
  diary.set(row, event.verdict, world.today + daysToVerdict(world, row, court));
}

function restrict(world: World, row: Row, stay: number, given: RemandParameters): void {
  const { people } = world;
  const occasion = people.episode[row];
  people.isolatedDays[row] = 0;
  if (world.draw(decisions.restriction, row, occasion) >= given.restrictedShare) return;
  world.record(event.restricted, row);
  if (world.draw(decisions.isolation, row, occasion) >= given.isolatedShare) return;
  const u = world.draw(decisions.isolationDays, row, occasion);
  people.isolatedDays[row] = isolationDays(u, given.isolatedDays, given.isolatedMost, stay);
  world.record(event.isolated, row, people.isolatedDays[row]);
}
