/**
 * Family: ties to the people outside, and the visits, calls and leaves that hold them.
 *
 * A person enters with ties of a strength between 0 and 1: weaker with a long record and without a home. Inside, ties fade
 * week by week; contact renews them. Stronger ties make it likelier to be visited at all. The number of visits follows from
 * the rules of the level, the ease of booking, children's rooms for parents, restrictions in remand, and whether the unit
 * lies in the home region. A visit through glass counts for less, a call for less again; leave counts like visits. So people
 * who are visited had better ties, and lower risk, before the first visit.
 *
 * Writes `ties`, `familyFlags`, `visited`. Sources: rules on visits, telephone and leave in the passports; visits by distance,
 * survey of inmates in the United States; fading, renewal and weights are *assumption*.
 */
import { log, normalQuantile } from '../engine/mathematics.ts';
import { amount, factor, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { need } from '../people/needs.ts';
import { NONE, NOT_YET, type Row, status } from '../people/person.ts';
import { tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import type { FacilityParameters } from './facility.ts';
import { type LeaveParameters, quotaOf } from './leave.ts';
import { isAtHome } from './lodging.ts';

export const parameters = parametersOf('family', {
  tiesMean: share('mean strength of the ties of people without a record and with a home'),
  tiesRecord: share('fall in the strength of ties per unit of ln(1 + sanctions)'),
  tiesHousing: share('fall in the strength of ties without a home'),
  tiesSpread: share('s.d. of the strength of ties among people with the same record and housing'),
  fade: share('part of the ties that fades per week without contact'),
  renewal: share('part of the missing strength that an hour of contact in a week renews'),
  visitedShare: share('people with the strongest ties who are visited at all'),
  visitsAllowed: amount('visits per week', 'visits of an hour that the rules allow', { by: 'level', bounds: [0, 21] }),
  visitsUsed: share('visits allowed that a visited person with the strongest ties gets in the home region'),
  booking: share('visits wanted that can be booked and take place'),
  farRatio: factor('visits of people held outside the home region, relative to others', { bounds: [0, 1] }),
  restrictedRatio: factor('visits and calls in remand, relative to others at that level', { bounds: [0, 1] }),
  childrenRooms: share('visiting areas with a room for children'),
  childrenRatio: factor('visits of people with children with such a room, relative to without', { bounds: [1, 5] }),
  glassShare: share('visits held through glass', { by: 'level' }),
  glassWeight: share('weight of an hour through glass, relative to an hour in a room'),
  phoneMinutes: amount('minutes per week', 'calls that the rules allow', { by: 'level', bounds: [0, 10080] }),
  phoneUsed: share('minutes allowed that a person with the strongest ties uses'),
  phoneWeight: share('weight of an hour on the telephone, relative to an hour in a room'),
});
export type FamilyParameters = ValuesOf<typeof parameters>;

/** Strength of the ties on entry, from a draw: between 0 and 1. */
export function tiesAtFirst(draw: number, sanctions: number, hasHome: boolean, given: FamilyParameters): number {
  const mean = given.tiesMean - given.tiesRecord * log(1 + sanctions) - (hasHome ? 0 : given.tiesHousing);
  return within(mean + given.tiesSpread * normalQuantile(draw));
}

/** Strength after a week with hours of contact. Contact can only help; the ties stay between 0 and 1. */
export function tiesAfter(ties: number, hours: number, { fade, renewal }: Pick<FamilyParameters, 'fade' | 'renewal'>) {
  return within(ties - fade * ties + Math.min(1, renewal * hours) * (1 - ties));
}

/** Strength of a person's ties now; before the first week inside, as at liberty. */
export function tiesNow(world: World, row: Row, given: FamilyParameters): number {
  const { people } = world;
  if (people.ties[row] >= 0) return people.ties[row];
  const hasHome = (people.needs[row] & need.housing) === 0;
  return tiesAtFirst(world.draw(decisions.ties, row, 0), people.sanctions[row], hasHome, given);
}

/** A new case begins with the ties of liberty, and without a visit. */
export function forgetFamily({ people }: World, row: Row): void {
  people.ties[row] = UNKNOWN;
  people.visited[row] = 0;
  people.familyFlags[row] = 0;
}

/** Weekly step: visits and calls of everybody on the roll, and the ties that follow. */
export function step(
  world: World,
  given: FamilyParameters,
  facility: FacilityParameters,
  leave: LeaveParameters,
): void {
  const { people, roll, called, tallies, levels, today } = world;
  const column = levels + 1;
  for (let at = 0; at < called; at++) {
    const row = roll[at];
    if (people.ties[row] < 0) begin(world, row, given, leave);
    const level = people.level[row];
    const ties = people.ties[row];
    const freedom = people.status[row] === status.remand ? given.restrictedRatio : 1;
    const isVisited = (people.familyFlags[row] & VISITED) !== 0;
    const hasChildren = (people.familyFlags[row] & CHILDREN) !== 0;
    let visits = 0;
    if (isVisited) {
      const rooms = hasChildren ? 1 + given.childrenRooms * (given.childrenRatio - 1) : 1;
      const unit = people.unit[row];
      const distance = unit !== NONE && isAtHome(world, row, unit, facility) ? 1 : given.farRatio;
      const wanted = given.visitsAllowed[level] * given.visitsUsed * ties * rooms * distance * freedom;
      visits = Math.min(given.visitsAllowed[level], wanted * given.booking);
      if (visits > 0) people.visited[row] = 1;
    }
    const glass = visits * given.glassShare[level];
    const minutes = given.phoneMinutes[level] * given.phoneUsed * ties * freedom;
    const isOnLeave = people.leaveDay[row] !== NOT_YET && people.leaveDay[row] <= today;
    const leaves = isOnLeave ? (quotaOf(world, row, leave) * HOURS_A_LEAVE_DAY) / WEEKS_A_YEAR : 0;
    const hours = visits - glass * (1 - given.glassWeight) + (minutes / 60) * given.phoneWeight + leaves;
    people.ties[row] = tiesAfter(ties, hours, given);
    tallies[tally['visits-contact'] * column + level] += Math.round(1000 * (visits - glass));
    tallies[tally['visits-glass'] * column + level] += Math.round(1000 * glass);
    tallies[tally['phone-minutes'] * column + level] += Math.round(minutes);
    tallies[tally.ties * column + level] += Math.round(1000 * ties);
  }
}

function begin(world: World, row: Row, given: FamilyParameters, leave: LeaveParameters): void {
  const { people } = world;
  const ties = tiesNow(world, row, given);
  people.ties[row] = ties;
  const hasChildren = world.draw(decisions.children, row, 0) < leave.childrenShare;
  const isVisited = world.draw(decisions.visits, row, people.episode[row]) < given.visitedShare * ties;
  people.familyFlags[row] = (hasChildren ? CHILDREN : 0) | (isVisited ? VISITED : 0);
}

function within(ties: number): number {
  return Math.min(1, Math.max(0, ties));
}

/** Ties before the first week inside in a case. */
const UNKNOWN = -1;

/** Bits of the column `familyFlags`. */
const CHILDREN = 1;
const VISITED = 2;

/** Hours of visits that a day of leave is worth. */
const HOURS_A_LEAVE_DAY = 8;
const WEEKS_A_YEAR = 52.1775;
