/**
 * World: the state that steps and handlers use: people, diaries, places, waiting lists, random draws and the journal.
 *
 * The world knows no noun's numbers: a step is handed its own parameters beside it. All state is typed arrays, so a
 * snapshot is a copy of buffers, and arms of a comparison branch from one.
 *
 * Schedules `passedGate` when somebody comes into custody or leaves it, for whatever reason.
 */
import { Agenda } from '../engine/agenda.ts';
import type { Day } from '../engine/calendar.ts';
import { Journal, type JournalSettings } from '../engine/journal.ts';
import { packOccasion, type RandomKey, uniform } from '../engine/random.ts';
import { RowAllocator } from '../engine/store.ts';
import { WaitingLists } from '../engine/waiting-lists.ts';
import type { Decision } from './decisions.ts';
import { diaryNames, event } from './life-events.ts';
import { isHeld, NONE, newPeople, type People, type Row, SEXES, status, statuses } from './person.ts';
import { Places } from './places.ts';
import { tallyNames } from './tallies.ts';
import { CLASSES, classesOfWaiting, FROM_LIBERTY } from './waiting-classes.ts';
import type { WorldSnapshot } from './world-snapshot.ts';

export { classesOfWaiting, classOf } from './waiting-classes.ts';

/** Receives every life event as it happens; results leave the world in no other way. */
export type Observer = (world: World, event: number, row: Row, detail: number) => void;

/** The size and the beginning of a world. */
export interface WorldSettings {
  readonly key: RandomKey;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Security levels of the scenario, from most to least closed. */
  readonly levels: number;
  /** Prison units of the scenario. */
  readonly units: number;
  /** Whose life events are kept as rows; nobody's by default. */
  readonly keepLives?: NonNullable<JournalSettings['keepRows']>;
}

export class World {
  today: Day;
  readonly levels: number;
  readonly units: number;
  /** The number of the destination beyond the levels: serving on electronic monitoring. */
  readonly monitoring: number;
  /** The number of the destination after that: serving in a treatment institution. */
  readonly treatment: number;
  readonly people: People;
  readonly diary: Agenda;
  readonly waiting: WaitingLists;
  readonly journal: Journal;
  /** People by status and level: `stock[status * (levels + 1) + level]`, the last column for no level. */
  readonly stock: Int32Array;
  /** People inside by level, whatever their status; the last one counts those on electronic monitoring. */
  readonly inside: Int32Array;
  /** People held in units, by level, unit and sex: see `cellOf`. People inside and in no unit are held outside the units. */
  readonly held: Int32Array;
  /** Places beyond those planned. */
  readonly places: Places;
  /** Climate of every unit, between 0 and 1, by level and unit; slow, moved by `staff`. */
  readonly climate: Float64Array;
  /** Incidents since the last weekly step, by level and unit. */
  readonly unrest: Int32Array;
  /** Amounts of the weekly steps since they were observed last, whole numbers: tally, level. */
  readonly tallies: Float64Array;
  /** People held at a level, as rows: the first `called` of `roll`, written by the weekly roll. */
  roll: Int32Array;
  called = 0;
  readonly rows: RowAllocator;
  observer: Observer = ignore;
  /** Called before a person moves to another status or level. */
  beforeMove: (row: Row) => void = ignore;
  readonly #key: RandomKey;
  #capacity: number;

  constructor({ key, firstDay, lastDay, levels, units, keepLives = false }: WorldSettings) {
    this.#key = key;
    this.#capacity = 4096;
    this.today = firstDay;
    this.levels = levels;
    this.units = units;
    this.monitoring = levels;
    this.treatment = levels + 1;
    this.people = newPeople(this.#capacity);
    this.diary = new Agenda(diaryNames.length, this.#capacity, firstDay, lastDay);
    this.waiting = new WaitingLists((levels + 2) * CLASSES * SEXES, this.#capacity);
    this.journal = new Journal({ keepRows: keepLives });
    this.stock = new Int32Array(statuses.length * (levels + 1));
    this.inside = new Int32Array(levels + 1);
    this.held = new Int32Array(levels * units * SEXES);
    this.places = new Places(levels, units);
    this.climate = new Float64Array(levels * units).fill(NaN);
    this.unrest = new Int32Array(levels * units);
    this.tallies = new Float64Array(tallyNames.length * (levels + 1));
    this.roll = new Int32Array(this.#capacity);
    this.rows = new RowAllocator();
  }

  /** Makes room for `more` people. Arrays may be replaced: call it before reading columns, never in the middle of a step. */
  reserve(more: number): void {
    const needed = this.rows.count + more;
    if (needed <= this.#capacity) return;
    this.#capacity = Math.max(needed, 2 * this.#capacity);
    this.#grow();
  }

  /**
   * A uniform draw strictly between 0 and 1, the same for the same person, decision and occasion in every arm: common random
   * numbers.
   */
  draw(decision: Decision, row: Row, occasion: number): number {
    const { stream, index } = this.people;
    return uniform(this.#key.low, this.#key.high, index[row], packOccasion(stream[row], decision, occasion));
  }

  /** A draw of the outside world, which has no life of its own: its occasions are calendar days. */
  drawOutside(decision: Decision, day: Day): number {
    return uniform(this.#key.low, this.#key.high, 0, packOccasion(OUTSIDE, decision, day));
  }

  /** Puts a life event on record. */
  record(event: number, row: Row, detail = 0): void {
    const { stream, index } = this.people;
    this.journal.record(event, stream[row], index[row], this.today, detail);
    this.observer(this, event, row, detail);
  }

  /**
   * Moves a person to a status and, inside, to a level and a unit of it: the one place that keeps the counts and watches the
   * gate. A person who stays at a level stays in the unit unless another is given; one who comes to a level without a unit is
   * held outside the units, and waits there to come in. A move ends any wait for something else.
   */
  moveTo(row: Row, newStatus: number, newLevel: number, newUnit = this.#unitAt(row, newLevel)): void {
    const { people, waiting } = this;
    if (isHeld(newStatus) !== isHeld(people.status[row])) this.diary.set(row, event.passedGate, this.today);
    const moves = people.level[row] !== newLevel || people.unit[row] !== newUnit;
    if (moves && people.level[row] !== NONE) waiting.leave(row);
    this.beforeMove(row);
    this.#count(row, -1);
    people.status[row] = newStatus;
    people.level[row] = newLevel;
    people.unit[row] = newUnit;
    this.#count(row, 1);
    if (!moves || newLevel === NONE || newUnit !== NONE) return;
    waiting.join(this.listOf(newLevel, classesOfWaiting.outside, people.sex[row]), row);
  }

  /** A new person at liberty, with this key; all other columns begin as the data dictionary says. */
  enter(stream: number, index: number): Row {
    const row = this.rows.take();
    const { people } = this;
    people.begin(row);
    people.stream[row] = stream;
    people.index[row] = index;
    this.#count(row, 1);
    return row;
  }

  /** A new person at liberty, with this key, and with the history and the diary of another. */
  enterLike(another: Row, stream: number, index: number): Row {
    const row = this.enter(stream, index);
    const { people, diary } = this;
    const { status: standing, level, unit } = people;
    const atLiberty = [standing[row], level[row], unit[row]] as const;
    people.copy(another, row);
    [standing[row], level[row], unit[row]] = atLiberty;
    people.stream[row] = stream;
    people.index[row] = index;
    for (let kind = 0; kind < diaryNames.length; kind++) diary.set(row, kind, diary.due(another, kind));
    return row;
  }

  /** Gives a person another number within the stream, and so other luck. */
  renumber(row: Row, index: number): void {
    this.people.index[row] = index;
  }

  /** Whether a row holds a person now. */
  isPresent(row: Row): boolean {
    return this.people.status[row] !== GONE;
  }

  /** Takes a person out of the world; the row is recycled. */
  leave(row: Row): void {
    this.#count(row, -1);
    this.people.status[row] = GONE;
    this.waiting.leave(row);
    this.diary.clearAll(row);
    this.rows.give(row);
  }

  /** Exchanges the rows of two people, or of a person and of nobody. Only between days or before diaries are opened. */
  exchange(a: Row, b: Row): void {
    this.people.exchange(a, b);
    this.diary.exchange(a, b);
    this.waiting.exchange(a, b);
    this.rows.exchange(a, b);
  }

  /** The list of a class for a destination: a level, or monitoring or treatment, for which both sexes wait together. */
  listOf(destination: number, classOfWaiting: number, sex: number): number {
    return (destination * CLASSES + classOfWaiting) * SEXES + (destination >= this.monitoring ? 0 : sex);
  }

  /** Puts a person on the list of their sex for a destination, behind those who wait. */
  wait(row: Row, destination: number, classOfWaiting: number): void {
    this.waiting.join(this.listOf(destination, classOfWaiting, this.people.sex[row]), row);
  }

  /** People at liberty who were summoned and wait for a place, for monitoring or at any level. */
  get queueing(): number {
    let people = 0;
    for (let destination = 0; destination <= this.monitoring; destination++) {
      for (let sex = 0; sex < (destination === this.monitoring ? 1 : SEXES); sex++) {
        for (const ofClass of FROM_LIBERTY) people += this.waiting.length[this.listOf(destination, ofClass, sex)];
      }
    }
    return people;
  }

  /** Where `held` counts the people of a sex in a unit at a level. */
  heldAt(level: number, unit: number, sex: number): number {
    return (level * this.units + unit) * SEXES + sex;
  }

  /** Puts the people who joined a list today in order of their keys. */
  settleWaiting(): void {
    const { stream, index } = this.people;
    this.waiting.settle((a, b) => (stream[a] === stream[b] ? index[a] < index[b] : stream[a] < stream[b]));
  }

  snapshot(): WorldSnapshot {
    return {
      today: this.today,
      capacity: this.#capacity,
      people: this.people.snapshot(),
      diary: this.diary.snapshot(),
      waiting: this.waiting.snapshot(),
      journal: this.journal.snapshot(),
      rows: this.rows.snapshot(),
      stock: this.stock.slice(),
      inside: this.inside.slice(),
      held: this.held.slice(),
      places: this.places.snapshot(),
      climate: this.climate.slice(),
      unrest: this.unrest.slice(),
      tallies: this.tallies.slice(),
    };
  }

  restore(snapshot: WorldSnapshot): void {
    this.today = snapshot.today;
    this.#capacity = Math.max(this.#capacity, snapshot.capacity);
    this.#grow();
    this.people.restore(snapshot.people);
    this.diary.restore(snapshot.diary);
    this.waiting.restore(snapshot.waiting);
    this.journal.restore(snapshot.journal);
    this.rows.restore(snapshot.rows);
    this.stock.set(snapshot.stock);
    this.inside.set(snapshot.inside);
    this.held.set(snapshot.held);
    this.places.restore(snapshot.places);
    this.climate.set(snapshot.climate);
    this.unrest.set(snapshot.unrest);
    this.tallies.set(snapshot.tallies);
  }

  /** Room for as many rows as the capacity, everywhere. */
  #grow(): void {
    this.people.ensure(this.#capacity);
    this.diary.ensure(this.#capacity);
    this.waiting.ensure(this.#capacity);
    if (this.roll.length < this.#capacity) this.roll = new Int32Array(this.#capacity);
  }

  #unitAt(row: Row, level: number): number {
    return this.people.level[row] === level ? this.people.unit[row] : NONE;
  }

  #count(row: Row, change: 1 | -1): void {
    const { people } = this;
    const at = people.status[row];
    const level = people.level[row];
    const unit = people.unit[row];
    if (unit !== NONE) this.held[this.heldAt(level, unit, people.sex[row])] += change;
    this.stock[at * (this.levels + 1) + (level === NONE ? this.levels : level)] += change;
    if (level !== NONE) this.inside[level] += change;
    else if (at === status.monitored) this.inside[this.monitoring] += change;
  }
}

/** The status of a row that holds nobody. */
const GONE = 255;

/** The stream of the outside world; people come from streams 1 and up. */
const OUTSIDE = 0;

function ignore(): void {}
