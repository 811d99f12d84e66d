/**
 * Programme: classes, and programmes on thinking, addiction and violence: who waits, who attends, who ends them.
 *
 * Once a week everybody inside who attends nothing may ask for the programme that they want most: one that their sentence
 * plan names before any other. Who may, is a condition written by the analyst. Seats lie in units; free ones are handed out
 * by a rule to those who wait there, and are never more than there are. Whether somebody will drop out is settled on
 * beginning, more often at a higher assessed risk and in a worse climate. Who moves to another unit loses the seat and waits for one there.
 *
 * Handles `programmeEnded`. Schedules `programmeEnded`. Sources: attrition E130, lengths and hours IN0120-IN0133; most is
 * *assumption*.
 */
import { bitCount, bitsAboveZero } from '../engine/bits.ts';
import { wholeDays } from '../engine/distribution.ts';
import { logistic, logit } from '../engine/mathematics.ts';
import { occasionOf } from '../engine/random.ts';
import { type ConditionProgram, compileCondition } from '../evidence/condition-program.ts';
import {
  amount,
  choice,
  condition,
  logOdds,
  parametersOf,
  places,
  share,
  type ValuesOf,
} from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { NONE, type Row } from '../people/person.ts';
import { PriorityQueue } from '../people/priority-queue.ts';
import { tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { daysLeft, eligibilityNames, knownRisk, meetsCondition, severalMembers } from './eligibility.ts';
import {
  attends,
  DAY_ZERO,
  EDUCATION,
  priorityOf,
  programmeNames,
  sinceDay,
  waitingRules,
  wishRank,
} from './enrolment.ts';
import type { FacilityParameters } from './facility.ts';
import { type Seats, seatsOf } from './seats.ts';

export { attends, EDUCATION, isInClass, isWaitingForProgramme, programmeNames } from './enrolment.ts';

export const parameters = parametersOf('programme', {
  places: places('people who can attend at once, at a level', { by: ['programme', 'level'] }),
  hours: amount('hours', 'hours a week', { by: 'programme', bounds: [0, 60] }),
  weeks: amount('weeks', 'length from beginning to end', { by: 'programme', bounds: [1, 520] }),
  eligible: condition('who may attend', eligibilityNames, { by: 'programme' }),
  needFor: share('needs that a programme answers: above 0', { by: ['programme', 'need'] }),
  wishPlanned: share('people who want it, of those whose sentence plan matched such a need', { by: 'programme' }),
  wishOther: share('people who want it, of all others', { by: 'programme' }),
  waitingRule: choice('who comes first when a seat is free', waitingRules),
  attendance: share('hours that are attended, of those held', { by: 'programme' }),
  dropoutShare: share('people who leave before the end, at middling assessed risk', { by: 'programme' }),
  dropoutRisk: logOdds('of dropping out, the highest against the lowest assessed risk'),
  climateDropout: logOdds('of dropping out, the best against the worst climate of a unit'),
  usualClimate: share('climate of a unit at which the share that drops out is as given'),
  passShare: share('people who pass, of those who stay to the end', { by: 'programme' }),
  fidelity: share('how true to its design it is run: stable staff, a kept routine', { by: 'programme' }),
});
export type ProgrammeParameters = ValuesOf<typeof parameters>;

/** The chance of dropping out at an assessed rank of risk, in a climate; usual where there is none (NaN). */
export function dropoutChance(
  programme: number,
  rank: number,
  climate: number,
  given: Pick<ProgrammeParameters, 'dropoutShare' | 'dropoutRisk' | 'climateDropout' | 'usualClimate'>,
): number {
  const usual = given.dropoutShare[programme];
  if (usual === 0 || usual === 1) return usual;
  const above = Number.isNaN(climate) ? 0 : climate - given.usualClimate;
  return logistic(logit(usual) + given.dropoutRisk * (rank - 0.5) + given.climateDropout * above);
}

/** A new case: what was attended in an earlier one no longer counts. */
export function forgetProgrammes({ people, diary }: World, row: Row): void {
  people.programme[row] = NONE;
  people.attempted[row] = 0;
  people.completed[row] = 0;
  people.fidelity[row] = 0;
  people.motivation[row] = -1;
  diary.clear(row, event.programmeEnded);
}

/** Weekly step: who attends attends, who wants to asks, and free seats are handed out. */
export function step(world: World, given: ProgrammeParameters, facility: FacilityParameters): void {
  const { people, roll, today, units, levels, tallies } = world;
  const prepared = preparedFor(given, facility);
  const { free, table, byLevel } = prepared.seats;
  const column = levels + 1;
  free.set(table);
  for (let level = 0; level < levels; level++) tallies[tally['programme-places'] * column + level] += byLevel[level];
  turn.begin(people, world.rows.highest + 1);
  for (let at = 0; at < world.called; at++) {
    const row = roll[at];
    const level = people.level[row];
    const isOut = people.unit[row] === NONE || people.excludedUntil[row] > today;
    if (people.programme[row] !== NONE) keep(world, row, isOut);
    if (attends(people, row)) {
      free[people.seatAt[row] * KINDS + people.programme[row]]--;
      attendWeek(world, row, prepared);
      continue;
    }
    if (people.programme[row] === NONE) {
      const wanted = isOut ? NONE : wantedBy(world, row, given, prepared);
      if (wanted === NONE) continue;
      people.programme[row] = wanted;
      people.programmeDay[row] = -(today + DAY_ZERO);
    } else if (!meetsCondition(world, row, prepared.eligible[people.programme[row]])) {
      people.programme[row] = NONE;
      continue;
    }
    tallies[tally['programme-waiting'] * column + level]++;
    if (!isOut) turn.note(row);
  }
  for (let at = 0; at < turn.waiting; at++) {
    const row = turn.noted[at];
    const place = people.level[row] * units + people.unit[row];
    if (free[place * KINDS + people.programme[row]] > 0) turn.call(row, numberOf(world, row, given, prepared));
  }
  turn.settle();
  for (let at = 0; at < turn.length; at++) {
    const row = turn.rows[at];
    const place = people.level[row] * units + people.unit[row];
    const cell = place * KINDS + people.programme[row];
    if (free[cell] <= 0) continue;
    free[cell]--;
    tallies[tally['programme-waiting'] * column + people.level[row]]--;
    begin(world, row, place, given);
    attendWeek(world, row, prepared);
  }
}

/** A week in which somebody attends. */
function attendWeek({ people, tallies, levels }: World, row: Row, { minutes }: Prepared): void {
  const programme = people.programme[row];
  const level = people.level[row];
  tallies[tally['programme-weeks'] * (levels + 1) + level]++;
  if (programme < EDUCATION) tallies[tally['class-weeks'] * (levels + 1) + level]++;
  tallies[(FIRST_MINUTES + programme) * (levels + 1) + level] += minutes[programme];
}

/** Life event: the programme is over, by its end or by dropping out; nothing where the seat was lost before. */
export function onProgrammeEnded(world: World, row: Row, given: ProgrammeParameters): void {
  const { people, tallies } = world;
  if (!attends(people, row) || hasMoved(world, row)) {
    keep(world, row, false);
    return;
  }
  const programme = people.programme[row];
  const at = (name: number) => name * (world.levels + 1) + people.level[row];
  people.programme[row] = NONE;
  if (people.willDropOut[row] === 1) {
    world.record(event.programmeEnded, row, -1 - programme);
    tallies[at(tally['programme-dropouts'])]++;
    if (programme >= EDUCATION) tallies[at(tally['treatment-dropouts'])]++;
    return;
  }
  const occasion = occasionOf(people.episode[row], programme);
  const hasPassed = world.draw(decisions.exam, row, occasion) < given.passShare[programme];
  world.record(event.programmeEnded, row, hasPassed ? programme : KINDS + programme);
  tallies[at(hasPassed ? FIRST_COMPLETED + programme : tally['programme-failures'])]++;
  if (!hasPassed) return;
  const before = bitCount(people.completed[row]);
  people.completed[row] = people.completed[row] | (1 << programme);
  people.fidelity[row] = (people.fidelity[row] * before + given.fidelity[programme]) / (before + 1);
}

/** Who left the prison since has no seat and does not wait; who moved inside, or is excluded, waits for a seat from today. */
function keep(world: World, row: Row, isExcluded: boolean): void {
  const { people, diary, today } = world;
  const since = sinceDay(people.programmeDay[row]);
  const hasCome = people.level[row] === NONE || people.levelDay[row] > since;
  const isAttending = attends(people, row);
  if (hasCome && (people.level[row] === NONE || people.gateDay[row] > since)) {
    people.programme[row] = NONE;
  } else if (isAttending && (isExcluded || hasMoved(world, row))) {
    people.programmeDay[row] = -(today + DAY_ZERO);
  } else {
    return;
  }
  if (isAttending) diary.clear(row, event.programmeEnded);
}

/** Whether somebody who attends is no longer where the seat is, or was away from there. */
function hasMoved({ people, units }: World, row: Row): boolean {
  if (people.level[row] === NONE || people.levelDay[row] > sinceDay(people.programmeDay[row])) return true;
  return people.level[row] * units + people.unit[row] !== people.seatAt[row];
}

/** The programme that somebody asks for: of those that they want and may attend one in their plan, the keenest wish first. */
function wantedBy(world: World, row: Row, given: ProgrammeParameters, { eligible, needs }: Prepared): number {
  const { people } = world;
  if (people.motivation[row] < 0) {
    people.motivation[row] = world.draw(decisions.programme, row, people.episode[row]);
  }
  let wanted = NONE;
  let best = 2;
  for (let programme = 0; programme < KINDS; programme++) {
    if ((people.attempted[row] & (1 << programme)) !== 0) continue;
    const isPlanned = (people.matched[row] & needs[programme]) !== 0;
    const rank = wishRank(people.motivation[row], programme);
    if (rank >= (isPlanned ? given.wishPlanned : given.wishOther)[programme]) continue;
    const order = isPlanned ? rank : 1 + rank;
    if (order >= best) continue;
    if (!meetsCondition(world, row, eligible[programme])) continue;
    best = order;
    wanted = programme;
  }
  return wanted;
}

function numberOf(world: World, row: Row, { waitingRule }: ProgrammeParameters, { needs }: Prepared): number {
  const { people, today } = world;
  const isNeeded = (people.needs[row] & needs[people.programme[row]]) !== 0;
  return priorityOf(waitingRule, sinceDay(people.programmeDay[row]), today + daysLeft(world, row), isNeeded);
}

function begin(world: World, row: Row, place: number, given: ProgrammeParameters): void {
  const { people, today, tallies, levels } = world;
  const programme = people.programme[row];
  const level = people.level[row];
  tallies[tally['programme-starts'] * (levels + 1) + level]++;
  tallies[tally['programme-waited'] * (levels + 1) + level] += today - sinceDay(people.programmeDay[row]);
  people.programmeDay[row] = today + DAY_ZERO;
  people.seatAt[row] = place;
  people.attempted[row] = people.attempted[row] | (1 << programme);
  world.record(event.programmeBegun, row, programme);
  const occasion = occasionOf(people.episode[row], programme);
  const chance = dropoutChance(programme, knownRisk(world, row), world.climate[place], given);
  people.willDropOut[row] = world.draw(decisions.dropout, row, occasion) < chance ? 1 : 0;
  const last = wholeDays(7 * given.weeks[programme]) - 1;
  const isWhole = people.willDropOut[row] === 0;
  const days = isWhole ? last : 1 + Math.floor(world.draw(decisions.dropoutDay, row, occasion) * (last - 1));
  world.diary.set(row, event.programmeEnded, today + days);
}

interface Prepared {
  readonly seats: Seats;
  readonly eligible: readonly ConditionProgram[];
  /** Needs that each programme answers, as bits. */
  readonly needs: Uint8Array;
  /** Minutes attended a week, whole ones. */
  readonly minutes: Int32Array;
}

/** What follows from the numbers in force, worked out once for them. */
function preparedFor(given: ProgrammeParameters, { unitShare }: FacilityParameters): Prepared {
  let found = prepared.get(given);
  if (found === undefined || found.seats.unitShare !== unitShare) {
    found = {
      seats: seatsOf(given.places, unitShare),
      eligible: given.eligible.map((text) => compileCondition(text, eligibilityNames, severalMembers)),
      needs: Uint8Array.from(given.needFor, bitsAboveZero),
      minutes: Int32Array.from(given.hours, (hours, programme) => Math.round(60 * hours * given.attendance[programme])),
    };
    prepared.set(given, found);
  }
  return found;
}

const prepared = new WeakMap<ProgrammeParameters, Prepared>();
const turn = new PriorityQueue();

const KINDS = programmeNames.length;
const FIRST_COMPLETED = tally['basic-completed'];
const FIRST_MINUTES = tally['basic-minutes'];
