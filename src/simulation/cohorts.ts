/**
 * Cohorts: the same people in every arm, followed from a day that no policy moves, whatever happens to them (intention to treat).
 *
 * A member of `charged` is followed from a first charge that is observed. A member of `sentenced` is followed from an observed verdict
 * by which a first case ends in prison, whenever the charge was. Arrivals, cases and verdicts are drawn by key, so membership is
 * the same under every policy that leaves the courts alone; a hash of the members proves it. Everything counts: days in custody, at home, abroad and dead as
 * well as days at liberty. Nobody is censored: whoever leaves is counted where they are until the last month.
 *
 * A member of `stock` was inside on a day that the scenario names, and is followed from that morning; a case that was still before
 * the court then is none of the later ones.
 *
 * Cells count by quarter of entry, so that a comparison can choose its quarters from the day on which its arms part.
 */
import { costOfOffences, offencesBehind, type VictimsParameters } from '../community/victims.ts';
import { DAYS_PER_YEAR, type Day, wholeYears } from '../engine/calendar.ts';
import { FIRST_CHARGES } from '../people/arrivals.ts';
import { event } from '../people/life-events.ts';
import { NONE, NOT_YET, type Row, status } from '../people/person.ts';
import { isInStock } from '../people/stock.ts';
import type { World } from '../people/world.ts';
import { verdicts } from '../prison/court.ts';
import {
  allCohorts,
  COHORT_MONTHS,
  type CohortCount,
  cohortCounts,
  cohortEntries,
  cohortGroups,
  entryOf,
  type Summary,
} from './summary.ts';

const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
const DAYS_PER_QUARTER = DAYS_PER_YEAR / 4;
const [SENTENCED, CHARGED, STOCK] = (['sentenced', 'charged', 'stock'] as const).map((name) =>
  allCohorts.indexOf(name),
) as [number, number, number];
const at = Object.fromEntries(cohortCounts.map((name, index) => [name, index])) as Record<CohortCount, number>;

/** The count of days of a status at no level; -1 for liberty, which is what remains of a month. */
const daysOf = new Int8Array(16).fill(-1);
daysOf[status.waiting] = at.waiting;
daysOf[status.conditional] = at.supervised;
daysOf[status.monitored] = at.monitored;
daysOf[status.treatment] = at.treated;

/** The quarter of a day, counted from the start of observation. */
export function quarterOf(day: Day, start: Day): number {
  return Math.floor((day - start) / DAYS_PER_QUARTER);
}

/** The first day of a quarter; the quarter before ends with the day before. */
export function quarterBegins(quarter: number, start: Day): Day {
  return start + Math.ceil(quarter * DAYS_PER_QUARTER);
}

/** Follows the cohorts of a world, into the counts of a summary. */
export class CohortFollowUp {
  readonly #world: World;
  readonly #summary: Summary;
  readonly #start: Day;
  readonly #end: Day;
  readonly #stockDay: Day | undefined;
  readonly #counts: number;

  constructor(world: World, summary: Summary, start: Day, end: Day, stockDay?: Day) {
    this.#world = world;
    this.#summary = summary;
    this.#start = start;
    this.#end = end;
    this.#stockDay = stockDay;
    this.#counts = cohortCounts.length + summary.shape.levels;
  }

  /** A life event on record. */
  note(kind: number, row: Row, detail: number, victims: VictimsParameters): void {
    switch (kind) {
      case event.charged:
        if (this.#isFollowed(row)) this.#charge(row, detail, victims);
        break;
      case event.verdict:
        if (detail === verdicts.prison) this.#imprison(row);
        break;
      case event.died:
        if (this.#isFollowed(row)) this.#exit(row, at.died, at.dead);
        break;
      case event.expelled:
        if (this.#isFollowed(row)) this.#exit(row, at.expelled, at.abroad);
        break;
      case event.departed:
        if (this.#isFollowed(row)) this.#exit(row, at.left, at.elsewhere);
        break;
    }
  }

  /** Before a person moves, and at the end: adds the days since the last move. */
  settle(row: Row, today: Day): void {
    if (!this.#isFollowed(row)) return;
    const { level, status: standing, arrivalDay, movedDay } = this.#world.people;
    const since = movedDay[row] === NOT_YET ? arrivalDay[row] : movedDay[row];
    movedDay[row] = today;
    const count = level[row] === NONE ? daysOf[standing[row]] : cohortCounts.length + level[row];
    if (count < 0 || since === today) return;
    for (let cohort = 0; cohort < COHORTS; cohort++) {
      const clock = this.#clock(cohort, row);
      if (clock !== NOT_YET) this.#addDays(cohort, row, count, Math.max(since, clock), today);
    }
  }

  /** The members of the stock enter today; days before today count for other cohorts alone. */
  enterStock(): void {
    const { rows, people, today } = this.#world;
    for (let row = 0; row < rows.highest; row++) {
      if (!this.#world.isPresent(row) || !isInStock(people, row)) continue;
      this.settle(row, today);
      people.movedDay[row] = today;
      this.#enter(STOCK, row);
    }
  }

  #isFollowed(row: Row): boolean {
    const { people } = this.#world;
    if (isInStock(people, row)) return true;
    const { arrivalDay, cohortDay, stream } = people;
    return stream[row] === FIRST_CHARGES && (arrivalDay[row] >= this.#start || cohortDay[row] !== NOT_YET);
  }

  /** A charge: by that of a first case the person enters, later ones are counted. */
  #charge(row: Row, group: number, victims: VictimsParameters): void {
    if (this.#world.people.episode[row] === 1) this.#enter(CHARGED, row);
    else this.#countCharge(row, Math.round(costPerCharge(victims, this.#summary.shape.offences)[group]));
  }

  /** A prison sentence: of a first case the person enters by it, later ones are counted. */
  #imprison(row: Row): void {
    const { people, today } = this.#world;
    if (people.stream[row] !== FIRST_CHARGES || people.episode[row] > 1) {
      if (this.#isFollowed(row)) this.#countFirst(row, IMPRISONED, at.imprisoned);
      return;
    }
    // days before the verdict count only for cohorts entered before it
    this.settle(row, today);
    people.movedDay[row] = today;
    people.cohortDay[row] = today;
    this.#enter(SENTENCED, row);
  }

  #enter(cohort: number, row: Row): void {
    const { people, today } = this.#world;
    const entry = this.#entry(cohort, today);
    const first = (entry * GROUPS + people.foreign[row]) * cohortEntries.length;
    const { cohortMembers, cohortHash } = this.#summary;
    cohortMembers[first]++;
    cohortMembers[first + 1] += people.sanctions[row] > 0 ? 1 : 0;
    cohortMembers[first + 2] += wholeYears(people.birthDay[row], today);
    const word = 2 * entry;
    const low = mixed(people.index[row] ^ Math.imul(today, 0x9e3779b1));
    cohortHash[word] += low;
    cohortHash[word + 1] += mixed(low ^ people.index[row]);
  }

  #countCharge(row: Row, thousands: number): void {
    this.#countFirst(row, RECHARGED, at.charged);
    for (let cohort = 0; cohort < COHORTS; cohort++) {
      this.#add(cohort, row, at.charges, 1);
      this.#add(cohort, row, at.crime, thousands);
    }
  }

  /** Counts the first event of a kind in each cohort to which the person belongs by now. */
  #countFirst(row: Row, bit: number, count: number): void {
    const { cohortMet, episode, stockCase } = this.#world.people;
    for (let cohort = 0; cohort < COHORTS; cohort++) {
      const mine = 1 << (COHORTS * bit + cohort);
      if ((cohortMet[row] & mine) !== 0 || this.#clock(cohort, row) === NOT_YET) continue;
      // the verdict of a case that was open on the day of the stock is none of a later case
      if (cohort === STOCK && episode[row] === stockCase[row]) continue;
      cohortMet[row] = cohortMet[row] | mine;
      this.#add(cohort, row, count, 1);
    }
  }

  /** The person leaves; the days that remain count as days there. */
  #exit(row: Row, count: number, days: number): void {
    const { today } = this.#world;
    this.settle(row, today);
    for (let cohort = 0; cohort < COHORTS; cohort++) {
      if (this.#clock(cohort, row) === NOT_YET) continue;
      this.#add(cohort, row, count, 1);
      this.#addDays(cohort, row, days, today, this.#end);
    }
  }

  #clock(cohort: number, row: Row): Day {
    const { people } = this.#world;
    if (cohort === STOCK) return isInStock(people, row) ? this.#stockDay! : NOT_YET;
    if (cohort === SENTENCED) return people.cohortDay[row];
    const { arrivalDay, stream } = people;
    return stream[row] === FIRST_CHARGES && arrivalDay[row] >= this.#start ? arrivalDay[row] : NOT_YET;
  }

  /** Adds to a count of today. */
  #add(cohort: number, row: Row, count: number, amount: number): void {
    const clock = this.#clock(cohort, row);
    if (clock === NOT_YET) return;
    const month = Math.floor((this.#world.today - clock) / DAYS_PER_MONTH);
    if (month >= COHORT_MONTHS) return;
    this.#summary.cohortMonths[this.#first(cohort, row, clock) + month * this.#counts + count] += amount;
  }

  /** Adds the days from `from` to the evening before `until` to their months. */
  #addDays(cohort: number, row: Row, count: number, from: Day, until: Day): void {
    const clock = this.#clock(cohort, row);
    const first = this.#first(cohort, row, clock) + count;
    let day = from;
    for (let month = Math.floor((from - clock) / DAYS_PER_MONTH); day < until && month < COHORT_MONTHS; month++) {
      const next = Math.min(until, clock + Math.ceil((month + 1) * DAYS_PER_MONTH));
      this.#summary.cohortMonths[first + month * this.#counts] += next - day;
      day = next;
    }
  }

  #first(cohort: number, row: Row, clock: Day): number {
    const group = this.#world.people.foreign[row];
    return (this.#entry(cohort, clock) * GROUPS + group) * COHORT_MONTHS * this.#counts;
  }

  #entry(cohort: number, clock: Day): number {
    return entryOf(this.#summary.shape, allCohorts[cohort], quarterOf(clock, this.#start));
  }
}

const COHORTS = allCohorts.length;
const GROUPS = cohortGroups.length;
/** Bits of `cohortMet`, one of each per cohort. */
const RECHARGED = 0;
const IMPRISONED = 1;

/** Thousands of kroner that a charge stands for, by offence group, at the prices in force. */
function costPerCharge(given: VictimsParameters, offences: number): Float64Array {
  let found = costs.get(given);
  if (found === undefined) {
    found = Float64Array.from({ length: offences }, (_, group) => {
      const one = Float64Array.from({ length: offences }, (__, other) => (other === group ? 1 : 0));
      return costOfOffences(offencesBehind(one, given), given) / 1000;
    });
    costs.set(given, found);
  }
  return found;
}

const costs = new WeakMap<VictimsParameters, Float64Array>();

/** A 32-bit number mixed well, so that sums of members hardly ever agree by chance. */
function mixed(number: number): number {
  let x = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
