/**
 * The agenda: the future event list of the simulation, kept as a calendar queue with one bucket per day.
 *
 * Each row (a person) has a diary: one due day per kind of event. The agenda lists each row once, under its earliest due day,
 * in doubly linked lists by day. A date moved earlier unlinks and relists its row; one moved later stays, is found stale when
 * its old day comes, and is relisted then. Both are O(1), without sorting.
 *
 * A day goes like this; the order among rows means nothing:
 *
 *     agenda.open(day);
 *     for (let row = agenda.next(); row >= 0; row = agenda.next()) {
 *       for (let kind = agenda.takeDue(row); kind >= 0; kind = agenda.takeDue(row)) handle(kind, row);
 *       agenda.settle(row);
 *     }
 */
import {
  AFTER,
  type AgendaSnapshot,
  BEFORE,
  bitOf,
  blankRecords,
  earliestOf,
  exchangeDates,
  HEADER,
  HEADER_OF_MORE,
  KINDS,
  LISTED,
  MARKED,
  MORE,
  MOST_KINDS,
  NEVER,
  refusalOf,
  STALE,
  TAKEN,
  UNSETTLED,
  wordOf,
} from './agenda-record.ts';
import type { Day } from './calendar.ts';

export { type AgendaSnapshot, NEVER } from './agenda-record.ts';

export class Agenda {
  /** One record per row, side by side so that an event touches one or two cache lines: header, then due days by kind. */
  #records: Int32Array;
  /** The first row listed under each day of the horizon, or NOBODY. */
  #heads: Int32Array;
  /** The open day, or, before any is opened, the first of the horizon. */
  #today: Day;
  #isOpen = false;
  #capacity: number;
  readonly #kinds: number;
  readonly #stride: number;
  readonly #firstDay: Day;
  readonly #lastDay: Day;

  /** Diaries of `kinds` events (1 to 62) for rows below `capacity`, over the days `firstDay` to `lastDay`, both included. */
  constructor(kinds: number, capacity: number, firstDay: Day, lastDay: Day) {
    if (!(Number.isInteger(kinds) && kinds >= 1 && kinds <= MOST_KINDS))
      throw new RangeError(`${kinds} kinds: an agenda has from 1 to ${MOST_KINDS}`);
    if (!(Number.isInteger(firstDay) && Number.isInteger(lastDay) && firstDay <= lastDay && lastDay < NEVER)) {
      throw new RangeError(`a horizon cannot run from day ${firstDay} to day ${lastDay}`);
    }
    this.#kinds = kinds;
    this.#stride = (HEADER + kinds + 3) & ~3;
    this.#firstDay = firstDay;
    this.#lastDay = lastDay;
    this.#today = firstDay;
    this.#heads = new Int32Array(lastDay - firstDay + 1).fill(NOBODY);
    this.#capacity = capacity;
    this.#records = blankRecords(capacity, this.#stride);
  }

  /**
   * Schedules an event in a row's diary, in place of the date it had. A day after the horizon is kept but never comes; so is
   * NEVER, or Infinity. Throws RangeError for a day that has passed, and for a row or kind that does not exist.
   */
  set(row: number, kind: number, day: Day): void {
    if (!(day >= this.#today && row >>> 0 < this.#capacity && kind >>> 0 < this.#kinds))
      throw refusalOf(row, kind, day, this.#capacity, this.#kinds, this.#today);
    if (day >= NEVER) {
      this.clear(row, kind);
      return;
    }
    if ((day | 0) !== day) throw new RangeError(`day ${day} is not a whole day`);
    const records = this.#records;
    const record = row * this.#stride;
    const listed = records[record + LISTED];
    const stale = records[record + HEADER + kind] === listed ? STALE : 0;
    records[record + HEADER + kind] = day;
    records[record + MARKED] = records[record + MARKED] | stale;
    const word = record + wordOf(kind);
    records[word] = records[word] | bitOf(kind);
    if (day < listed) {
      this.#unlink(record);
      this.#link(row, record, day);
    }
  }

  /** The day on which an event is due, or NEVER. */
  due(row: number, kind: number): Day {
    return this.#records[row * this.#stride + HEADER + kind];
  }

  /** Cancels an event in a row's diary, if it is there. */
  clear(row: number, kind: number): void {
    if (!(row >>> 0 < this.#capacity && kind >>> 0 < this.#kinds))
      throw refusalOf(row, kind, this.#today, this.#capacity, this.#kinds, this.#today);
    const record = row * this.#stride;
    const records = this.#records;
    const word = record + wordOf(kind);
    if ((records[word] & bitOf(kind)) === 0) return;
    records[record + HEADER + kind] = NEVER;
    records[record + MARKED] = records[record + MARKED] | STALE;
    records[word] = records[word] & ~bitOf(kind);
  }

  /** Empties a row's diary, for example when the row is recycled. */
  clearAll(row: number): void {
    const records = this.#records;
    const record = row * this.#stride;
    this.#unlink(record);
    for (let kind = 0; kind < this.#kinds; kind++) records[record + HEADER + kind] = NEVER;
    records[record + MARKED] = records[record + MARKED] & UNSETTLED;
    records[record + MORE] = 0;
  }

  /** Exchanges the diaries of two rows. Throws RangeError for a row that `next` took and that is not settled. */
  exchange(a: number, b: number): void {
    if (a === b) return;
    const records = this.#records;
    const [first, second] = [a * this.#stride, b * this.#stride];
    if (((records[first + MARKED] | records[second + MARKED]) & UNSETTLED) !== 0)
      throw new RangeError(`rows ${a} and ${b} cannot be exchanged before they are settled`);
    const [listedFirst, listedSecond] = [records[first + LISTED], records[second + LISTED]];
    this.#unlink(first);
    this.#unlink(second);
    exchangeDates(records, first, second, this.#stride);
    if (listedSecond !== NEVER) this.#list(a, first, listedSecond);
    if (listedFirst !== NEVER) this.#list(b, second, listedFirst);
  }

  /**
   * Begins a day: the first of the horizon, then each in its turn. Throws RangeError for any other day, and while rows of the
   * day before are still listed.
   */
  open(day: Day): void {
    const expected = this.#isOpen ? this.#today + 1 : this.#today;
    if (day !== expected || day > this.#lastDay) {
      throw new RangeError(
        `day ${day} cannot be opened: ${expected} comes next, and the horizon ends with ${this.#lastDay}`,
      );
    }
    if (this.#isOpen && this.#heads[this.#today - this.#firstDay] !== NOBODY) {
      throw new RangeError(`day ${day} cannot be opened: on day ${this.#today} events are left`);
    }
    this.#today = day;
    this.#isOpen = true;
  }

  /** Takes the next row with an event due today off the list, or gives -1. Settle it before the day ends. */
  next(): number {
    const records = this.#records;
    const today = this.#today;
    const slot = today - this.#firstDay;
    for (;;) {
      const row = this.#heads[slot];
      if (row === NOBODY) return NOBODY;
      const record = row * this.#stride;
      const after = records[record + AFTER];
      this.#heads[slot] = after;
      if (after !== NOBODY) records[after * this.#stride + BEFORE] = NOBODY;
      if ((records[record + MARKED] & STALE) !== 0) {
        const earliest = earliestOf(records, record);
        if (earliest !== today) {
          this.#link(row, record, earliest);
          continue;
        }
      }
      records[record + LISTED] = TAKEN;
      records[record + MARKED] = records[record + MARKED] | UNSETTLED;
      return row;
    }
  }

  /** Removes and gives the lowest kind due today of the row just taken, or gives -1 and lists the row again. */
  takeDue(row: number): number {
    const records = this.#records;
    const record = row * this.#stride;
    const today = this.#today;
    let earliest = NEVER;
    for (let word = MARKED; word <= MORE; word++) {
      const marked = records[record + word];
      const due = record + (word === MARKED ? HEADER : HEADER_OF_MORE);
      for (let rest = word === MARKED ? marked & KINDS : marked; rest !== 0; rest &= rest - 1) {
        const place = 31 - Math.clz32(rest & -rest);
        const day = records[due + place];
        if (day === today) {
          records[due + place] = NEVER;
          records[record + word] = marked & ~(1 << place);
          return due + place - record - HEADER;
        }
        if (day < earliest) earliest = day;
      }
    }
    if (records[record + LISTED] === TAKEN) this.#link(row, record, earliest);
    return NOBODY;
  }

  /**
   * Ends the day of the row that `next` took, and lists it again if events are left. Throws RangeError for any other row, and
   * the second time.
   */
  settle(row: number): void {
    const records = this.#records;
    const record = row * this.#stride;
    if ((records[record + MARKED] & UNSETTLED) === 0)
      throw new RangeError(`row ${row} was not taken, so it cannot be settled`);
    records[record + MARKED] = records[record + MARKED] & ~UNSETTLED;
    if (records[record + LISTED] === TAKEN) this.#link(row, record, earliestOf(records, record));
  }

  /** Makes room for rows below `capacity`; never shrinks. Call it between rows, never while one is taken. */
  ensure(capacity: number): void {
    if (capacity <= this.#capacity) return;
    const grown = blankRecords(capacity, this.#stride);
    grown.set(this.#records);
    this.#records = grown;
    this.#capacity = capacity;
  }

  snapshot(): AgendaSnapshot {
    return {
      kinds: this.#kinds,
      firstDay: this.#firstDay,
      lastDay: this.#lastDay,
      today: this.#today,
      isOpen: this.#isOpen,
      capacity: this.#capacity,
      records: this.#records.slice(),
      heads: this.#heads.slice(),
    };
  }

  /**
   * Takes over a copy of the snapshot. The kinds and the horizon must be the same, or RangeError is thrown; capacity never
   * shrinks.
   */
  restore(snapshot: AgendaSnapshot): void {
    const { kinds, firstDay, lastDay } = snapshot;
    if (kinds !== this.#kinds || firstDay !== this.#firstDay || lastDay !== this.#lastDay) {
      throw new RangeError(
        `a snapshot of ${kinds} kinds over days ${firstDay} to ${lastDay} does not fit ` +
          `${this.#kinds} kinds over days ${this.#firstDay} to ${this.#lastDay}`,
      );
    }
    this.#capacity = Math.max(this.#capacity, snapshot.capacity);
    this.#records = blankRecords(this.#capacity, this.#stride);
    this.#records.set(snapshot.records);
    this.#heads = snapshot.heads.slice();
    this.#today = snapshot.today;
    this.#isOpen = snapshot.isOpen;
  }

  #link(row: number, record: number, day: Day): void {
    const records = this.#records;
    records[record + MARKED] = records[record + MARKED] & ~STALE;
    if (day > this.#lastDay) {
      records[record + LISTED] = NEVER;
      return;
    }
    this.#list(row, record, day);
  }

  #list(row: number, record: number, day: Day): void {
    const records = this.#records;
    const slot = day - this.#firstDay;
    const after = this.#heads[slot];
    this.#heads[slot] = row;
    records[record + LISTED] = day;
    records[record + BEFORE] = NOBODY;
    records[record + AFTER] = after;
    if (after !== NOBODY) records[after * this.#stride + BEFORE] = row;
  }

  /** Takes a row off its list, if it is in one. A taken row stays taken. */
  #unlink(record: number): void {
    const records = this.#records;
    const listed = records[record + LISTED];
    if (listed === NEVER || listed === TAKEN) return;
    const before = records[record + BEFORE];
    const after = records[record + AFTER];
    if (before === NOBODY) this.#heads[listed - this.#firstDay] = after;
    else records[before * this.#stride + AFTER] = after;
    if (after !== NOBODY) records[after * this.#stride + BEFORE] = before;
    records[record + LISTED] = NEVER;
  }
}

const NOBODY = -1;
