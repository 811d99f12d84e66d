/**
 * Trial period: its length, after a release on conditions.
 *
 * After a sentence it is the rest of the sentence, longer or shorter if the law says so; after preventive detention the
 * court sets a probation. `supervision` declares the parameters and says what happens during it.
 *
 * Pure rules, but for reading the person and the draw of the probation.
 */
import { decisions } from '../people/decisions.ts';
import { custodyGrounds, type Row } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type DetentionParameters, occasionThisYear, probationDays } from './detention.ts';

/** The parameters of `supervision` that set the length of a trial period after a sentence. */
export interface TrialParameters {
  readonly lengthFactor: number;
  readonly leastDays: number;
}

/** Whole days of the trial period of a conditional release, from the days left of the sentence. */
export function trialLength(restDays: number, lengthFactor: number, leastDays: number): number {
  return Math.max(1, Math.round(restDays * lengthFactor), Math.ceil(leastDays));
}

/** Days of the trial period that begins today. */
export function trialDays(world: World, row: Row, given: TrialParameters, detention: DetentionParameters): number {
  const { basis, sentenceDays, servedDays } = world.people;
  if (basis[row] !== custodyGrounds.detention) {
    return trialLength(sentenceDays[row] - servedDays[row], given.lengthFactor, given.leastDays);
  }
  const draw = world.draw(decisions.probation, row, trialOccasion(world, row));
  return probationDays(draw, detention.probationFrom, detention.probationTo);
}

/** The occasion of a trial period: one per episode; after detention one per year, since there may be several. */
export function trialOccasion(world: World, row: Row): number {
  const { basis, episode } = world.people;
  return basis[row] === custodyGrounds.detention ? occasionThisYear(world, row) : episode[row];
}
