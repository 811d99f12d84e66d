/**
 * Observe: from the world to counts.
 *
 * Once a day the stock is added up; each life event is counted as it happens. Nothing here changes anybody's life.
 */
import { type Day, startOfYear, yearOf } from '../engine/calendar.ts';
import { event, lifeEventNames } from '../people/life-events.ts';
import { NONE, NOT_YET, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { verdicts } from '../prison/court.ts';
import { overflow } from '../prison/facility.ts';
import { beginFollowUp, beginFollowUpAtHome, endFollowUps, meet } from './follow-up.ts';
import type { Parameters } from './parameters.ts';
import { emptySummary, type Summary, sums } from './summary.ts';

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
      over[week * shape.levels + level]! += overflow(world, given.facility, level);
    }
    const perStatus = shape.levels + 1;
    waiting[week]! += world.stock[status.waiting * perStatus + shape.levels]!;
  }

  /** After the last day: people still followed count as followed so far, and the record of lives is closed. */
  close(end: Day): Summary {
    const world = this.#world;
    const { summary } = this;
    for (let row = 0; row < world.rows.highest; row++) {
      if (world.isPresent(row)) endFollowUps(world.people, row, end, summary, summary.censored);
    }
    summary.lives[0] = world.journal.hashLow;
    summary.lives[1] = world.journal.hashHigh;
    summary.lives[2] = world.journal.count;
    world.observer = () => {};
    return summary;
  }

  #onEvent(kind: number, row: Row, detail: number): void {
    const { summary } = this;
    const { people, today, monitoring } = this.#world;
    summary.flow[this.#year * lifeEventNames.length + kind]!++;
    switch (kind) {
      case event.charged:
        meet(people, row, NEW_CHARGE, today, summary);
        break;
      case event.verdict:
        if (detail !== verdicts.acquitted) meet(people, row, NEW_CONVICTION, today, summary);
        break;
      case event.sanctioned:
        if (detail === 1) meet(people, row, NEW_SANCTION, today, summary);
        break;
      case event.monitored:
        meet(people, row, NEW_SANCTION, today, summary);
        this.#addWait(row);
        break;
      case event.admitted:
        this.#addWait(row);
        if (people.recall[row] === recalls.fromRelease) break;
        meet(people, row, NEW_SANCTION, today, summary);
        meet(people, row, NEW_PRISON_SENTENCE, today, summary);
        break;
      case event.remandEnded:
        this.#add('remand-days', detail);
        break;
      case event.moved:
        if (detail === monitoring) this.#add('institution-days', today - people.custodyDay[row]!);
        break;
      case event.absconded:
        this.#add(detail === 0 ? 'escapes' : 'leave-failures', 1);
        this.#add('institution-days', today - people.custodyDay[row]!);
        break;
      case event.fullTime:
      case event.conditional:
      case event.probation:
        summary.lastLevels[this.#year * summary.shape.levels + detail]!++;
        this.#add('institution-days', today - people.custodyDay[row]!);
        break;
      case event.atRisk:
        if (detail === monitoring) beginFollowUpAtHome(people, row, today, summary);
        else if (detail !== NONE) beginFollowUp(people, row, today, detail, summary);
        break;
      case event.died:
      case event.expelled:
        if (kind === event.expelled && detail === 1) this.#add('institution-days', today - people.custodyDay[row]!);
        endFollowUps(people, row, today, summary, summary.competing);
        break;
      case event.departed:
        endFollowUps(people, row, today, summary, summary.censored);
        break;
    }
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
