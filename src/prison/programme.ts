/**
 * Programme: classes, and programmes on thinking, addiction and violence, from enrolment to dropping out or completion.
 *
 * Each week enrolments continue and people ask for a programme, in one pass over the roll; then free places are allocated
 * (`programme-allocation`). A move to another unit loses the seat, and the person waits for one there, to go on where they
 * stopped (`enrolment`). Dropping out is drawn at the beginning: it is likelier at a higher assessed risk and in a worse
 * climate.
 *
 * Handles `programmeEnded`. Schedules `programmeEnded`. Sources: attrition E130, lengths and hours IN0120-IN0133; most is
 * *assumption*.
 */
import { bitCount } from '../engine/bits.ts';
import { wholeDays } from '../engine/distribution.ts';
import { logistic, logit } from '../engine/mathematics.ts';
import { occasionOf } from '../engine/random.ts';
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
import { tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { eligibilityNames, knownRisk } from './eligibility.ts';
import {
  attends,
  EDUCATION,
  enrol,
  hasMoved,
  leaveProgramme,
  programmeNames,
  updateEnrolment,
  waitsToGoOn,
} from './enrolment.ts';
import type { FacilityParameters } from './facility.ts';
import {
  allocatePlaces,
  beginAllocation,
  offerOf,
  takeRequest,
  takeSeat,
  waitingRules,
} from './programme-allocation.ts';

export const parameters = parametersOf('programme', {
  places: places('people who can attend at once, at a level', { by: ['programme', 'level'] }),
  hours: amount('hours per week', 'hours of a programme', { by: 'programme', bounds: [0, 60] }),
  weeks: amount('weeks', 'length from beginning to end', { by: 'programme', bounds: [1, 520] }),
  eligible: condition('people who may attend', eligibilityNames, { by: 'programme' }),
  needFor: share('needs that a programme answers: above 0', { by: ['programme', 'need'] }),
  wishPlanned: share('people who want it, of those whose sentence plan matched such a need', { by: 'programme' }),
  wishOther: share('people who want it, of all others', { by: 'programme' }),
  waitingRule: choice('rule that gives a free seat to people who wait', waitingRules),
  attendance: share('hours attended, of those held', { by: 'programme' }),
  dropoutShare: share('people who leave before the end, at middling assessed risk', { by: 'programme' }),
  dropoutRisk: logOdds('of dropping out, at the highest relative to the lowest assessed risk'),
  climateDropout: logOdds('of dropping out, in the best relative to the worst climate of a unit'),
  usualClimate: share('climate of a unit at which the share that drops out holds as given'),
  passShare: share('people who pass, of those who stay to the end', { by: 'programme' }),
  fidelity: share('fidelity: how far it is run as designed, with stable staff and a kept routine', { by: 'programme' }),
});
export type ProgrammeParameters = ValuesOf<typeof parameters>;

/** The chance of dropping out at an assessed rank, in a climate; NaN stands for the usual climate. */
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

/** A new case: programmes of an earlier one no longer count. */
export function forgetProgrammes(world: World, row: Row): void {
  const { people } = world;
  leaveProgramme(world, row);
  people.attempted[row] = 0;
  people.completed[row] = 0;
  people.fidelity[row] = 0;
  people.motivation[row] = -1;
}

/** Weekly step: continues enrolments, takes requests, allocates free places, and counts the week. */
export function step(world: World, given: ProgrammeParameters, facility: FacilityParameters): void {
  const { people, roll, called, tallies, levels } = world;
  const offer = offerOf(given, facility);
  const waiting = beginAllocation(world, offer);
  for (let at = 0; at < called; at++) {
    const row = roll[at];
    if (people.programme[row] !== NONE) updateEnrolment(world, row);
    takeRequest(world, row, given, offer);
    if (attends(people, row)) {
      takeSeat(people, row, offer);
      countWeek(world, row, given);
    } else if (people.programme[row] !== NONE) waiting.note(row);
  }
  for (const row of allocatePlaces(world, given, offer)) {
    seat(world, row, given);
    countWeek(world, row, given);
  }
  const { byLevel } = offer.seats;
  for (let level = 0; level < levels; level++) tallies[PLACES * (levels + 1) + level] += byLevel[level];
  for (let at = 0; at < waiting.waiting; at++) {
    const row = waiting.noted[at];
    if (!attends(people, row)) tallies[WAITING * (levels + 1) + people.level[row]]++;
  }
}

/** Life event: the programme is over, completed or dropped; nothing happens if the seat was lost before. */
export function onProgrammeEnded(world: World, row: Row, given: ProgrammeParameters): void {
  const { people, tallies } = world;
  if (!attends(people, row) || hasMoved(world, row)) {
    updateEnrolment(world, row, 0);
    return;
  }
  const programme = people.programme[row];
  const at = (name: number) => name * (world.levels + 1) + people.level[row];
  leaveProgramme(world, row);
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
  if (!hasPassed && programme >= EDUCATION) tallies[at(tally['treatment-failures'])]++;
  if (!hasPassed) return;
  const before = bitCount(people.completed[row]);
  people.completed[row] = people.completed[row] | (1 << programme);
  people.fidelity[row] = (people.fidelity[row] * before + given.fidelity[programme]) / (before + 1);
}

/** Gives a person a seat of their unit: the programme begins, or goes on to its end as foreseen. */
function seat(world: World, row: Row, given: ProgrammeParameters): void {
  const { people, today, units } = world;
  const left = people.programmeLeft[row];
  if (!waitsToGoOn(people, row)) {
    begin(world, row, given);
    return;
  }
  enrol(world, row, people.level[row] * units + people.unit[row]);
  world.diary.set(row, event.programmeEnded, today + left);
}

/** Begins the programme that a person waited for, in a seat of their unit. */
function begin(world: World, row: Row, given: ProgrammeParameters): void {
  const { people, today, tallies, levels, units } = world;
  const programme = people.programme[row];
  const level = people.level[row];
  const place = level * units + people.unit[row];
  tallies[tally['programme-starts'] * (levels + 1) + level]++;
  if (programme >= EDUCATION) tallies[tally['treatment-starts'] * (levels + 1) + level]++;
  tallies[tally['programme-waited'] * (levels + 1) + level] += today - people.programmeSince[row];
  enrol(world, row, place);
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

/** Counts a week, and its minutes, of a person who attends. */
function countWeek({ people, tallies, levels }: World, row: Row, given: ProgrammeParameters): void {
  const programme = people.programme[row];
  const at = (name: number) => name * (levels + 1) + people.level[row];
  tallies[at(tally['programme-weeks'])]++;
  if (programme < EDUCATION) tallies[at(tally['class-weeks'])]++;
  tallies[at(FIRST_MINUTES + programme)] += minutesPerWeek(programme, given);
}

/** Minutes attended per week, whole ones. */
function minutesPerWeek(programme: number, { hours, attendance }: ProgrammeParameters): number {
  return Math.round(60 * hours[programme] * attendance[programme]);
}

const KINDS = programmeNames.length;
const PLACES = tally['programme-places'];
const WAITING = tally['programme-waiting'];
const FIRST_COMPLETED = tally['basic-completed'];
const FIRST_MINUTES = tally['basic-minutes'];
