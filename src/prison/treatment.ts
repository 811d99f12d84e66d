/**
 * Treatment: the end of a sentence in a treatment institution outside the prison service (section 12).
 *
 * When the sentence plan is made or reviewed, a person with a need for treatment of drug or alcohol use and a short enough
 * remaining time may ask for it, if they want it and suit the institution. Places are limited and go, the next morning, to
 * people who asked, in order of their keys; the others may ask again at the next review. Some drop out and come back to the
 * level that they left. The others are released from there as from prison, and the level that they left counts as that of
 * their last day. Treatment is for sentences only, and once per case.
 *
 * The sentence plan rests meanwhile; it comes up on the day of dropping out.
 *
 * Handles `fromTreatment`. Schedules `fromTreatment`, `planned`, `assessed`; hands out places. Sources: rule and limit IN0312, days
 * NO0635, attrition E130; the share that suits is *assumption*.
 */
import { days, parametersOf, places, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { need } from '../people/needs.ts';
import { NONE, type Row, status } from '../people/person.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { breachAfter } from './monitoring.ts';
import { addOpenDays } from './placement.ts';

export const parameters = parametersOf('treatment', {
  places: places('people who can serve in treatment institutions at once'),
  leastDays: days('shortest remaining time at which a person may go'),
  limitDays: days('longest remaining time at which a person may go'),
  suitedShare: share('people with a need for it who want it and suit an institution'),
  dropoutShare: share('people in treatment who drop out and come back'),
});
export type TreatmentParameters = ValuesOf<typeof parameters>;

/** Whether a person with these needs and days left may ask for treatment. */
export function maySeekTreatment(needs: number, remaining: number, leastDays: number, limitDays: number): boolean {
  return (needs & TREATABLE) !== 0 && remaining >= leastDays && remaining <= limitDays;
}

/** Asks for a place, to be given tomorrow morning. A person who waits for a more open level keeps waiting for it. */
export function askForTreatment(world: World, row: Row, given: TreatmentParameters): void {
  const { people, waiting } = world;
  if (people.status[row] !== status.serving || people.lastLevel[row] !== NONE || waiting.listOf(row) >= 0) return;
  const remaining = people.releaseDay[row] - world.today;
  if (!maySeekTreatment(people.needs[row], remaining, given.leastDays, given.limitDays)) return;
  if (world.draw(decisions.treatment, row, people.episode[row]) >= given.suitedShare) return;
  world.wait(row, world.treatment, classesOfWaiting.inside);
}

/** Daily step, in the morning: hands out the free places to people who asked yesterday. */
export function step(world: World, given: TreatmentParameters): void {
  world.settleWaiting();
  const { waiting, stock, levels } = world;
  const list = world.listOf(world.treatment, classesOfWaiting.inside, 0);
  for (let row = waiting.first(list); row >= 0; row = waiting.first(list)) {
    waiting.leave(row);
    if (stock[status.treatment * (levels + 1) + levels] < given.places) begin(world, row, given);
  }
}

/** Life event: drops out, and returns to the level left, full or not. */
export function onFromTreatment(world: World, row: Row): void {
  const { people, diary } = world;
  const level = people.lastLevel[row];
  people.levelDay[row] = world.today;
  world.moveTo(row, status.serving, level);
  world.record(event.moved, row, level);
  diary.set(row, event.planned, world.today);
  diary.set(row, event.assessed, world.today);
}

function begin(world: World, row: Row, { dropoutShare }: TreatmentParameters): void {
  const { people, diary } = world;
  const level = people.level[row];
  addOpenDays(world, row);
  people.lastLevel[row] = level;
  diary.clear(row, event.reviewed);
  diary.clear(row, event.planned);
  world.moveTo(row, status.treatment, NONE);
  world.record(event.toTreatment, row, level);
  const occasion = people.episode[row];
  const draw = world.draw(decisions.treatmentDropout, row, occasion);
  const when = world.draw(decisions.treatmentDropoutDay, row, occasion);
  const after = breachAfter(draw, dropoutShare, when, people.releaseDay[row] - world.today);
  if (after > 0) diary.set(row, event.fromTreatment, world.today + after);
}

/** The needs that treatment answers. */
const TREATABLE = need.drugs | need.opioids | need.alcohol;
