/**
 * Observe: turns a running world into counts.
 *
 * The stock is added up once a day; each life event is counted as it happens. Nothing here changes anybody's life.
 */
import { lackOf } from '../community/reentry.ts';
import { type Day, quartersSince, startOfYear, wholeYears, yearOf } from '../engine/calendar.ts';
import { arrangement } from '../people/arrangement.ts';
import { event, lifeEventNames } from '../people/life-events.ts';
import { isHeld, NONE, NOT_YET, type Row, recalls, status } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { verdicts } from '../prison/court.ts';
import { overflow, placesAdded, sharing, usableNow } from '../prison/facility.ts';
import { countBegun } from './begun-waits.ts';
import { CohortFollowUp } from './cohorts.ts';
import { addExpected } from './expected.ts';
import { FollowUp } from './follow-up.ts';
import { addAverted, DAYS_STOOD_FOR } from './incapacitation.ts';
import { countDay, countEvent, countWaits, monthAt } from './months.ts';
import type { Parameters } from './parameters.ts';
import { notePeaks, noteUnits } from './peaks.ts';
import { definitionsMet, meetsDefinitions } from './recidivism-definition.ts';
import { emptySummary, LEVEL_WAITS, type Summary, sums, WAITS } from './summary.ts';

/** What is observed: days, offence groups, and the day of the stock cohort if there is one. */
export interface Observed {
  readonly start: Day;
  readonly end: Day;
  readonly offences: number;
  readonly stockDay?: Day;
}

export class Observation {
  readonly summary: Summary;
  readonly #world: World;
  readonly #start: Day;
  readonly #cohorts: CohortFollowUp;
  readonly #followUp: FollowUp;
  readonly #end: Day;
  readonly #firstYear: number;
  #year = 0;
  #month: number;
  #yearEnds: Day;
  #given: Parameters | undefined;

  /** Observes a world from the morning of `today`, going on with what was seen since `start`, to the evening before `end`. */
  constructor(world: World, { start, end, offences, stockDay }: Observed, today: Day, seen?: Summary) {
    const firstYear = yearOf(start);
    const years = yearOf(end - 1) - firstYear + 1;
    const weeks = Math.ceil((end - start) / 7);
    const stock = stockDay === undefined ? 0 : 1;
    const { levels, units } = world;
    this.summary = seen ?? emptySummary({ weeks, years, levels, offences, stock, units });
    this.#world = world;
    this.#start = start;
    this.#end = end;
    this.#firstYear = firstYear;
    this.#year = yearOf(today) - firstYear;
    this.#yearEnds = startOfYear(firstYear + this.#year + 1);
    this.#month = monthAt(today, firstYear);
    world.tallies.fill(0);
    this.#cohorts = new CohortFollowUp(world, this.summary, start, end, stockDay);
    this.#followUp = new FollowUp(world.people, this.summary, end);
    world.beforeMove = (row) => this.#cohorts.settle(row, world.today);
    world.observer = (_, kind, row, detail) => this.#onEvent(kind, row, detail);
  }

  /** In the morning, before anything happens: notes the year and the parameters in force. */
  begin(today: Day, given: Parameters): void {
    this.#given = given;
    this.#month = monthAt(today, this.#firstYear);
    if (today < this.#yearEnds) return;
    this.#year++;
    this.#yearEnds = startOfYear(this.#firstYear + this.#year + 1);
  }

  /** On the morning of the stock cohort, when its members are known. */
  takeStock(): void {
    this.#cohorts.enterStock();
  }

  /** In the evening: adds today's stock. */
  count(today: Day, given: Parameters): void {
    const { stock, fullest, overflow: over, fullNights, sharing: shared, places, added, shape } = this.summary;
    const { processing, waiting } = this.summary;
    const world = this.#world;
    const week = Math.floor((today - this.#start) / 7);
    const cells = world.stock.length;
    for (let cell = 0; cell < cells; cell++) {
      const people = world.stock[cell];
      const at = week * cells + cell;
      stock[at] += people;
      if (people > fullest[at]) fullest[at] = people;
    }
    for (let level = 0; level < shape.levels; level++) {
      const at = week * shape.levels + level;
      const beyond = overflow(world, given.facility, level);
      over[at] += beyond;
      if (beyond > 0) fullNights[at]++;
      shared[at] += sharing(world, given.facility, level);
      places[at] += usableNow(world, given.facility, level);
      added[at] += placesAdded(world, level);
    }
    const quarter = quartersSince(this.#firstYear, today);
    notePeaks(world, given.facility, this.summary, quarter);
    noteUnits(world, given.facility, this.summary, quarter);
    const perYear = world.tallies.length;
    for (let at = 0; at < perYear; at++) this.summary.tallies[this.#year * perYear + at] += world.tallies[at];
    world.tallies.fill(0);
    if ((today - this.#start) % DAYS_STOOD_FOR === 0) this.#avert(Math.min(DAYS_STOOD_FOR, this.#end - today), given);
    const perStatus = shape.levels + 1;
    const { queueing } = world;
    waiting[week] += queueing;
    processing[week] += world.stock[status.waiting * perStatus + shape.levels] - queueing;
    countDay(world, given.facility, this.summary, this.#month);
    const isLast = today + 1 === this.#end || monthAt(today + 1, this.#firstYear) !== this.#month;
    if (isLast) countWaits(world, this.summary, this.#month);
  }

  /** After the last day: censors running follow-ups, and closes the journal. */
  close(end: Day): Summary {
    const world = this.#world;
    const { summary } = this;
    for (let row = 0; row < world.rows.highest; row++) {
      if (!world.isPresent(row)) continue;
      this.#followUp.end(row, end, summary.censored);
      this.#cohorts.settle(row, end);
    }
    summary.lives[0] = world.journal.hashLow;
    summary.lives[1] = world.journal.hashHigh;
    summary.lives[2] = world.journal.count;
    world.observer = () => {};
    world.beforeMove = () => {};
    return summary;
  }

  #onEvent(kind: number, row: Row, detail: number): void {
    const { summary } = this;
    const { people, today, monitoring } = this.#world;
    summary.flow[this.#year * lifeEventNames.length + kind]++;
    countEvent(summary, this.#month, kind);
    if (meetsDefinitions(kind)) {
      const met = definitionsMet(kind, detail, people.recall[row] === recalls.fromRelease);
      if (met !== 0) this.#followUp.meet(row, met, today);
    }
    this.#cohorts.note(kind, row, detail, this.#given!.victims);
    switch (kind) {
      case event.charged:
        this.#followUp.noteCharge(row, today);
        summary.charges[this.#year * summary.shape.offences + detail]++;
        break;
      case event.verdict:
        if (detail === verdicts.prison) this.#addSentence(row);
        break;
      case event.monitored:
      case event.admitted:
      case event.fineBegun:
        this.#addWait(row);
        break;
      case event.suicide:
        if (people.status[row] === status.remand) this.#add('suicides-remand', 1);
        break;
      case event.remandEnded:
        this.#add('remand-days', detail);
        break;
      case event.moved:
        if (detail !== monitoring) break;
        this.#add('monitored-last', 1);
        this.#add('institution-days', today - people.custodyDay[row]);
        break;
      case event.absconded:
        this.#add(detail === 0 ? 'escapes' : 'leave-failures', 1);
        this.#add('institution-days', today - people.custodyDay[row]);
        break;
      case event.fullTime:
      case event.conditional:
      case event.probation:
        summary.lastLevels[this.#year * summary.shape.levels + detail]++;
        this.#addRelease(row);
        this.#add('institution-days', today - people.custodyDay[row]);
        break;
      case event.atRisk:
        if (detail !== NONE && this.#beginFollowUp(row, detail)) addExpected(this.#world, row, this.#given!, summary);
        break;
      case event.died:
      case event.expelled:
        if (kind === event.died && isHeld(people.status[row])) this.#add('deaths-inside', 1);
        if (kind === event.expelled && detail === 1) this.#add('institution-days', today - people.custodyDay[row]);
        this.#followUp.end(row, today, summary.competing);
        break;
      case event.departed:
        this.#followUp.end(row, today, summary.censored);
        break;
    }
  }

  #avert(days: number, given: Parameters): void {
    const { averted, shape } = this.summary;
    const from = this.#year * shape.offences;
    addAverted(this.#world, days, given.reoffending, averted.subarray(from, from + shape.offences));
  }

  #beginFollowUp(row: Row, lastLevel: number): boolean {
    const { today, monitoring } = this.#world;
    return lastLevel === monitoring
      ? this.#followUp.beginAtHome(row, today)
      : this.#followUp.begin(row, today, lastLevel);
  }

  #addRelease(row: Row): void {
    const { visited, needs, arranged, ties } = this.#world.people;
    const lacks = lackOf(needs[row]) & ~arranged[row];
    this.#add('releases', 1);
    this.#add('releases-visited', visited[row]);
    this.#add('releases-home', (lacks & arrangement.home) === 0 ? 1 : 0);
    this.#add('releases-job', (lacks & arrangement.job) === 0 ? 1 : 0);
    this.#add('releases-care', (lacks & arrangement.care) === 0 ? 1 : 0);
    this.#add('release-ties', Math.round(1000 * Math.max(0, ties[row])));
  }

  #addSentence(row: Row): void {
    const { sanctions, birthDay, foreign } = this.#world.people;
    this.#add('sentences', 1);
    this.#add('sentences-record', sanctions[row] > 0 ? 1 : 0);
    this.#add('sentences-age', wholeYears(birthDay[row], this.#world.today));
    this.#add('sentences-citizens', foreign[row] === 0 ? 1 : 0);
  }

  #addWait(row: Row): void {
    const { waitingSince, custodyDay } = this.#world.people;
    if (waitingSince[row] === NOT_YET) return;
    const days = custodyDay[row] - waitingSince[row];
    this.#add('waiting-days', days);
    this.#add('waited', 1);
    this.summary.waits[this.#year * WAITS + Math.min(days, WAITS - 1)]++;
    countBegun(this.#world, this.summary.begunWaits, this.#year, row, days);
    const level = this.#world.people.level[row];
    if (level === NONE) return;
    const at = this.#year * this.#world.levels + level;
    this.summary.levelWaits[at * LEVEL_WAITS + Math.min(days, LEVEL_WAITS - 1)]++;
  }

  #add(sum: (typeof sums)[number], amount: number): void {
    this.summary.sums[this.#year * sums.length + sumAt[sum]] += amount;
  }
}

/** The place of every sum, by name. */
const sumAt = Object.fromEntries(sums.map((name, at) => [name, at])) as Record<(typeof sums)[number], number>;
