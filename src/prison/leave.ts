/**
 * Leave: going home for a night, and working outside by day.
 *
 * A review may grant leave to a person who has served long enough, or will have before the next review: a third of the
 * sentence and four months, or four years of a sentence over twelve; in preventive detention two thirds of the minimum
 * term. The days of remand count. Leaves are too many (32,000 per year) to be events of their own: from the day of the
 * grant on they accrue at a rate in days per year, higher with children. Near release, beyond the most closed level,
 * day release may follow. Neither is granted after absconding in the present stay.
 *
 * Sources: execution of sentences act and its regulations (PC0813-PC0815, PC0407); answers to parliament; Statistics
 * Norway, days in prison. The shares granted are not published, *assumption*.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { days, parametersOf, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { custodyGrounds, NONE, NOT_YET, type Row } from '../people/person.ts';
import type { World } from '../people/world.ts';

export const parameters = parametersOf('leave', {
  part: share('part of a sentence after which leave and day release are possible'),
  leastDays: days('least days served before them'),
  longSentence: years('length of sentence beyond which a date of its own applies'),
  longLeast: years('time served of such a sentence before leave and day release'),
  detentionPart: share('part of the minimum term of preventive detention after which leave is possible'),
  grantedShare: share('eligible people who are granted leave', { by: 'level' }),
  daysPerYear: days('days of leave per year', { bounds: [0, 50] }),
  daysWithChildren: days('days of leave per year with children', { bounds: [0, 50] }),
  childrenShare: share('people with children'),
  lengthDays: days('mean length of a leave', { bounds: [0.5, 10] }),
  dayReleaseLast: days('longest time to release at which day release begins'),
  dayReleaseShare: share('eligible people who are granted day release'),
});
export type LeaveParameters = ValuesOf<typeof parameters>;

/** Days of a sentence to serve before leave or day release. */
export function leaveAfter(
  sentenceDays: number,
  {
    part,
    leastDays,
    longSentence,
    longLeast,
  }: Pick<LeaveParameters, 'part' | 'leastDays' | 'longSentence' | 'longLeast'>,
): number {
  if (sentenceDays > longSentence * DAYS_PER_YEAR) return Math.ceil(longLeast * DAYS_PER_YEAR);
  return Math.max(Math.ceil(part * sentenceDays - ROUNDING), Math.ceil(leastDays));
}

/** Days of preventive detention to serve before leave, from its minimum term. */
export function leaveAfterInDetention(minimumDays: number, part: number): number {
  return Math.max(0, Math.ceil(part * minimumDays - ROUNDING));
}

/** Whether day release may begin: beyond the most closed level, after long enough, and near enough to release. */
export function mayWorkOutside(
  level: number,
  servedDays: number,
  leaveAfterDays: number,
  remainingDays: number,
  dayReleaseLast: number,
): boolean {
  if (level === 0 || level === NONE) return false;
  return servedDays >= leaveAfterDays && remainingDays > 0 && remainingDays <= dayReleaseLast;
}

/** Days of leave per year once granted; having children is drawn once per life. */
export function quotaOf(world: World, row: Row, given: LeaveParameters): number {
  const hasChildren = world.draw(decisions.children, row, 0) < given.childrenShare;
  return hasChildren ? given.daysWithChildren : given.daysPerYear;
}

/** Leaves per year at present: none without a grant, or before its day. */
export function leavesPerYear(world: World, row: Row, given: LeaveParameters): number {
  const since = world.people.leaveDay[row];
  return since === NOT_YET || since > world.today ? 0 : quotaOf(world, row, given) / given.lengthDays;
}

/**
 * At a review: grants leave and day release to a person who may have them and does not yet. Leave that becomes possible
 * before the next review, in `untilNextReview` days, is granted from its first day on.
 */
export function considerLeave(world: World, row: Row, untilNextReview: number, given: LeaveParameters): void {
  const { people } = world;
  if (people.absenceDay[row] !== NOT_YET) return;
  const occasion = people.episode[row];
  const level = people.level[row];
  const served = people.servedDays[row] + world.today - people.custodyDay[row];
  const after = daysBeforeLeave(world, row, given);
  if (people.leaveDay[row] === NOT_YET && served + untilNextReview > after) {
    if (world.draw(decisions.leave, row, occasion) < given.grantedShare[level]) {
      people.leaveDay[row] = world.today + Math.max(0, after - served);
      world.record(event.leaveGranted, row, Math.round(quotaOf(world, row, given)));
    }
  }
  if (people.dayReleaseDay[row] !== NOT_YET || people.basis[row] === custodyGrounds.detention) return;
  const remaining = people.releaseDay[row] - world.today;
  if (!mayWorkOutside(level, served, after, remaining, given.dayReleaseLast)) return;
  if (world.draw(decisions.dayRelease, row, occasion) >= given.dayReleaseShare) return;
  people.dayReleaseDay[row] = world.today;
  world.record(event.dayReleased, row, remaining);
}

/** Withdraws leave and day release, at the beginning of a stay or within it. */
export function withdrawLeave({ people }: World, row: Row): void {
  people.leaveDay[row] = NOT_YET;
  people.dayReleaseDay[row] = NOT_YET;
}

function daysBeforeLeave({ people }: World, row: Row, given: LeaveParameters): number {
  if (people.basis[row] !== custodyGrounds.detention) return leaveAfter(people.sentenceDays[row], given);
  const minimum = people.minimumDay[row] - people.custodyDay[row] + people.servedDays[row];
  return leaveAfterInDetention(minimum, given.detentionPart);
}

/** A third of 366 days is 122, not 123: a share read from decimals may miss a whole day by a hair. */
const ROUNDING = 1e-5;
