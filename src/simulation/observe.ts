/**
 * Observe: from the world to counts.
 *
 * Once a day the stock is added up; each life event is counted as it happens. Recidivism is counted from index releases:
 * the first release of a person in a calendar year from a prison sentence in an institution (not remand, not after a
 * recall); between two such releases every definition is met, so one set of marks a person is enough. Sentences completed
 * at home, on electronic monitoring, are followed beside them under marks of their own. Nothing here changes anybody's life.
 */
import { DAYS_PER_YEAR, type Day, startOfYear, yearOf } from '../engine/calendar.ts';
import { event, lifeEventNames } from '../people/life-events.ts';
import { NONE, NOT_YET, type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { verdicts } from '../prison/court.ts';
import { overflow } from '../prison/facility.ts';
import type { Parameters } from './parameters.ts';
import { definitions, emptySummary, MONTHS, type Summary, sums } from './summary.ts';

const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
const ALL_MET = (1 << definitions.length) - 1;
const [NEW_CHARGE, NEW_CONVICTION, NEW_SANCTION, NEW_PRISON_SENTENCE] = [0, 1, 2, 3];

export class Observation {
  readonly summary: Summary;
  readonly #world: World;
  readonly #start: Day;
  readonly #firstYear: number;
  #year = 0;
  #yearEnds: Day;

  /** Observes a world from the morning of `today`, going on with what was seen since `start`, to the evening before `end`. */
  constructor(world: World, start: Day, end: Day, today: Day, seen?: Summary) {
    const firstYear = yearOf(start);
    const years = yearOf(end - 1) - firstYear + 1;
    const weeks = Math.ceil((end - start) / 7);
    this.summary = seen ?? emptySummary({ weeks, years, levels: world.levels });
    this.#world = world;
    this.#start = start;
    this.#firstYear = firstYear;
    this.#year = yearOf(today) - firstYear;
    this.#yearEnds = startOfYear(firstYear + this.#year + 1);
    world.observer = (_, kind, row, detail) => this.#onEvent(kind, row, detail);
  }

  /** In the morning, before anything happens: which year it is. */
  begin(today: Day): void {
    if (today < this.#yearEnds) return;
    this.#year++;
    this.#yearEnds = startOfYear(this.#firstYear + this.#year + 1);
  }

  /** In the evening: adds today's stock. */
  count(today: Day, given: Parameters): void {
    const { stock, fullest, overflow: over, waiting, shape } = this.summary;
    const world = this.#world;
    const week = Math.floor((today - this.#start) / 7);
    const cells = world.stock.length;
    for (let cell = 0; cell < cells; cell++) {
      const people = world.stock[cell]!;
      const at = week * cells + cell;
      stock[at]! += people;
      if (people > fullest[at]!) fullest[at] = people;
    }
    for (let level = 0; level < shape.levels; level++) {
      over[week * shape.levels + level]! += overflow(given.facility, level, world.inside[level]!);
    }
    const perStatus = shape.levels + 1;
    waiting[week]! += world.stock[status.waiting * perStatus + shape.levels]!;
  }

  /** After the last day: people still followed count as followed so far, and the record of lives is closed. */
  close(end: Day): Summary {
    const { lives, censored } = this.summary;
    for (let row = 0; row < this.#world.rows.highest; row++) {
      if (this.#world.isPresent(row)) this.#endFollowUps(row, censored, end);
    }
    const { journal } = this.#world;
    lives[0] = journal.hashLow;
    lives[1] = journal.hashHigh;
    lives[2] = journal.count;
    this.#world.observer = () => {};
    return this.summary;
  }

  #onEvent(kind: number, row: Row, detail: number): void {
    const { flow } = this.summary;
    flow[this.#year * lifeEventNames.length + kind]!++;
    switch (kind) {
      case event.charged:
        this.#meet(row, NEW_CHARGE);
        break;
      case event.verdict:
        if (detail !== verdicts.acquitted) this.#meet(row, NEW_CONVICTION);
        break;
      case event.sanctioned:
        if (detail === 1) this.#meet(row, NEW_SANCTION);
        break;
      case event.monitored:
        this.#meet(row, NEW_SANCTION);
        this.#addWait(row);
        break;
      case event.admitted:
        this.#addWait(row);
        if (this.#world.people.recall[row] === 1) break;
        this.#meet(row, NEW_SANCTION);
        this.#meet(row, NEW_PRISON_SENTENCE);
        break;
      case event.remandEnded:
        this.#add('remand-days', detail);
        break;
      case event.fullTime:
      case event.conditional:
        this.#add('institution-days', this.#world.today - this.#world.people.custodyDay[row]!);
        break;
      case event.atRisk:
        if (detail === this.#world.monitoring) this.#beginFollowUpAtHome(row);
        else if (detail !== NONE) this.#beginFollowUp(row, detail);
        break;
      case event.died:
      case event.expelled:
        this.#endFollowUps(row, this.summary.competing, this.#world.today);
        break;
      case event.departed:
        this.#endFollowUps(row, this.summary.censored, this.#world.today);
        break;
    }
  }

  #beginFollowUp(row: Row, lastLevel: number): void {
    const { indexDay, indexLevel, indexMet } = this.#world.people;
    const today = this.#world.today;
    if (indexDay[row] !== NOT_YET && yearOf(indexDay[row]!) === yearOf(today)) return;
    indexDay[row] = today;
    indexLevel[row] = lastLevel;
    indexMet[row] = 0;
  }

  /** An earlier completion at home that is still followed stays the index. */
  #beginFollowUpAtHome(row: Row): void {
    const { homeDay, homeMet } = this.#world.people;
    const today = this.#world.today;
    const isFollowed = today - homeDay[row]! < MONTHS * DAYS_PER_MONTH && homeMet[row] !== ALL_MET;
    if (homeDay[row] !== NOT_YET && (isFollowed || yearOf(homeDay[row]!) === yearOf(today))) return;
    homeDay[row] = today;
    homeMet[row] = 0;
  }

  #meet(row: Row, definition: number): void {
    const { indexDay, indexLevel, indexMet, homeDay, homeMet } = this.#world.people;
    const { events } = this.summary;
    const bit = 1 << definition;
    if (indexDay[row] !== NOT_YET && (indexMet[row]! & bit) === 0) {
      indexMet[row] = indexMet[row]! | bit;
      this.#tally(events, definition, indexLevel[row]!, indexDay[row]!, this.#world.today);
    }
    if (homeDay[row] !== NOT_YET && (homeMet[row]! & bit) === 0) {
      homeMet[row] = homeMet[row]! | bit;
      this.#tally(events, definition, this.#world.monitoring, homeDay[row]!, this.#world.today);
    }
  }

  #endFollowUps(row: Row, into: Int32Array, today: Day): void {
    const { indexDay, indexLevel, indexMet, homeDay, homeMet } = this.#world.people;
    for (let definition = 0; definition < definitions.length; definition++) {
      const bit = 1 << definition;
      if (indexDay[row] !== NOT_YET && (indexMet[row]! & bit) === 0) {
        this.#tally(into, definition, indexLevel[row]!, indexDay[row]!, today);
      }
      if (homeDay[row] !== NOT_YET && (homeMet[row]! & bit) === 0) {
        this.#tally(into, definition, this.#world.monitoring, homeDay[row]!, today);
      }
    }
    indexDay[row] = NOT_YET;
    homeDay[row] = NOT_YET;
  }

  /** What happens after the last month that is counted leaves the person followed to the end of it. */
  #tally(into: Int32Array, definition: number, lastLevel: number, since: Day, today: Day): void {
    const month = Math.floor((today - since) / DAYS_PER_MONTH);
    const at = (definition * (this.summary.shape.levels + 1) + lastLevel) * MONTHS;
    if (month < MONTHS) into[at + month]!++;
    else this.summary.censored[at + MONTHS - 1]!++;
  }

  #addWait(row: Row): void {
    const { waitingSince, custodyDay } = this.#world.people;
    if (waitingSince[row] === NOT_YET) return;
    this.#add('waiting-days', custodyDay[row]! - waitingSince[row]!);
    this.#add('waited', 1);
  }

  #add(sum: (typeof sums)[number], amount: number): void {
    this.summary.sums[this.#year * sums.length + sums.indexOf(sum)]! += amount;
  }
}
