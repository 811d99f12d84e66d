/**
 * Programme allocation: takes requests for programmes and hands out free places.
 *
 * Once a week everybody inside without a programme may ask for the one that they want most; one that their sentence plan
 * names comes before any other. Eligibility is a condition written by the analyst. Places lie in units, and those of a level
 * are never exceeded; a rule gives free places to the people who wait in the unit.
 */
import { bitsAboveZero } from '../engine/bits.ts';
import type { Day } from '../engine/calendar.ts';
import { type ConditionProgram, compileCondition } from '../evidence/condition-program.ts';
import { decisions } from '../people/decisions.ts';
import { NONE, type People, type Row } from '../people/person.ts';
import { PriorityQueue } from '../people/priority-queue.ts';
import type { World } from '../people/world.ts';
import { daysLeft, eligibilityNames, meetsCondition, severalMembers } from './eligibility.ts';
import { attends, isAvailable, leaveProgramme, programmeNames, waitFor, waitsToGoOn } from './enrolment.ts';
import type { FacilityParameters } from './facility.ts';
import { type Seats, seatsOf } from './seats.ts';

/** Rules for the order in which people who wait get free places. */
export const waitingRules = ['first-come', 'need-first', 'release-date-first'] as const;
export type WaitingRule = (typeof waitingRules)[number];

/** The parameters of `programme` behind requests and allocation. */
export interface AllocationParameters {
  readonly places: readonly Float64Array[];
  readonly eligible: readonly string[];
  readonly needFor: readonly Float64Array[];
  readonly wishPlanned: Float64Array;
  readonly wishOther: Float64Array;
  readonly waitingRule: WaitingRule;
}

/** The programmes on offer under the parameters in force. */
export interface ProgrammeOffer {
  readonly seats: Seats;
  readonly eligible: readonly ConditionProgram[];
  /** Needs that each programme answers, as bits. */
  readonly needs: Uint8Array;
}

/** A person's priority on a waiting list: the lowest number first, ties by key. */
export function priorityOf(rule: WaitingRule, since: Day, release: Day, isNeeded: boolean): number {
  if (rule === 'release-date-first') return release;
  return rule === 'need-first' && !isNeeded ? since + LAST : since;
}

/** A person's rank in the wish for a programme, from their motivation: uniform among people, 0 the keenest. */
export function wishRank(motivation: number, programme: number): number {
  const turned = motivation + programme * GOLDEN;
  return turned - Math.floor(turned);
}

/** The offer, computed once per set of parameters. */
export function offerOf(given: AllocationParameters, { unitShare }: FacilityParameters): ProgrammeOffer {
  let found = offers.get(given);
  if (found === undefined || found.seats.unitShare !== unitShare) {
    found = {
      seats: seatsOf(given.places, unitShare),
      eligible: given.eligible.map((text) => compileCondition(text, eligibilityNames, severalMembers)),
      needs: Uint8Array.from(given.needFor, bitsAboveZero),
    };
    offers.set(given, found);
  }
  return found;
}

/** Begins the allocation of a week: all seats are free, and nobody waits. Note on the queue who waits. */
export function beginAllocation({ people, rows }: World, { seats }: ProgrammeOffer): PriorityQueue {
  seats.free.set(seats.table);
  queue.begin(people, rows.highest + 1);
  return queue;
}

/** Takes the seat of a person who attends. */
export function takeSeat({ programme, seatAt }: People, row: Row, { seats }: ProgrammeOffer): void {
  seats.free[seatAt[row] * KINDS + programme[row]]--;
}

/** Takes the request of a person without a programme; people no longer eligible stop waiting, unless they have begun. */
export function takeRequest(world: World, row: Row, given: AllocationParameters, offer: ProgrammeOffer): void {
  const { people } = world;
  if (people.programme[row] === NONE) {
    const wanted = isAvailable(world, row) ? wantedBy(world, row, given, offer) : NONE;
    if (wanted !== NONE) waitFor(world, row, wanted);
  } else if (
    !attends(people, row) &&
    !waitsToGoOn(people, row) &&
    !meetsCondition(world, row, offer.eligible[people.programme[row]])
  ) {
    leaveProgramme(world, row);
  }
}

/** The people who get the free places, in order of priority; to be read before the next call. */
export function allocatePlaces(world: World, given: AllocationParameters, offer: ProgrammeOffer): Int32Array {
  const { free } = offer.seats;
  for (let at = 0; at < queue.waiting; at++) {
    const row = queue.noted[at];
    if (isAvailable(world, row) && free[seatWanted(world, row)] > 0) {
      queue.call(row, priorityIn(world, row, given, offer));
    }
  }
  queue.settle();
  let allocated = 0;
  for (let at = 0; at < queue.length; at++) {
    const row = queue.rows[at];
    const seat = seatWanted(world, row);
    if (free[seat] <= 0) continue;
    free[seat]--;
    queue.rows[allocated++] = row;
  }
  return queue.rows.subarray(0, allocated);
}

/** The programme a person asks for: of those that they want and may attend, one in their plan, then the keenest wish. */
function wantedBy(world: World, row: Row, given: AllocationParameters, { eligible, needs }: ProgrammeOffer): number {
  const { people } = world;
  if (people.motivation[row] < 0) {
    people.motivation[row] = world.draw(decisions.programme, row, people.episode[row]);
  }
  const motivation = people.motivation[row];
  const attempted = people.attempted[row];
  const matched = people.matched[row];
  const { wishPlanned, wishOther } = given;
  let wanted = NONE;
  let best = 2;
  for (let programme = 0; programme < KINDS; programme++) {
    if ((attempted & (1 << programme)) !== 0) continue;
    const isPlanned = (matched & needs[programme]) !== 0;
    const rank = wishRank(motivation, programme);
    if (rank >= (isPlanned ? wishPlanned : wishOther)[programme]) continue;
    const order = isPlanned ? rank : 1 + rank;
    if (order >= best) continue;
    if (!meetsCondition(world, row, eligible[programme])) continue;
    best = order;
    wanted = programme;
  }
  return wanted;
}

/** Where the seats of a waiting person are counted: those of the programme in their unit. */
function seatWanted({ people, units }: World, row: Row): number {
  return (people.level[row] * units + people.unit[row]) * KINDS + people.programme[row];
}

function priorityIn(world: World, row: Row, { waitingRule }: AllocationParameters, { needs }: ProgrammeOffer): number {
  const { people, today } = world;
  const isNeeded = (people.needs[row] & needs[people.programme[row]]) !== 0;
  return priorityOf(waitingRule, people.programmeSince[row], today + daysLeft(world, row), isNeeded);
}

const offers = new WeakMap<AllocationParameters, ProgrammeOffer>();

/** People who wait; emptied every week. */
const queue = new PriorityQueue();

const KINDS = programmeNames.length;

/** More than any day. */
const LAST = 1_000_000;

/** The golden ratio less 1: multiples of it, less whole numbers, spread evenly between 0 and 1. */
const GOLDEN = 0.6180339887498949;
