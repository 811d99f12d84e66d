/**
 * Initial stock: the people who are inside on the first observed day, where a scenario lists them.
 *
 * The burn-in fills courts, queue, monitoring and the community. On the morning of the first observed day everybody inside gives
 * way to the people of the list. Each takes over the history of the person of the simulation who is most like them: what no
 * list tells, such as record, needs, ties and plans. What the list tells holds. Luck is their own. Nobody of the list is an admission.
 * Where the burn-in has left nobody inside, there is no history to take over, and each takes that of a new arrival.
 *
 * Records `listed`. Schedules `passedGate`. The terms of custody are those of `listed-terms`.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { memberOf } from '../engine/distribution.ts';
import { arrive, INSIDE_AT_FIRST } from '../people/arrivals.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import type { NeedsParameters } from '../people/needs.ts';
import { custodyGrounds, isServing, NONE, type Row } from '../people/person.ts';
import type { SynthesiseParameters } from '../people/synthesise.ts';
import type { World } from '../people/world.ts';
import { beginCase, receiveSanction } from './court.ts';
import { beginPlan, type PlanParameters } from './plan.ts';
import { forgetProgrammes } from './programme.ts';
import { type Alike, insidersOf, LikeInsiders } from './stock/like-insiders.ts';
import type { ListedPerson } from './stock/listed-person.ts';
import { fittingKey, serve, stayOnRemand, type TermsParameters } from './stock/listed-terms.ts';
import { forgetWork } from './work.ts';

/** The parameters behind the terms of custody, and behind the needs and plans of people without a history. */
export interface StockParameters extends TermsParameters {
  readonly needs: NeedsParameters;
  readonly plan: PlanParameters;
}

/** Puts the listed people in the place of everybody inside this morning. Does nothing without a list. */
export function replaceInsiders(world: World, list: readonly ListedPerson[], given: StockParameters): void {
  if (list.length === 0) return;
  const before = insidersOf(world);
  const alike = new LikeInsiders(world, before);
  const keys = new Set<number>();
  // the last of them may stand beside an arrival whose history is taken over
  world.reserve(list.length + 1);
  for (const listed of [...list].sort((a, b) => a.key - b.key)) {
    const another = alike.take(listed);
    if (another !== undefined) putInside(world, listed, another, keys, given);
    else putAnew(world, listed, keys, given);
  }
  for (const row of before) {
    world.record(event.departed, row);
    world.leave(row);
  }
}

/** With nobody inside whose history could be taken over: that of somebody who arrives today and is then gone, with a case and no charge. */
function putAnew(world: World, listed: ListedPerson, keys: Set<number>, given: StockParameters): void {
  const arrival = arrive(world, INSIDE_AT_FIRST, listed.key, given.synthesise, given.needs);
  world.diary.clear(arrival, event.charged);
  world.diary.set(arrival, event.passedGate, world.today);
  beginCase(world, arrival);
  if (isServing(listed.status)) receiveSanction(world, arrival);
  const row = putInside(world, listed, { row: arrival, isFirst: true }, keys, given);
  if (isServing(listed.status) && world.people.basis[row] !== custodyGrounds.fineDefault)
    beginPlan(world, row, given.plan);
  world.leave(arrival);
}

function putInside(
  world: World,
  listed: ListedPerson,
  { row: another, isFirst }: Alike,
  keys: Set<number>,
  given: TermsParameters,
): Row {
  const { people, diary } = world;
  const row = world.enterLike(another, INSIDE_AT_FIRST, listed.key);
  world.renumber(row, fittingKey(world, row, another, listed, keys, given.court));
  keys.add(people.index[row]);
  if (!isFirst) {
    forgetProgrammes(world, row);
    forgetWork(world, row);
  }
  takeTraits(world, row, listed, given.synthesise);
  const { status, level, sex, unit, levelDay } = people;
  const isSame = status[another] === listed.status;
  const staysIn = isFirst && isSame && level[another] === listed.level && sex[another] === listed.sex;
  const gate = diary.due(another, event.passedGate);
  world.moveTo(row, listed.status, listed.level, listed.unit ?? (staysIn ? unit[another] : NONE));
  diary.set(row, event.passedGate, gate);
  const waitsFor = world.waiting.listOf(another);
  if (staysIn && waitsFor >= 0 && unit[another] !== NONE) world.waiting.join(waitsFor, row);
  levelDay[row] = Math.max(levelDay[another], world.today - listed.servedDays);
  if (isServing(listed.status)) serve(world, row, listed, isSame, given);
  else stayOnRemand(world, row, listed, isSame, given);
  world.record(event.listed, row, listed.status * LEVELS + listed.level);
  return row;
}

/**
 * What the list tells of a person. An offence other than in the history brings a risk category of its own group; the first sanction lies
 * as long ago as in the history, but not before the youngest age.
 */
function takeTraits(
  world: World,
  row: Row,
  { sex, ageYears, offence, foreign }: ListedPerson,
  given: SynthesiseParameters,
): void {
  const { people, today } = world;
  people.sex[row] = sex;
  if (offence !== undefined && offence !== people.group[row]) {
    people.group[row] = offence;
    const draw = world.draw(decisions.category, row, people.episode[row]);
    people.category[row] = memberOf(draw, given.categoryShare[offence]);
  }
  if (foreign !== undefined) people.foreign[row] = foreign ? 1 : 0;
  if (ageYears === undefined) return;
  people.birthDay[row] = today - Math.floor(ageYears * DAYS_PER_YEAR);
  const youngest = people.birthDay[row] + Math.floor(given.firstAge * DAYS_PER_YEAR);
  if (people.sanctions[row] > 0)
    people.firstSanctionDay[row] = Math.min(today, Math.max(youngest, people.firstSanctionDay[row]));
}

/** `listed` carries a status and a level in one number. */
const LEVELS = 256;
