/**
 * Plan: the sentence plan, which names the help that a person's needs call for.
 *
 * Some days after entry the person and a contact officer make a plan, and then review it at regular intervals. The plan
 * matches each need with help with some chance; a review that is kept tries again for the unmatched needs. More hours of
 * contact officers per person bring the plan sooner and keep more reviews. A short stay ends before the plan is made. By
 * itself the plan moves no odds: it names the needs to work on, and people ask here for treatment elsewhere (`treatment`).
 *
 * Handles `planned`. Schedules `planned`. Sources: contact officer and talks IN0215, IN0216; chances are not published,
 * *assumption*.
 */
import { bitCount } from '../engine/bits.ts';
import { exponential, wholeDays } from '../engine/distribution.ts';
import { occasionOf } from '../engine/random.ts';
import { amount, days, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { needNames } from '../people/needs.ts';
import { isServing, NOT_YET, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { chanceAfterOdds } from './court.ts';
import { askForTreatment, type TreatmentParameters } from './treatment.ts';

export const parameters = parametersOf('plan', {
  daysToPlan: days('mean days from entry to the plan, if contact officers have their usual hours'),
  contactHours: amount('hours per week', 'time of a contact officer per person', { bounds: [0, 40] }),
  usualHours: amount(
    'hours per week',
    'contact time at which the days to the plan and the reviews kept hold as given',
    {
      bounds: [0.1, 40],
    },
  ),
  matchShare: share('needs that a plan, or a review of it, matches with help', { by: 'need' }),
  reviewDays: days('time between two reviews of the plan', { bounds: [30, 3650] }),
  keptShare: share('reviews that are kept, if contact officers have their usual hours'),
});
export type PlanParameters = ValuesOf<typeof parameters>;

/** Whole days from entry to the plan, at least 1: in inverse proportion to the hours; Infinity without any. */
export function daysUntilPlan(u: number, meanDays: number, contactHours: number, usualHours: number): number {
  return contactHours === 0 ? Infinity : 1 + Math.floor(exponential(u, (meanDays * usualHours) / contactHours));
}

/** The chance that a review is kept: its odds are in proportion to the hours. */
export function keptChance(keptShare: number, contactHours: number, usualHours: number): number {
  return contactHours === 0 ? 0 : chanceAfterOdds(keptShare, contactHours / usualHours);
}

/** On beginning to serve: a plan is to be made inside, none at home. The recalled go on with the one they had. */
export function beginPlan(world: World, row: Row, given: PlanParameters): void {
  const { people, diary } = world;
  if (people.recall[row] === recalls.none) {
    people.planDay[row] = NOT_YET;
    people.planReviews[row] = 0;
    people.matched[row] = 0;
  }
  if (people.status[row] === status.monitored) return;
  const u = world.draw(decisions.planDay, row, people.episode[row]);
  const isMade = people.planDay[row] !== NOT_YET;
  const after = isMade
    ? wholeDays(given.reviewDays)
    : daysUntilPlan(u, given.daysToPlan, given.contactHours, given.usualHours);
  diary.set(row, event.planned, world.today + after);
}

/** Life event: the plan is made or reviewed; people who serve elsewhere than inside have none. */
export function onPlanned(world: World, row: Row, given: PlanParameters, treatment: TreatmentParameters): void {
  const { people, diary } = world;
  if (!isServing(people.status[row])) return;
  if (people.planDay[row] === NOT_YET) {
    people.planDay[row] = world.today;
    match(world, row, given);
    world.record(event.planned, row, bitCount(people.matched[row]));
  } else {
    review(world, row, given);
  }
  diary.set(row, event.planned, world.today + wholeDays(given.reviewDays));
  askForTreatment(world, row, treatment);
}

function review(world: World, row: Row, given: PlanParameters): void {
  const { people } = world;
  if (people.planReviews[row] < MOST_REVIEWS) people.planReviews[row]++;
  const draw = world.draw(decisions.planReview, row, occasionOf(people.episode[row], people.planReviews[row]));
  if (draw >= keptChance(given.keptShare, given.contactHours, given.usualHours)) return;
  match(world, row, given);
  world.record(event.needReviewed, row, bitCount(people.matched[row]));
}

/** Tries to match every unmatched need. Each try has a draw of its own, whatever came of the others. */
function match(world: World, row: Row, { matchShare }: PlanParameters): void {
  const { people } = world;
  for (let at = 0; at < needNames.length; at++) {
    const bit = 1 << at;
    if ((people.needs[row] & bit) === 0 || (people.matched[row] & bit) !== 0) continue;
    const occasion = occasionOf(people.episode[row], people.planReviews[row] * TRIES + at);
    if (world.draw(decisions.planMatch, row, occasion) < matchShare[at])
      people.matched[row] = people.matched[row] | bit;
  }
}

/** Tries that a review has room for, one per need. */
const TRIES = 8;

/** Reviews of a case with draws of their own, 21 years of them at the shortest interval; all later ones share the last. */
const MOST_REVIEWS = 255;
